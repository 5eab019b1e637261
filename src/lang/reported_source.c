/* Whose words, thoughts or stand a verb gives. */
#include "lang/people.h"
#include "lang/reported.h"
#include "lang/tree_words.h"

static bool is_people(const struct reported *r, uint32_t noun) {
    static const char *const plural[] = {"people", "others", "those", "folk", "police"};
    struct str lemma = tree_token(r->u->tree, noun)->lemma;
    struct role role = lexicon_role(r->u->tables, lemma);
    return (role.known && role.person) ||
           str_is_one_of(lemma, plural, sizeof plural / sizeof *plural);
}

/* The noun is the name of a place. */
static bool is_place(const struct reported *r, uint32_t noun) {
    const struct doc *doc = r->u->tree->doc;
    uint32_t e = tree_entity_at(r->u->tree, noun);
    if (e >= doc->entities.n || doc->entities.at[e].first > noun)
        return false;
    struct str kind = labels_name(r->u->analysis->labels, doc->entities.at[e].kind);
    return str_eq(kind, STR("GPE")) || str_eq(kind, STR("LOC")) || str_eq(kind, STR("FAC"));
}

/* "residents" of "residents at a lodge who say", "groups across the valley, who see", where the
 * parse hangs the clause on the lodge. */
static uint32_t people_who(const struct reported *r, uint32_t noun) {
    const struct parse_tree *t = r->u->tree;
    uint32_t prep = reported_dep(r, noun, t->labels.pobj) ? tree_head(t, noun) : NO_INDEX;
    uint32_t people = prep == NO_INDEX ? NO_INDEX : tree_head(t, prep);
    if (people != NO_INDEX && tree_token(t, people)->pos == t->labels.verb) /* "met a clerk at" */
        people = tree_child(t, people, t->labels.dobj);
    bool thing =
        (tree_token(t, noun)->pos == t->labels.noun && !is_people(r, noun)) || is_place(r, noun);
    bool several =
        people != NO_INDEX && tree_tag_is(r->u, people, "NNS") && !tree_tag_is(r->u, noun, "NNS");
    return thing && people != NO_INDEX && (is_people(r, people) || several) ? people : noun;
}

uint32_t reported_antecedent(const struct reported *r, uint32_t subject, uint32_t verb) {
    struct str s = reported_text(r, subject);
    bool relative = str_eq_nocase(s, STR("who")) || str_eq_nocase(s, STR("which")) ||
                    str_eq_nocase(s, STR("that"));
    if (!relative || !reported_dep(r, verb, r->u->tree->labels.relcl))
        return subject;
    uint32_t noun = tree_head(r->u->tree, verb);
    if (noun == NO_INDEX)
        return subject;
    return str_eq_nocase(s, STR("who")) ? people_who(r, noun) : noun;
}

/* "officials" of "Officials in Paris, France said", where the parse takes the country for who says
 * it; not of "After talks in Paris, France said". */
static uint32_t people_in_place(const struct reported *r, uint32_t subject, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    uint32_t first = t->left[subject];
    if (subject + 1 != verb || !is_place(r, subject) || first < 2 || first != subject ||
        !unit_mark(r->u, t->word[first - 1], ',') || !is_place(r, first - 2) ||
        !reported_dep(r, first - 2, t->labels.pobj))
        return subject;
    uint32_t prep = tree_head(t, first - 2);
    uint32_t people = prep == NO_INDEX ? NO_INDEX : tree_head(t, prep);
    bool are = people != NO_INDEX && people < prep && tree_head(t, people) == verb &&
               tree_token(t, people)->pos == t->labels.noun && is_people(r, people);
    return are ? people : subject;
}

/* A verb that takes both a clause and an infinitive tells of the speech itself: "promised to
 * condemn it" is a promise. Others only lead to the next verb: "declined to condemn it". */
