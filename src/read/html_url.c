#include "read/html_url.h"

#include "base/buf.h"

enum { URL_BYTES_MAX = 8192 };

/* The bytes of "https:" when s begins with a scheme; 0 otherwise. */
static size_t scheme_size(struct str s) {
    size_t i = 0;
    while (i < s.n && (ascii_alpha(s.at[i]) || (i && (ascii_digit(s.at[i]) || s.at[i] == '+' ||
                                                      s.at[i] == '-' || s.at[i] == '.'))))
        i++;
    return i && i < s.n && s.at[i] == ':' ? i + 1 : 0;
}

static bool is_web(struct str url) {
    return str_starts_nocase(url, STR("http://")) || str_starts_nocase(url, STR("https://"));
}

/* Where the path of an absolute web address begins. */
static size_t path_start(struct str url) {
    size_t i = scheme_size(url) + 2;
    while (i < url.n && url.at[i] != '/' && url.at[i] != '?' && url.at[i] != '#')
        i++;
    return i < url.n ? i : url.n;
}

static size_t path_end(struct str url, size_t start) {
    size_t i = start;
    while (i < url.n && url.at[i] != '?' && url.at[i] != '#')
        i++;
    return i;
}

struct str html_url_path(struct str url) {
    if (!is_web(url))
        return (struct str){"", 0};
    size_t start = path_start(url);
    return str_cut(url, start, path_end(url, start));
}

struct str html_url_host(struct str url) {
    if (!is_web(url))
        return STR_NONE;
    struct str host = str_cut(url, scheme_size(url) + 2, path_start(url));
    size_t at = str_find_byte(host, '@', 0);
    if (at != SIZE_MAX)
        host = str_cut(host, at + 1, host.n);
    size_t port = str_find_byte(host, ':', 0);
    if (port != SIZE_MAX)
        host.n = port;
    if (str_starts_nocase(host, STR("www.")))
        host = str_cut(host, 4, host.n);
    return host.n ? host : STR_NONE;
}

/* RFC 3986, section 5.2.4, on what stands in out from start on. */
static void put_path(struct buf *out, struct str path) {
    size_t start = out->n;
    while (path.n) {
        struct str rest = str_cut(path, 1, path.n);
        size_t slash = str_find_byte(rest, '/', 0);
        struct str part = slash == SIZE_MAX ? rest : str_cut(rest, 0, slash);
        bool last = slash == SIZE_MAX;
        path = last ? STR_NONE : str_cut(rest, slash, rest.n);
        if (str_eq(part, STR("."))) {
            if (last)
                buf_putc(out, '/');
        } else if (str_eq(part, STR(".."))) {
            while (out->n > start && out->at[out->n - 1] != '/')
                out->n--;
            if (out->n > start)
                out->n--;
            if (last)
                buf_putc(out, '/');
        } else {
            buf_putc(out, '/');
            buf_put(out, part);
        }
    }
}

struct str html_url_resolve(struct arena *a, struct str base, struct str ref) {
    ref = str_trim(ref);
    if (ref.n == 0 || ref.n > URL_BYTES_MAX || ref.at[0] == '#')
        return STR_NONE;
    if (scheme_size(ref))
        return is_web(ref) || str_starts_nocase(ref, STR("mailto:")) ? str_copy(a, ref) : STR_NONE;
    if (!is_web(base) || base.n > URL_BYTES_MAX)
        return STR_NONE;
    struct buf out;
    buf_init(&out, a, (size_t)3 * URL_BYTES_MAX);
    size_t start = path_start(base), end = path_end(base, start);
    if (str_starts(ref, STR("//"))) {
        buf_put(&out, str_cut(base, 0, scheme_size(base)));
        buf_put(&out, ref);
        return out.failed ? STR_NONE : buf_str(&out);
    }
    buf_put(&out, str_cut(base, 0, start));
    size_t path_n = path_end(ref, 0);
    struct str path = str_cut(ref, 0, path_n);
    if (path.n == 0) {
        buf_put(&out, str_cut(base, start, end));
    } else if (path.at[0] == '/') {
        put_path(&out, path);
    } else {
        struct buf merged;
        buf_init(&merged, a, (size_t)3 * URL_BYTES_MAX);
        size_t keep = end;
        while (keep > start && base.at[keep - 1] != '/')
            keep--;
        buf_put(&merged, keep > start ? str_cut(base, start, keep) : STR("/"));
        buf_put(&merged, path);
        put_path(&out, merged.failed ? STR("/") : buf_str(&merged));
    }
    buf_put(&out, str_cut(ref, path_n, ref.n));
    return out.failed ? STR_NONE : buf_str(&out);
}
