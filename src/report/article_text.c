/* One article for a person at a terminal: what is known of it, its text, what was left out. */
#include "report/article_text.h"

enum { LABEL_AT = 2, VALUE_AT = 14 };

void article_text_field(struct term *t, const char *label, struct str value) {
    if (!value.n)
        return;
    term_line(t, LABEL_AT, VALUE_AT);
    term_puts(t, TERM_DIM, label);
    term_tab(t, VALUE_AT);
    term_words(t, TERM_PLAIN, value);
}

static void date_words(struct term *t, const struct article_date *d) {
    char text[WHEN_TEXT];
    when_text(text, &d->when);
    term_puts(t, TERM_PLAIN, text);
    term_puts(t, TERM_DIM, " (");
    term_words(t, TERM_DIM, d->from);
    term_puts(t, TERM_DIM, ")");
}

static void date_field(struct term *t, const char *label, const struct article_date *d) {
    if (d->when.precision == WHEN_NONE)
        return;
    term_line(t, LABEL_AT, VALUE_AT);
    term_puts(t, TERM_DIM, label);
    term_tab(t, VALUE_AT);
    date_words(t, d);
}

static void list_field(struct term *t, const char *label, const struct str *at, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (i == 0)
            article_text_field(t, label, at[0]);
        else {
            term_puts(t, TERM_PLAIN, "; ");
            term_words(t, TERM_PLAIN, at[i]);
        }
    }
}

static void source_field(struct term *t, const struct article *a) {
    article_text_field(t, "source", a->source.media_type);
    term_puts(t, TERM_PLAIN, ", ");
    term_words(t, TERM_PLAIN, a->source.charset);
    term_puts(t, TERM_PLAIN, ", ");
    term_uint(t, TERM_PLAIN, a->source.bytes);
    term_puts(t, TERM_PLAIN, " bytes, sha256 ");
    term_words(t, TERM_PLAIN, str_cut(str_of(a->source.sha256), 0, 16));
    term_puts(t, TERM_PLAIN, "...");
}

void article_text_head(struct term *t, const struct article *a) {
    term_line(t, 0, VALUE_AT);
    term_words(t, TERM_BOLD, a->source.path.at ? a->source.path : a->source.url);
    article_text_field(t, "outlet", a->outlet_name);
    if (a->outlet_domain.n && a->outlet_name.n) {
        term_puts(t, TERM_DIM, " (");
        term_words(t, TERM_DIM, a->outlet_domain);
        term_puts(t, TERM_DIM, ")");
    } else {
        article_text_field(t, "domain", a->outlet_domain);
    }
    article_text_field(t, "title", a->title);
    list_field(t, "byline", a->byline.at, a->byline.n);
    article_text_field(t, "dateline", a->dateline);
    date_field(t, "published", &a->published);
    date_field(t, "modified", &a->modified);
    article_text_field(t, "kind", str_of(article_kind_name(a->kind)));
    if (a->kind_because.n) {
        term_puts(t, TERM_DIM, " (");
        term_words(t, TERM_DIM, a->kind_because);
        term_puts(t, TERM_DIM, ")");
    }
    article_text_field(t, "language", a->language);
    article_text_field(t, "url", a->canonical_url.n ? a->canonical_url : a->url);
    source_field(t, a);
    list_field(t, "flags", a->flags.at, a->flags.n);
}

static void all_dates(struct term *t, const struct article *a) {
    if (!a->dates.n)
        return;
    term_heading(t, "Dates found");
    for (uint32_t i = 0; i < a->dates.n; i++) {
        term_line(t, LABEL_AT, VALUE_AT);
        term_words(t, TERM_DIM, a->dates.at[i].role);
        term_tab(t, VALUE_AT);
        date_words(t, &a->dates.at[i]);
    }
}

static void left_out(struct term *t, const struct article *a) {
    if (!a->left_out.n)
        return;
    term_heading(t, "Left out of the text");
    for (uint32_t i = 0; i < a->left_out.n; i++) {
        const struct left_out *l = &a->left_out.at[i];
        term_line(t, LABEL_AT, VALUE_AT);
        term_words(t, TERM_DIM, l->why);
        term_tab(t, VALUE_AT);
        term_cut(t, TERM_PLAIN, l->text, t->style.columns - VALUE_AT - 3);
    }
}

void report_article_text(struct out *o, const struct article *article,
                         const struct report_style *style) {
    struct term t;
    term_init(&t, o, style);
    article_text_head(&t, article);
    term_newline(&t);
    for (uint32_t i = 0; i < article->paragraphs.n; i++) {
        term_gap(&t);
        term_line(&t, 0, 0);
        term_words(&t, TERM_PLAIN, str_span(article->text, article->paragraphs.at[i].text));
        term_newline(&t);
    }
    all_dates(&t, article);
    left_out(&t, article);
    term_gap(&t);
}