static bool leads_on(const struct reported *r, uint32_t verb) {
    static const char *const duties[] = {"have", "need", "ought", "get"};
    const uint32_t both = SAID_CLAUSE | SAID_INFINITIVE;
    struct str lemma = tree_token(r->u->tree, verb)->lemma;
    const struct said *said = lexicon_said(r->u->tables, lemma, SAID_VERB);
    for (size_t i = 0; i < sizeof duties / sizeof *duties; i++)
        if (str_eq(lemma, str_of(duties[i])))
            return false;
    return !said || (said->frames & both) != both;
}

/* "wishes to point out that it is safe": by that it is said. */
static bool wishes_to_tell(const struct reported *r, uint32_t wish, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    return reported_lemma(r, wish, "wish") && tree_child(t, verb, t->labels.ccomp) != NO_INDEX &&
           tree_says_politely(r->u, wish, verb);
}

bool reported_has_modal(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX && k < verb; k = t->next_sibling[k])
        if (reported_dep(r, k, t->labels.aux) && unit_is(r->u, t->word[k], CLASS(C_MODAL)))
            return true;
    return false;
}

/* "was forced to admit", "had to deny": who must say it has said it. */
static bool must_have(const struct reported *r, uint32_t verb) {
    static const char *const forces[] = {"force", "oblige", "compel"};
    struct str lemma = tree_token(r->u->tree, verb)->lemma;
    bool forced = r->u->tree->passive_aux[verb] != NO_INDEX &&
                  str_is_one_of(lemma, forces, sizeof forces / sizeof *forces);
    bool had = str_eq(lemma, STR("have")) &&
               (tree_tag_is(r->u, verb, "VBD") || tree_tag_is(r->u, verb, "VBN"));
    return (forced || had) && !reported_has_modal(r, verb);
}

/* Where the subject of "to say" is looked for: "declined to say", "was quick to say", "was forced
 * to say"; NO_INDEX where somebody else is to say it ("urged him to say", "is expected to say"). */
static uint32_t above_infinitive(const struct reported *r, uint32_t verb, uint32_t head,
                                 uint32_t *cue_verb) {
    enum { NEAR = 4 };
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t up = head;
    if (head > verb || r->u->tree->object[head] != NO_INDEX)
        return NO_INDEX;
    if (reported_dep(r, head, l->acomp)) {
        up = tree_head(r->u->tree, head);
        if (up == NO_INDEX)
            return NO_INDEX;
    } else if (!reported_is_verb(r, head) ||
               !(leads_on(r, head) || must_have(r, head) || wishes_to_tell(r, head, verb))) {
        return NO_INDEX;
    }
    if (r->u->tree->passive_aux[up] != NO_INDEX && !must_have(r, up))
        return NO_INDEX;
    if (up < verb && verb - up <= NEAR && *cue_verb == verb)
        *cue_verb = up;
    return up;
}

/* "Took to the stage to say": up to where the words for it stand, and he did. */
static bool takes_to(const struct reported *r, uint32_t takes, uint32_t verb) {
    enum { NEAR = 8 };
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t to = tree_child(r->u->tree, takes, l->prep);
    return reported_lemma(r, takes, "take") && takes < verb && verb - takes <= NEAR &&
           reported_is_speech(r, verb) && tree_child(r->u->tree, verb, l->ccomp) != NO_INDEX &&
           r->u->tree->passive_aux[takes] == NO_INDEX && !reported_has_modal(r, takes) &&
           to == takes + 1 && reported_lemma(r, to, "to") &&
           (tree_tag_is(r->u, takes, "VBD") || tree_tag_is(r->u, takes, "VBN") ||
            tree_tag_is(r->u, takes, "VBZ")) &&
           tree_child(r->u->tree, takes, l->neg) == NO_INDEX;
}

