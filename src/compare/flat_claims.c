/* What a report tells of a claim without saying whose word it is. */
#include "compare/claim_origins.h"
#include "compare/nameless_sources.h"

/* Whether a use stands in a passage that two reports share. */
static bool stands_in(const struct claim_use *use, struct span passage) {
    return use->text.start < passage.end && passage.start < use->text.end;
}

/* Whether a report has the claim in a passage on this side. */
static bool has_side_in(const struct claim_work *c, const struct claim_report *r,
                        struct span passage, enum side side) {
    bool apart = work_rule(c->o->w, "denial-apart");
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        const struct claim_use *use = &r->uses.at[u];
        if (stands_in(use, passage) && (use->denies && apart) == (side == DENYING))
            return true;
    }
    return false;
}

static struct claim_report *report_of(const struct claim_work *c, uint32_t report) {
    uint32_t low = 0, high = c->claim->reports.n; /* by number */
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (c->claim->reports.at[mid].report < report)
            low = mid + 1;
        else
            high = mid;
    }
    return low < c->claim->reports.n && c->claim->reports.at[low].report == report
               ? &c->claim->reports.at[low]
               : NULL;
}

/* Whether a report's word for the claim is that of a passage: there it names it, or names it
 * nowhere.
 */
static bool is_word_of(const struct claim_report *r, struct span passage) {
    bool told = false;
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        const struct claim_use *use = &r->uses.at[u];
        if (use->told && stands_in(use, passage))
            return true;
        told = told || use->told;
    }
    return !told;
}

/* Whether all words of some but short ones, of which there is one at least, are among others. */
static bool has_words(struct str words, struct str among) {
    enum { SHORT_BYTES = 3 }; /* "in" and "the" */
    bool any = false;
    for (struct str rest = words; rest.at;) {
        struct str word = str_split(&rest, ' ');
        if (word.n > SHORT_BYTES && !words_have_one(among, word))
            return false;
        any = any || word.n > SHORT_BYTES;
    }
    return any;
}

/* Whether a report gives the claim to somebody other than the origin: "her Weldon lawyer"; not
 * "authorities in Weldon", who are the Weldon authorities, nor "eyewitness Ann Roe". */
static bool is_others_word(const struct claim_work *c, const struct claim_report *r,
                           uint32_t origin) {
    struct str name = c->o->w->c->origins.at[origin].name;
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        if (r->uses.at[u].statement == NO_INDEX)
            continue;
        const struct statement *s = claim_statement(c, r->report, r->uses.at[u].statement);
        struct str words = claim_source_words(c->o->w, r->report, s);
        if (has_words(words, name) || has_words(name, words))
            return false;
    }
    return claim_is_somebodys(c, r);
}

/* The origins that the one report has on a side, for the other; *changed when there were any. */
static bool give_side(struct claim_work *c, struct claim_report *to,
                      const struct claim_report *from, enum side side, bool *changed) {
    for (uint32_t k = 0; k < from->origins.n; k++) {
        uint32_t origin = from->origins.at[k];
        if (!node_set_has(&c->of[side], origin) || is_others_word(c, to, origin))
            continue;
        if (!claim_give(c, to, side, origin, "republished"))
            return false;
        *changed = c->copied = true;
    }
    return true;
}

/* The one origin of a report, when it is of this kind; NO_INDEX: it is not. */
static uint32_t sole_origin(const struct claim_work *c, const struct claim_report *r,
                            enum origin_kind kind) {
    uint32_t origin = r->origins.n == 1 ? r->origins.at[0] : NO_INDEX;
    return origin != NO_INDEX && c->o->w->c->origins.at[origin].kind == kind ? origin : NO_INDEX;
}

/* The report names the people without a name of a use in the passage. */
static bool names_people_in(const struct claim_work *c, const struct claim_report *r,
                            struct span passage) {
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        uint32_t i = r->uses.at[u].statement;
        const struct statement *s = i == NO_INDEX ? NULL : claim_statement(c, r->report, i);
        if (s && stands_in(&r->uses.at[u], passage) && !s->in_title &&
            s->source.start < s->source.end && s->source.start >= passage.start &&
            s->source.end <= passage.end)
            return true;
    }
    return false;
}

