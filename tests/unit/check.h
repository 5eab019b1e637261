/*
 * The unit tests' harness. A test is a function; a program lists its tests and prints one TAP line
 * for each. A check that fails prints where, the row of the table it was in, and both values, and
 * the test goes on.
 *
 *     static void test_trim(void) {
 *         static const struct { const char *in, *out; } rows[] = {{" a ", "a"}, {"", ""}};
 *         CHECK_ROWS(i, rows) {
 *             struct str got = str_trim(str_of(rows[i].in));
 *             CHECK_STR(got.at, got.n, rows[i].out);
 *         }
 *     }
 *     CHECK_MAIN({"white space at both ends is taken off", test_trim})
 */
#ifndef CHECK_H
#define CHECK_H

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct check_test {
    const char *name;
    void (*run)(void);
};

static struct {
    int failed_count;    /* checks of the running test */
    size_t row;          /* SIZE_MAX: not in a table */
    const char *skipped; /* why, or NULL */
} check_state = {.row = SIZE_MAX};

/** Goes on after a failure. Each check is also an expression: true when it held. */
#define CHECK(condition) check_that((condition), __FILE__, __LINE__, #condition)
/** Any integer types; got comes first. */
#define CHECK_INT(got, want) check_int((intmax_t)(got), (intmax_t)(want), __FILE__, __LINE__, #got)
/** got and its length in bytes, which may hold NULs or be NULL; want is a C string or NULL. */
#define CHECK_STR(got, got_n, want) check_str((got), (got_n), (want), __FILE__, __LINE__, #got)
/** |got - want| <= by */
#define CHECK_NEAR(got, want, by) check_near((got), (want), (by), __FILE__, __LINE__, #got)
/** Leaves the test when the condition does not hold: for what the rest of it stands on. */
#define CHECK_NEED(condition)                                                                      \
    do {                                                                                           \
        if (!CHECK(condition))                                                                     \
            return;                                                                                \
    } while (0)
/** Leaves the test, which is then counted as skipped. */
#define CHECK_SKIP(why)                                                                            \
    do {                                                                                           \
        check_state.skipped = (why);                                                               \
        return;                                                                                    \
    } while (0)
/** Runs its block with i from 0 for each row of an array; failures in it name the row. */
#define CHECK_ROWS(i, table) for (size_t i = 0; check_row(i, sizeof(table) / sizeof *(table)); i++)
/** Names the row by hand, for loops of another kind. */
#define CHECK_ROW(i) (check_state.row = (i))
/** The program: a list of {"a sentence on behaviour", function}. */
#define CHECK_MAIN(...)                                                                            \
    int main(void) {                                                                               \
        static const struct check_test tests[] = {__VA_ARGS__};                                    \
        return check_run(tests, sizeof tests / sizeof *tests);                                     \
    }

static inline void check_where(const char *file, int line) {
    check_state.failed_count++;
    printf("# %s:%d: ", file, line);
    if (check_state.row != SIZE_MAX)
        printf("row %zu: ", check_state.row);
}

static inline bool check_that(bool holds, const char *file, int line, const char *what) {
    if (!holds) {
        check_where(file, line);
        printf("%s does not hold\n", what);
    }
    return holds;
}

static inline bool check_int(intmax_t got, intmax_t want, const char *file, int line,
                             const char *what) {
    if (got != want) {
        check_where(file, line);
        printf("%s is %jd, not %jd\n", what, got, want);
    }
    return got == want;
}

static inline bool check_near(double got, double want, double by, const char *file, int line,
                              const char *what) {
    double off = got < want ? want - got : got - want;
    if (!(off <= by)) {
        check_where(file, line);
        printf("%s is %.17g, not %.17g\n", what, got, want);
    }
    return off <= by;
}

/* One line, bytes outside printable ASCII as \xNN but UTF-8 kept, cut at 2,000 bytes. */
static inline void check_print(const char *s, size_t n) {
    if (!s) {
        fputs("NULL", stdout);
        return;
    }
    putchar('"');
    for (size_t i = 0; i < n && i < 2000; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c == '\n')
            fputs("\\n", stdout);
        else if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < 0x20 || c == 0x7f)
            printf("\\x%02x", c);
        else
            putchar(c);
    }
    printf("\"%s (%zu bytes)", n > 2000 ? "..." : "", n);
}

static inline bool check_str(const char *got, size_t got_n, const char *want, const char *file,
                             int line, const char *what) {
    size_t want_n = want ? strlen(want) : 0;
    bool same = !got == !want && got_n == want_n && (want_n == 0 || !memcmp(got, want, want_n));
    if (!same) {
        check_where(file, line);
        printf("%s is ", what);
        check_print(got, got_n);
        fputs(", not ", stdout);
        check_print(want, want_n);
        putchar('\n');
    }
    return same;
}

static inline bool check_row(size_t row, size_t row_count) {
    check_state.row = row < row_count ? row : SIZE_MAX;
    return row < row_count;
}

static inline int check_run(const struct check_test *tests, size_t count) {
    int failed = 0;
    setvbuf(stdout, NULL, _IOLBF, 0); /* so that nothing is lost when a test crashes */
    printf("1..%zu\n", count);
    for (size_t i = 0; i < count; i++) {
        check_state.failed_count = 0;
        check_state.row = SIZE_MAX;
        check_state.skipped = NULL;
        tests[i].run();
        bool bad = check_state.failed_count > 0;
        const char *skipped = bad ? NULL : check_state.skipped;
        printf("%sok %zu - %s%s%s\n", bad ? "not " : "", i + 1, tests[i].name,
               skipped ? " # SKIP " : "", skipped ? skipped : "");
        failed |= bad;
    }
    return failed;
}

#endif