/* The verb or noun that a verb without a subject of its own looks to, or NO_INDEX. */
static uint32_t above(const struct reported *r, uint32_t k, uint32_t *cue_verb) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint16_t dep = tree_token(r->u->tree, k)->dep;
    uint32_t head = tree_head(r->u->tree, k);
    if (head == NO_INDEX)
        return NO_INDEX;
    if (reported_has_to(r, k) && dep == l->advcl) { /* "went on to say" */
        bool on = reported_lemma(r, head, "go") && head < k && k - head <= 3;
        *cue_verb = on && *cue_verb == k ? head : *cue_verb;
        return on || takes_to(r, head, k) ? head : NO_INDEX;
    }
    if (reported_has_to(r, k))
        return dep == l->xcomp || dep == l->ccomp ? above_infinitive(r, k, head, cue_verb)
                                                  : NO_INDEX;
    if (dep == l->pcomp) { /* "left without saying" */
        head = tree_head(r->u->tree, head);
        if (head != NO_INDEX && reported_lemma(r, head, "far")) /* "goes as far as saying" */
            head = tree_head(r->u->tree, head);
    }
    if (dep != l->pcomp && dep != l->conj && dep != l->advcl && dep != l->xcomp)
        return NO_INDEX;
    return head != NO_INDEX && reported_is_verb(r, head) ? head : NO_INDEX;
}

uint32_t reported_quoting(const struct reported *r, uint32_t verb) {
    static const char *const quotes[] = {"quote", "cite", "misquote"};
    const struct parse_tree *t = r->u->tree;
    uint32_t as = reported_dep(r, verb, t->labels.pcomp) ? tree_head(t, verb) : NO_INDEX;
    uint32_t up = as != NO_INDEX && reported_lemma(r, as, "as") ? tree_head(t, as) : NO_INDEX;
    if (up != NO_INDEX && reported_dep(r, up, t->labels.dobj)) /* where it hangs on whom */
        up = tree_head(t, up);
    return up != NO_INDEX && up < verb &&
                   str_is_one_of(tree_token(t, up)->lemma, quotes, sizeof quotes / sizeof *quotes)
               ? up
               : NO_INDEX;
}

/* "No paper", "no sailor", "a fake post". */
static bool is_no_noun(const struct reported *r, uint32_t noun) {
    static const char *const words[] = {"no",     "neither",    "fake",   "false",     "hoax",
                                        "bogus",  "satirical",  "satire", "spoof",     "doctored",
                                        "parody", "fabricated", "forged", "fraudulent"};
    const struct parse_tree *t = r->u->tree;
    uint32_t k = t->first_child[noun];
    for (uint32_t n = 0; n < TREE_CHILDREN && k != NO_INDEX; n++, k = t->next_sibling[k])
        if (k < noun && str_is_one_of(tree_token(t, k)->lemma, words, sizeof words / sizeof *words))
            return true;
    return false;
}

/* "denied that", "apologised for", "is not true that": what hangs on the word is not so. */
static bool is_undone_by(const struct reported *r, uint32_t word) {
    static const char *const words[] = {"deny",  "apologise", "apologize", "retract", "dispute",
                                        "false", "untrue",    "withdraw",  "misquote"};
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t acomp = tree_child(r->u->tree, word, l->acomp);
    return tree_child(r->u->tree, word, l->neg) != NO_INDEX ||
           str_is_one_of(tree_token(r->u->tree, word)->lemma, words,
                         sizeof words / sizeof *words) ||
           (acomp != NO_INDEX && str_is_one_of(tree_token(r->u->tree, acomp)->lemma, words,
                                               sizeof words / sizeof *words));
}

/* Not "never quoted", "misquoted", "falsely quoted", "denied that it quoted", "a fake post quoted".
 */
static bool is_quoted_truly(const struct reported *r, uint32_t verb) {
    static const char *const wrongly[] = {"wrongly",     "falsely",     "mistakenly",
                                          "incorrectly", "erroneously", "inaccurately"};
    const struct parse_tree *t = r->u->tree;
    uint32_t subject = tree_subject(t, verb), whom = tree_child(t, verb, t->labels.dobj);
    if (subject != NO_INDEX)
        subject = reported_antecedent(r, subject, verb);
    if ((subject != NO_INDEX && is_no_noun(r, subject)) ||
        (whom != NO_INDEX && is_no_noun(r, whom)))
        return false;
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX; k = t->next_sibling[k])
        if (str_is_one_of(tree_token(t, k)->lemma, wrongly, sizeof wrongly / sizeof *wrongly))
            return false;
    for (uint32_t n = 0, i = verb; n < REPORTED_CHAIN && i != NO_INDEX; n++, i = tree_head(t, i))
        if (is_undone_by(r, i))
            return false;
        else if (reported_dep(r, i, t->labels.conj) || reported_dep(r, i, t->labels.parataxis))
            break; /* what it is joined to is not told of it */
    return true;
}

