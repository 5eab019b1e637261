#include "check.h"
#include "read/html_url.h"

/* Most rows are of RFC 3986, section 5.4. */
static void test_resolve(void) {
    static const char base[] = "http://a/b/c/d;p?q";
    static const struct {
        const char *base, *ref, *url;
    } rows[] = {
        {base, "g", "http://a/b/c/g"},
        {base, "./g", "http://a/b/c/g"},
        {base, "g/", "http://a/b/c/g/"},
        {base, "/g", "http://a/g"},
        {base, "//g", "http://g"},
        {base, "?y", "http://a/b/c/d;p?y"},
        {base, "g?y#s", "http://a/b/c/g?y#s"},
        {base, ".", "http://a/b/c/"},
        {base, "..", "http://a/b/"},
        {base, "../g", "http://a/b/g"},
        {base, "../../g", "http://a/g"},
        {base, "../../../g", "http://a/g"},
        {base, "/./g", "http://a/g"},
        {base, "g.", "http://a/b/c/g."},
        {base, "./g/../h", "http://a/b/c/h"},
        {base, "g?y/./x", "http://a/b/c/g?y/./x"},
        {"https://quill.example", "x", "https://quill.example/x"},
        {"https://quill.example?q", "x", "https://quill.example/x"},
        {NULL, "https://quill.example/x", "https://quill.example/x"},
        {NULL, "mailto:desk@quill.example", "mailto:desk@quill.example"},
        {NULL, "/x", NULL},
        {base, "#notes", NULL},
        {base, "javascript:alert(1)", NULL},
        {base, "data:text/html,x", NULL},
        {base, "  ", NULL},
        {"ftp://quill.example/", "x", NULL},
    };
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    CHECK_ROWS (i, rows) {
        struct str got = html_url_resolve(&a, str_of(rows[i].base), str_of(rows[i].ref));
        CHECK_STR(got.at, got.n, rows[i].url);
    }
    arena_clear(&a);
}

static void test_parts(void) {
    static const struct {
        const char *url, *host, *path;
    } rows[] = {
        {"https://www.quill.example/a/b?c#d", "quill.example", "/a/b"},
        {"http://user@quill.example:8080", "quill.example", ""},
        {"HTTPS://QUILL.example?x", "QUILL.example", ""},
        {"quill.example/a", NULL, ""},
        {"https://", NULL, ""},
    };
    CHECK_ROWS (i, rows) {
        struct str host = html_url_host(str_of(rows[i].url)),
                   path = html_url_path(str_of(rows[i].url));
        CHECK_STR(host.at, host.n, rows[i].host);
        CHECK_STR(path.at, path.n, rows[i].path);
    }
}

CHECK_MAIN({"references are resolved", test_resolve}, {"host and path are taken out", test_parts})
