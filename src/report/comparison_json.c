/* The comparison as one line of twosource.comparison/1. */
#include "report/report.h"

#include "base/json_out.h"
#include "report/claim_chain.h"
#include "report/labels.h"
#include "twosource/version.h"

#include <stdio.h>

enum { ID_TEXT = 16 };

static struct str id_text(char buf[ID_TEXT], const char *prefix, uint32_t i) {
    int n = snprintf(buf, ID_TEXT, "%s%u", prefix, (unsigned)i + 1);
    return (struct str){buf, (size_t)n};
}

static void id_value(struct json_out *j, const char *prefix, uint32_t i) {
    char buf[ID_TEXT];
    if (i == NO_INDEX)
        jout_null(j);
    else
        jout_str(j, id_text(buf, prefix, i));
}

static void key_id(struct json_out *j, const char *key, const char *prefix, uint32_t i) {
    jout_key(j, key);
    id_value(j, prefix, i);
}

static void ids(struct json_out *j, const char *key, const char *prefix, const uint32_t *at,
                uint32_t n) {
    jout_key(j, key);
    jout_array(j);
    for (uint32_t i = 0; i < n; i++)
        id_value(j, prefix, at[i]);
    jout_array_end(j);
}

/* "start", "end", "quote" and, for a title, "in" */
static void span_keys(struct json_out *j, const struct article *article, struct span span,
                      bool in_title) {
    struct str text = in_title ? article->title : article->text;
    uint32_t start = in_title ? (uint32_t)utf8_count(str_cut(text, 0, span.start))
                              : utf8_index_cp(&article->index, span.start);
    uint32_t end = in_title ? (uint32_t)utf8_count(str_cut(text, 0, span.end))
                            : utf8_index_cp(&article->index, span.end);
    if (in_title)
        jout_key_str(j, "in", STR("title"));
    jout_key_uint(j, "start", start);
    jout_key_uint(j, "end", end);
    jout_key_str(j, "quote", str_span(text, span));
}