/* Takes an origin that no report of the claim has any more from a side. */
static void forget_origin(struct claim_work *c, enum side side, uint32_t origin) {
    struct node_set *of = &c->of[side];
    uint32_t kept = 0;
    for (uint32_t i = 0; i < c->claim->reports.n; i++)
        if (claim_report_has(&c->claim->reports.at[i], origin))
            return;
    for (uint32_t i = 0; i < of->at.n; i++)
        if (of->at.at[i] != origin)
            of->at.at[kept++] = of->at.at[i];
    of->at.n = kept;
}

/* A use of the report in the passage stands on the word of an outlet, or the report begins with the
 * one that it retells. */
static bool is_outlets(const struct claim_work *c, const struct claim_report *r,
                       struct span passage) {
    if (claim_carrier(c, r->report)->lead_credit)
        return true;
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        uint32_t at = stands_in(&r->uses.at[u], passage) ? r->uses.at[u].statement : NO_INDEX;
        for (uint32_t steps = 0; at != NO_INDEX && steps < CHAIN_MAX; steps++) {
            const struct statement *s = claim_statement(c, r->report, at);
            if (statement_of_outlet(s))
                return true;
            at = s->within;
        }
    }
    return false;
}

/* The report names an outlet other than the one of an origin: its people may have spoken to that.
 */
static bool names_another(const struct claim_work *c, const struct claim_report *r,
                          uint32_t outlet) {
    enum { LOOKED_AT = 64 };
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    for (uint32_t i = 0; i < names->outlets.n && i < LOOKED_AT; i++)
        if (names->outlets.at[i].node != c->o->facts.at[outlet].node)
            return true;
    return names->outlets.n > LOOKED_AT;
}

/* "Two officials said it sank", of a report whose words another has from the Herald: they spoke to
 * the Herald. */
static bool take_outlet(struct claim_work *c, struct claim_report *to, struct span in_to,
                        const struct claim_report *from, struct span in_from, bool *changed) {
    uint32_t people = sole_origin(c, to, ORIGIN_UNNAMED),
             outlet = sole_origin(c, from, ORIGIN_OUTLET);
    if (people == NO_INDEX || outlet == NO_INDEX || !is_word_of(from, in_from) ||
        !has_side_in(c, to, in_to, SUPPORTING) || !has_side_in(c, from, in_from, SUPPORTING) ||
        !names_people_in(c, to, in_to) || !is_outlets(c, from, in_from) ||
        names_another(c, to, outlet))
        return true;
    to->origins.n = 0;
    forget_origin(c, SUPPORTING, people);
    *changed = c->copied = true;
    return claim_give(c, to, SUPPORTING, outlet, "republished");
}

/* Of two reports of a claim that share a passage with it, the one without an origin takes the
 * other's; not who states the claim for "it is a myth that ...", which copies that claim, nor on
 * the word of somebody of whom nothing more is known. */
static bool take_copied(struct claim_work *c, struct claim_report *b, const struct copy *x,
                        bool *changed) {
    struct claim_report *a = report_of(c, x->a);
    if (!a)
        return true;
    if (a->origins.n && b->origins.n)
        return take_outlet(c, a, x->in_a, b, x->in_b, changed) &&
               take_outlet(c, b, x->in_b, a, x->in_a, changed);
    if (!a->origins.n && !b->origins.n)
        return true;
    struct claim_report *to = a->origins.n ? b : a, *from = a->origins.n ? a : b;
    if (!is_word_of(from, from == a ? x->in_a : x->in_b))
        return true;
    for (enum side side = SUPPORTING; side <= DENYING; side++)
        if (has_side_in(c, a, x->in_a, side) && has_side_in(c, b, x->in_b, side) &&
            !give_side(c, to, from, side, changed))
            return false;
    return true;
}

bool claim_give_copied(struct claim_work *c, bool *changed) {
    const struct comparison *all = c->o->w->c;
    *changed = false;
    for (uint32_t r = 0; r < c->claim->reports.n; r++) {
        struct claim_report *b = &c->claim->reports.at[r];
        uint32_t carrier = c->o->carrier_of[b->report];
        for (uint32_t i = c->copies.first[carrier]; i < c->copies.first[carrier + 1]; i++)
            if (!take_copied(c, b, &all->copies.at[c->copies.at[i]], changed))
                return false;
    }
    return true;
}

static uint32_t distance(uint32_t a, uint32_t b) {
    return a > b ? a - b : b - a;
}

