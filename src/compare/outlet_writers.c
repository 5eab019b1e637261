#include "compare/outlet_writers.h"

#include "compare/nameless_sources.h"

enum { LINK_BYTES = 48, WRITERS_MAX = 32 };

static const char *const staff[] = {"reporter",    "correspondent", "journalist",  "writer",
                                    "columnist",   "contributor",   "editor",      "reporters",
                                    "journalists", "blogger",       "photographer"};

static struct str between(const struct claim_sources *s, uint32_t report, struct span a,
                          struct span b) {
    struct str text = s->w->c->reports.at[report].article->text;
    return b.start >= a.end && b.start - a.end <= LINK_BYTES ? str_cut(text, a.end, b.start)
                                                             : STR_NONE;
}

/* "'s", " reporter", "'s Weldon correspondent" of "the Herald's Weldon correspondent Ann Roe". */
static bool owns(struct str link) {
    if (str_eq(link, STR("'s ")) || str_eq(link, STR("\xE2\x80\x99s ")))
        return true;
    return link.n &&
           str_is_one_of(source_last_word(str_trim(link)), staff, sizeof staff / sizeof *staff) &&
           str_find(link, STR(","), 0) == SIZE_MAX && str_find(link, STR("."), 0) == SIZE_MAX;
}

/* ", writing for the", ", a reporter at the", " of the" of "Ann Roe of the Herald": nothing else
 * stands between, as in "Ann Roe, suing a reporter at the Herald". */
static bool belongs(struct str link) {
    static const char *const plain[] = {" of ",
                                        " of the ",
                                        ", of ",
                                        ", of the ",
                                        ", writing for ",
                                        ", writing for the ",
                                        ", reporting for ",
                                        ", reporting for the "};
    static const char *const articles[] = {"a", "an", "the", "its"};
    static const char *const at[] = {"for", "of", "at", "with"};
    if (str_is_one_of(link, plain, sizeof plain / sizeof *plain))
        return true;
    if (!str_starts(link, STR(", ")))
        return false;
    struct str rest = str_trim(str_cut(link, 2, link.n));
    if (!str_is_one_of(str_split(&rest, ' '), articles, sizeof articles / sizeof *articles) ||
        !rest.at)
        return false;
    struct str noun = str_split(&rest, ' ');
    bool of = rest.at && str_is_one_of(str_split(&rest, ' '), at, sizeof at / sizeof *at);
    return of && str_is_one_of(noun, staff, sizeof staff / sizeof *staff) &&
           (!rest.at || str_eq(rest, STR("the")));
}

/* The outlet beside a mention of a person, that is his. reports: it says that he reports, not only
 * that he writes, which guests do. */
