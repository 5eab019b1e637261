/* Reported speech, thought and stands, over the parse: a verb of data/said.tsv, its subject, and
 * what it says; "according to". */
#include "lang/parse_tree.h"
#include "lang/people.h"

enum { CUE_TOKENS = 6, CHAIN = 8, PIECES = 3, CHILDREN = 64 };

struct reported {
    struct unit *u;
    struct parse_tree tree;
    uint32_t *taken; /* each word's statement of an earlier pass whose cue it is in, or NO_INDEX */
};

/* What a verb gives: token ranges; empty when absent. */
struct found {
    struct token_range source, cue;
    uint32_t noun; /* the source's head */
    struct token_range content[PIECES];
    uint32_t content_count;
    struct str lemma, force;
    bool negated;
    const char *rule;
};

static bool dep_is(const struct reported *r, uint32_t i, uint16_t dep) {
    return tree_token(&r->tree, i)->dep == dep;
}

static bool is_verb(const struct reported *r, uint32_t i) {
    uint16_t pos = tree_token(&r->tree, i)->pos;
    return pos == r->tree.labels.verb || pos == r->tree.labels.auxiliary;
}

/* ---- Source */

/* A noun phrase without the clauses that hang on it: "Roe, who lives there" is Roe. */
static struct token_range noun_phrase(const struct reported *r, uint32_t noun) {
    const struct tree_labels *l = &r->tree.labels;
    struct token_range range = tree_subtree(&r->tree, noun);
    uint32_t k = r->tree.first_child[noun];
    for (uint32_t n = 0; n < CHILDREN && k != NO_INDEX; n++, k = r->tree.next_sibling[k]) {
        uint16_t dep = tree_token(&r->tree, k)->dep;
        if (k > noun && (dep == l->relcl || dep == l->advcl || dep == l->parataxis) &&
            r->tree.left[k] < range.end)
            range.end = r->tree.left[k];
    }
    return range.end > noun ? range : (struct token_range){noun, noun + 1};
}

/* The noun that a relative clause hangs on, when its subject is "who", "which" or "that". */
static uint32_t antecedent(const struct reported *r, uint32_t subject, uint32_t verb) {
    const struct doc_token *t = tree_token(&r->tree, subject);
    struct str s = str_span(r->tree.doc->text, t->text);
    bool relative = str_eq_nocase(s, STR("who")) || str_eq_nocase(s, STR("which")) ||
                    str_eq_nocase(s, STR("that"));
    if (!relative || !dep_is(r, verb, r->tree.labels.relcl))
        return subject;
    uint32_t noun = tree_head(&r->tree, verb);
    return noun == NO_INDEX ? subject : noun;
}

/* The subject of a verb: its own, that of the verb it is joined to ("said X and added Y") or hangs
 * on ("..., saying"), or the noun it describes ("a man saying"). */
static uint32_t subject_of(const struct reported *r, uint32_t verb) {
    const struct tree_labels *l = &r->tree.labels;
    for (uint32_t n = 0, k = verb; n < CHAIN && k != NO_INDEX; n++) {
        uint32_t own = r->tree.subject[k];
        if (own == NO_INDEX && k != verb)
            own = r->tree.passive_subject[k];
        if (own != NO_INDEX)
            return antecedent(r, own, k);
        uint16_t dep = tree_token(&r->tree, k)->dep;
        uint32_t head = tree_head(&r->tree, k);
        if (r->tree.passive_aux[k] != NO_INDEX)
            return NO_INDEX;
        if (head != NO_INDEX && dep == l->acl)
            return head;
        if (dep != l->conj && dep != l->advcl && dep != l->xcomp)
            return NO_INDEX;
        k = head != NO_INDEX && is_verb(r, head) ? head : NO_INDEX;
    }
    return NO_INDEX;
}

/* ---- Cue */

/* The verb with the auxiliaries, "not", adverbs and particles that stand right beside it. */
static struct token_range cue_of(const struct reported *r, uint32_t verb, bool *negated) {
    const struct tree_labels *l = &r->tree.labels;
    struct token_range cue = {verb, verb + 1};
    *negated = tree_child(&r->tree, verb, l->neg) != NO_INDEX;
    for (uint32_t n = 0; n < CUE_TOKENS && cue.first > r->tree.sentence_first[verb]; n++) {
        const struct doc_token *t = tree_token(&r->tree, cue.first - 1);
        bool part = t->head == verb && (t->dep == l->aux || t->dep == l->auxpass ||
                                        t->dep == l->neg || t->dep == l->advmod);
        if (!part)
            break;
        cue.first--;
    }
    if (cue.end < r->tree.sentence_end[verb]) {
        const struct doc_token *t = tree_token(&r->tree, cue.end);
        if (t->head == verb && (t->dep == l->prt || t->dep == l->neg))
            cue.end++;
    }
    return cue;
}