uint32_t reported_subject(const struct reported *r, uint32_t verb, uint32_t *cue_verb) {
    enum { STATEMENT_TOKENS = 7 };
    const struct tree_labels *l = &r->u->tree->labels;
    *cue_verb = verb;
    uint32_t quotes = reported_quoting(r, verb);
    if (quotes != NO_INDEX && !is_quoted_truly(r, quotes))
        return NO_INDEX;
    uint32_t whom = quotes == NO_INDEX ? NO_INDEX : tree_child(r->u->tree, quotes, l->dobj);
    if (whom != NO_INDEX && whom > quotes && whom < verb)
        return whom;
    for (uint32_t n = 0, k = verb; n < REPORTED_CHAIN && k != NO_INDEX; n++) {
        uint32_t own = r->u->tree->subject[k];
        if (own == NO_INDEX && k != verb)
            own = r->u->tree->passive_subject[k];
        if (own != NO_INDEX)
            return people_in_place(r, reported_antecedent(r, own, k), k);
        if (r->u->tree->passive_aux[k] != NO_INDEX)
            return NO_INDEX;
        uint32_t head = tree_head(r->u->tree, k);
        if (head != NO_INDEX && reported_dep(r, k, l->acl)) {
            uint32_t verb_above = tree_head(r->u->tree, head);
            if (reported_has_to(r, k))
                return NO_INDEX;
            if (!reported_is_light(r, verb_above, head) || k - verb_above > STATEMENT_TOKENS)
                return head;
            *cue_verb = verb_above; /* "issued a statement saying" */
            k = verb_above;
            continue;
        }
        k = above(r, k, cue_verb);
    }
    return NO_INDEX;
}

bool reported_quotes_words(const struct reported *r, uint32_t verb) {
    enum { NEAR = 64 };
    struct token_range range = tree_subtree(r->u->tree, verb);
    for (uint32_t i = verb + 1; i < range.end && i < verb + NEAR; i++)
        if (reported_is_speech(r, i) && reported_quoting(r, i) == verb)
            return is_quoted_truly(r, verb);
    return false;
}

/* A word of the list that stands alone: "one", not "one in four". */
static bool is_alone(const struct reported *r, uint32_t i, const char *const *list, size_t count) {
    return r->u->tree->first_child[i] == NO_INDEX &&
           str_is_one_of(reported_text(r, i), list, count);
}

/* "nobody", "no group", "none of the witnesses", "neither the police", "not a single official". */
static bool is_nobody(const struct reported *r, uint32_t subject) {
    static const char *const nobody[] = {"nobody", "none", "nothing", "neither", "few"};
    static const char *const before[] = {"no", "neither", "not", "few", "hardly"};
    if (str_is_one_of(reported_text(r, subject), nobody, sizeof nobody / sizeof *nobody))
        return true;
    uint32_t k = r->u->tree->first_child[subject];
    for (uint32_t n = 0; n < REPORTED_CHAIN && k != NO_INDEX && k < subject; n++) {
        if (str_is_one_of(reported_text(r, k), before, sizeof before / sizeof *before))
            return true;
        k = r->u->tree->next_sibling[k];
    }
    return false;
}

bool reported_is_speech(const struct reported *r, uint32_t verb) {
    const struct lang_tables *t = r->u->tables;
    const struct lexeme *x = &t->lexemes.at[lexicon_word(t, tree_token(r->u->tree, verb)->lemma)];
    return x->classes & CLASS(C_CUE) && t->cues.at[x->cue].kinds & CUE_SPEECH &&
           !reported_lemma(r, verb, "suggest");
}

