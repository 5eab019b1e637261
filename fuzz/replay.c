/*
 * Gives each file named, and each file of each folder named, to a fuzz target, without libFuzzer:
 * replay_<target> FOLDER|FILE... The bytes are in a block of just their size, so that
 * AddressSanitizer sees a read beyond them. A file's name is printed before it is tried.
 */
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static int tried_count;

static int fail(const char *path) {
    fprintf(stderr, "replay: %s: %s\n", path, strerror(errno));
    return 1;
}

static int replay_file(const char *path, size_t bytes) {
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail(path);
    uint8_t *data = malloc(bytes ? bytes : 1);
    if (!data || fread(data, 1, bytes, file) != bytes) {
        fclose(file);
        free(data);
        return fail(path);
    }
    fclose(file);
    printf("# %s\n", path);
    fflush(stdout);
    LLVMFuzzerTestOneInput(data, bytes);
    free(data);
    tried_count++;
    return 0;
}

static int replay_folder(const char *folder) {
    DIR *dir = opendir(folder);
    if (!dir)
        return fail(folder);
    int failed = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char path[4096];
        struct stat st;
        int n = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (n < 0 || (size_t)n >= sizeof path || stat(path, &st) != 0)
            failed |= fail(path);
        else if (S_ISREG(st.st_mode))
            failed |= replay_file(path, (size_t)st.st_size);
    }
    closedir(dir);
    return failed;
}

int main(int argc, char **argv) {
    int failed = 0;
    for (int i = 1; i < argc; i++) {
        struct stat st;
        if (stat(argv[i], &st) != 0)
            failed |= fail(argv[i]);
        else if (S_ISDIR(st.st_mode))
            failed |= replay_folder(argv[i]);
        else
            failed |= replay_file(argv[i], (size_t)st.st_size);
    }
    printf("%d inputs tried\n", tried_count);
    return failed;
}