/* The statement that an earlier pass made of the cue, or NO_INDEX. */
static uint32_t taken_by(const struct reported *r, struct token_range cue) {
    uint32_t at = NO_INDEX;
    for (uint32_t i = cue.first; i < cue.end && at == NO_INDEX; i++)
        at = r->taken[r->tree.word[i]];
    return at;
}

static bool is_taken(const struct reported *r, struct token_range cue) {
    return taken_by(r, cue) != NO_INDEX;
}

/* ---- Content */

static void add_content(struct found *f, uint32_t first, uint32_t end) {
    if (first < end && f->content_count < PIECES)
        f->content[f->content_count++] = (struct token_range){first, end};
}

/* A range without the part from first to end in it. */
static void add_around(struct found *f, struct token_range whole, uint32_t first, uint32_t end) {
    if (first >= whole.end || end <= whole.first) {
        add_content(f, whole.first, whole.end);
        return;
    }
    add_content(f, whole.first, first);
    add_content(f, end, whole.end);
}

/* The clause that an inserted "..., he said, ..." or "as he said" hangs in. */
static bool content_of_host(const struct reported *r, struct found *f, uint32_t verb) {
    const struct tree_labels *l = &r->tree.labels;
    uint32_t host = tree_head(&r->tree, verb);
    if (host == NO_INDEX || !is_verb(r, host))
        return false;
    bool as = dep_is(r, verb, l->advcl) &&
              tree_child_lemma(&r->tree, verb, l->mark, STR("as")) != NO_INDEX;
    bool bare = dep_is(r, verb, l->parataxis) ||
                (dep_is(r, verb, l->ccomp) && tree_child(&r->tree, verb, l->mark) == NO_INDEX &&
                 verb > host && tree_child(&r->tree, verb, l->ccomp) == NO_INDEX);
    if (!as && !bare)
        return false;
    struct token_range own = tree_subtree(&r->tree, verb);
    add_around(f, tree_subtree(&r->tree, host), own.first, own.end);
    return f->content_count > 0;
}

static bool has_to(const struct reported *r, uint32_t verb) {
    return tree_child_lemma(&r->tree, verb, r->tree.labels.aux, STR("to")) != NO_INDEX;
}

/* The finite clause, or "that" clause, that the verb has; not the infinitive. */
static bool content_of_clause(const struct reported *r, struct found *f, uint32_t verb) {
    const struct tree_labels *l = &r->tree.labels;
    for (uint32_t k = r->tree.first_child[verb]; k != NO_INDEX; k = r->tree.next_sibling[k]) {
        if (!dep_is(r, k, l->ccomp) || (has_to(r, k) && r->tree.subject[k] == NO_INDEX))
            continue;
        struct token_range clause = tree_subtree(&r->tree, k), region = f->cue;
        if (f->source.first < f->source.end && f->source.first < region.first)
            region.first = f->source.first;
        if (f->source.end > region.end)
            region.end = f->source.end;
        add_around(f, clause, region.first, region.end);
        return true;
    }
    return false;
}

static bool content_of_child(const struct reported *r, struct found *f, uint32_t child) {
    if (child == NO_INDEX)
        return false;
    struct token_range range = tree_subtree(&r->tree, child);
    add_content(f, range.first, range.end);
    return true;
}

static bool content_of_infinitive(const struct reported *r, struct found *f, uint32_t verb) {
    const struct tree_labels *l = &r->tree.labels;
    for (uint32_t k = r->tree.first_child[verb]; k != NO_INDEX; k = r->tree.next_sibling[k]) {
        if ((!dep_is(r, k, l->xcomp) && !dep_is(r, k, l->ccomp)) || !has_to(r, k) || k < verb)
            continue;
        return content_of_child(r, f, k);
    }
    return false;
}