/* "which had sunk in May", "the ferry's sinking": told by the way of something else. */
static bool is_by_the_way(const struct claim_use *use, struct str text) {
    static const char *const relatives[] = {"who", "which", "whose", "that", "whom"};
    struct str rest = text;
    return use->noun ||
           str_is_one_of(str_split(&rest, ' '), relatives, sizeof relatives / sizeof *relatives);
}

/* "The old barge" of "The old barge sank off Norland": what stands before the first verb that has a
 * subject. */
static struct str told_of(const struct analysis *n, const struct claim_use *use) {
    enum { LOOKED_THROUGH = 64 }; /* tokens of a use */
    uint32_t first = SPANS_FIND(n->tokens, use->text.start), end = use->text.start;
    for (uint32_t i = first;
         i < n->tokens.n && i < first + LOOKED_THROUGH && end == use->text.start; i++) {
        const struct token *t = &n->tokens.at[i];
        if (t->text.start >= use->text.end)
            break;
        struct str dep = labels_name(n->labels, t->dep);
        if (str_eq(dep, STR("nsubj")) || str_eq(dep, STR("nsubjpass")))
            end = n->tokens.at[t->head].text.start;
    }
    return str_cut(n->article->text, use->text.start, end);
}

/* The use of the claim that stands so many sentences from this one, and whose subject is not the
 * source: what a report tells of him is not what he told. NULL: none. */
static const struct claim_use *use_near(const struct claim_work *c, const struct claim_report *r,
                                        const struct named_source *x, uint32_t away) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    struct str name = source_last_word(c->words.sources.at.at[x->source].name);
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        const struct claim_use *use = &r->uses.at[u];
        if (distance(use->sentence, x->sentence) == away &&
            !is_by_the_way(use, str_span(n->article->text, use->text)) &&
            !words_have_one(told_of(n, use), name))
            return use;
    }
    return NULL;
}

/* The origin of a source on the side that the report has, when others give this claim on it. */
static uint32_t known_origin(const struct claim_work *c, const struct claim_report *r,
                             uint32_t source) {
    uint32_t origin = map_get_u64(&c->origin_of, claim_source_key(c, source, r->report));
    return origin != MAP_NONE && node_set_has(&c->of[claim_main_side(c, r)], origin) ? origin
                                                                                     : NO_INDEX;
}

/* A source that others give this claim on, and to whom the report gives words in the sentence
 * beside it; in the claim's own sentence it would have given the claim to it as well. */
static bool give_near_source(struct claim_work *c, struct claim_report *r) {
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    for (uint32_t i = 0; i < names->sources.n; i++) {
        uint32_t origin = known_origin(c, r, names->sources.at[i].source);
        if (origin != NO_INDEX && use_near(c, r, &names->sources.at[i], 1))
            return claim_give(c, r, claim_main_side(c, r), origin, "same_public_source");
    }
    return true;
}

/* A use stands in a sentence that is all in quotation marks, and nothing tells from whom. */
static bool is_nobodys_quote(const struct claim_work *c, const struct claim_report *r,
                             const struct claim_use *use) {
    enum { MARKS = 4 }; /* bytes of a mark and a blank */
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    if (use->statement == NO_INDEX || use->sentence >= n->sentences.n)
        return false;
    const struct statement *s = claim_statement(c, r->report, use->statement);
    const struct span in = n->sentences.at[use->sentence].text;
    bool all = false;
    for (uint32_t i = 0; i < s->content.n; i++)
        all = all || (s->content.at[i].start <= in.start + MARKS &&
                      s->content.at[i].end + MARKS >= in.end);
    return all && str_eq(s->rule, STR("quote")) && statement_names_nobody(s);
}

/* Somebody else is named, or given words to, in a sentence between two. */
static bool another_between(const struct claim_work *c, const struct claim_report *r,
                            uint32_t source, uint32_t sentence, uint32_t other) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    const uint32_t low = sentence < other ? sentence : other, high = sentence + other - low;
    for (uint32_t i = 0; i < names->sources.n; i++)
        if (names->sources.at[i].source != source && names->sources.at[i].sentence >= low &&
            names->sources.at[i].sentence <= high)
            return true;
    const struct name_mentions *all = &c->words.sources.mentions[r->report];
    const uint32_t from = n->sentences.at[low].text.end, to = n->sentences.at[high].text.end;
    for (uint32_t i = claim_sources_mention(&c->words.sources, r->report, from);
         i < all->at.n && all->at.at[i].text.start < to; i++)
        if (str_eq(n->entities.at[all->at.at[i].entity].kind, STR("PERSON")) &&
            all->at.at[i].text.start >= from)
            return true;
    return false;
}