static void evidence(struct json_out *j, const struct comparison *c,
                     const struct evidence_list *list) {
    jout_key(j, "evidence");
    jout_array(j);
    for (uint32_t i = 0; i < list->n; i++) {
        jout_object(j);
        key_id(j, "report", "r", list->at[i].report);
        span_keys(j, c->reports.at[list->at[i].report].article, list->at[i].text,
                  list->at[i].in_title);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void shares_of(struct json_out *j, const struct comparison *c, uint32_t report) {
    jout_key(j, "shares");
    jout_array(j);
    for (uint32_t i = 0; i < c->shares.n; i++) {
        const struct share *s = &c->shares.at[i];
        if (s->a != report && s->b != report)
            continue;
        bool first = s->a == report;
        jout_object(j);
        key_id(j, "with", "r", first ? s->b : s->a);
        jout_key_real(j, "of_this", labels_share(first ? s->of_a : s->of_b));
        jout_key_real(j, "of_that", labels_share(first ? s->of_b : s->of_a));
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void reports(struct json_out *j, const struct comparison *c) {
    jout_key(j, "reports");
    jout_array(j);
    for (uint32_t i = 0; i < c->reports.n; i++) {
        const struct report *r = &c->reports.at[i];
        const struct article *a = r->article;
        jout_object(j);
        key_id(j, "id", "r", i);
        jout_key_str(j, "article", str_of(a->id));
        jout_key(j, "source");
        jout_object(j);
        if (a->source.url.at)
            jout_key_str(j, "url", a->source.url);
        else
            jout_key_str(j, "path", a->source.path);
        jout_key_str(j, "sha256", str_of(a->source.sha256));
        jout_object_end(j);
        jout_key_str(j, "outlet", a->outlet_name);
        jout_key_str(j, "title", a->title);
        article_json_date(j, "published", &a->published);
        jout_key_str(j, "kind", str_of(article_kind_name(a->kind)));
        key_id(j, "story", "st", r->story);
        jout_key_strs(j, "flags", a->flags.at, a->flags.n);
        if (!c->stories_only)
            shares_of(j, c, i);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void count_range(struct json_out *j, const char *key, const struct count_range *range) {
    jout_key(j, key);
    jout_object(j);
    jout_key_uint(j, "at_least", range->at_least);
    jout_key_uint(j, "at_most", range->at_most);
    ids(j, "origins", "o", range->origins.at, range->origins.n);
    jout_key_strs(j, "rules", range->rules.at, range->rules.n);
    jout_key_str(j, "because", range->because);
    jout_object_end(j);
}

static void stories(struct json_out *j, const struct comparison *c, bool grouping_alone) {
    jout_key(j, "stories");
    jout_array(j);
    for (uint32_t i = 0; i < c->stories.n; i++) {
        const struct story *s = &c->stories.at[i];
        jout_object(j);
        key_id(j, "id", "st", i);
        ids(j, "reports", "r", s->reports.at, s->reports.n);
        jout_key(j, "because");
        jout_array(j);
        for (uint32_t k = 0; k < s->because.n; k++) {
            jout_object(j);
            jout_key_str(j, "kind", s->because.at[k].kind);
            jout_key_str(j, "text", s->because.at[k].text);
            jout_object_end(j);
        }
        jout_array_end(j);
        jout_key(j, "near_misses");
        jout_array(j);
        for (uint32_t k = 0; k < s->near_misses.n; k++) {
            jout_object(j);
            key_id(j, "report", "r", s->near_misses.at[k].report);
            jout_key_str(j, "why_not", s->near_misses.at[k].why_not);
            jout_object_end(j);
        }
        jout_array_end(j);
        if (!grouping_alone) {
            count_range(j, "supporting", &s->supporting);
            ids(j, "unsourced", "r", s->unsourced.at, s->unsourced.n);
        }
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void origins(struct json_out *j, const struct comparison *c) {
    jout_key(j, "origins");
    jout_array(j);
    for (uint32_t i = 0; i < c->origins.n; i++) {
        const struct origin *o = &c->origins.at[i];
        jout_object(j);
        key_id(j, "id", "o", i);
        key_id(j, "story", "st", o->story);
        jout_key_str(j, "name", o->name);
        jout_key_strs(j, "aliases", o->aliases.at, o->aliases.n);
        jout_key_str(j, "kind", str_of(labels_origin_kind(o->kind)));
        jout_key_str(j, "via", o->via);
        jout_key(j, "stated_people");
        if (o->stated_people) {
            jout_object(j);
            jout_key_uint(j, "at_least", o->stated_people);
            jout_key_str(j, "words", o->stated_words);
            jout_object_end(j);
        } else {
            jout_null(j);
        }
        evidence(j, c, &o->evidence);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void links(struct json_out *j, const struct comparison *c) {
    jout_key(j, "links");
    jout_array(j);
    for (uint32_t i = 0; i < c->links.n; i++) {
        const struct link *l = &c->links.at[i];
        jout_object(j);
        key_id(j, "from", "r", l->from);
        if (l->origin != NO_INDEX)
            key_id(j, "to", "o", l->origin);
        else
            key_id(j, "to", "r", l->to_report);
        jout_key_str(j, "relation", str_of(labels_relation(l->relation)));
        jout_key_str(j, "prov", str_of(labels_relation_prov(l->relation)));
        jout_key_real(j, "share", labels_share(l->share));
        jout_key_bool(j, "partial", l->partial);
        jout_key_bool(j, "direction_unknown", l->direction_unknown);
        evidence(j, c, &l->evidence);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void credits(struct json_out *j, const struct comparison *c) {
    jout_key(j, "credits");
    jout_array(j);
    for (uint32_t i = 0; i < c->credits.n; i++) {
        const struct credit *k = &c->credits.at[i];
        jout_object(j);
        key_id(j, "report", "r", k->report);
        key_id(j, "statement", "s", k->statement);
        jout_key_str(j, "name", k->name);
        key_id(j, "origin", "o", k->origin);
        jout_key_str(j, "not_counted", k->not_counted);
        jout_key_bool(j, "credit_line", k->credit_line);
        struct evidence_list one = {(struct evidence *)&k->evidence, 1, 1}; /* only read */
        evidence(j, c, &one);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void copies(struct json_out *j, const struct comparison *c) {
    jout_key(j, "copies");
    jout_array(j);
    for (uint32_t i = 0; i < c->copies.n; i++) {
        const struct copy *k = &c->copies.at[i];
        jout_object(j);
        jout_key_uint(j, "words", k->words);
        jout_key_bool(j, "exact", k->exact);
        struct evidence both[2] = {{k->a, k->in_a, false}, {k->b, k->in_b, false}};
        struct evidence_list list = {both, 2, 2};
        evidence(j, c, &list);
        jout_object_end(j);
    }
    jout_array_end(j);
}

/* Days without a year that another report tells. */
static void open_years(struct json_out *j, const struct comparison *c) {
    jout_key(j, "open_years");
    jout_array(j);
    for (uint32_t i = 0; i < c->open_years.n; i++) {
        const struct open_year *y = &c->open_years.at[i];
        const struct article *a = c->reports.at[y->report].article;
        jout_object(j);
        key_id(j, "story", "st", y->story);
        key_id(j, "report", "r", y->report);
        span_keys(j, a, y->text, false);
        jout_key_str(j, "value", y->value);
        jout_key_str(j, "with_year", y->by_year);
        key_id(j, "told_by", "r", y->by);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void figures(struct json_out *j, const struct comparison *c) {
    jout_key(j, "figures");
    jout_array(j);
    for (uint32_t i = 0; i < c->figures.n; i++) {
        const struct figure *f = &c->figures.at[i];
        jout_object(j);
        key_id(j, "story", "st", f->story);
        jout_key_str(j, "what", f->what);
        jout_key_str(j, "kind", f->kind);
        jout_key_bool(j, "differs", f->differs);
        jout_key(j, "values");
        jout_array(j);
        for (uint32_t k = 0; k < f->values.n; k++) {
            const struct figure_value *v = &f->values.at[k];
            jout_object(j);
            jout_key_real(j, "value", v->value);
            jout_key_str(j, "words", v->words);
            jout_key_str(j, "unit", v->unit);
            jout_key_str(j, "bound", v->bound);
            ids(j, "reports", "r", v->reports.at, v->reports.n);
            evidence(j, c, &v->evidence);
            jout_object_end(j);
        }
        jout_array_end(j);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void quotes(struct json_out *j, const struct comparison *c) {
    jout_key(j, "quotes");
    jout_array(j);
    for (uint32_t i = 0; i < c->quotes.n; i++) {
        const struct quote *q = &c->quotes.at[i];
        jout_object(j);
        key_id(j, "story", "st", q->story);
        jout_key_str(j, "said_by", q->speaker);
        jout_key_str(j, "text", q->text);
        jout_key(j, "reports");
        jout_array(j);
        for (uint32_t k = 0; k < q->reports.n; k++) {
            const struct quote_use *u = &q->reports.at[k];
            jout_object(j);
            key_id(j, "report", "r", u->report);
            span_keys(j, c->reports.at[u->report].article, u->text, false);
            jout_key_bool(j, "altered", u->altered);
            jout_object_end(j);
        }
        jout_array_end(j);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void chain(struct json_out *j, const struct comparison *c, const struct claim_report *r) {
    struct claim_link links[CLAIM_LINKS];
    uint32_t n = claim_chain(links, c, r);
    jout_key(j, "chain");
    jout_array(j);
    for (uint32_t i = 0; i < n; i++) {
        jout_object(j);
        jout_key_str(j, "name", links[i].name);
        jout_key_str(j, "class", str_of(source_class_name(links[i].source_class)));
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void claim_reports(struct json_out *j, const struct comparison *c,
                          const struct claim *claim) {
    jout_key(j, "reports");
    jout_array(j);
    for (uint32_t i = 0; i < claim->reports.n; i++) {
        const struct claim_report *r = &claim->reports.at[i];
        const struct article *article = c->reports.at[r->report].article;
        jout_object(j);
        key_id(j, "report", "r", r->report);
        jout_key_str(j, "stance", str_of(labels_stance(r->stance)));
        jout_key_str(j, "voice", str_of(labels_voice(r->voice)));
        jout_key_str(j, "hedge",
                     r->hedge.start < r->hedge.end ? str_span(article->text, r->hedge) : STR_NONE);
        jout_key_bool(j, "carried", r->carried);
        chain(j, c, r);
        ids(j, "origins", "o", r->origins.at, r->origins.n);
        jout_key(j, "roles");
        jout_array(j);
        for (uint32_t k = 0; k < r->roles.n; k++)
            jout_str(j, r->roles.at[k]);
        jout_array_end(j);
        jout_key(j, "evidence");
        jout_array(j);
        for (uint32_t k = 0; k < r->uses.n; k++) {
            jout_object(j);
            span_keys(j, article, r->uses.at[k].text, false);
            jout_object_end(j);
        }
        jout_array_end(j);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void meanings(struct json_out *j, const struct article *article, const struct claim *claim) {
    jout_key(j, "means");
    jout_array(j);
    for (uint32_t i = 0; i < claim->means.n; i++) {
        jout_object(j);
        span_keys(j, article, claim->means.at[i].pronoun, false);
        jout_key(j, "name");
        jout_object(j);
        span_keys(j, article, claim->means.at[i].name, false);
        jout_object_end(j);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void claims(struct json_out *j, const struct comparison *c) {
    jout_key(j, "claims");
    jout_array(j);
    for (uint32_t i = 0; i < c->claims.n; i++) {
        const struct claim *claim = &c->claims.at[i];
        jout_object(j);
        key_id(j, "id", "c", i);
        key_id(j, "story", "st", claim->story);
        const struct article *article = c->reports.at[claim->report].article;
        jout_key_str(j, "text", str_span(article->text, claim->text));
        key_id(j, "report", "r", claim->report);
        jout_key_uint(j, "start", utf8_index_cp(&article->index, claim->text.start));
        jout_key_uint(j, "end", utf8_index_cp(&article->index, claim->text.end));
        meanings(j, article, claim);
        jout_key_str(j, "kind", str_of(labels_claim_kind(claim->kind)));
        count_range(j, "supporting", &claim->supporting);
        count_range(j, "denying", &claim->denying);
        ids(j, "unsourced", "r", claim->unsourced.at, claim->unsourced.n);
        claim_reports(j, c, claim);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void only_in(struct json_out *j, const struct comparison *c) {
    jout_key(j, "only_in");
    jout_array(j);
    for (uint32_t i = 0; i < c->only_in.n; i++) {
        jout_object(j);
        key_id(j, "report", "r", c->only_in.at[i].report);
        ids(j, "claims", "c", c->only_in.at[i].claims.at, c->only_in.at[i].claims.n);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void open_questions(struct json_out *j, const struct comparison *c) {
    jout_key(j, "cannot_tell");
    jout_array(j);
    for (uint32_t i = 0; i < c->cannot_tell.n; i++) {
        jout_object(j);
        jout_key_str(j, "question", c->cannot_tell.at[i].question);
        ids(j, "reports", "r", c->cannot_tell.at[i].reports.at, c->cannot_tell.at[i].reports.n);
        jout_object_end(j);
    }
    jout_array_end(j);
}

/* The models that the reports were analysed by: nearly always one. */
static void models(struct json_out *j, const struct comparison *c) {
    jout_array(j);
    for (uint32_t i = 0; i < c->reports.n; i++) {
        const struct model_mark *m = &c->reports.at[i].analysis->model;
        bool new = m->name.n > 0;
        for (uint32_t k = 0; k < i && new; k++)
            new = !str_eq(m->sha256, c->reports.at[k].analysis->model.sha256);
        if (!new)
            continue;
        jout_object(j);
        jout_key_str(j, "name", m->name);
        jout_key_str(j, "sha256", m->sha256);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void head(struct json_out *j, const struct comparison *c) {
    jout_key_str(j, "schema", STR("twosource.comparison/1"));
    jout_key(j, "tool");
    jout_object(j);
    jout_key_str(j, "version", STR(TS_VERSION));
    jout_key(j, "models");
    models(j, c);
    jout_key_strs(j, "rules_off", c->rules_off.at, c->rules_off.n);
    jout_object_end(j);
    jout_key(j, "overrides");
    jout_array(j);
    for (uint32_t i = 0; i < c->overrides.n; i++) {
        jout_object(j);
        jout_key_str(j, "kind", c->overrides.at[i].kind);
        jout_key_str(j, "a", c->overrides.at[i].a);
        jout_key_str(j, "b", c->overrides.at[i].b);
        jout_object_end(j);
    }
    jout_array_end(j);
}

static void skipped(struct json_out *j, const struct comparison *c) {
    jout_key(j, "skipped");
    jout_array(j);
    for (uint32_t i = 0; i < c->skipped.n; i++) {
        jout_object(j);
        jout_key_str(j, "path", c->skipped.at[i].path);
        jout_key_str(j, "outcome", c->skipped.at[i].outcome);
        jout_key_str(j, "message", c->skipped.at[i].message);
        jout_object_end(j);
    }
    jout_array_end(j);
}

void report_comparison_json(struct out *o, const struct comparison *c) {
    struct json_out json, *j = &json;
    jout_init(j, o);
    jout_object(j);
    head(j, c);
    reports(j, c);
    stories(j, c, c->stories_only);
    if (!c->stories_only) {
        origins(j, c);
        links(j, c);
        credits(j, c);
        copies(j, c);
        figures(j, c);
        open_years(j, c);
        claims(j, c);
        only_in(j, c);
        quotes(j, c);
        open_questions(j, c);
    }
    skipped(j, c);
    jout_object_end(j);
}