/* "called for a strike": the preposition is part of the cue. */
static bool content_of_preposition(const struct reported *r, struct found *f, uint32_t verb,
                                   uint32_t frames) {
    static const struct {
        uint32_t frame;
        const char *word;
    } rows[] = {{SAID_FOR, "for"},     {SAID_ON, "on"}, {SAID_TO, "to"},
                {SAID_ABOUT, "about"}, {SAID_OF, "of"}, {SAID_AGAINST, "against"}};
    const struct tree_labels *l = &r->tree.labels;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t prep = frames & rows[i].frame
                            ? tree_child_lemma(&r->tree, verb, l->prep, str_of(rows[i].word))
                            : NO_INDEX;
        uint32_t object = prep == NO_INDEX ? NO_INDEX : tree_child(&r->tree, prep, l->pobj);
        if (object == NO_INDEX && prep != NO_INDEX)
            object = tree_child(&r->tree, prep, l->pcomp);
        if (content_of_child(r, f, object)) {
            if (prep == f->cue.end)
                f->cue.end++;
            return true;
        }
    }
    return false;
}

/* "condemned the strike", "called it a scandal", "described him as a friend"; of a pronoun alone
 * nothing is said. */
static bool content_of_object(const struct reported *r, struct found *f, uint32_t verb) {
    const struct tree_labels *l = &r->tree.labels;
    uint32_t small = tree_child(&r->tree, verb, l->ccomp);
    if (small != NO_INDEX && small > verb)
        return content_of_child(r, f, small);
    uint32_t object = tree_child(&r->tree, verb, l->dobj), as = tree_child(&r->tree, verb, l->oprd);
    if (as == NO_INDEX)
        as = tree_child_lemma(&r->tree, verb, l->prep, STR("as"));
    bool pronoun = object != NO_INDEX && tree_token(&r->tree, object)->pos == l->pronoun;
    if (as != NO_INDEX && as > verb) {
        struct token_range range = tree_subtree(&r->tree, as);
        if (object != NO_INDEX && object > verb && object < as)
            range.first = tree_subtree(&r->tree, object).first;
        add_content(f, range.first, range.end);
        return true;
    }
    return object != NO_INDEX && object > verb && !pronoun && content_of_child(r, f, object);
}

/* The quotation whose words hang on the verb in no frame of its own: "She said, 'as long as I'll
 * stand.'" */
static bool content_of_quotation(const struct reported *r, struct found *f, uint32_t verb) {
    const struct unit *u = r->u;
    for (uint32_t k = r->tree.first_child[verb]; k != NO_INDEX; k = r->tree.next_sibling[k]) {
        uint32_t word = r->tree.word[k];
        if (!unit_has(u, word, W_QUOTED) || dep_is(r, k, r->tree.labels.punct))
            continue;
        struct token_range range = tree_subtree(&r->tree, k);
        while (range.first > r->tree.sentence_first[k] && range.first - 1 != verb &&
               unit_has(u, r->tree.word[range.first - 1], W_QUOTED))
            range.first--;
        while (range.end < r->tree.sentence_end[k] && range.end != verb &&
               unit_has(u, r->tree.word[range.end], W_QUOTED))
            range.end++;
        add_content(f, range.first, range.end);
        return true;
    }
    return false;
}

static bool find_content(const struct reported *r, struct found *f, uint32_t verb,
                         uint32_t frames) {
    if ((frames & SAID_CLAUSE) && (content_of_clause(r, f, verb) || content_of_host(r, f, verb)))
        return true;
    if ((frames & SAID_INFINITIVE) && content_of_infinitive(r, f, verb))
        return true;
    if (content_of_preposition(r, f, verb, frames))
        return true;
    if ((frames & SAID_OBJECT) && content_of_object(r, f, verb))
        return true;
    return (frames & SAID_CLAUSE) && content_of_quotation(r, f, verb);
}

/* ---- Statements */

static uint32_t first_word(const struct reported *r, struct token_range range) {
    return r->tree.word[range.first];
}

static uint32_t end_word(const struct reported *r, struct token_range range) {
    return r->tree.word[range.end - 1] + 1;
}

/* What kind of source a noun phrase is: as the names in it are, else as its words are. A name that
 * the pipeline knows no kind of is not taken for a person's. */