/* "It found that": a study or a body. */
static bool finds(const struct reported *r, uint32_t verb) {
    return reported_lemma(r, verb, "find") &&
           tree_child(r->u->tree, verb, r->u->tree->labels.ccomp) != NO_INDEX;
}

bool reported_is_empty(const struct reported *r, uint32_t verb, uint32_t subject) {
    static const char *const words[] = {"you",  "me",   "us",   "one", "there",
                                        "that", "this", "what", "who"};
    static const char *const it[] = {"it"};
    if (is_nobody(r, subject))
        return true;
    return is_alone(r, subject, words, sizeof words / sizeof *words) ||
           (is_alone(r, subject, it, 1) && !reported_is_speech(r, verb) && !finds(r, verb)) ||
           unit_has(r->u, r->u->tree->word[verb], W_QUOTED);
}

/* "Heavily" of "Heavily armed men", which may be taken for a name at the head of a sentence. */
static bool is_adverb(const struct reported *r, uint32_t first, uint32_t end) {
    return end == first + 1 &&
           str_eq(labels_name(r->u->analysis->labels, tree_token(r->u->tree, first)->pos),
                  STR("ADV"));
}

/* Of the entities that overlap the range: whether one is a person, and what the one that holds the
 * noun is. */
struct kinds {
    bool person, noun_is_person, noun_is_body;
};

static struct kinds kinds_in(const struct reported *r, struct token_range range, uint32_t noun) {
    const struct doc *doc = r->u->tree->doc;
    struct kinds kinds = {0};
    uint32_t low = tree_entity_at(r->u->tree, range.first);
    for (; low < doc->entities.n && doc->entities.at[low].first < range.end; low++) {
        struct str kind = labels_name(r->u->analysis->labels, doc->entities.at[low].kind);
        bool head = doc->entities.at[low].first <= noun && noun < doc->entities.at[low].end;
        if (is_adverb(r, doc->entities.at[low].first, doc->entities.at[low].end))
            continue;
        if (str_eq(kind, STR("PERSON"))) {
            kinds.person = true;
            kinds.noun_is_person |= head;
        } else if (head && (str_eq(kind, STR("ORG")) || str_eq(kind, STR("GPE")) ||
                            str_eq(kind, STR("NORP")))) {
            kinds.noun_is_body = true;
        }
    }
    return kinds;
}

/* A capital inside the phrase that is more than "Norland" of "Norland politicians": of a body that
 * these people may be. */
static bool is_of_body(const struct reported *r, struct token_range range, uint32_t noun) {
    static const char *const fighters[] = {"militant", "fighter",   "rebel",   "insurgent",
                                           "jihadist", "extremist", "gunman",  "supporter",
                                           "member",   "loyalist",  "activist"};
    const struct parse_tree *t = r->u->tree;
    uint32_t names = 0;
    for (uint32_t i = range.first; i < range.end && i < noun; i++)
        names += unit_has(r->u, t->word[i], W_UPPER) &&
                 (i > t->sentence_first[noun] || tree_tag_is(r->u, i, "NNP"));
    return names > 1 || (names && str_is_one_of(tree_token(t, noun)->lemma, fighters,
                                                sizeof fighters / sizeof *fighters));
}

/* The cue is one of telling: not "parents demanded", "customers show signs". */
static bool is_told(const struct reported *r, const struct found *f) {
    static const char *const asks[] = {"demand", "ask", "wonder", "question", "urge", "call"};
    bool speech = str_eq(f->lemma, STR("according to"));
    for (uint32_t i = f->cue.first; i < f->cue.end && !speech; i++)
        speech = reported_is_speech(r, i);
    return speech && !str_is_one_of(f->lemma, asks, sizeof asks / sizeof *asks);
}

