#include "read/charset.h"

#include "read/charset_labels.h"

#include <iconv.h>
#include <string.h>
#include <uchardet/uchardet.h>

enum {
    POINT_STEP = 64,           /* bytes of text between two points of the way back */
    BATCH_BYTES = 1024,        /* of source for one call of iconv */
    CHARACTER_BYTES = 6,       /* at most, of the text that one source character gives */
    DETECT_BYTES = 128 * 1024, /* that are looked at to guess a charset */
    DETECT_LEAD_BYTES = 1024   /* of them before the first byte beyond ASCII */
};

static size_t first_high(struct str s, size_t from) {
    size_t i = from;
    for (uint64_t word; s.n - i >= sizeof word; i += sizeof word) {
        memcpy(&word, s.at + i, sizeof word);
        if (word & 0x8080808080808080u)
            break;
    }
    while (i < s.n && (unsigned char)s.at[i] < 0x80)
        i++;
    return i;
}

/* ---- One character of the source */

static uint32_t unit16(const unsigned char *p, bool big) {
    return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static size_t step_utf16(uint32_t *cp, const unsigned char *p, size_t left, bool big) {
    *cp = UTF8_REPLACEMENT;
    if (left < 2)
        return left;
    uint32_t high = unit16(p, big);
    if (high < 0xD800 || high > 0xDFFF)
        *cp = high;
    if (high < 0xD800 || high > 0xDBFF || left < 4)
        return 2;
    uint32_t low = unit16(p + 2, big);
    if (low < 0xDC00 || low > 0xDFFF)
        return 2;
    *cp = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    return 4;
}

/* The size of the character at p in a charset of one to four bytes a character; a cut one ends with
 * the source. */
static size_t step_multi(enum charset_family family, const unsigned char *p, size_t left) {
    unsigned char lead = p[0], next = left > 1 ? p[1] : 0;
    size_t n = 2;
    if (lead < 0x81 || lead == 0xFF)
        return 1;
    switch (family) {
    case CHARSET_GB18030:
        if (next >= '0' && next <= '9')
            n = 4;
        break;
    case CHARSET_SHIFT_JIS:
        if (lead >= 0xA0 && lead <= 0xDF)
            n = 1;
        break;
    case CHARSET_EUC_JP:
        n = lead == 0x8F ? 3 : lead == 0x8E || lead >= 0xA1 ? 2 : 1;
        break;
    default:
        break;
    }
    /* a second byte that cannot be one is a character of its own: markup after a stray lead byte is
     * not swallowed */
    unsigned char low = family == CHARSET_EUC_JP ? 0xA1 : family == CHARSET_GB18030 ? 0x30 : 0x40;
    if (n > 1 && (left < 2 || next < low))
        return 1;
    return n < left ? n : left;
}

/* Four characters of Big5-HKSCS are two code points. */
static uint32_t big5_code_points(const unsigned char *p, size_t n) {
    return n == 2 && p[0] == 0x88 && (p[1] == 0x62 || p[1] == 0x64 || p[1] == 0xA3 || p[1] == 0xA5)
               ? 2
               : 1;
}

/* ---- The way back */

/* Source bytes of the next character, and how many code points of text it gave. */
static size_t step(uint32_t *code_points, const struct decoded *d, size_t source) {
    const unsigned char *p = (const unsigned char *)d->payload.at + source;
    size_t left = d->payload.n - source, at = source;
    uint32_t cp;
    *code_points = 1;
    switch (d->family) {
    case CHARSET_UTF8:
        utf8_next(d->payload, &at);
        return at - source;
    case CHARSET_SINGLE:
        return 1;
    case CHARSET_UTF16_LE:
    case CHARSET_UTF16_BE:
        return step_utf16(&cp, p, left, d->family == CHARSET_UTF16_BE);
    default:
        at = step_multi(d->family, p, left);
        if (d->family == CHARSET_BIG5)
            *code_points = big5_code_points(p, at);
        return at;
    }
}

static size_t last_point_before(const struct decoded *d, uint32_t utf8) {
    size_t low = 0, high = d->points.n - 1;
    while (low < high) {
        size_t mid = low + (high - low + 1) / 2;
        if (d->points.at[mid].utf8 <= utf8)
            low = mid;
        else
            high = mid - 1;
    }
    return low;
}

static uint32_t source_of(const struct decoded *d, uint32_t utf8) {
    if (d->same)
        return utf8 + d->skip;
    if (utf8 >= d->text.n || !d->points.n)
        return (uint32_t)d->payload.n;
    struct decoded_point p = d->points.at[last_point_before(d, utf8)];
    size_t text = p.utf8, source = p.source;
    while (text < utf8 && source < d->payload.n) {
        uint32_t code_points;
        source += step(&code_points, d, source);
        for (; code_points && text < d->text.n; code_points--)
            utf8_next(d->text, &text);
    }
    return (uint32_t)source;
}

struct byte_range decoded_range(const struct decoded *d, struct span utf8) {
    struct byte_range r = {source_of(d, utf8.start), 0};
    r.end = utf8.end > utf8.start ? source_of(d, utf8.end) : r.start;
    return r;
}

/* ---- Decoding */

/* The text as it grows, at most three times the source, and its points, of which there is room for
 * all. */
struct writer {
    struct decoded *d;
    char *text;
    size_t n;
    size_t next_point;
};

static bool writer_init(struct writer *w, struct decoded *d, struct arena *a, size_t text_bytes) {
    *w = (struct writer){.d = d};
    size_t points = text_bytes / POINT_STEP + 2;
    w->text = arena_alloc(a, text_bytes + 1);
    d->points.at = arena_zero(a, points, sizeof *d->points.at);
    d->points.cap = (uint32_t)points;
    return w->text && d->points.at;
}

static void writer_point(struct writer *w, size_t source) {
    if (w->n < w->next_point)
        return;
    w->d->points.at[w->d->points.n++] = (struct decoded_point){(uint32_t)w->n, (uint32_t)source};
    w->next_point = w->n + POINT_STEP;
}

static void writer_cp(struct writer *w, uint32_t cp) {
    w->n += utf8_put(w->text + w->n, cp ? cp : UTF8_REPLACEMENT);
}

/* Ill-formed UTF-8, or well-formed with NUL in it. */
static bool decode_utf8(struct decoded *d, struct arena *a, size_t skip) {
    struct writer w;
    size_t bytes = d->payload.n - skip;
    for (size_t i = skip;
         i < d->payload.n;) { /* U+FFFD has three bytes, what it stands for as few as one */
        size_t start = i;
        uint32_t cp = utf8_next(d->payload, &i);
        if (cp == 0 || cp == UTF8_REPLACEMENT)
            bytes += 3 - (i - start);
    }
    if (!writer_init(&w, d, a, bytes))
        return false;
    for (size_t i = skip; i < d->payload.n;) {
        writer_point(&w, i);
        unsigned char c = (unsigned char)d->payload.at[i];
        size_t start = i;
        uint32_t cp = utf8_next(d->payload, &i);
        if (c && c < 0x80) {
            w.text[w.n++] = (char)c;
            continue;
        }
        if (cp == 0 || (cp == UTF8_REPLACEMENT && !(i - start == 3 && c == 0xEF)))
            d->replaced = true;
        writer_cp(&w, cp);
    }
    d->text = (struct str){w.text, w.n};
    return true;
}

static bool decode_utf16(struct decoded *d, struct arena *a) {
    struct writer w;
    bool big = d->family == CHARSET_UTF16_BE;
    if (!writer_init(&w, d, a, d->payload.n / 2 * 3 + 3))
        return false;
    for (size_t i = 2; i < d->payload.n;) {
        writer_point(&w, i);
        uint32_t cp;
        i += step_utf16(&cp, (const unsigned char *)d->payload.at + i, d->payload.n - i, big);
        d->replaced |= cp == UTF8_REPLACEMENT || cp == 0;
        writer_cp(&w, cp);
    }
    d->text = (struct str){w.text, w.n};
    return true;
}

/* One source character by iconv; U+FFFD when it is none. Returns the bytes written to out. */
static size_t convert_one(iconv_t cd, const char *in, size_t n, char out[CHARACTER_BYTES],
                          bool *replaced) {
    char *from = (char *)(uintptr_t)in, *to = out; /* iconv does not write there */
    size_t left = n, room = CHARACTER_BYTES;
    iconv(cd, NULL, NULL, NULL, NULL);
    if (iconv(cd, &from, &left, &to, &room) == 0 && left == 0 &&
        iconv(cd, NULL, NULL, &to, &room) == 0 && to != out && *out)
        return (size_t)(to - out);
    *replaced = true;
    return utf8_put(out, UTF8_REPLACEMENT);
}

/* Upper half of a single-byte charset. windows-1252 maps its five free bytes to controls (WHATWG,
 * index windows-1252). */
static bool single_table(uint32_t table[128], const struct charset_row *row) {
    iconv_t cd = iconv_open("UTF-8", row->iconv);
    if (cd == (iconv_t)-1)
        return false;
    for (unsigned i = 0; i < 128; i++) {
        char byte = (char)(unsigned char)(0x80 + i), out[CHARACTER_BYTES];
        bool replaced = false;
        size_t n = convert_one(cd, &byte, 1, out, &replaced), at = 0;
        table[i] = utf8_next((struct str){out, n}, &at);
        if (replaced && i < 0x20)
            table[i] = 0x80 + i;
    }
    iconv_close(cd);
    return true;
}

/* windows-1252 without iconv, so that there always is one charset. */
static void latin_table(uint32_t table[128]) {
    static const uint16_t c1[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                    0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
    for (unsigned i = 0; i < 128; i++)
        table[i] = i < 32 ? c1[i] : 0x80 + i;
}

static bool decode_single(struct decoded *d, struct arena *a, const uint32_t table[128]) {
    struct writer w;
    size_t high = 0;
    for (size_t i = 0; i < d->payload.n; i++)
        high += (unsigned char)d->payload.at[i] - 1u >= 0x7F; /* NUL grows too */
    if (!writer_init(&w, d, a, d->payload.n + high * 2))
        return false;
    for (size_t i = 0; i < d->payload.n; i++) {
        unsigned char c = (unsigned char)d->payload.at[i];
        writer_point(&w, i);
        if (c && c < 0x80) {
            w.text[w.n++] = (char)c;
            continue;
        }
        uint32_t cp = c ? table[c - 0x80] : UTF8_REPLACEMENT;
        d->replaced |= cp == UTF8_REPLACEMENT;
        writer_cp(&w, cp);
    }
    d->text = (struct str){w.text, w.n};
    return true;
}

/* Appends source[at..end), whole characters, one by one. */
static void multi_slow(struct writer *w, iconv_t cd, size_t at, size_t end) {
    struct decoded *d = w->d;
    while (at < end) {
        uint32_t code_points;
        size_t n = step(&code_points, d, at);
        writer_point(w, at);
        char out[CHARACTER_BYTES];
        size_t got = convert_one(cd, d->payload.at + at, n, out, &d->replaced);
        if (utf8_count((struct str){out, got}) != code_points) { /* the way back counts on it */
            got = 0;
            for (; code_points; code_points--)
                got += utf8_put(out + got, UTF8_REPLACEMENT);
            d->replaced = true;
        }
        memcpy(w->text + w->n, out, got);
        w->n += got;
        at += n;
    }
}

/* Sets the points of a batch that was appended from text offset `text` on. */
static void multi_points(struct writer *w, size_t at, size_t end, size_t text) {
    size_t n = w->n;
    struct str whole = {w->text, n};
    while (at < end) {
        w->n = text;
        writer_point(w, at);
        uint32_t code_points;
        at += step(&code_points, w->d, at);
        for (; code_points && text < n; code_points--)
            utf8_next(whole, &text);
    }
    w->n = n;
}

static bool decode_multi(struct decoded *d, struct arena *a, iconv_t cd) {
    struct writer w;
    /* the most: one bad byte gives the three of U+FFFD */
    if (!writer_init(&w, d, a, d->payload.n * 3))
        return false;
    for (size_t at = 0, end; at < d->payload.n; at = end) {
        uint32_t code_points = 0, some;
        bool nul = false;
        for (end = at; end < d->payload.n && end - at < BATCH_BYTES; code_points += some) {
            nul |= d->payload.at[end] == 0;
            end += step(&some, d, end);
        }
        char *from = (char *)(uintptr_t)d->payload.at + at,
             *to = w.text + w.n; /* iconv does not write to from */
        size_t left = end - at, room = (size_t)(d->payload.n - at) * 3;
        iconv(cd, NULL, NULL, NULL, NULL);
        bool whole = !nul && iconv(cd, &from, &left, &to, &room) == 0 && left == 0;
        struct str got = {w.text + w.n, (size_t)(to - (w.text + w.n))};
        if (!whole || utf8_count(got) != code_points) {
            multi_slow(&w, cd, at, end);
            continue;
        }
        size_t text = w.n;
        w.n += got.n;
        multi_points(&w, at, end, text);
    }
    d->text = (struct str){arena_resize(a, w.text, d->payload.n * 3 + 1, w.n + 1), w.n};
    return d->text.at != NULL;
}

/* ---- Choosing */

static bool identity_possible(struct str body) {
    return utf8_invalid(body) == SIZE_MAX && str_find_byte(body, 0, 0) == SIZE_MAX;
}

/* Characters beyond ASCII that are well-formed UTF-8, and those that are not. */
static void count_utf8(size_t *good, size_t *bad, struct str s) {
    *good = *bad = 0;
    for (size_t i = first_high(s, 0); i < s.n; i = first_high(s, i)) {
        if (utf8_next(s, &i) == UTF8_REPLACEMENT)
            ++*bad;
        else
            ++*good;
    }
}

/* Mostly ASCII, and of the other bytes most are the quotation marks, dashes and signs of
 * windows-1252. */
static bool looks_latin(struct str s) {
    size_t high = 0, marks = 0;
    for (size_t i = first_high(s, 0); i < s.n; i = first_high(s, i + 1)) {
        unsigned char c = (unsigned char)s.at[i];
        high++;
        marks += c == 0x85 || (c >= 0x91 && c <= 0x97) || c == 0x99 || c == 0xA0 || c == 0xA3 ||
                 c == 0xA9;
    }
    return high * 25 < s.n && marks * 2 > high;
}

static const struct charset_row *detect(struct str payload) {
    size_t at = first_high(payload, 0);
    struct str part =
        str_cut(payload, at > DETECT_LEAD_BYTES ? at - DETECT_LEAD_BYTES : 0, at + DETECT_BYTES);
    if (looks_latin(part))
        return NULL;
    uchardet_t detector = uchardet_new();
    if (!detector)
        return NULL;
    const struct charset_row *row = NULL;
    if (uchardet_handle_data(detector, part.at, part.n) == 0) {
        uchardet_data_end(detector);
        row = charset_row_of(str_of(uchardet_get_charset(detector)));
    }
    uchardet_delete(detector);
    return row && row->family == CHARSET_UTF8 ? NULL : row;
}

/* Fills d from a charset that is not UTF-8. False: iconv has no such charset, or memory was refused
 * (*no_memory). */
static bool decode_row(struct decoded *d, struct arena *a, const struct charset_row *row,
                       bool *no_memory) {
    d->family = row->family;
    d->charset = str_of(row->name);
    if (row->family == CHARSET_SINGLE) {
        uint32_t table[128];
        if (!single_table(table, row))
            return false;
        *no_memory = !decode_single(d, a, table);
        return !*no_memory;
    }
    iconv_t cd = iconv_open("UTF-8", row->iconv);
    if (cd == (iconv_t)-1)
        return false;
    *no_memory = !decode_multi(d, a, cd);
    iconv_close(cd);
    return !*no_memory;
}

static int decode_as_utf8(struct decoded *d, struct arena *a, size_t skip, struct ts_error *err) {
    d->family = CHARSET_UTF8;
    d->charset = STR("utf-8");
    struct str body = str_cut(d->payload, skip, d->payload.n);
    if (!identity_possible(body))
        return decode_utf8(d, a, skip) ? TS_OK : arena_fail(a, err);
    d->text = body;
    d->same = true;
    d->skip = (uint32_t)skip;
    return TS_OK;
}

/* Ill-formed as UTF-8, or with NUL: by the declared charset, a guess, or windows-1252. */
static int decode_other(struct decoded *d, struct arena *a, const struct charset_row *declared,
                        struct ts_error *err) {
    size_t good, bad;
    bool no_memory = false;
    count_utf8(&good, &bad, d->payload);
    bool meant = declared && declared->family == CHARSET_UTF8;
    /* chance makes few of a text in another charset look like UTF-8 */
    bool likely = declared && !meant ? good / 10 >= bad : good >= bad;
    if (likely) {
        d->charset_from = meant ? "declared" : bad ? "detected" : "default";
        return decode_as_utf8(d, a, 0, err);
    }
    if (declared && !meant) {
        d->charset_from = "declared";
        if (decode_row(d, a, declared, &no_memory))
            return TS_OK;
    }
    const struct charset_row *row = no_memory ? NULL : detect(d->payload);
    if (row) {
        d->charset_from = "detected";
        if (decode_row(d, a, row, &no_memory))
            return TS_OK;
    }
    if (no_memory)
        return arena_fail(a, err);
    uint32_t table[128];
    latin_table(table);
    d->family = CHARSET_SINGLE;
    d->charset = STR("windows-1252");
    d->charset_from = "default";
    return decode_single(d, a, table) ? TS_OK : arena_fail(a, err);
}

int charset_decode(struct decoded *out, struct arena *a, struct str payload, struct str declared,
                   struct ts_error *err) {
    *out = (struct decoded){.payload = payload, .charset_from = "bom"};
    if (str_starts(payload, STR("\xEF\xBB\xBF")))
        return decode_as_utf8(out, a, 3, err);
    bool little = str_starts(payload, STR("\xFF\xFE"));
    if (little || str_starts(payload, STR("\xFE\xFF"))) {
        out->family = little ? CHARSET_UTF16_LE : CHARSET_UTF16_BE;
        out->charset = little ? STR("utf-16le") : STR("utf-16be");
        return decode_utf16(out, a) ? TS_OK : arena_fail(a, err);
    }
    const struct charset_row *row = charset_row_of(declared);
    if (!identity_possible(payload))
        return decode_other(out, a, row, err);
    bool ascii = first_high(payload, 0) == payload.n;
    out->charset_from = row && (ascii || row->family == CHARSET_UTF8) ? "declared"
                        : ascii                                       ? "default"
                                                                      : "detected";
    int status = decode_as_utf8(out, a, 0, err);
    if (row && ascii)
        out->charset = str_of(row->name); /* ASCII is the same in all of them */
    return status;
}

/* ---- What a page declares */

/* The value behind "name = " at or after from, quoted or not; none when there is no such attribute.
 */
static struct str value_of(struct str tag, struct str name) {
    for (size_t at = 0; (at = str_find_nocase(tag, name, at)) != SIZE_MAX; at++) {
        size_t i = at + name.n;
        while (i < tag.n && ascii_space(tag.at[i]))
            i++;
        if (i >= tag.n || tag.at[i] != '=')
            continue;
        for (i++; i < tag.n && (ascii_space(tag.at[i]) || tag.at[i] == '"' || tag.at[i] == '\'');)
            i++;
        size_t end = i;
        while (end < tag.n && !ascii_space(tag.at[end]) && !strchr("\"';>/?", tag.at[end]))
            end++;
        if (end > i)
            return str_cut(tag, i, end);
    }
    return STR_NONE;
}

struct str charset_declared(struct str payload) {
    struct str head = str_cut(payload, 0, 4096);
    if (str_starts(head, STR("\xEF\xBB\xBF")))
        head = str_cut(head, 3, head.n);
    struct str start = str_trim(head);
    if (str_starts(start, STR("<?xml"))) {
        struct str encoding =
            value_of(str_cut(start, 0, str_find_byte(start, '>', 0)), STR("encoding"));
        if (encoding.at)
            return encoding;
    }
    for (size_t at = 0; (at = str_find_byte(head, '<', at)) != SIZE_MAX; at++) {
        struct str rest = str_cut(head, at, head.n);
        if (str_starts(rest, STR("<!--"))) {
            size_t end = str_find(head, STR("-->"), at + 2);
            if (end == SIZE_MAX)
                return STR_NONE;
            at = end;
        } else if (str_starts_nocase(rest, STR("<meta"))) {
            struct str label =
                value_of(str_cut(rest, 0, str_find_byte(rest, '>', 0)), STR("charset"));
            if (label.at)
                return label;
        }
    }
    return STR_NONE;
}