static int outlet_beside(uint32_t *node, struct outlet_nodes *nodes, const struct claim_sources *s,
                         uint32_t report, const struct mention *m, bool reports) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    uint32_t i = claim_sources_mention(s, report, m->text.start);
    *node = NO_INDEX;
    if (i >= all->at.n || all->at.at[i].text.start != m->text.start)
        return TS_OK;
    for (int way = 0; way < 2 && *node == NO_INDEX; way++) {
        uint32_t k = way ? i + 1 : i - 1;
        if ((!way && i == 0) || k >= all->at.n)
            continue;
        struct str link = way ? between(s, report, m->text, all->at.at[k].text)
                              : between(s, report, all->at.at[k].text, m->text);
        if (!link.at || !(way ? reports && belongs(link) : owns(link)))
            continue;
        int status = outlet_nodes_known(node, nodes, n->entities.at[all->at.at[k].entity].name);
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

/* "Posted on", "wrote in a letter": his own, no outlet's. */
static bool is_post(const struct analysis *n, const struct statement *s) {
    static const char *const posts[] = {"on", "post", "tweet", "blog", "letter", "email"};
    return words_have(str_span(n->article->text, s->cue), posts, sizeof posts / sizeof *posts);
}

/* Something is reported or written there, by a clause of its own, which no post or letter is: not
 * "reported his boss to the police". */
static bool lets_report(const struct analysis *n, const struct statement *s) {
    static const char *const cues[] = {"report", "write"};
    struct str behind = str_trim(str_cut(n->article->text, s->cue.end, n->article->text.n));
    bool clause = s->cue.end <= s->source.start || str_starts(behind, STR("that "));
    return !s->in_title && s->content.n && clause &&
           str_is_one_of(s->cue_lemma, cues, sizeof cues / sizeof *cues) && !is_post(n, s);
}

bool reports_for_outlet(const struct claim_sources *s, uint32_t report,
                        const struct statement *statement) {
    static const char *const links[] = {" of ",  " of the ",      " in ", " in the ",
                                        " for ", " for the ",     " at ", " at the ",
                                        "'s ",   "\xE2\x80\x99s "};
    static const char *const places[] = {"in", "to", "via", "at", "on"};
    struct str text = s->w->c->reports.at[report].article->text;
    const struct span at = statement_source(statement);
    const struct name_mentions *all = &s->mentions[report];
    const uint32_t i = claim_sources_mention(s, report, at.start);
    if (statement->in_title || statement->source_class != SOURCE_PERSON || i + 1 >= all->at.n ||
        is_post(s->w->c->reports.at[report].analysis, statement))
        return false;
    const struct span one = all->at.at[i].text, two = all->at.at[i + 1].text;
    struct str before = str_cut(text, at.start, one.start),
               link = str_cut(text, one.end, two.start),
               behind = str_trim(str_cut(text, statement->cue.end, text.n));
    bool there = false; /* not "Roe of the Herald wrote in her memoir" */
    if (str_eq(statement->cue_lemma, STR("report")))
        there = !str_is_one_of(str_split(&behind, ' '), places, sizeof places / sizeof *places);
    else if (str_eq(statement->cue_lemma, STR("write")))
        there = statement->cue.end <= at.start || str_starts(link, STR(" in "));
    return there && (!before.n || str_eq_nocase(before, STR("the "))) && two.end == at.end &&
           str_is_one_of(link, links, sizeof links / sizeof *links);
}

/* The person who reports something; "the Herald's Ann Roe reports" is the Herald's statement.
 * NO_INDEX: nobody. */
static uint32_t who_reports(const struct claim_sources *s, uint32_t report,
                            const struct statement *x) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    if (!lets_report(n, x) || x->source.start >= x->source.end)
        return NO_INDEX;
    if (!statement_of_outlet(x))
        return x->source_class == SOURCE_PERSON ? x->entity : NO_INDEX;
    uint32_t i = claim_sources_mention(s, report, x->source.end);
    if (i >= all->at.n || all->at.at[i].text.end > x->cue.start)
        return NO_INDEX;
    struct str link = between(s, report, x->source, all->at.at[i].text);
    const struct entity *e = &n->entities.at[all->at.at[i].entity];
    return link.at && owns(link) && str_eq(e->kind, STR("PERSON")) ? all->at.at[i].entity
                                                                   : NO_INDEX;
}

static uint32_t outlet_of(const struct outlet_writers *w, uint32_t source) {
    for (uint32_t i = 0; i < w->at.n; i++)
        if (w->at.at[i].source == source)
            return w->at.at[i].node;
    return NO_INDEX;
}