static enum source_class class_of(const struct reported *r, struct token_range range,
                                  uint32_t noun) {
    const struct doc *doc = r->tree.doc;
    const struct labels *labels = r->u->analysis->labels;
    enum source_class by_words = people_class(r->u, first_word(r, range), end_word(r, range));
    uint32_t low = 0, high = doc->entities.n;
    while (low < high) { /* the first entity that ends in the range */
        uint32_t middle = (low + high) / 2;
        if (doc->entities.at[middle].end <= range.first)
            low = middle + 1;
        else
            high = middle;
    }
    bool person = false, other = false, is_person = false;
    for (; low < doc->entities.n && doc->entities.at[low].first < range.end; low++) {
        struct str kind = labels_name(labels, doc->entities.at[low].kind);
        bool head = doc->entities.at[low].first <= noun && noun < doc->entities.at[low].end;
        if (str_eq(kind, STR("PERSON"))) {
            person = true;
            is_person |= head;
        } else if (head && (str_eq(kind, STR("ORG")) || str_eq(kind, STR("GPE")) ||
                            str_eq(kind, STR("NORP"))))
            other = true;
    }
    if (is_person)
        return SOURCE_PERSON;
    if (by_words != SOURCE_PERSON && by_words != SOURCE_UNKNOWN)
        return by_words;
    if (other)
        return SOURCE_ORGANISATION;
    bool pronoun = tree_token(&r->tree, noun)->pos == r->tree.labels.pronoun;
    if (person || (pronoun && by_words == SOURCE_PERSON))
        return SOURCE_PERSON;
    return SOURCE_UNKNOWN;
}

static int put_content(struct reported *r, struct statement *s, const struct found *f) {
    struct unit *u = r->u;
    for (uint32_t i = 0; i < f->content_count; i++) {
        struct token_range range = f->content[i];
        if (range.first + 1 < range.end && dep_is(r, range.first, r->tree.labels.mark) &&
            str_eq_nocase(tree_token(&r->tree, range.first)->lemma, STR("that")))
            range.first++;
        struct span part = tree_span(&r->tree, range);
        struct span *span = part.start < part.end ? VEC_PUSH(u->a, &s->content) : NULL;
        if (span)
            *span = part;
        else if (part.start < part.end)
            return arena_fail(u->a, u->err);
    }
    return TS_OK;
}

static int add_statement(struct reported *r, const struct found *f) {
    struct unit *u = r->u;
    struct statement *s = VEC_PUSH(u->a, &u->analysis->statements);
    if (!s)
        return arena_fail(u->a, u->err);
    uint32_t word = first_word(r, f->cue);
    *s = (struct statement){.type = STATEMENT_INDIRECT,
                            .in_title = u->in_title,
                            .negated = f->negated,
                            .cue = tree_span(&r->tree, f->cue),
                            .cue_lemma = f->lemma,
                            .force = f->force,
                            .entity = NO_INDEX,
                            .source_class = SOURCE_UNKNOWN,
                            .rule = str_of(f->rule)};
    s->sentence = u->in_title || word >= u->words.n ? 0 : u->words.at[word].sentence;
    if (f->source.first < f->source.end) {
        s->source = tree_span(&r->tree, f->source);
        s->source_class = class_of(r, f->source, f->noun);
    }
    return put_content(r, s, f);
}

/* What an earlier pass made of the cue keeps its outlet; who told it, and what, the parse knows
 * better. */
static int mend_taken(struct reported *r, uint32_t at, const struct found *f) {
    struct unit *u = r->u;
    struct span cue = u->analysis->statements.at[at].cue;
    for (uint32_t i = at > 0 ? at - 1 : at; i <= at; i++) {
        struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title || s->cue.start != cue.start ||
            !str_starts(s->rule, STR("told-")))
            continue;
        struct span source = tree_span(&r->tree, f->source);
        bool apart = s->source.end <= source.start || source.end <= s->source.start;
        if (str_eq(s->rule, STR("told-speaker")) && apart) {
            s->source = source;
            s->source_class = class_of(r, f->source, f->noun);
        }
        if (!s->content.n && put_content(r, s, f) != TS_OK)
            return arena_fail(u->a, u->err);
    }
    return TS_OK;
}

/* A word of the list that stands alone: "one", not "one in four". */
static bool is_pronoun_of(const struct reported *r, uint32_t i, const char *const *list,
                          size_t count) {
    struct str s = str_span(r->tree.doc->text, tree_token(&r->tree, i)->text);
    for (size_t k = 0; k < count && r->tree.first_child[i] == NO_INDEX; k++)
        if (str_eq_nocase(s, str_of(list[k])))
            return true;
    return false;
}

/* Whether the verb only tells what somebody may, must or is to say ("to thank", "should support"),
 * or is said by the speaker of himself or of those he speaks to. */