bool reported_some_people(const struct reported *r, const struct found *f) {
    static const char *const known[] = {"the", "this", "that", "these", "those", "both", "all"};
    static const char *const things[] = {"figure", "model", "monitor", "guide", "record"};
    const struct parse_tree *t = r->u->tree;
    const uint32_t noun = f->noun;
    struct role role = lexicon_role(r->u->tables, tree_token(t, noun)->lemma);
    if (!is_told(r, f) || tree_token(t, noun)->pos != t->labels.noun ||
        !tree_tag_is(r->u, noun, "NNS") || !role.known || !role.person ||
        unit_has(r->u, t->word[noun], W_QUOTED) ||
        str_is_one_of(tree_token(t, noun)->lemma, things, sizeof things / sizeof *things) ||
        (unit_has(r->u, t->word[noun], W_UPPER) && noun > t->sentence_first[noun]) ||
        (noun + 1 < f->source.end && unit_has(r->u, t->word[noun + 1], W_UPPER)) ||
        is_of_body(r, f->source, noun))
        return false; /* the last but one: "Doctors Without Borders" */
    uint32_t k = t->first_child[noun];
    for (uint32_t n = 0; n < REPORTED_CHAIN && k != NO_INDEX; n++, k = t->next_sibling[k]) {
        struct str tag = labels_name(r->u->analysis->labels, tree_token(t, k)->tag);
        bool name = (k > noun && tree_token(t, k)->dep == t->labels.appos) ||
                    str_eq_nocase(tree_text(t, k), STR("for"));
        if (name || str_starts(tag, STR("PRP")) || tree_token(t, k)->dep == t->labels.poss ||
            str_is_one_of(tree_text(t, k), known, sizeof known / sizeof *known))
            return false;
    }
    return true;
}

/* "and" between several who give something; not inside a name. */
static bool are_several(const struct reported *r, uint32_t noun) {
    const struct parse_tree *t = r->u->tree;
    for (uint32_t i = t->left[noun]; i <= t->right[noun]; i++) {
        uint32_t e = tree_entity_at(t, i);
        bool named = e < t->doc->entities.n && t->doc->entities.at[e].first < i;
        if ((reported_dep(r, i, t->labels.conj) || tree_tag_is(r->u, i, "CC")) && !named)
            return true;
    }
    return false;
}

/* "Marlow spokesman Ed Moss": the word of a body, whose name is found elsewhere. */
static bool speaks_for_body(const struct reported *r, uint32_t noun) {
    static const char *const words[] = {"spokesman", "spokeswoman", "spokesperson", "secretary"};
    const struct parse_tree *t = r->u->tree;
    for (uint32_t i = t->left[noun]; i <= t->right[noun]; i++)
        if (str_is_one_of(tree_token(t, i)->lemma, words, sizeof words / sizeof *words))
            return true;
    return false;
}

/* Ann Roe of "released by the court on behalf of Ann Roe", "by the court from Ann Roe": whose a
 * statement is that others issue; not of "by doctors from the clinic", nor of one bare name,
 * which may be a place. NO_INDEX: nobody is told. */
static uint32_t whose_behind(const struct reported *r, uint32_t verb, uint32_t by, uint32_t end) {
    const struct parse_tree *t = r->u->tree;
    for (uint32_t i = verb + 1; i < end; i++) {
        uint32_t head = tree_head(t, i), whose = tree_child(t, i, t->labels.pobj);
        if (whose == NO_INDEX || head == NO_INDEX)
            continue;
        if (reported_lemma(r, i, "of") && reported_lemma(r, head, "behalf"))
            return whose;
        bool near = head == verb || (by != NO_INDEX && tree_head(t, head) == by);
        if (near && reported_lemma(r, i, "from") && t->left[whose] < whose &&
            reported_class(r, tree_noun_phrase(t, whose), whose) == SOURCE_PERSON)
            return whose;
    }
    return NO_INDEX;
}

