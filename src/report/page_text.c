/* The page's smallest pieces: markup of ours, words of theirs, numbers and names. */
#include "report/page.h"

#include "report/labels.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* What must not be written: it would steer the reader's display, or is no character. */
static bool unprintable(uint32_t cp) {
    if (cp < 0x20)
        return cp != '\t' && cp != '\n' && cp != '\r';
    return (cp >= 0x7F && cp < 0xA0) || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069) || (cp >= 0xFDD0 && cp <= 0xFDEF) ||
           (cp & 0xFFFE) == 0xFFFE;
}

static const char *entity_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\r':
        return " ";
    default:
        return NULL;
    }
}

void page_escape(struct out *o, struct str s) {
    size_t from = 0, at = 0;
    while (at < s.n) {
        size_t before = at;
        uint32_t cp = utf8_next(s, &at);
        const char *instead = cp < 0x80 ? entity_of((char)cp) : NULL;
        if (unprintable(cp) || cp == UTF8_REPLACEMENT)
            instead = "\xEF\xBF\xBD";
        if (!instead)
            continue;
        out_put(o, str_cut(s, from, before));
        out_puts(o, instead);
        from = at;
    }
    out_put(o, str_cut(s, from, s.n));
}

void page_put(struct page *p, const char *form, ...) {
    va_list args;
    va_start(args, form);
    for (const char *sign = strchr(form, '%'); sign; sign = strchr(form, '%')) {
        out_put(p->out, (struct str){form, (size_t)(sign - form)});
        form = sign + 2;
        switch (sign[1]) {
        case 's':
            out_puts(p->out, va_arg(args, const char *));
            break;
        case 'u':
            out_uint(p->out, va_arg(args, uint32_t));
            break;
        case 't':
            page_escape(p->out, va_arg(args, struct str));
            break;
        case 'i':
        case 'w':
            out_puts(p->out, sign[1] == 'w' ? "<bdi class=\"w\">" : "<bdi>");
            page_escape(p->out, va_arg(args, struct str));
            out_puts(p->out, "</bdi>");
            break;
        default:
            out_putc(p->out, '%');
        }
    }
    out_puts(p->out, form);
    va_end(args);
}

void page_count(struct page *p, uint32_t n, const char *one, const char *many) {
    page_number(p, n);
    page_put(p, " %s", n == 1 ? one : many);
}

void page_share(struct page *p, double share) {
    double percent = floor(labels_share(share) * 100 + 0.5);
    page_put(p, share > 0 && share < 0.005 ? "&lt;%u&#8239;%%" : "%u&#8239;%%", (uint32_t)percent);
}

void page_number(struct page *p, double value) {
    if (!(fabs(value) < 1e15) || value != floor(value)) {
        out_real(p->out, value);
        return;
    }
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%.0f", fabs(value));
    if (value < 0)
        page_put(p, "−");
    for (int i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0)
            out_putc(p->out, ',');
        out_putc(p->out, digits[i]);
    }
}

void page_range(struct page *p, const struct count_range *r) {
    page_put(p, r->at_least == r->at_most ? "%u" : "%u–%u", r->at_least, r->at_most);
}

void page_when(struct page *p, const struct when *when) {
    enum { DAY = 10, MINUTE = 16, SECOND = 19 }; /* where these end in the text */
    char buf[WHEN_TEXT];
    when_text(buf, when);
    struct str text = str_of(buf);
    page_put(p, "<span class=\"t\">%t", str_cut(text, 0, DAY));
    if (text.n > DAY)
        page_put(p, " %t",
                 str_cut(text, DAY + 1, when->precision == WHEN_SECOND ? SECOND : MINUTE));
    if (text.n > SECOND)
        page_put(p, " %t", str_cut(text, SECOND, text.n));
    page_put(p, "</span>");
}

/* Only addresses of the web become links, and only when nothing in them could be taken for
 * something else. */
