/* One analysis for a person at a terminal: whose word, in which voice, figures, times, names. */
#include "report/article_text.h"

enum { AT = 2, BODY_AT = 4, CONTENT_COLUMNS = 600, CARRIED_FAR = 64 };

static struct str text_of(const struct analysis *a, const struct statement *s) {
    return s->in_title ? a->article->title : a->article->text;
}

static struct str name_of(const struct analysis *a, const struct statement *s) {
    return s->entity != NO_INDEX ? a->entities.at[s->entity].name
                                 : str_span(text_of(a, s), s->source);
}

static void source_words(struct term *t, const struct analysis *a, const struct statement *s) {
    struct str name = name_of(a, s);
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
                           s->attitude == ATTITUDE_KNOWS ? ", known" : NULL,
                           s->attitude == ATTITUDE_INTENDS ? ", intended" : NULL,
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

/* "< The Weldon Herald < two officials": through whom it comes. */
static void chain(struct term *t, const struct analysis *a, const struct statement *s) {
    for (uint32_t n = 0, i = s->within; n < CHAIN_MAX && i != NO_INDEX;
         n++, i = a->statements.at[i].within) {
        struct str name = name_of(a, &a->statements.at[i]);
        term_puts(t, TERM_DIM, " < ");
        if (name.n)
            term_words(t, TERM_DIM, name);
        else
            term_puts(t, TERM_DIM, "source not told");
    }
}

/* What later sentences tell on the same word. */
static void carried(struct term *t, const struct analysis *a, uint32_t statement) {
    uint32_t first = a->statements.at[statement].sentence;
    for (uint32_t i = first; i < a->sentences.n && i - first < CARRIED_FAR; i++) {
        const struct sentence *s = &a->sentences.at[i];
        if (s->on != statement || !s->carried)
            continue;
        term_line(t, BODY_AT, BODY_AT);
        term_puts(t, TERM_DIM, "carried: ");
        term_words(t, TERM_PLAIN, str_span(a->article->text, s->text));
    }
}

static void statements(struct term *t, const struct analysis *a) {
    if (a->statements.n)
        term_heading(t, "Who says what");
    for (uint32_t i = 0; i < a->statements.n; i++) {
        const struct statement *s = &a->statements.at[i];
        term_line(t, AT, BODY_AT);
        source_words(t, a, s);
        chain(t, a, s);
        if (s->described_as.start >= s->described_as.end)
            detail(t, "stands for", str_span(text_of(a, s), s->stands_for));
        detail(t, "behind it", str_span(text_of(a, s), s->described_as));
        detail(t, "not named", str_span(text_of(a, s), s->reason_unnamed));
        detail(t, "checked", str_span(text_of(a, s), s->means));
        if (s->credit_line)
            detail(t, "credit line",
                   s->source.end > s->source.start ? str_span(text_of(a, s), s->source) : s->rule);
        for (uint32_t k = 0; k < s->content.n; k++) {
            term_line(t, BODY_AT, BODY_AT);
            term_cut(t, TERM_QUOTE, str_span(text_of(a, s), s->content.at[k]), CONTENT_COLUMNS);
        }
        if (!s->in_title && !s->credit_line)
            carried(t, a, i);
    }
}

static void count(struct term *t, uint32_t n, const char *what) {
    term_uint(t, TERM_PLAIN, n);
    t->blank = true;
    term_puts(t, TERM_PLAIN, what);
}

/* How many sentences are given in each voice, and those that are the outlet's own judgement. */
static void voices(struct term *t, const struct analysis *a) {
    uint32_t of[VOICES] = {0}, carried_over = 0;
    for (uint32_t i = 0; i < a->sentences.n; i++) {
        of[a->sentences.at[i].voice]++;
        carried_over += a->sentences.at[i].carried;
    }
    if (!a->sentences.n)
        return;
    term_heading(t, "Voice");
    term_line(t, AT, BODY_AT);
    count(t, of[VOICE_OWN], "own, ");
    count(t, of[VOICE_ATTRIBUTED], "attributed");
    if (carried_over) {
        term_puts(t, TERM_PLAIN, ", ");
        count(t, carried_over, "of them carried over");
    }
    term_puts(t, TERM_PLAIN, ", ");
    count(t, of[VOICE_OPINION], "opinion");
    if (a->kind_revised.n) {
        term_puts(t, TERM_PLAIN, ": a report revised to ");
        term_words(t, TERM_BOLD, a->kind_revised);
    }
    for (uint32_t i = 0; i < a->sentences.n; i++) {
        const struct sentence *s = &a->sentences.at[i];
        if (s->voice != VOICE_OPINION)
            continue;
        term_line(t, AT, BODY_AT);
        term_words(t, TERM_DIM, s->voice_rule);
        if (s->voice_cue.start < s->voice_cue.end) {
            term_puts(t, TERM_DIM, ", ");
            term_words(t, TERM_DIM, str_span(a->article->text, s->voice_cue));
        }
        term_puts(t, TERM_DIM, ": ");
        uint32_t left = t->style.columns > t->column + 8 ? t->style.columns - t->column - 4 : 4;
        term_cut(t, TERM_PLAIN, str_span(a->article->text, s->text), left);
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
    statements(&t, analysis);
    voices(&t, analysis);
    figures(&t, analysis);
    times(&t, analysis);
    names(&t, analysis);
    term_gap(&t);
}
