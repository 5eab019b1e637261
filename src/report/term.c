#include "report/term.h"

#include "base/utf8.h"

#include <stdio.h>
#include <utf8proc.h>

void term_init(struct term *t, struct out *out, const struct report_style *style) {
    *t = (struct term){.out = out, .style = *style};
}

void term_newline(struct term *t) {
    if (t->column)
        out_putc(t->out, '\n');
    t->column = 0;
    t->blank = false;
}

void term_gap(struct term *t) {
    term_newline(t);
    out_putc(t->out, '\n');
}

static void spaces(struct term *t, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        out_putc(t->out, ' ');
    t->column += n;
}

void term_line(struct term *t, uint32_t at, uint32_t indent) {
    term_newline(t);
    spaces(t, at);
    t->indent = indent;
}

void term_tab(struct term *t, uint32_t column) {
    spaces(t, t->column < column ? column - t->column : 1);
    t->blank = false;
}

static uint32_t width(uint32_t cp) {
    int w = utf8proc_charwidth((utf8proc_int32_t)cp);
    return w > 0 ? (uint32_t)w : 0;
}

static uint32_t word_width(struct str word) {
    uint32_t n = 0;
    for (size_t i = 0; i < word.n;)
        n += width(utf8_next(word, &i));
    return n;
}

static const char *const looks[] = {"", "\033[1m", "\033[2m", "\033[36m", "\033[33m"};

/* The next word of s at *at, which is moved behind it; white space and control characters part
 * words. */
static struct str next_word(struct str s, size_t *at) {
    size_t start = SIZE_MAX;
    while (*at < s.n) {
        size_t here = *at, next = here;
        uint32_t cp = utf8_next(s, &next);
        bool parts = utf8_is_control(cp) || cp == 0xA0 || utf8_is_space(cp);
        if (parts && start != SIZE_MAX)
            return str_cut(s, start, here);
        if (!parts && start == SIZE_MAX)
            start = here;
        *at = next;
    }
    return start == SIZE_MAX ? STR_NONE : str_cut(s, start, s.n);
}

/* Bytes that are no UTF-8 could be taken for control characters. */
static void put_valid(struct out *o, struct str word) {
    size_t from = 0;
    for (size_t at = 0, before = 0; at < word.n; before = at)
        if (utf8_next(word, &at) == UTF8_REPLACEMENT) {
            out_put(o, str_cut(word, from, before));
            out_puts(o, "\xEF\xBF\xBD");
            from = at;
        }
    out_put(o, str_cut(word, from, word.n));
}

static void put_word(struct term *t, enum term_look look, struct str word) {
    uint32_t w = word_width(word);
    if (t->column > t->indent && t->column + t->blank + w > t->style.columns) {
        term_newline(t);
        spaces(t, t->indent);
    }
    if (t->blank)
        spaces(t, 1);
    t->blank = false;
    bool colour = t->style.colour && look != TERM_PLAIN;
    if (colour)
        out_puts(t->out, looks[look]);
    put_valid(t->out, word);
    if (colour)
        out_puts(t->out, "\033[0m");
    t->column += w;
}

void term_words(struct term *t, enum term_look look, struct str s) {
    if (s.n && ascii_space(s.at[0]) && t->column > t->indent)
        t->blank = true;
    size_t at = 0;
    for (struct str word; (word = next_word(s, &at)).at;) {
        put_word(t, look, word);
        t->blank = at < s.n;
    }
}

void term_puts(struct term *t, enum term_look look, const char *nul_ended) {
    term_words(t, look, str_of(nul_ended));
}

void term_number(struct term *t, enum term_look look, const char *before, uint64_t v,
                 const char *after) {
    char word[48];
    int n = snprintf(word, sizeof word, "%.8s%llu%.8s", before, (unsigned long long)v, after);
    put_word(t, look, (struct str){word, (size_t)n});
}

void term_uint(struct term *t, enum term_look look, uint64_t v) {
    term_number(t, look, "", v, "");
}

void term_cut(struct term *t, enum term_look look, struct str s, uint32_t max_columns) {
    uint32_t used = 0;
    for (size_t i = 0, end; i < s.n; i = end) {
        end = i;
        used += width(utf8_next(s, &end));
        if (used > max_columns) {
            size_t word = i;
            while (word > 0 && s.at[word - 1] != ' ' && max_columns > 20)
                word--;
            term_words(t, look, str_trim(str_cut(s, 0, word ? word : i)));
            t->blank = false;
            term_puts(t, look, "...");
            return;
        }
    }
    term_words(t, look, s);
}

void term_heading(struct term *t, const char *nul_ended) {
    term_gap(t);
    term_line(t, 0, 0);
    term_puts(t, TERM_BOLD, nul_ended);
    term_newline(t);
}