static bool is_no_report(const struct reported *r, uint32_t verb, uint32_t subject) {
    static const char *const speakers[] = {"I", "we", "you", "me", "us", "one"};
    static const char *const empty[] = {"it", "there", "that", "this", "what", "who"};
    const struct unit *u = r->u;
    bool quoted = unit_has(u, r->tree.word[verb], W_QUOTED);
    if (is_pronoun_of(r, subject, speakers, sizeof speakers / sizeof *speakers))
        return true;
    if (quoted || is_pronoun_of(r, subject, empty, sizeof empty / sizeof *empty))
        return true;
    if (has_to(r, verb))
        return true;
    uint32_t head = tree_head(&r->tree, verb);
    if (dep_is(r, verb, r->tree.labels.advcl) && head != NO_INDEX &&
        str_eq(tree_token(&r->tree, verb)->lemma, STR("cite")) &&
        is_taken(r, (struct token_range){head, head + 1}))
        return true; /* "Reuters reported, citing two officials" is one credit */
    for (uint32_t k = r->tree.first_child[verb]; k != NO_INDEX && k < verb;
         k = r->tree.next_sibling[k])
        if (dep_is(r, k, r->tree.labels.aux) && unit_is(u, r->tree.word[k], CLASS(C_MODAL)))
            return true;
    return false;
}

static int report_of_verb(struct reported *r, uint32_t verb, const struct said *said) {
    struct found f = {.lemma = said->lemma, .force = said->force, .rule = "reported"};
    f.cue = cue_of(r, verb, &f.negated);
    uint32_t subject = subject_of(r, verb);
    if (subject == NO_INDEX || is_no_report(r, verb, subject))
        return TS_OK;
    f.source = noun_phrase(r, subject);
    f.noun = subject;
    if (!find_content(r, &f, verb, said->frames))
        return TS_OK;
    uint32_t at = taken_by(r, f.cue);
    return at == NO_INDEX ? add_statement(r, &f) : mend_taken(r, at, &f);
}

/* Whose a noun of saying is: "the mayor's claim", "a claim by the mayor", "the mayor made the
 * claim".
 */
static uint32_t owner_of(const struct reported *r, uint32_t noun) {
    const struct tree_labels *l = &r->tree.labels;
    uint32_t owner = tree_child(&r->tree, noun, l->poss);
    for (size_t i = 0; owner == NO_INDEX && i < 2; i++) {
        uint32_t by = tree_child_lemma(&r->tree, noun, l->prep, i == 0 ? STR("by") : STR("from"));
        owner = by == NO_INDEX ? NO_INDEX : tree_child(&r->tree, by, l->pobj);
    }
    uint32_t verb = tree_head(&r->tree, noun);
    if (owner == NO_INDEX && dep_is(r, noun, l->dobj) && verb != NO_INDEX && is_verb(r, verb))
        owner = subject_of(r, verb);
    return owner;
}

/* "the mayor's claim that ...", "his support for ...". */
static int report_of_noun(struct reported *r, uint32_t noun, const struct said *said) {
    const struct tree_labels *l = &r->tree.labels;
    struct found f = {.lemma = said->lemma, .force = said->force, .rule = "reported-noun"};
    f.cue = (struct token_range){noun, noun + 1};
    f.noun = owner_of(r, noun);
    if (f.noun == NO_INDEX || is_taken(r, f.cue) || is_no_report(r, noun, f.noun))
        return TS_OK;
    f.source = noun_phrase(r, f.noun);
    uint32_t clause = tree_child(&r->tree, noun, l->acl);
    if (clause == NO_INDEX)
        clause = tree_child(&r->tree, noun, l->ccomp);
    bool to = clause != NO_INDEX && has_to(r, clause);
    bool that = clause != NO_INDEX && tree_child(&r->tree, clause, l->mark) != NO_INDEX;
    bool found = clause != NO_INDEX &&
                 ((to && (said->frames & SAID_INFINITIVE)) ||
                  (that && !to && (said->frames & SAID_CLAUSE))) &&
                 content_of_child(r, &f, clause);
    if (!found && !content_of_preposition(r, &f, noun, said->frames))
        return TS_OK;
    return add_statement(r, &f);
}