/* Whose a statement is: whom it is from, or who issues it when nobody else has made it. */
static uint32_t issuer_of(const struct reported *r, uint32_t noun) {
    static const char *const issues[] = {"issue", "release", "put", "provide", "give"};
    const struct parse_tree *t = r->u->tree;
    const struct tree_labels *l = &t->labels;
    uint32_t verb = tree_child(t, noun, l->acl), end = t->right[noun] + 1;
    uint32_t from = tree_child_lemma(t, noun, l->prep, STR("from")), whose = NO_INDEX;
    if (from == NO_INDEX)
        from = tree_child_lemma(t, noun, l->prep, STR("by"));
    if (from != NO_INDEX) {
        whose = verb == NO_INDEX ? tree_child(t, from, l->pobj) : NO_INDEX;
        if (whose != NO_INDEX && tree_child(t, whose, l->acl) != NO_INDEX)
            whose = NO_INDEX; /* "by Ann Roe released by the court" */
    } else if (verb != NO_INDEX && tree_tag_is(r->u, verb, "VBN") &&
               str_is_one_of(tree_token(t, verb)->lemma, issues, sizeof issues / sizeof *issues)) {
        uint32_t by = tree_child(t, verb, l->agent);
        whose = whose_behind(r, verb, by, end);
        if (whose == NO_INDEX && by != NO_INDEX)
            whose = tree_child(t, by, l->pobj);
    }
    return whose == NO_INDEX || are_several(r, whose) || speaks_for_body(r, whose) ? NO_INDEX
                                                                                   : whose;
}

uint32_t reported_giver(const struct reported *r, uint32_t noun) {
    static const char *const given[] = {"information", "figure", "datum",     "data",
                                        "detail",      "number", "statistic", "material"};
    static const char *const gives[] = {"provide", "release", "issue", "compile", "share", "supply",
                                        "give",    "post",    "send",  "publish", "put"};
    const struct parse_tree *t = r->u->tree;
    const struct tree_labels *l = &t->labels;
    if (noun < t->doc->tokens.n && reported_lemma(r, noun, "statement"))
        return issuer_of(r, noun);
    if (noun >= t->doc->tokens.n ||
        !str_is_one_of(tree_token(t, noun)->lemma, given, sizeof given / sizeof *given))
        return NO_INDEX;
    uint32_t verb = tree_child(t, noun, l->acl), from = NO_INDEX;
    if (verb != NO_INDEX && tree_tag_is(r->u, verb, "VBN") &&
        str_is_one_of(tree_token(t, verb)->lemma, gives, sizeof gives / sizeof *gives))
        from = tree_child(t, verb, l->agent);
    if (from == NO_INDEX && verb == NO_INDEX) {
        from = tree_child_lemma(t, noun, l->prep, STR("from"));
        from = from == NO_INDEX ? tree_child_lemma(t, noun, l->prep, STR("by")) : from;
    }
    return from == NO_INDEX ? NO_INDEX : tree_child(t, from, l->pobj);
}

/* As the names in it are, else as its words are. A name that the pipeline knows no kind of is not
 * taken for a person's. */
enum source_class reported_class(const struct reported *r, struct token_range range,
                                 uint32_t noun) {
    enum { NEAR = 32 }; /* the head's surroundings tell it, also in a phrase without end */
    if (noun > range.first + NEAR)
        range.first = noun - NEAR;
    if (range.end > noun + NEAR && range.first <= noun)
        range.end = noun + NEAR;
    enum source_class by_words =
        people_class(r->u, r->u->tree->word[range.first], r->u->tree->word[range.end - 1] + 1);
    struct kinds kinds = kinds_in(r, range, noun);
    if (kinds.noun_is_person)
        return SOURCE_PERSON;
    if (by_words != SOURCE_PERSON && by_words != SOURCE_UNKNOWN)
        return by_words;
    if (kinds.noun_is_body)
        return SOURCE_ORGANISATION;
    bool pronoun = tree_token(r->u->tree, noun)->pos == r->u->tree->labels.pronoun;
    return kinds.person || (pronoun && by_words == SOURCE_PERSON) ? SOURCE_PERSON : SOURCE_UNKNOWN;
}