int outlet_writers_read(struct outlet_writers *out, struct outlet_nodes *nodes,
                        struct claim_sources *s, uint32_t report) {
    enum { MENTIONS_MAX = 32 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    for (uint32_t i = 0; i < n->statements.n && out->at.n < WRITERS_MAX; i++) {
        const struct statement *x = &n->statements.at[i];
        uint32_t node = NO_INDEX, who = who_reports(s, report, x);
        if (who == NO_INDEX)
            continue;
        const struct entity *e = &n->entities.at[who];
        for (uint32_t m = 0; m < e->mentions.n && m < MENTIONS_MAX && node == NO_INDEX; m++) {
            if (e->mentions.at[m].sentence != x->sentence)
                continue; /* "Ann Roe of the Herald was jailed. Roe had reported that" */
            int status = outlet_beside(&node, nodes, s, report, &e->mentions.at[m],
                                       str_eq(x->cue_lemma, STR("report")));
            if (status != TS_OK)
                return status;
        }
        if (node == NO_INDEX)
            continue;
        uint32_t source = person_named(s, report, e->name);
        if (source == NO_INDEX)
            return work_memory(s->w);
        if (outlet_of(out, source) != NO_INDEX)
            continue;
        struct outlet_writer *added = VEC_PUSH(s->w->scratch, &out->at);
        if (!added)
            return work_memory(s->w);
        *added = (struct outlet_writer){source, node};
    }
    return TS_OK;
}

/* Pronouns for one person in some words. */
static uint32_t pronouns_in(struct str words) {
    static const char *const list[] = {"he", "she", "him", "her", "his", "I", "me", "my"};
    uint32_t found = 0;
    for (struct str rest = words; rest.at;) {
        struct str word = str_split(&rest, ' ');
        while (word.n && !ascii_alpha(word.at[word.n - 1]))
            word.n--;
        found += str_is_one_of(word, list, sizeof list / sizeof *list);
    }
    return found;
}

/* "Roe said that a guard beat her": what a writer tells of herself, or denies, is hers; "her" may
 * be she where nothing tells who else. */
static bool tells_of_self(const struct claim_sources *s, uint32_t report,
                          const struct statement *x) {
    const struct name_mentions *lists[] = {&s->mentions[report], &s->pronouns[report]};
    if (str_eq(x->force, STR("deny")) || str_eq(x->cue_lemma, STR("tell")))
        return true;
    for (uint32_t c = 0; c < x->content.n; c++) {
        const struct span said = x->content.at[c];
        uint32_t linked = 0;
        for (int l = 0; l < 2; l++)
            for (uint32_t i = name_mention_at(lists[l], said.start);
                 i < lists[l]->at.n && lists[l]->at.at[i].text.start < said.end; i++) {
                if (lists[l]->at.at[i].entity == x->entity)
                    return true;
                linked += (uint32_t)l;
            }
        if (pronouns_in(str_span(s->w->c->reports.at[report].article->text, said)) > linked)
            return true;
    }
    return false;
}

/* "Roe's sources", "sources who spoke with Roe", "one person told Roe". */
static bool are_his_people(const struct claim_sources *s, uint32_t report,
                           const struct statement *x, struct span name) {
    static const char *const people[] = {"source",   "sources", "insider",
                                         "insiders", "person",  "people"};
    static const char *const spoke[] = {" who spoke with ", " who spoke to ", " who told ",
                                        " speaking to ", " speaking with "};
    struct str text = s->w->c->reports.at[report].article->text;
    struct str before = str_cut(text, statement_source(x).start, name.start),
               behind = str_cut(text, name.end, statement_source(x).end);
    if (!before.n)
        return (str_starts(behind, STR("'s ")) || str_starts(behind, STR("\xE2\x80\x99s "))) &&
               words_have(behind, people, 4);
    for (size_t i = 0; i < sizeof spoke / sizeof *spoke; i++)
        if (str_ends(before, str_of(spoke[i])))
            return words_have(before, people, sizeof people / sizeof *people);
    return false;
}

int outlet_writers_outlet(uint32_t *node, const struct outlet_writers *w, struct claim_sources *s,
                          uint32_t report, const struct statement *statement) {
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct name_mentions *all = &s->mentions[report];
    const struct span words = statement_source(statement);
    uint32_t source;
    *node = NO_INDEX;
    if (!w->at.n || statement->in_title)
        return TS_OK;
    if (statement->entity != NO_INDEX && statement->source_class == SOURCE_PERSON) {
        if (tells_of_self(s, report, statement))
            return TS_OK;
        int status = claim_sources_find(&source, s, report, statement);
        if (status == TS_OK && source != NO_INDEX)
            *node = outlet_of(w, source);
        return status;
    }
    for (uint32_t i = claim_sources_mention(s, report, words.start);
         statement->source_class == SOURCE_UNNAMED && i < all->at.n &&
         all->at.at[i].text.end <= words.end && *node == NO_INDEX;
         i++) {
        const struct entity *e = &n->entities.at[all->at.at[i].entity];
        if (!str_eq(e->kind, STR("PERSON")) ||
            !are_his_people(s, report, statement, all->at.at[i].text))
            continue;
        source = person_named(s, report, e->name);
        if (source == NO_INDEX)
            return work_memory(s->w);
        *node = outlet_of(w, source);
    }
    return TS_OK;
}