/* "the mayor is confident that ...". */
static int report_of_adjective(struct reported *r, uint32_t adjective, const struct said *said) {
    const struct tree_labels *l = &r->tree.labels;
    struct found f = {.lemma = said->lemma, .force = said->force, .rule = "reported-adjective"};
    uint32_t verb = tree_head(&r->tree, adjective);
    if (!dep_is(r, adjective, l->acomp) || verb == NO_INDEX || adjective < verb)
        return TS_OK;
    uint32_t subject = r->tree.subject[verb];
    if (subject == NO_INDEX || is_no_report(r, verb, subject))
        return TS_OK;
    f.cue = cue_of(r, verb, &f.negated);
    f.cue.end = adjective + 1;
    f.noun = antecedent(r, subject, verb);
    f.source = noun_phrase(r, f.noun);
    if (f.cue.end - f.cue.first > CUE_TOKENS || is_taken(r, f.cue))
        return TS_OK;
    bool found = ((said->frames & SAID_CLAUSE) && content_of_clause(r, &f, adjective)) ||
                 ((said->frames & SAID_INFINITIVE) && content_of_infinitive(r, &f, adjective)) ||
                 content_of_preposition(r, &f, adjective, said->frames);
    return found ? add_statement(r, &f) : TS_OK;
}

/* More nouns follow: the parse has not seen the whole name. */
static bool runs_on(const struct reported *r, struct token_range source) {
    if (source.end >= r->tree.doc->tokens.n)
        return false;
    const struct doc_token *next = tree_token(&r->tree, source.end);
    return next->pos == r->tree.labels.noun || next->pos == r->tree.labels.proper_noun ||
           next->pos == r->tree.labels.adjective;
}

/* "according to X": what it hangs on, without it. */
static int report_of_according(struct reported *r, uint32_t i) {
    const struct tree_labels *l = &r->tree.labels;
    uint32_t to = tree_child_lemma(&r->tree, i, l->prep, STR("to")), host = tree_head(&r->tree, i);
    uint32_t object = to == NO_INDEX ? NO_INDEX : tree_child(&r->tree, to, l->pobj);
    struct found f = {
        .lemma = STR("according to"), .force = STR("neutral"), .rule = "reported-according"};
    if (object == NO_INDEX || host == NO_INDEX || to != i + 1)
        return TS_OK;
    f.cue = (struct token_range){i, to + 1};
    f.source = noun_phrase(r, object);
    f.noun = object;
    if (is_taken(r, f.cue) || runs_on(r, f.source))
        return TS_OK;
    for (uint32_t n = 0, up;
         n < CHAIN && !is_verb(r, host) && (up = tree_head(&r->tree, host)) != NO_INDEX; n++)
        host = up;
    struct token_range own = tree_subtree(&r->tree, i);
    add_around(&f, tree_subtree(&r->tree, host), own.first, own.end);
    return f.content_count ? add_statement(r, &f) : TS_OK;
}

static int take_cues(struct reported *r) {
    struct unit *u = r->u;
    r->taken = arena_alloc(u->a, ((size_t)u->words.n + 1) * sizeof *r->taken);
    if (!r->taken)
        return arena_fail(u->a, u->err);
    for (uint32_t i = 0; i <= u->words.n; i++)
        r->taken[i] = NO_INDEX;
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title != u->in_title || s->cue.start >= s->cue.end)
            continue;
        uint32_t word = 0, high = u->words.n; /* the first word that ends behind the cue's start */
        while (word < high) {
            uint32_t middle = (word + high) / 2;
            if (u->words.at[middle].text.end <= s->cue.start)
                word = middle + 1;
            else
                high = middle;
        }
        for (; word < u->words.n && u->words.at[word].text.start < s->cue.end; word++)
            r->taken[word] = i;
    }
    return TS_OK;
}

static int report_of_token(struct reported *r, uint32_t i) {
    const struct doc_token *t = tree_token(&r->tree, i);
    const struct tree_labels *l = &r->tree.labels;
    const struct lang_tables *tables = r->u->tables;
    const struct said *said = NULL;
    if (str_eq_nocase(str_span(r->tree.doc->text, t->text), STR("according")))
        return report_of_according(r, i);
    if (t->pos == l->verb && (said = lexicon_said(tables, t->lemma, SAID_VERB)) != NULL)
        return report_of_verb(r, i, said);
    if (t->pos == l->noun && (said = lexicon_said(tables, t->lemma, SAID_NOUN)) != NULL)
        return report_of_noun(r, i, said);
    if (t->pos == l->adjective && (said = lexicon_said(tables, t->lemma, SAID_ADJECTIVE)) != NULL)
        return report_of_adjective(r, i, said);
    return TS_OK;
}

int unit_find_reported(struct unit *u) {
    struct reported r = {.u = u};
    int status = parse_tree_init(&r.tree, u);
    if (status == TS_OK)
        status = take_cues(&r);
    for (uint32_t i = 0; i < u->doc->tokens.n && status == TS_OK; i++)
        status = report_of_token(&r, i);
    return status;
}