/* The one origin of all whom others give this claim on and to whom the report gives words;
 * NO_INDEX: there are several, or none. */
static uint32_t only_known(const struct claim_work *c, const struct claim_report *r) {
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    uint32_t only = NO_INDEX;
    for (uint32_t i = 0; i < names->sources.n; i++) {
        uint32_t origin = known_origin(c, r, names->sources.at[i].source);
        if (origin != NO_INDEX && only != NO_INDEX && origin != only)
            return NO_INDEX;
        only = origin == NO_INDEX ? only : origin;
    }
    return only;
}

/* "A British man", "one passenger": one person who has no name yet, told of by what anybody is; not
 * "a friend" or "an official", who is there for another. */
static bool is_somebody_new(struct str words) {
    static const char *const firsts[] = {"a", "an", "one"};
    static const char *const nouns[] = {
        "man",       "woman",       "boy",          "girl",      "teenager", "mother",
        "father",    "mum",         "mom",          "dad",       "husband",  "widower",
        "widow",     "grandmother", "grandfather",  "pensioner", "student",  "fighter",
        "passenger", "tourist",     "holidaymaker", "backpacker"};
    struct str rest = words, first = str_split(&rest, ' '), last = source_last_word(words);
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (str_eq_nocase(first, str_of(firsts[i])))
            return rest.at && !words_have_one(words, STR("second")) &&
                   str_is_one_of(last, nouns, sizeof nouns / sizeof *nouns);
    return false;
}

/* The statement by which a report gives the claim on the word of somebody new, or NULL. */
static const struct statement *by_somebody_new(const struct claim_work *c,
                                               const struct claim_report *r) {
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        uint32_t i = r->uses.at[u].statement;
        const struct statement *s = i == NO_INDEX ? NULL : claim_statement(c, r->report, i);
        if (s && !r->uses.at[u].noun && !s->in_title && s->source_class == SOURCE_UNNAMED &&
            s->stated_people <= 1 && is_somebody_new(claim_source_words(c->o->w, r->report, s)))
            return s;
    }
    return NULL;
}

/* A report tells the name first behind the byte, soon, and as one who has not been told of by name:
 * with an age or a place, "Bob Tew, 40,", "Bob Tew, from Weldon,"; and of nobody else between. */
static bool is_named_behind(const struct claim_work *c, uint32_t report, uint32_t byte,
                            struct str name) {
    enum { BYTES_BETWEEN = 600 };
    static const char *const others[] = {"another", "second", "other",   "husband", "wife",
                                         "lawyer",  "son",    "brother", "sister",  "daughter"};
    struct str text = c->o->w->c->reports.at[report].article->text;
    size_t at = name.n ? str_find(text, name, 0) : SIZE_MAX;
    if (at == SIZE_MAX || at < byte || at - byte > BYTES_BETWEEN)
        return false;
    struct str behind = str_cut(text, at + name.n, text.n);
    bool new = str_starts(behind, STR(", from ")) ||
               (str_starts(behind, STR(", ")) && behind.n > 2 && ascii_digit(behind.at[2]));
    return new && !words_have(str_cut(text, byte, at), others, sizeof others / sizeof *others);
}

void claim_note_named(struct claim_work *c) {
    enum { FIRST_SENTENCES = 3 };
    c->told_first = c->named_then = NO_INDEX;
    for (uint32_t i = 0; i < c->claim->reports.n && c->told_first == NO_INDEX; i++) {
        const struct claim_report *r = &c->claim->reports.at[i];
        uint32_t people = sole_origin(c, r, ORIGIN_UNNAMED);
        const struct statement *s = people == NO_INDEX ? NULL : by_somebody_new(c, r);
        uint32_t only = s ? only_known(c, r) : NO_INDEX;
        if (only == NO_INDEX || c->o->w->c->origins.at[only].kind != ORIGIN_PERSON ||
            s->sentence >= FIRST_SENTENCES ||
            !is_named_behind(c, r->report, s->source.end,
                             source_last_word(c->o->w->c->origins.at[only].name)))
            continue;
        c->told_first = people;
        c->named_then = only;
    }
}

/* The same of words in quotation marks, which may stand a little farther: a caption or a link
 * between them and who goes on speaking. Two who may have said it leave it open. */
