/* One analysis for a person at a terminal: whose word, quotations, figures, times, names. */
#include "report/article_text.h"

enum { AT = 2, BODY_AT = 4 };

static struct str text_of(const struct analysis *a, const struct statement *s) {
    return s->in_title ? a->article->title : a->article->text;
}

/* The sentence that a statement stands in; the whole title for one in the title. */
static struct str sentence_of(const struct analysis *a, const struct statement *s) {
    if (s->in_title)
        return a->article->title;
    if (s->sentence >= a->sentences.n)
        return STR_NONE;
    return str_span(a->article->text, a->sentences.at[s->sentence].text);
}

static void source_words(struct term *t, const struct analysis *a, const struct statement *s) {
    struct str name =
        s->entity != NO_INDEX ? a->entities.at[s->entity].name : str_span(text_of(a, s), s->source);
    if (name.n)
        term_words(t, TERM_BOLD, name);
    else
        term_puts(t, TERM_BOLD, s->check != CHECK_NONE ? "the outlet itself" : "source not told");
    term_puts(t, TERM_DIM, ", ");
    term_puts(t, TERM_DIM, source_class_name(s->source_class));
    if (s->cue_lemma.n) {
        term_puts(t, TERM_DIM, ", ");
        term_words(t, TERM_DIM, s->cue_lemma);
    }
    const char *marks[] = {s->self ? ", the report's own outlet" : NULL,
                           s->relayed ? ", relays a named speaker" : NULL,
                           s->opinion_piece ? ", an opinion piece" : NULL,
                           s->partial ? ", in part" : NULL,
                           s->negated ? ", negated" : NULL,
                           s->check == CHECK_OWN ? ", own check" : NULL,
                           s->check == CHECK_NONE_MADE ? ", no check made" : NULL,
                           s->in_title ? ", in the title" : NULL};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i])
            term_puts(t, TERM_DIM, marks[i]);
}

static void detail(struct term *t, const char *label, struct str value) {
    if (!value.n)
        return;
    term_line(t, BODY_AT, BODY_AT + 2);
    term_puts(t, TERM_DIM, label);
    term_puts(t, TERM_DIM, ": ");
    term_words(t, TERM_PLAIN, value);
}

/* What a speaker told an outlet is quoted once, as the speaker's; the outlet is credited. */
static bool is_quotation(const struct statement *s) {
    return s->type == STATEMENT_DIRECT && !s->relayed;
}

static void credits(struct term *t, const struct analysis *a) {
    bool headed = false;
    for (uint32_t i = 0; i < a->statements.n; i++) {
        const struct statement *s = &a->statements.at[i];
        if (is_quotation(s))
            continue;
        if (!headed)
            term_heading(t, "Credited");
        headed = true;
        term_line(t, AT, BODY_AT);
        source_words(t, a, s);
        detail(t, "behind it", str_span(text_of(a, s), s->described_as));
        detail(t, "checked", str_span(text_of(a, s), s->means));
        if (s->credit_line) {
            detail(t, "credit line",
                   s->source.end > s->source.start ? str_span(text_of(a, s), s->source) : s->rule);
            continue;
        }
        term_line(t, BODY_AT, BODY_AT);
        term_words(t, TERM_QUOTE, sentence_of(a, s));
    }
}

static void quotations(struct term *t, const struct analysis *a) {
    bool headed = false;
    for (uint32_t i = 0; i < a->statements.n; i++) {
        const struct statement *s = &a->statements.at[i];
        if (!is_quotation(s))
            continue;
        if (!headed)
            term_heading(t, "Quoted");
        headed = true;
        term_line(t, AT, BODY_AT);
        source_words(t, a, s);
        for (uint32_t k = 0; k < s->content.n; k++) {
            term_line(t, BODY_AT, BODY_AT);
            term_words(t, TERM_QUOTE, str_span(text_of(a, s), s->content.at[k]));
        }
    }
}

static void figures(struct term *t, const struct analysis *a) {
    if (!a->quantities.n)
        return;
    term_heading(t, "Figures");
    for (uint32_t i = 0; i < a->quantities.n; i++) {
        const struct quantity *q = &a->quantities.at[i];
        struct str words = str_span(a->article->text, q->text);
        term_line(t, AT, BODY_AT);
        term_words(t, TERM_PLAIN, words);
        term_tab(t, 30);
        term_words(t, TERM_DIM, q->kind);
        term_tab(t, 40);
        out_real(t->out, q->value);
        t->column += 16; /* no wider than a value that is shown */
        t->blank = true;
        term_words(t, TERM_PLAIN, q->unit);
        if (!str_eq(q->bound, STR("exact"))) {
            t->blank = true;
            term_words(t, TERM_DIM, q->bound);
        }
    }
}

static void times(struct term *t, const struct analysis *a) {
    if (!a->times.n)
        return;
    term_heading(t, "Times");
    for (uint32_t i = 0; i < a->times.n; i++) {
        const struct time_expression *x = &a->times.at[i];
        term_line(t, AT, BODY_AT);
        term_words(t, TERM_PLAIN, str_span(a->article->text, x->text));
        term_tab(t, 30);
        term_words(t, TERM_DIM, x->type);
        term_tab(t, 40);
        term_words(t, TERM_PLAIN, x->value);
    }
}

static void names(struct term *t, const struct analysis *a) {
    if (!a->entities.n)
        return;
    term_heading(t, "Names");
    term_line(t, AT, AT);
    for (uint32_t i = 0; i < a->entities.n; i++) {
        term_words(t, TERM_PLAIN, a->entities.at[i].name);
        if (a->entities.at[i].mentions.n > 1) {
            t->blank = true;
            term_number(t, TERM_DIM, "x", a->entities.at[i].mentions.n, "");
        }
        term_puts(t, TERM_DIM, i + 1 < a->entities.n ? "; " : "");
    }
}

void report_analysis_text(struct out *o, const struct analysis *analysis,
                          const struct report_style *style) {
    struct term t;
    term_init(&t, o, style);
    article_text_head(&t, analysis->article);
    if (!analysis->supported) {
        term_line(&t, AT, BODY_AT);
        term_puts(&t, TERM_WARN, "language_not_supported: kept as a report, not analysed");
    }
    term_newline(&t);
    credits(&t, analysis);
    quotations(&t, analysis);
    figures(&t, analysis);
    times(&t, analysis);
    names(&t, analysis);
    term_gap(&t);
}