static bool is_web_url(struct str url) {
    if (!str_starts_nocase(url, STR("http://")) && !str_starts_nocase(url, STR("https://")))
        return false;
    for (size_t at = 0; at < url.n;) {
        uint32_t cp = utf8_next(url, &at);
        if (cp <= ' ' || cp == '\\' || cp == UTF8_REPLACEMENT || utf8_is_control(cp) ||
            utf8_is_space(cp) || unprintable(cp))
            return false;
    }
    return true;
}

void page_url(struct page *p, struct str url) {
    if (is_web_url(url))
        page_put(p, "<a class=\"u\" href=\"%t\" rel=\"noreferrer noopener\">%i</a>", url, url);
    else
        page_put(p, "<span class=\"u\">%i</span>", url);
}

void page_lang(struct page *p, struct str tag) {
    if (tag.n < 2 || tag.n > 35 || !ascii_alpha(tag.at[0]) || !ascii_alpha(tag.at[1]))
        return;
    for (size_t i = 0; i < tag.n; i++)
        if (!ascii_alpha(tag.at[i]) && !ascii_digit(tag.at[i]) && tag.at[i] != '-')
            return;
    page_put(p, " lang=\"%t\"", tag);
}

void page_report_short(struct page *p, uint32_t report) {
    page_put(p, "<a class=\"id\" href=\"#r%u\">R%u</a>", report + 1, report + 1);
}

/* The first words of a name that is long, as when a title must stand for the outlet. */
static struct str name_cut(struct str name) {
    enum { MOST = 44 };
    size_t at = 0, end = 0;
    for (uint32_t n = 0; at < name.n && n < MOST; n++) {
        size_t before = at;
        if (utf8_is_space(utf8_next(name, &at)))
            end = before;
    }
    return at == name.n ? name : str_cut(name, 0, end ? end : at);
}

void page_report_name(struct page *p, uint32_t report) {
    const struct report *r = &p->c->reports.at[report];
    const struct article *a = r->article;
    struct str name = labels_report_name(r), cut = a->outlet_name.n ? name : name_cut(name);
    if (!a->outlet_name.n && !a->title.n) { /* its path, which is not its words */
        page_put(p, "%i", name);
        return;
    }
    page_put(p, "%w", cut);
    page_put(p, cut.n < name.n ? "…" : "");
}

void page_report(struct page *p, uint32_t report) {
    page_report_short(p, report);
    page_put(p, " ");
    page_report_name(p, report);
}

void page_reports(struct page *p, const uint32_t *at, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        page_put(p, i ? ", " : "");
        page_report_short(p, at[i]);
    }
}

void page_origin(struct page *p, uint32_t origin) {
    page_put(p, "<a class=\"og\" href=\"#o%u\"><span class=\"id o\">O%u</span> %w</a>", origin + 1,
             origin + 1, p->c->origins.at[origin].name);
}

void page_row_head(struct page *p, uint32_t report, bool first, uint32_t rows) {
    enum { SPAN_MOST = 65534 /* the HTML standard's limit of rowspan */ };
    page_put(p, first ? "<tr class=\"first\">" : "<tr>");
    if (!first && rows <= SPAN_MOST)
        return;
    if (rows > 1 && rows <= SPAN_MOST)
        page_put(p, "<th scope=\"rowgroup\" rowspan=\"%u\">", rows);
    else
        page_put(p, "<th scope=\"row\">");
    page_report(p, report);
    page_put(p, "</th>");
}

void page_table(struct page *p, const char *css_class, const char *caption, const char *columns) {
    page_put(p, "<table class=\"%s\"><caption>%s</caption>\n<thead><tr>", css_class, caption);
    struct str rest = str_of(columns);
    while (rest.at)
        page_put(p, "<th scope=\"col\">%t</th>", str_split(&rest, '|'));
    page_put(p, "</tr></thead>\n<tbody>\n");
}

void page_table_end(struct page *p) {
    page_put(p, "</tbody></table>\n");
}