static bool give_quoted_source(struct claim_work *c, struct claim_report *r) {
    enum { SENTENCES_MAX = 4 };
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    const uint32_t only = only_known(c, r);
    for (uint32_t i = 0; only != NO_INDEX && i < names->sources.n; i++) {
        const struct named_source *x = &names->sources.at[i];
        if (known_origin(c, r, x->source) != only)
            continue;
        for (uint32_t away = 2; away <= SENTENCES_MAX; away++) {
            const struct claim_use *use = use_near(c, r, x, away);
            if (use && is_nobodys_quote(c, r, use) &&
                !another_between(c, r, x->source, x->sentence, use->sentence))
                return claim_give(c, r, claim_main_side(c, r), only, "same_public_source");
        }
    }
    return true;
}

/* The report has the claim somewhere for its own sake. */
static bool is_told_straight(const struct claim_work *c, const struct claim_report *r) {
    struct str text = c->o->w->c->reports.at[r->report].article->text;
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++)
        if (!is_by_the_way(&r->uses.at[u], str_span(text, r->uses.at[u].text)))
            return true;
    return false;
}

/* An outlet that others credit for this claim, and that the report credits or at least names
 * elsewhere; or that is the report's own. */
static bool give_known(struct claim_work *c, struct claim_report *r) {
    struct origin_work *o = c->o;
    const struct carrier *k = claim_carrier(c, r->report);
    const struct report_names *names = &c->words.of[o->carrier_of[r->report]];
    enum side side = claim_main_side(c, r);
    uint32_t own = k->own == NO_INDEX ? NO_INDEX : compare_find_origin(o, k->own, r->report);
    if (own != NO_INDEX && node_set_has(&c->of[side], own))
        return claim_give(c, r, side, own, "own_reporting");
    if (!is_told_straight(c, r))
        return true;
    for (int credited = 1; credited >= 0; credited--)
        for (uint32_t i = 0; i < names->outlets.n; i++) {
            if (names->outlets.at[i].credited != (credited == 1))
                continue;
            const struct node_set *ends = compare_chain_ends(o, names->outlets.at[i].node);
            if (!ends)
                return false;
            uint32_t origin = compare_find_origin(o, ends->at.at[0], r->report);
            if (origin != NO_INDEX && node_set_has(&c->of[side], origin))
                return claim_give(c, r, side, origin, "credited");
        }
    return true;
}

static uint32_t shared_words(const struct work *w, uint32_t report, struct span a, struct span b) {
    uint32_t n = 0, ends[2][2];
    const struct span spans[2] = {a, b};
    for (int i = 0; i < 2; i++) {
        ends[i][0] = compare_word_at(w, report, spans[i].start);
        ends[i][1] = compare_word_at(w, report, spans[i].end ? spans[i].end - 1 : 0);
    }
    for (uint32_t x = ends[0][0]; x <= ends[0][1] && x < w->reports[report].end; x++) {
        const struct vocabulary_word *v = &w->vocabulary.words.at[w->words.at[x].id];
        bool found = false;
        for (uint32_t y = ends[1][0]; v->tier < TIER_COMMON && !found && y <= ends[1][1] &&
                                      y < w->reports[report].end && y < ends[1][0] + 200;
             y++)
            found = w->vocabulary.words.at[w->words.at[y].id].stem == v->stem;
        n += found;
        if (x > ends[0][0] + 200)
            break;
    }
    return n;
}

/* Somebody says something in a sentence of the report, and denies nothing, that has a telling word
 * of a use. */
static bool speaks_of_it(const struct claim_work *c, const struct claim_report *r,
                         uint32_t sentence) {
    enum { USES = 4 };
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    for (uint32_t k = names->first[sentence]; k < names->first[sentence + 1]; k++) {
        const struct statement *s = &n->statements.at[names->at[k]];
        bool says = s->attitude == ATTITUDE_SAYS && !s->negated && s->content.n &&
                    !str_eq(s->force, STR("deny"));
        for (uint32_t u = 0; says && u < r->uses.n && u < USES; u++)
            if (shared_words(c->o->w, r->report, r->uses.at[u].text, s->content.at[0]))
                return true;
    }
    return false;
}

/* The one person on whom others give this claim, and who in the report speaks of it too: "A guest
 * swam to Norland" of who lets the guest tell of the swim; not where others vouch for it. */
