#include "compare/whose_word.h"

#include "base/buf.h"
#include "compare/body_references.h"
#include "compare/family_sources.h"
#include "compare/kin_sources.h"
#include "compare/named_speakers.h"
#include "compare/nameless_sources.h"
#include "compare/normal_names.h"
#include "compare/spokespeople.h"
#include "compare/told_outlets.h"
#include "compare/unnamed_media.h"

#include <stdlib.h>
#include <string.h>

static const struct statement *statement_at(const struct word_finder *f, uint32_t report,
                                            uint32_t i) {
    return &f->o->w->c->reports.at[report].analysis->statements.at[i];
}

/* ---- What each report names */

static int by_place(const void *x, const void *y) {
    const struct named_outlet *a = x, *b = y;
    if (a->text.start != b->text.start)
        return a->text.start < b->text.start ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

/* `an article titled "Portwire Has a Problem"`: a name with which a title in marks begins. */
static bool opens_title(const struct article *a, struct span name) {
    enum { TITLE_BYTES = 120, SHORT_BYTES = 4, WORDS = 3 };
    static const char *const marks[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x98", "'"};
    static const char *const ends[] = {"\"", "\xE2\x80\x9D", "\xE2\x80\x99", "\n"};
    struct str before = str_cut(a->text, 0, name.start),
               behind = str_cut(a->text, name.end, name.end + TITLE_BYTES);
    uint32_t words = 0;
    bool marked = false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        marked |= str_ends(before, str_of(marks[i]));
    struct str rest = str_before_any(behind, ends, sizeof ends / sizeof *ends);
    if (!marked || rest.n == behind.n)
        return false;
    while (rest.at) {
        struct str word = str_split(&rest, ' ');
        words += word.n > 0;
        if (word.n > SHORT_BYTES && ascii_lower(word.at[0]) == word.at[0] &&
            !ascii_digit(word.at[0]))
            return false;
    }
    return words >= WORDS;
}

/* "The Herald reported last week", "Last month the Herald", "the Herald had reported": what it told
 * then is not what is told now. */
static bool is_of_earlier(const struct analysis *n, uint32_t sentence, struct span name) {
    enum { BYTES_BEFORE = 24, BYTES_BEHIND = 40 };
    static const char *const marks[] = {"last week",      "last month",    "last year",
                                        "earlier this ",  " previously ",  " recently ",
                                        " had reported ", " had earlier ", " had said ",
                                        "weeks ago",      "months ago",    "years ago"};
    if (sentence >= n->sentences.n)
        return false;
    struct span in = n->sentences.at[sentence].text;
    struct span near = {name.start > in.start + BYTES_BEFORE ? name.start - BYTES_BEFORE : in.start,
                        name.end + BYTES_BEHIND < in.end ? name.end + BYTES_BEHIND : in.end};
    struct str text = str_span(n->article->text, near);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_find_nocase(text, str_of(marks[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

/* The mentions of outlets that a report of the story credits. */
static int outlets_of(struct word_finder *f, struct carrier *k, struct report_names *out) {
    struct origin_work *o = f->o;
    const struct analysis *n = o->w->c->reports.at[k->report].analysis;
    for (uint32_t e = 0; e < n->entities.n; e++) {
        uint32_t node;
        int status = outlet_nodes_known(&node, &o->nodes, n->entities.at[e].name);
        if (status != TS_OK)
            return status;
        if (node == NO_INDEX || node == k->own || node >= o->node_room || !o->credited_by[node])
            continue;
        for (uint32_t m = 0; m < n->entities.at[e].mentions.n; m++) {
            if (opens_title(n->article, n->entities.at[e].mentions.at[m].text))
                continue;
            struct named_outlet *added = VEC_PUSH(o->w->scratch, &out->outlets);
            if (!added)
                return work_memory(o->w);
            uint32_t sentence = n->entities.at[e].mentions.at[m].sentence;
            *added = (struct named_outlet){
                n->entities.at[e].mentions.at[m].text, sentence, node,
                node_set_has(&k->credited, node),
                is_of_earlier(n, sentence, n->entities.at[e].mentions.at[m].text)};
        }
    }
    if (out->outlets.n)
        qsort(out->outlets.at, out->outlets.n, sizeof *out->outlets.at, by_place);
    return TS_OK;
}

static int source_order(const void *x, const void *y) {
    const struct named_source *a = x, *b = y;
    if (a->sentence != b->sentence)
        return a->sentence < b->sentence ? -1 : 1;
    return a->source < b->source ? -1 : a->source > b->source;
}

static int sources_of(struct word_finder *f, const struct carrier *k, struct report_names *out) {
    const struct analysis *n = f->o->w->c->reports.at[k->report].analysis;
    for (uint32_t i = 0; i < n->statements.n; i++) {
        uint32_t source;
        int status = claim_sources_find(&source, &f->sources, k->report, &n->statements.at[i]);
        if (status != TS_OK)
            return status;
        if (source == NO_INDEX)
            continue;
        struct named_source *added = VEC_PUSH(f->o->w->scratch, &out->sources);
        if (!added)
            return work_memory(f->o->w);
        *added = (struct named_source){n->statements.at[i].sentence, source};
    }
    if (out->sources.n)
        qsort(out->sources.at, out->sources.n, sizeof *out->sources.at, source_order);
    return TS_OK;
}

/* Who is heard in a report, before any of the story's reports is listed: an owner is her firm where
 * that has another voice. */
static int hear(struct word_finder *f, const struct carrier *k) {
    const struct analysis *n = f->o->w->c->reports.at[k->report].analysis;
    int status = TS_OK;
    uint32_t source;
    for (uint32_t i = 0; i < n->statements.n && status == TS_OK; i++)
        status = claim_sources_find(&source, &f->sources, k->report, &n->statements.at[i]);
    return status;
}

/* The statements of the text by their sentences. */
static bool index_statements(struct work *w, uint32_t report, struct report_names *out) {
    const struct analysis *n = w->c->reports.at[report].analysis;
    uint32_t total = 0;
    out->first = work_zero(w, (size_t)n->sentences.n + 1, sizeof *out->first);
    out->at = work_zero(w, n->statements.n, sizeof *out->at);
    if (!out->first || !out->at)
        return false;
    for (uint32_t i = 0; i < n->statements.n; i++)
        if (!n->statements.at[i].in_title && n->statements.at[i].sentence < n->sentences.n)
            out->first[n->statements.at[i].sentence]++;
    for (uint32_t i = 0; i <= n->sentences.n; i++) {
        total += out->first[i];
        out->first[i] = total;
    }
    for (uint32_t i = n->statements.n; i-- > 0;)
        if (!n->statements.at[i].in_title && n->statements.at[i].sentence < n->sentences.n)
            out->at[--out->first[n->statements.at[i].sentence]] = i;
    return true;
}

int word_finder_init(struct word_finder *f, struct origin_work *o) {
    *f = (struct word_finder){.o = o, .of = work_zero(o->w, o->n, sizeof *f->of)};
    if (!f->of)
        return work_memory(o->w);
    int status = claim_sources_init(&f->sources, o->w, &o->w->c->stories.at[o->story]);
    for (uint32_t i = 0; i < o->n && status == TS_OK; i++)
        status = hear(f, &o->carriers[i]);
    for (uint32_t i = 0; i < o->n && status == TS_OK; i++)
        status = outlet_writers_read(&f->writers, &o->nodes, &f->sources, o->carriers[i].report);
    for (uint32_t i = 0; i < o->n && status == TS_OK; i++) {
        status = outlets_of(f, &o->carriers[i], &f->of[i]);
        if (status == TS_OK)
            status = sources_of(f, &o->carriers[i], &f->of[i]);
        if (status == TS_OK)
            status = told_outlet(&f->of[i].told, o, &o->carriers[i]);
        if (status == TS_OK && !index_statements(o->w, o->carriers[i].report, &f->of[i]))
            status = work_memory(o->w);
    }
    return status;
}

/* ---- A source without a name of its own */

/* "a Ledger impostor website", "the fake Ledger page": not the outlet. */
static bool is_false_friend(struct str words) {
    static const char *const list[] = {"impostor", "imposter", "fake",     "hoax",      "spoof",
                                       "parody",   "bogus",    "copycat",  "satirical", "phony",
                                       "rival",    "former",   "lookalike"};
    return words_have(words, list, sizeof list / sizeof *list);
}

/* "the source", "those sources", "insiders": people whom the report knows from another's. */
static bool is_others_people(struct str words) {
    static const char *const list[] = {"source", "sources", "insider", "insiders"};
    return words_have(words, list, sizeof list / sizeof *list);
}

/* Whether a report speaks of an outlet in other words than a statement's source, and gives it no
 * words. */
static int is_told_of_alone(bool *is, struct word_finder *f, uint32_t report, uint32_t node,
                            struct span source) {
    enum { LOOKED_AT = 256 };
    const struct report_names *x = &f->of[f->o->carrier_of[report]];
    const struct analysis *n = f->o->w->c->reports.at[report].analysis;
    *is = false;
    for (uint32_t i = 0; i < n->statements.n && i < LOOKED_AT; i++) {
        uint32_t of = NO_INDEX;
        int status = statement_of_outlet(&n->statements.at[i])
                         ? outlet_nodes_source(&of, &f->o->nodes, report, &n->statements.at[i])
                         : TS_OK;
        if (status != TS_OK || of == node)
            return status;
    }
    for (uint32_t i = 0; i < x->outlets.n; i++) {
        const struct named_outlet *m = &x->outlets.at[i];
        *is |= m->node == node && (m->text.start < source.start || m->text.end > source.end);
    }
    return TS_OK;
}

/* "Sources at Portwire", "an insider close to Portwire"; "a Portwire source" where the report tells
 * that another outlet has it from them, or of Portwire and not what it reports: people who work
 * there, whomever they spoke to. A news agency's source spoke to it. */
static int is_staff(bool *is, struct word_finder *f, uint32_t report, const struct statement *s,
                    struct span name, uint32_t node) {
    static const char *const at[] = {" at ", " inside ", " within ", " close to "};
    static const char *const people[] = {" source", " insider"};
    struct str text = f->o->w->c->reports.at[report].article->text;
    const struct span source = statement_source(s);
    struct str before = str_cut(text, source.start, name.start);
    struct str behind = str_cut(text, name.end, source.end);
    const uint32_t the = str_ends(before, STR(" the ")) ? sizeof "the " - 1 : 0;
    struct str link = str_cut(before, 0, before.n - the);
    for (size_t i = 0; i < sizeof at / sizeof *at; i++)
        if (str_ends(link, str_of(at[i]))) {
            *is = is_others_people(str_cut(link, 0, link.n - strlen(at[i])));
            return TS_OK;
        }
    const uint32_t within = s->within;
    struct str words = str_span(text, source);
    *is = (str_starts_nocase(words, STR("a ")) || str_starts_nocase(words, STR("an "))) &&
          str_is_one_of(behind, people, sizeof people / sizeof *people) &&
          !f->o->nodes.at.at[node].agency;
    if (!*is || (within != NO_INDEX && statement_of_outlet(statement_at(f, report, within))))
        return TS_OK;
    return is_told_of_alone(is, f, report, node, source);
}

/* An outlet of the story named inside the source: "a Ledger report", "the Ledger's sources". *of:
 * the one whose staff the source is, or NO_INDEX. */
static int outlet_inside(uint32_t *node, uint32_t *of, struct word_finder *f, uint32_t report,
                         const struct statement *s) {
    struct origin_work *o = f->o;
    const struct analysis *n = o->w->c->reports.at[report].analysis;
    *node = *of = NO_INDEX;
    const struct name_mentions *all = &f->sources.mentions[report];
    for (uint32_t i = claim_sources_mention(&f->sources, report, statement_source(s).start);
         !s->in_title && i < all->at.n && all->at.at[i].text.start < statement_source(s).end; i++) {
        if (all->at.at[i].text.end > statement_source(s).end ||
            opens_title(n->article, all->at.at[i].text))
            continue;
        int status = outlet_nodes_known(node, &o->nodes, n->entities.at[all->at.at[i].entity].name);
        bool staff = false;
        if (status == TS_OK && *node != NO_INDEX)
            status = is_staff(&staff, f, report, s, all->at.at[i].text, *node);
        if (status != TS_OK || (*node != NO_INDEX && !staff))
            return status;
        *of = *node != NO_INDEX ? *node : *of;
        *node = NO_INDEX;
    }
    return TS_OK;
}

/* The outlet whose staff a source is where the tagger saw no name in it: by the outlet's name
 * elsewhere in the report. NO_INDEX: none. */
static int staff_of(uint32_t *of, struct word_finder *f, uint32_t report,
                    const struct statement *s) {
    const struct report_names *x = &f->of[f->o->carrier_of[report]];
    struct str text = f->o->w->c->reports.at[report].article->text;
    struct str words = claim_source_words(f->o->w, report, s);
    for (uint32_t i = 0; !s->in_title && *of == NO_INDEX && i < x->outlets.n; i++) {
        struct str name = str_span(text, x->outlets.at[i].text);
        const size_t at = str_find(words, name, 0);
        const uint32_t start = statement_source(s).start + (uint32_t)at;
        bool staff = false;
        int status = at == SIZE_MAX ? TS_OK
                                    : is_staff(&staff, f, report, s,
                                               (struct span){start, start + (uint32_t)name.n},
                                               x->outlets.at[i].node);
        if (status != TS_OK)
            return status;
        *of = staff ? x->outlets.at[i].node : NO_INDEX;
    }
    return TS_OK;
}

/* "officials" of "officials aware of the reports": people, whatever they tell of. */
static bool are_people(const struct statement *s, struct str words) {
    static const char *const ends[] = {",",          " who ",     " familiar ", " briefed ",
                                       " speaking ", " involved", " aware ",    " close "};
    struct str head = str_before_any(words, ends, sizeof ends / sizeof *ends);
    return s->source_class == SOURCE_UNNAMED && head.n < words.n && !words_of_piece(head);
}

/* "Norland Front sources", "the Port Office source": people of a body that is named, whom no outlet
 * need have told of before. */
static bool is_of_named_body(const struct word_finder *f, uint32_t report,
                             const struct statement *s) {
    const struct analysis *n = f->o->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &f->sources.mentions[report];
    uint32_t i = claim_sources_mention(&f->sources, report, statement_source(s).start);
    if (s->in_title || i >= all->at.n || all->at.at[i].text.end > statement_source(s).end ||
        n->entities.at[all->at.at[i].entity].outlet ||
        !str_eq(n->entities.at[all->at.at[i].entity].kind, STR("ORG")))
        return false;
    struct str rest = str_cut(n->article->text, all->at.at[i].text.end, statement_source(s).end);
    static const char *const people[] = {" source", " sources", " insider", " insiders"};
    return str_is_one_of(rest, people, sizeof people / sizeof *people);
}

/* "others", "many", "medical staff": people, though nothing is told of them. */
static bool is_indefinite(struct str words) {
    static const char *const list[] = {"others",  "some",    "many",    "several",
                                       "critics", "experts", "analysts"};
    return (str_find_byte(words, ' ', 0) == SIZE_MAX &&
            words_have(words, list, sizeof list / sizeof *list)) ||
           (str_eq(source_last_word(words), STR("staff")) &&
            !words_have_one(words, STR("general")) && str_find(words, STR("'s "), 0) == SIZE_MAX &&
            str_find(words, STR("\xE2\x80\x99s "), 0) == SIZE_MAX);
}

/* "He has no friend at Portwire," said the source: who is quoted names it, not the report. */
static bool is_quoted(const struct statement *s, struct span text) {
    for (uint32_t i = 0; s->type == STATEMENT_DIRECT && !s->in_title && i < s->content.n; i++)
        if (spans_overlap(s->content.at[i], text))
            return true;
    return false;
}

/* The outlet named last before a statement's sentence or in it, else first after it, where ahead;
 * not this one. credited: of those that the report credits. */
static uint32_t nearest(const struct report_names *x, const struct statement *s, uint32_t not_this,
                        bool credited, bool ahead) {
    const uint32_t sentence = s->in_title ? 0 : s->sentence;
    uint32_t node = NO_INDEX;
    for (uint32_t i = 0; i < x->outlets.n; i++) {
        if (x->outlets.at[i].credited != credited || is_quoted(s, x->outlets.at[i].text) ||
            x->outlets.at[i].node == not_this || (!ahead && x->outlets.at[i].earlier))
            continue;
        if ((node != NO_INDEX || !ahead) && x->outlets.at[i].sentence > sentence)
            break;
        node = x->outlets.at[i].node;
    }
    return node;
}

/* "The Herald published an article": of the outlets named right before, the one whose piece is told
 * of, unless another has reported since. */
static uint32_t publisher(const struct analysis *n, const struct report_names *x,
                          uint32_t sentence) {
    enum { SENTENCES_BACK = 2 };
    static const char *const verbs[] = {"publish", "post", "run", "print", "carry", "air"};
    static const char *const reports[] = {"report", "say", "write", "reveal", "claim"};
    uint32_t node = NO_INDEX;
    for (uint32_t i = 0; i < x->outlets.n && x->outlets.at[i].sentence <= sentence; i++) {
        if (x->outlets.at[i].sentence + SENTENCES_BACK < sentence)
            continue;
        uint32_t next = SPANS_FIND(n->tokens, x->outlets.at[i].text.end);
        struct str lemma = next < n->tokens.n ? n->tokens.at[next].lemma : STR_NONE;
        if (str_is_one_of(lemma, verbs, sizeof verbs / sizeof *verbs))
            node = x->outlets.at[i].node;
        else if (str_is_one_of(lemma, reports, sizeof reports / sizeof *reports))
            node = NO_INDEX;
    }
    return node;
}

static uint32_t nearest_outlet(const struct word_finder *f, uint32_t report,
                               const struct statement *s, uint32_t not_this, bool ahead) {
    const struct report_names *x = &f->of[f->o->carrier_of[report]];
    uint32_t node =
        publisher(f->o->w->c->reports.at[report].analysis, x, s->in_title ? 0 : s->sentence);
    if (node == NO_INDEX || node == not_this)
        node = nearest(x, s, not_this, true, ahead);
    return node == NO_INDEX ? nearest(x, s, not_this, false, ahead) : node;
}

/* "several reports, all citing the Herald, said": the outlet between the source and its verb. */
static uint32_t cited_between(const struct word_finder *f, uint32_t report,
                              const struct statement *s) {
    const struct report_names *x = &f->of[f->o->carrier_of[report]];
    for (uint32_t i = 0; !s->in_title && i < x->outlets.n; i++)
        if (x->outlets.at[i].text.start >= s->source.start &&
            x->outlets.at[i].text.end <= s->cue.start)
            return x->outlets.at[i].node;
    return NO_INDEX;
}

/* ---- Along the chain */

static int end_at_outlet(struct whose_word *out, struct word_finder *f, uint32_t node) {
    const struct node_set *ends = compare_chain_ends(f->o, node);
    if (!ends)
        return work_memory(f->o->w);
    out->passed = out->passed || out->unnamed != NO_INDEX || ends->at.at[0] != node;
    out->unnamed = NO_INDEX;
    out->node = ends->at.at[0];
    return TS_OK;
}

/* The first outlet further out, which relays. */
static int find_relay(struct whose_word *out, struct word_finder *f, uint32_t report,
                      uint32_t statement) {
    struct outlet_nodes *nodes = &f->o->nodes;
    for (uint32_t n = 0; n <= CHAIN_MAX && statement != NO_INDEX; n++) {
        const struct statement *s = statement_at(f, report, statement);
        if (statement_of_outlet(s)) {
            uint32_t node;
            int status = outlet_nodes_source(&node, nodes, report, s);
            out->via = node;
            return status;
        }
        statement = s->within;
    }
    return TS_OK;
}

/* "officials" of "the two officials", "these officials"; nothing of more words than that, or of
 * others. */
static struct str people_named_before(struct str words) {
    static const char *const back[] = {"the", "these", "those"};
    struct str rest = words, noun = STR_NONE;
    for (unsigned n = 0; rest.at && n < 3; n++) {
        noun = str_split(&rest, ' ');
        if (!n && !str_is_one_of(noun, back, sizeof back / sizeof *back))
            return STR_NONE;
    }
    return rest.at ? STR_NONE : noun;
}

/* "the source told the Herald": the outlet to which people spoke of whom the report has told before
 * without saying so; "said the source" behind "an insider told the Herald": whom it told of last.
 */
static int told_near(uint32_t *node, struct word_finder *f, uint32_t report,
                     const struct statement *s, struct str words, bool before) {
    enum { LOOKED_AT = 64 };
    const struct report *r = &f->o->w->c->reports.at[report];
    const struct analysis *n = r->analysis;
    const uint32_t first = (uint32_t)(s - n->statements.at);
    for (uint32_t k = 1; k < LOOKED_AT && (before ? k <= first : first + k < n->statements.n);
         k++) {
        const struct statement *told = &n->statements.at[before ? first - k : first + k];
        struct str told_of = str_span(r->article->text, told->described_as);
        struct str people = before ? told_of : people_named_before(told_of);
        bool outlet = statement_of_outlet(told) && str_eq(told->rule, STR("told-outlet"));
        if (told->in_title || !people.n || !is_others_people(people))
            continue;
        if (outlet && !told->self && (before || words_have_one(words, people)))
            return outlet_nodes_source(node, &f->o->nodes, report, told);
        if (before && !people_named_before(people).n)
            return TS_OK; /* others were told of since */
    }
    return TS_OK;
}

/* "a Ledger report", "the report", "its sources": the outlet that is named there, else the last one
 * that the report names. */
static int borrowed_word(struct whose_word *out, bool *settled, struct word_finder *f,
                         uint32_t report, const struct statement *s) {
    uint32_t node, of;
    struct str words = claim_source_words(f->o->w, report, s);
    int status = outlet_inside(&node, &of, f, report, s);
    if (status == TS_OK && node == NO_INDEX && of == NO_INDEX && is_others_people(words))
        status = staff_of(&of, f, report, s);
    if (status == TS_OK && node == NO_INDEX && words_of_piece(words) &&
        !unnamed_media_broadcast(words))
        status = claim_sources_named_in(&out->source, &f->sources, report, s);
    if (status != TS_OK || out->source != NO_INDEX)
        return status;
    bool many = node == NO_INDEX && words_of_piece(words) && unnamed_media_are(words);
    if (many)
        node = cited_between(f, report, s);
    *settled = many && node == NO_INDEX;
    if (*settled)
        return unnamed_media_source(&out->source, &f->sources, report, words);
    bool its = str_starts_nocase(words, STR("whose ")) || str_starts_nocase(words, STR("its "));
    if (node == NO_INDEX && people_named_before(words).n && is_others_people(words))
        status = told_near(&node, f, report, s, words, true);
    if (node == NO_INDEX && status == TS_OK) /* people who speak first spoke here, whomever the
                                                report names later */
        node = nearest_outlet(f, report, s, of, s->in_title || its || words_of_piece(words));
    if (node == NO_INDEX && !s->in_title && !words_of_piece(words))
        status = told_near(&node, f, report, s, words, false);
    *settled = node != NO_INDEX && node != f->o->nodes.own[report];
    return *settled ? end_at_outlet(out, f, node) : status;
}

/* "the official", of whom the report told before: "a senior official confirmed to the Ledger". Of
 * the last such people, whether they spoke to the report's own outlet. */
static bool spoke_here(const struct word_finder *f, uint32_t report, uint32_t statement) {
    enum { LOOKED_AT = 64 };
    const struct report *r = &f->o->w->c->reports.at[report];
    const struct statement *s = statement_at(f, report, statement);
    struct str noun = people_named_before(claim_source_words(f->o->w, report, s));
    for (uint32_t i = statement, n = 0; noun.n && !s->in_title && i-- > 0 && n < LOOKED_AT; n++) {
        const struct statement *before = &r->analysis->statements.at[i];
        struct str people = str_span(r->article->text, before->described_as);
        if (!before->in_title && words_have_one(people, noun) && !people_named_before(people).n)
            return statement_of_outlet(before) && before->self;
    }
    return false;
}

/* A statement or release is the word of whom the report gives words to right before it. */
static uint32_t issuer_before(const struct word_finder *f, uint32_t report,
                              const struct statement *s, uint32_t document) {
    enum { SENTENCES_BACK = 3 };
    static const char *const forms[] = {"statement", "release", "announcement", "advert"};
    const struct report_names *x = &f->of[f->o->carrier_of[report]];
    uint32_t issuer = NO_INDEX;
    if (!str_is_one_of(f->sources.at.at[document].form, forms, sizeof forms / sizeof *forms))
        return document;
    for (uint32_t i = 0; i < x->sources.n && x->sources.at[i].sentence <= s->sentence; i++)
        if (x->sources.at[i].sentence + SENTENCES_BACK >= s->sentence &&
            f->sources.at.at[x->sources.at[i].source].kind != ORIGIN_DOCUMENT)
            issuer = x->sources.at[i].source;
    return issuer;
}

/* The statement of another outlet's people whom "these people", "the officials" are: of the last
 * people that they can be. The statement itself when there is none. */
static uint32_t others_people(const struct word_finder *f, uint32_t report, uint32_t statement) {
    enum { LOOKED_AT = 64 };
    const struct report *r = &f->o->w->c->reports.at[report];
    const struct statement *s = statement_at(f, report, statement);
    struct str words = claim_source_words(f->o->w, report, s), noun = people_named_before(words);
    bool any = str_eq_nocase(noun, STR("people")) && !str_starts_nocase(words, STR("the "));
    for (uint32_t i = statement, n = 0; noun.n && i-- > 0 && n < LOOKED_AT; n++) {
        const struct statement *before = statement_at(f, report, i);
        bool outlet = statement_of_outlet(before);
        struct str people = outlet ? str_span(r->article->text, before->described_as)
                                   : claim_source_words(f->o->w, report, before);
        if (before->in_title || !people.n || people_named_before(people).n ||
            !(outlet || before->source_class == SOURCE_UNNAMED) ||
            !(any || words_have_one(people, noun)))
            continue;
        return (outlet && !before->self) || is_others_people(people) ? i : statement;
    }
    return statement;
}

/* The statement of whom "the spokesman" is: the last one before it whose source has the noun and
 * more. The statement itself when there is none. */
static uint32_t introduced(const struct word_finder *f, uint32_t report, uint32_t statement) {
    enum { LOOKED_AT = 64 };
    const struct statement *s = statement_at(f, report, statement);
    struct str noun = people_named_before(claim_source_words(f->o->w, report, s));
    if (!noun.n || s->entity != NO_INDEX || s->in_title || statement_of_outlet(s) ||
        words_of_piece(noun) || s->source_class == SOURCE_DOCUMENT)
        return statement;
    if (s->source_class == SOURCE_UNNAMED)
        return others_people(f, report, statement);
    for (uint32_t i = statement, n = 0; i-- > 0 && n < LOOKED_AT; n++) {
        const struct statement *before = statement_at(f, report, i);
        struct str words = claim_source_words(f->o->w, report, before);
        if (!before->in_title && !statement_of_outlet(before) && words_have_one(words, noun) &&
            !people_named_before(words).n)
            return i;
    }
    return statement;
}

/* A publication or a text without a name. */
static int nameless_word(struct whose_word *out, bool *settled, struct word_finder *f,
                         uint32_t report, const struct statement *s) {
    struct str words = claim_source_words(f->o->w, report, s);
    struct str text = nameless_text(words), outlet = nameless_outlet(words);
    *settled = text.n || outlet.n;
    if (text.n)
        return claim_sources_document(&out->source, &f->sources, report, statement_source(s), text);
    if (!outlet.n)
        return TS_OK;
    struct str form = compare_normal_name(f->o->w, outlet, "");
    return form.at ? claim_sources_group(&out->source, &f->sources, outlet, form)
                   : work_memory(f->o->w);
}

/* The outlet that a statement is of ends the chain, unless it is the report's own. */
static int outlet_link(struct whose_word *out, bool *settled, struct word_finder *f,
                       uint32_t report, uint32_t statement) {
    struct origin_work *o = f->o;
    const struct statement *s = statement_at(f, report, statement);
    uint32_t node = NO_INDEX;
    int status = outlet_nodes_source(&node, &o->nodes, report, s);
    bool own = node != NO_INDEX && (s->self || node == o->nodes.own[report]);
    out->own = out->own || own;
    if (own && out->unnamed == NO_INDEX && s->described_as.start < s->described_as.end)
        out->unnamed = statement;
    *settled = node != NO_INDEX && !own;
    return *settled ? end_at_outlet(out, f, node) : status;
}

/* "information obtained by the Herald", "accounts given to the Herald": what only the Herald has.
 */
static int given_to_outlet(uint32_t *node, struct word_finder *f, uint32_t report,
                           const struct statement *s) {
    static const char *const nouns[] = {"information", "details", "accounts", "data", "figures"};
    static const char *const had[] = {" obtained by ", " provided to ", " given to ",
                                      " seen by ",     " shared with ", " gathered by ",
                                      " collected by "};
    struct str words = claim_source_words(f->o->w, report, s);
    bool has = false;
    uint32_t of;
    *node = NO_INDEX;
    for (size_t i = 0; i < sizeof had / sizeof *had; i++)
        has = has || str_find(words, str_of(had[i]), 0) != SIZE_MAX;
    return has && words_have(words, nouns, sizeof nouns / sizeof *nouns)
               ? outlet_inside(node, &of, f, report, s)
               : TS_OK;
}

/* The mother of somebody whose full name is told is one person in all reports, however they put it:
 * "ann roe mother" of "the mother of Ann Roe" and of "Ann Roe's mother". Empty: it is nobody of
 * whom there is one; STR_NONE: no memory. */
static struct str kin_of_named(struct word_finder *f, uint32_t report, const struct statement *s) {
    static const char *const kin[] = {"mother", "father", "wife", "husband", "widow", "widower"};
    const struct name_mentions *all = &f->sources.mentions[report];
    const struct article *article = f->o->w->c->reports.at[report].article;
    struct span at = s->described_as;
    uint32_t i = claim_sources_mention(&f->sources, report, at.start);
    if (s->in_title || s->source_class != SOURCE_UNNAMED || s->stated_people != 1 ||
        i == all->at.n || all->at.at[i].text.end > at.end)
        return STR("");
    struct str name = str_span(article->text, all->at.at[i].text);
    struct str before = str_span(article->text, (struct span){at.start, all->at.at[i].text.start});
    struct str behind = str_span(article->text, (struct span){all->at.at[i].text.end, at.end});
    bool of = !behind.n && str_ends(before, STR(" of "));
    struct str noun =
        of ? source_without_article(str_cut(before, 0, before.n - (sizeof " of " - 1)))
           : source_last_word(behind);
    struct str owner = str_cut(behind, 0, behind.n - (of ? 0 : noun.n));
    bool owned = !before.n && (str_eq(owner, STR("'s ")) || str_eq(owner, STR("\xE2\x80\x99s ")));
    if ((!owned && !of) || source_last_word(name).n == name.n ||
        !str_is_one_of(noun, kin, sizeof kin / sizeof *kin))
        return STR("");
    struct buf form;
    buf_init(&form, f->o->w->scratch, name.n + noun.n + 2);
    buf_put(&form, name);
    buf_putc(&form, ' ');
    buf_put(&form, noun);
    return form.failed ? STR_NONE : compare_normal_name(f->o->w, buf_str(&form), "");
}

/* "A recent Portwire study": of the body that is named there; an outlet has its own rules. */
static bool are_findings(const struct word_finder *f, uint32_t report, const struct statement *s) {
    static const char *const nouns[] = {"study", "survey", "poll", "analysis", "research", "audit"};
    struct str words = claim_source_words(f->o->w, report, s);
    const struct entity *body = s->entity != NO_INDEX || s->in_title
                                    ? NULL
                                    : body_in_words(&f->sources, report, statement_source(s));
    return body && !body->outlet && !utf8_capital(source_last_word(words)) &&
           !source_is_capitals(body->name) && /* "DNA", "MRI" */
           str_is_one_of(source_last_word(words), nouns, sizeof nouns / sizeof *nouns);
}

/* Looks for the source that a statement's words name, no outlet's. */
static int look_up(struct whose_word *out, bool *settled, struct word_finder *f, uint32_t report,
                   const struct statement *s) {
    struct origin_work *o = f->o;
    struct str words = claim_source_words(o->w, report, s);
    const bool published = words_of_piece(words) && !are_people(s, words);
    bool borrowed = s->entity == NO_INDEX && !is_false_friend(words) &&
                    (published || (s->source_class == SOURCE_UNNAMED && is_others_people(words) &&
                                   !is_of_named_body(f, report, s)));
    const char *group = s->entity == NO_INDEX && !user_handle(words).n ? public_group(words) : NULL;
    uint32_t node = NO_INDEX, of;
    int status = given_to_outlet(&node, f, report, s);
    if (status == TS_OK && node == NO_INDEX && reports_for_outlet(&f->sources, report, s))
        status = outlet_inside(&node, &of, f, report, s);
    if (status == TS_OK && node == NO_INDEX)
        status = outlet_writers_outlet(&node, &f->writers, &f->sources, report, s);
    if (status != TS_OK)
        return status;
    *settled = node != NO_INDEX && node != o->nodes.own[report];
    if (*settled)
        return end_at_outlet(out, f, node);
    status = unnamed_media_of_place(&out->source, &f->sources, report, s);
    if (status != TS_OK || out->source != NO_INDEX)
        return status;
    if (are_findings(f, report, s))
        status = claim_sources_named_in(&out->source, &f->sources, report, s);
    if (status != TS_OK || out->source != NO_INDEX)
        return status;
    if (borrowed)
        return borrowed_word(out, settled, f, report, s);
    if (group)
        return claim_sources_group(&out->source, &f->sources, words, str_of(group));
    struct str kin = kin_of_named(f, report, s);
    if (!kin.at || kin.n)
        return kin.at ? claim_sources_group(&out->source, &f->sources, words, kin)
                      : work_memory(o->w);
    return s->entity != NO_INDEX || !published
               ? claim_sources_find(&out->source, &f->sources, report, s)
               : TS_OK;
}

/* The source that was found ends the chain. */
static int end_at_source(struct whose_word *out, struct word_finder *f, uint32_t report,
                         const struct statement *s) {
    struct outlet_nodes *nodes = &f->o->nodes;
    uint32_t node = NO_INDEX;
    int status = outlet_nodes_known(&node, nodes, f->sources.at.at[out->source].name);
    if (status != TS_OK)
        return status;
    if (node != NO_INDEX && node != nodes->own[report]) { /* the tagger took it for another */
        out->source = NO_INDEX;
        return end_at_outlet(out, f, node);
    }
    out->passed = out->passed || s->within != NO_INDEX;
    out->unnamed = NO_INDEX;
    return find_relay(out, f, report, s->within);
}

/* What one statement tells; *settled: it ends the chain. */
static int one_link(struct whose_word *out, bool *settled, struct word_finder *f, uint32_t report,
                    uint32_t statement) {
    const struct statement *s = statement_at(f, report, statement);
    bool outlet = statement_of_outlet(s);
    int status = TS_OK;
    if (!s->in_title && s->entity == NO_INDEX) /* "his sister", who spoke to whomever */
        status = kin_source(&out->source, &f->sources, report, statement_source(s));
    else if (outlet && !s->in_title && s->described_as.start < s->described_as.end)
        status = kin_source(&out->source, &f->sources, report, s->described_as);
    *settled = out->source != NO_INDEX;
    if (status != TS_OK || *settled)
        return *settled ? end_at_source(out, f, report, s) : status;
    if (outlet)
        return outlet_link(out, settled, f, report, statement);
    const bool group = group_is_people(&f->sources, report, s);
    status = group ? TS_OK : look_up(out, settled, f, report, s);
    if (status != TS_OK || *settled)
        return status;
    if (out->source != NO_INDEX && f->sources.at.at[out->source].kind == ORIGIN_DOCUMENT)
        out->source = issuer_before(f, report, s, out->source);
    *settled = out->source != NO_INDEX;
    if (*settled)
        return end_at_source(out, f, report, s);
    struct str words = claim_source_words(f->o->w, report, s);
    bool people = s->source_class == SOURCE_UNNAMED || group || is_indefinite(words) ||
                  (s->entity == NO_INDEX && family_is_nameless(words)) ||
                  named_role_is_nameless(&f->sources, report, s);
    if (people && (!words_of_piece(words) || are_people(s, words)) && out->unnamed == NO_INDEX) {
        out->unnamed = statement;
        out->own = out->own || spoke_here(f, report, statement);
    }
    if (out->unnamed != NO_INDEX || s->entity != NO_INDEX || s->in_title)
        return TS_OK;
    return nameless_word(out, settled, f, report, s);
}

/* "Norlandic media", "state television": outlets that are told from others. */
static bool are_named_outlets(const struct word_finder *f, uint32_t report, struct span source,
                              struct str words) {
    const struct name_mentions *all = &f->sources.mentions[report];
    uint32_t i = claim_sources_mention(&f->sources, report, source.start);
    bool capital = false;
    str_split(&words, ' '); /* the first word may begin a sentence */
    for (struct str rest = words; rest.at && !capital;)
        capital = utf8_capital(str_split(&rest, ' '));
    return capital || (i < all->at.n && all->at.at[i].text.start < source.end);
}

/* Whether a statement tells all of its sentence behind its verb, and in one clause: not "papers
 * reported that it was safe, but it sank", "were right to report", "said, papers reported, that".
 */
static bool is_whole(const struct analysis *n, const struct statement *s) {
    static const char *const joints[] = {" but ", ", and ",   " and that ", ";",
                                         " yet ", ", while ", " although ", " though "};
    struct str text = n->article->text;
    const struct span in = n->sentences.at[s->sentence].text;
    struct str behind = str_cut(text, s->cue.end, in.end);
    struct str cue = str_span(text, s->cue), before = str_cut(text, in.start, s->source.start);
    bool aside = str_ends(before, STR(", ")) &&
                 str_starts(behind, STR(",")); /* between two parts of what another says */
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (str_find(behind, str_of(joints[i]), 0) != SIZE_MAX)
            return false;
    return !aside && str_find(cue, STR(" to "), 0) == SIZE_MAX;
}

/* "Websites were reporting that it sank, Roe said": their word, not Roe's, who only tells of it;
 * not "the websites", which were named. What an outlet writes of others it may have found itself.
 */
static bool is_told_of_outlets(const struct word_finder *f, uint32_t report,
                               const struct statement *s) {
    static const char *const outlets[] = {"outlets",    "websites", "sites",     "tabloids",
                                          "newspapers", "media",    "magazines", "broadcasters",
                                          "channels",   "blogs",    "bloggers"};
    static const char *const named[] = {"the", "these", "those", "both", "its", "our", "their"};
    struct str words = claim_source_words(f->o->w, report, s), rest = words;
    struct str last = source_last_word(words), first = str_split(&rest, ' ');
    bool known = str_is_one_of(first, named, sizeof named / sizeof *named) &&
                 !str_eq_nocase(last, STR("media"));
    return s->within != NO_INDEX && s->entity == NO_INDEX && !s->in_title && !known &&
           !statement_of_outlet(s) && !statement_of_outlet(statement_at(f, report, s->within)) &&
           words_have(last, outlets, sizeof outlets / sizeof *outlets) &&
           !words_have_one(words, STR("state")) &&
           !are_named_outlets(f, report, statement_source(s), words) &&
           is_whole(f->o->w->c->reports.at[report].analysis, s);
}

struct whose_word whose_word_none(void) {
    return (struct whose_word){
        .node = NO_INDEX, .source = NO_INDEX, .unnamed = NO_INDEX, .via = NO_INDEX};
}

int whose_word(struct whose_word *out, struct word_finder *f, uint32_t report, uint32_t statement) {
    *out = whose_word_none();
    bool settled = false;
    for (uint32_t n = 0; n <= CHAIN_MAX && statement != NO_INDEX && !settled; n++) {
        uint32_t of = introduced(f, report, statement);
        if (is_told_of_outlets(f, report, statement_at(f, report, statement)))
            return TS_OK;
        int status = one_link(out, &settled, f, report, of);
        if (status != TS_OK)
            return status;
        uint32_t within = statement_at(f, report, statement)->within;
        statement = within == NO_INDEX ? statement_at(f, report, of)->within : within;
    }
    return TS_OK;
}
