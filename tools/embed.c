/*
 * Turns a file into a C array: embed NAME IN OUT writes `const unsigned char ts_table_NAME[]` and
 * `const size_t ts_table_NAME_bytes`. A NUL that is not counted follows the bytes. Runs at build
 * time, on the building machine.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

static bool embed(FILE *out, FILE *in, const char *name) {
    fprintf(out,
            "/* Made by tools/embed.c from data/; do not edit. */\n"
            "#include \"embedded_tables.h\"\n\n"
            "const unsigned char ts_table_%s[] = {",
            name);
    size_t bytes = 0;
    for (int c; (c = getc(in)) != EOF; bytes++)
        fprintf(out, "%s%d,", bytes % 24 ? "" : "\n    ", c);
    fprintf(out, "\n    0,\n};\nconst size_t ts_table_%s_bytes = %zu;\n", name, bytes);
    return !ferror(in) && !ferror(out);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("usage: embed NAME IN OUT\n", stderr);
        return 2;
    }
    FILE *in = fopen(argv[2], "rb");
    if (!in) {
        perror(argv[2]);
        return 1;
    }
    FILE *out = fopen(argv[3], "wb");
    if (!out) {
        perror(argv[3]);
        fclose(in);
        return 1;
    }
    bool done = embed(out, in, argv[1]);
    fclose(in);
    if (fclose(out) != 0 || !done) {
        perror(argv[3]);
        remove(argv[3]);
        return 1;
    }
    return 0;
}