static bool give_known_speaker(struct claim_work *c, struct claim_report *r) {
    enum { LOOKED_AT = 16 };
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    bool one = c->of[claim_main_side(c, r)].at.n == 1 && is_told_straight(c, r);
    uint32_t only = one ? only_known(c, r) : NO_INDEX;
    if (only == NO_INDEX || c->o->w->c->origins.at[only].kind != ORIGIN_PERSON)
        return true;
    for (uint32_t i = 0, looked = 0; i < names->sources.n && looked < LOOKED_AT; i++) {
        const struct named_source *x = &names->sources.at[i];
        if (x->sentence >= n->sentences.n || known_origin(c, r, x->source) != only)
            continue;
        looked++;
        if (speaks_of_it(c, r, x->sentence))
            return claim_give(c, r, claim_main_side(c, r), only, "same_public_source");
    }
    return true;
}

/* "Local media spoke of it", "the Herald reported ... Portwire reported": the report has it from
 * others as well. */
static bool retells_several(const struct claim_work *c, uint32_t report) {
    static const char *const media[] = {"local media",          "local papers", "local newspapers",
                                        "local reports",        "other media",  "other outlets",
                                        "media reports",        "news reports", "state media",
                                        "according to reports", "reports say",  "several outlets"};
    const struct analysis *n = c->o->w->c->reports.at[report].analysis;
    uint32_t first = NO_INDEX;
    for (uint32_t i = 0; i < n->statements.n; i++) {
        const struct statement *s = &n->statements.at[i];
        if (!statement_of_outlet(s) || s->entity == NO_INDEX)
            continue;
        if (first != NO_INDEX && s->entity != first)
            return true;
        first = s->entity;
    }
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (str_find_nocase(n->article->text, str_of(media[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

/* Somebody other than an outlet is given words to in the sentence before a statement's. */
static bool speaks_before(const struct claim_work *c, uint32_t report, const struct statement *s) {
    const struct analysis *n = c->o->w->c->reports.at[report].analysis;
    const struct report_names *names = &c->words.of[c->o->carrier_of[report]];
    if (!s->sentence || s->sentence >= n->sentences.n)
        return false;
    for (uint32_t k = names->first[s->sentence - 1]; k < names->first[s->sentence]; k++) {
        const struct statement *x = &n->statements.at[names->at[k]];
        if (!statement_of_outlet(x) && !statement_names_nobody(x))
            return true;
    }
    return false;
}

/* "Reportedly", "is said to": by what others report; not "allegedly", which may be a court's, nor
 * "is believed to" behind whom the report gives words to. */
static bool is_of_reports(const struct claim_work *c, const struct claim_report *r) {
    static const char *const cues[] = {"reportedly", "report", "say"};
    if (c->hearsay[c->o->carrier_of[r->report]] != c->claim_number)
        return false;
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++) {
        uint32_t i = r->uses.at[u].statement;
        const struct statement *s = i == NO_INDEX ? NULL : claim_statement(c, r->report, i);
        if (s && statement_names_nobody(s) && !s->in_title && !speaks_before(c, r->report, s) &&
            str_is_one_of(s->cue_lemma, cues, sizeof cues / sizeof *cues))
            return true;
    }
    return false;
}

/* "It is said to have sunk", of a report that retells one outlet, where nobody tells more of whose
 * word it is. */
static bool give_retold(struct claim_work *c, struct claim_report *r) {
    const struct carrier *k = claim_carrier(c, r->report);
    uint32_t node = k->rests_on.at.n == 1 ? k->rests_on.at.at[0] : NO_INDEX;
    if (!is_of_reports(c, r) || k->opinion || k->took_over || !k->lead_credit || node == NO_INDEX ||
        node == k->own || retells_several(c, r->report))
        return true;
    uint32_t origin = compare_origin_for(c->o, node, r->report, ORIGIN_OUTLET);
    const struct node_set *of = &c->of[claim_main_side(c, r)];
    bool others = of->at.n && !(of->at.n == 1 && of->at.at[0] == origin);
    return origin != NO_INDEX &&
           (others || claim_give(c, r, claim_main_side(c, r), origin, "credited"));
}

bool claim_is_no_comment(const struct analysis *n, const struct claim_use *use) {
    static const char *const asked[] = {" to comment",      " for comment",
                                        " for a comment",   " for further comment",
                                        " seeking comment", " on the record"};
    static const char *const not_given[] = {
        "declined", "declines", "declining", "refused",   "refuses",   "available", "unavailable",
        "respond",  "reply",    "answer",    "responded", "replied",   "answered",  "return",
        "returned", "reached",  "contacted", "contact",   "contacting"};
    struct str text = str_span(n->article->text, use->text);
    bool found = false;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        found = found || str_find(text, str_of(asked[i]), 0) != SIZE_MAX;
    return found && words_have(text, not_given, sizeof not_given / sizeof *not_given);
}

/* "declined to comment to the Herald", "the agency's request for comment": they asked. */
static bool names_outlet_in(const struct claim_work *c, const struct claim_report *r,
                            const struct claim_use *use) {
    static const char *const outlets[] = {"agency", "agency's", "newspaper's", "paper's",
                                          "website's"};
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    struct str text = c->o->w->c->reports.at[r->report].article->text;
    for (uint32_t i = 0; i < names->outlets.n; i++)
        if (spans_overlap(names->outlets.at[i].text, use->text))
            return true;
    return words_have(str_span(text, use->text), outlets, sizeof outlets / sizeof *outlets);
}

static bool has_no_comment(const struct claim_work *c, const struct claim_report *r) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    for (uint32_t u = 0; u < r->uses.n && u < USES_LOOKED_AT; u++)
        if (claim_is_no_comment(n, &r->uses.at[u]) && !names_outlet_in(c, r, &r->uses.at[u]))
            return true;
    return false;
}

/* All that a report tells is the word of the outlet whose text it is by a line, or of whom that has
 * it from; whom that outlet asked for a comment, itself alone can tell. */
static bool give_reprinted(struct claim_work *c, struct claim_report *r) {
    const struct carrier *k = claim_carrier(c, r->report);
    if (k->opinion || k->reprint_of == NO_INDEX)
        return true;
    const struct node_set *ends = compare_chain_ends(c->o, k->reprint_of);
    uint32_t last = !ends || has_no_comment(c, r) ? k->reprint_of : ends->at.at[0];
    uint32_t origin = ends ? compare_origin_for(c->o, last, r->report, ORIGIN_OUTLET) : NO_INDEX;
    return origin != NO_INDEX && claim_give(c, r, claim_main_side(c, r), origin, "credited");
}

/* The outlet's own check, when it is of this claim. */
bool claim_give_check(struct claim_work *c, struct claim_report *r) {
    enum { ENOUGH = 2 };
    struct origin_work *o = c->o;
    const struct carrier *k = claim_carrier(c, r->report);
    if (k->check == NO_INDEX || k->opinion || !work_rule(o->w, "own-check-adds"))
        return true;
    const struct statement *s = claim_statement(c, r->report, k->check);
    uint32_t node = k->own;
    uint32_t origin = node == NO_INDEX ? NO_INDEX : compare_find_origin(o, node, r->report);
    bool of_this = false;
    for (uint32_t i = 0; i < r->uses.n && i < USES_LOOKED_AT && !of_this; i++) {
        if (s->in_title)
            break;
        struct span near =
            o->w->c->reports.at[r->report].analysis->sentences.n > s->sentence
                ? o->w->c->reports.at[r->report].analysis->sentences.at[s->sentence].text
                : s->cue;
        of_this = r->uses.at[i].sentence == s->sentence ||
                  shared_words(o->w, r->report, r->uses.at[i].text, near) >= ENOUGH;
    }
    if (!of_this || origin == NO_INDEX || o->w->c->origins.at[origin].kind != ORIGIN_OWN)
        return true;
    return claim_give(c, r, claim_main_side(c, r), origin, "own_confirmation");
}

bool claim_is_somebodys(const struct claim_work *c, const struct claim_report *r) {
    return c->somebodys[c->o->carrier_of[r->report]] == c->claim_number;
}

bool claim_give_flat(struct claim_work *c, struct claim_report *r, int way) {
    static bool (*const ways[CLAIM_FLAT_WAYS])(struct claim_work * c, struct claim_report * r) = {
        give_reprinted, give_near_source,   give_quoted_source,
        give_known,     give_known_speaker, give_retold};
    bool not_his = ways[way] != give_near_source && claim_is_somebodys(c, r);
    bool own = ways[way] != give_reprinted && has_no_comment(c, r);
    return not_his || own || ways[way](c, r);
}
