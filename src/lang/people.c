#include "lang/people.h"
#include "lang/tree_words.h"

enum { PHRASE_WORDS = 16 };

static const uint64_t verb_like = CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_DO) | CLASS(C_MODAL);

/* A word that describes the noun after it: an adjective, a noun, a number, a capital, "and" between
 * two of them. */
static bool describes(const struct unit *u, uint32_t i) {
    if (u->words.at[i].kind == WORD_NUMBER || unit_has(u, i, W_POSSESSIVE))
        return true;
    if (u->words.at[i].kind != WORD_LETTERS ||
        (unit_cue(u, i, FORM_PAST | FORM_S, UINT32_MAX) && !unit_has(u, i, W_UPPER)))
        return false;
    if (unit_word_is(
            u, i,
            STR("and"))) /* "Danish and Swedish", "past and current"; not "Roe and two officials" */
        return i > 0 && unit_has(u, i - 1, W_UPPER) == unit_has(u, i + 1, W_UPPER) &&
               unit_kind(u, i - 1, WORD_LETTERS) &&
               !unit_is(u, i + 1, CLASS(C_INDEF) | CLASS(C_DET) | CLASS(C_NUMBER));
    return !unit_is(u, i,
                    verb_like | CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_SUB) | CLASS(C_PRON)) ||
           unit_is(u, i, CLASS(C_INDEF));
}

/* Where the noun phrase of the noun at head begins, not before low. */
static uint32_t phrase_first(const struct unit *u, uint32_t head, uint32_t low) {
    uint32_t i = head;
    while (i > low && head - i < PHRASE_WORDS / 2 && describes(u, i - 1)) {
        i--;
        if (unit_is(u, i, CLASS(C_DET)) && !unit_is(u, i, CLASS(C_NUMBER)))
            break;
    }
    return i;
}

static uint32_t small_number(const struct unit *u, uint32_t i) {
    uint64_t n;
    if (u->words.at[i].kind == WORD_NUMBER)
        return str_uint(&n, unit_text(u, i)) && n < 1000 ? (uint32_t)n : 0;
    const struct lexeme *x = unit_lexeme(u, i);
    return x->number_kind == NUMBER_PLAIN || x->number_kind == NUMBER_DOZEN ? (uint32_t)x->number
                                                                            : 0;
}

/* "two officials" 2, "a source" 1, "sources" 0. */
static uint32_t stated(const struct unit *u, uint32_t first, uint32_t head) {
    for (uint32_t i = first; i < head; i++) {
        uint32_t n = small_number(u, i);
        if (n)
            return n;
    }
    struct str noun = unit_text(u, head);
    bool plural = noun.at[noun.n - 1] == 's' || str_ends_nocase(noun, STR("people")) ||
                  str_ends_nocase(noun, STR("men"));
    return !plural && (unit_word_is(u, first, STR("a")) || unit_word_is(u, first, STR("an"))) ? 1
                                                                                              : 0;
}

/* "the soldiers", "his lawyer": a definite phrase tells who it is, unless its noun is a mere
 * "source" or "official". */
static bool leaves_unnamed(const struct unit *u, uint32_t first, uint32_t head) {
    if (unit_is(u, head, CLASS(C_VAGUE)))
        return true;
    struct str noun = unit_text(u, head);
    return unit_is(u, first, CLASS(C_INDEF)) || u->words.at[first].kind == WORD_NUMBER ||
           (noun.at[noun.n - 1] == 's' && !unit_is(u, first, CLASS(C_DET)));
}

static bool is_name_word(const struct unit *u, uint32_t i) {
    return unit_capital(u, i) && !unit_is(u, i, CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_DET));
}

/* "several members of the board", "a dozen members": a number of people, or of bodies, that are not
 * named. */
static bool counts_people(const struct unit *u, uint32_t i, uint32_t end) {
    bool number =
        u->words.at[i].kind == WORD_NUMBER || unit_is(u, i, CLASS(C_INDEF) | CLASS(C_NUMBER));
    if (!number || unit_is(u, i, CLASS(C_DET)) || unit_word_is(u, i, STR("one")) ||
        unit_has(u, i + 1, W_UPPER))
        return false;
    for (uint32_t k = i + 1;
         k < end && k < i + 4 && unit_kind(u, k, WORD_LETTERS) && !unit_is(u, k, CLASS(C_PREP));
         k++)
        if (str_ends(unit_text(u, k), STR("s")) && !unit_has(u, k, W_UPPER))
            return true;
    return false;
}

/* "a French prisoner", "a Weldon man": the capital is not his. */
static bool is_one_of_many(const struct unit *u, uint32_t low, uint32_t end) {
    if (!unit_word_is(u, low, STR("a")) && !unit_word_is(u, low, STR("an")))
        return false;
    uint32_t noun = low + 1;
    while (noun + 1 < end && unit_kind(u, noun + 1, WORD_LETTERS) &&
           !unit_is(u, noun + 1, CLASS(C_PREP) | CLASS(C_SUB) | CLASS(C_CONJ)))
        noun++;
    struct role role = noun < end ? lexicon_role(u->tables, unit_text(u, noun)) : (struct role){0};
    for (uint32_t i = noun + 1; i < end && !unit_is(u, i, CLASS(C_PREP) | CLASS(C_SUB)); i++)
        if (is_name_word(u, i))
            return false; /* "a French prisoner, Ann Roe" */
    return role.known && role.person && !unit_has(u, noun, W_UPPER) &&
           !unit_is(u, noun, CLASS(C_SPOKES));
}

/* "one resident, Ann Roe", not "one resident, Ann Roe's brother": a person's name is the apposition
 * of the noun at i. */
static bool is_presented(const struct unit *u, uint32_t i, uint32_t end) {
    const struct doc *doc = u->tree->doc;
    if (i + 2 >= end || !unit_mark(u, i + 1, ',') || !unit_has(u, i + 2, W_UPPER))
        return false;
    uint32_t token = tree_token_at(u->tree, u->words.at[i + 2].text.start),
             e = tree_entity_at(u->tree, token);
    return e < doc->entities.n && doc->entities.at[e].first == token &&
           !tree_is_owner(u, doc->entities.at[e].end) &&
           str_eq(labels_name(u->analysis->labels, doc->entities.at[e].kind), STR("PERSON"));
}

/* The first word of a clause, which has its capital from that: "Harbour: Witnesses say". */
static bool begins(const struct unit *u, uint32_t i) {
    return unit_has(u, i, W_START) || (i > 0 && unit_mark(u, i - 1, ':'));
}

/* "Reporters": a plural that is no name, of a noun for people. */
static bool is_plural_people(const struct unit *u, uint32_t i) {
    static const char *const things[] = {"figure", "model", "monitor", "guide", "record"};
    const struct parse_tree *t = u->tree;
    uint32_t token = tree_token_at(t, u->words.at[i].text.start);
    if (token >= t->doc->tokens.n || !tree_tag_is(u, token, "NNS") ||
        str_is_one_of(tree_token(t, token)->lemma, things, sizeof things / sizeof *things))
        return false;
    uint32_t e = tree_entity_at(t, token);
    if (e < t->doc->entities.n && t->doc->entities.at[e].first <= token &&
        str_eq(labels_name(u->analysis->labels, t->doc->entities.at[e].kind), STR("ORG")))
        return false; /* "Rangers" */
    struct role role = lexicon_role(u->tables, tree_token(t, token)->lemma);
    return unit_is(u, i, CLASS(C_UNNAMED)) || (role.known && role.person);
}

/* "Two Norlanders": a number of people who are told by their country. */
static bool counts_countrymen(const struct unit *u, uint32_t i, uint32_t end) {
    const struct doc *doc = u->tree->doc;
    bool number = u->words.at[i].kind == WORD_NUMBER || unit_is(u, i, CLASS(C_NUMBER));
    if (!number || i + 2 != end || !unit_has(u, i + 1, W_UPPER) ||
        !str_ends(unit_text(u, i + 1), STR("s")))
        return false;
    uint32_t e = tree_entity_at(u->tree, tree_token_at(u->tree, u->words.at[i + 1].text.start));
    return e < doc->entities.n &&
           str_eq(labels_name(u->analysis->labels, doc->entities.at[e].kind), STR("NORP"));
}

/* "a register search", "an autopsy": what was done or is to be read tells it, and nobody. */
static bool is_finding(const struct unit *u, uint32_t low, uint32_t end) {
    static const char *const nouns[] = {"search", "examination", "exam",        "check",  "test",
                                        "scan",   "autopsy",     "calculation", "glance", "look",
                                        "hoax",   "caption",     "hashtag",     "meme"};
    uint32_t noun = low;
    while (noun + 1 < end && unit_kind(u, noun + 1, WORD_LETTERS) &&
           !unit_is(u, noun + 1, CLASS(C_PREP) | CLASS(C_SUB) | CLASS(C_CONJ)))
        noun++;
    return noun > low && !unit_has(u, noun, W_UPPER) &&
           !(noun + 1 < end && unit_mark(u, noun + 1, '-')) && /* "a search-and-rescue pilot" */
           str_is_one_of(unit_text(u, noun), nouns, sizeof nouns / sizeof *nouns);
}

/* What the phrase low..end-1 is about. */
static struct people classify(const struct unit *u, uint32_t low, uint32_t end) {
    struct people p = {low, end, PEOPLE_NONE, 0};
    bool in_place = false; /* behind a preposition: "officials in Washington" */
    for (uint32_t i = low; i < end; i++) {
        if (unit_is(u, i, CLASS(C_SPOKES) | CLASS(C_PERSON_PRON))) {
            p.kind = PEOPLE_NAMED;
            return p;
        }
        if (unit_is(u, i, CLASS(C_UNNAMED)) && !unit_has(u, i, W_UPPER | W_POSSESSIVE) &&
            !unit_has(u, i + 1, W_POSSESSIVE)) {
            uint32_t first = phrase_first(u, i, low);
            bool called =
                unit_word_is(u, i + 1, STR("named")) || unit_word_is(u, i + 1, STR("called"));
            uint32_t behind = i + 1 + called;
            bool named = (behind < end && is_name_word(u, behind)) || is_presented(u, i, end);
            p.kind = !named && leaves_unnamed(u, first, i) ? PEOPLE_UNNAMED : PEOPLE_NAMED;
            p.first = first;
            p.count = p.kind == PEOPLE_UNNAMED ? stated(u, first, i) : 0;
            if (first >= low + 2 && unit_word_is(u, first - 1, STR("of")) &&
                unit_is(u, first - 2, CLASS(C_INDEF) | CLASS(C_NUMBER))) {
                p.kind = named ? p.kind : PEOPLE_UNNAMED; /* "one of the officials" */
                p.first = first - 2;
                p.count = small_number(u, p.first);
            }
            return p;
        }
        bool people = (unit_is(u, i, CLASS(C_UNNAMED)) && unit_has(u, i, W_START)) ||
                      (begins(u, i) && is_plural_people(u, i));
        if (people && !(i + 1 < end && is_name_word(u, i + 1))) {
            p.kind = PEOPLE_UNNAMED;
            p.first = i;
            return p;
        }
        if (counts_countrymen(u, i, end))
            return (struct people){i, end, PEOPLE_UNNAMED, small_number(u, i)};
        uint32_t article = i > low && unit_is(u, i - 1, CLASS(C_DET)); /* "at least a dozen" */
        bool least = i > low + article && unit_word_is(u, i - 1 - article, STR("least"));
        if (p.kind == PEOPLE_NONE && (!in_place || least) && counts_people(u, i, end)) {
            p = (struct people){i, end, PEOPLE_UNNAMED, small_number(u, i)};
            p.first -= article;
            return p;
        }
        if (unit_is(u, i, CLASS(C_PREP)))
            in_place = true;
        else if (is_name_word(u, i) && !in_place)
            p.kind = PEOPLE_NAMED;
        else if (unit_is(u, i, CLASS(C_ORG)) && p.kind == PEOPLE_NONE)
            p.kind = PEOPLE_NAMED;
        else if (unit_is(u, i, CLASS(C_DOC) | CLASS(C_PIECE)) && p.kind == PEOPLE_NONE)
            p.kind = PEOPLE_OTHER;
    }
    if (low < end && p.kind == PEOPLE_NAMED && is_one_of_many(u, low, end))
        return (struct people){low, end, PEOPLE_UNNAMED, 1};
    if (p.kind != PEOPLE_NONE || low >= end)
        return p;
    if (unit_is(u, low, CLASS(C_INDEF)) && is_finding(u, low, end)) {
        p.kind = PEOPLE_OTHER;
    } else if (unit_is(u, low, CLASS(C_INDEF))) {
        p.kind = PEOPLE_UNNAMED; /* "a boat owner" */
        p.count = small_number(u, low) ? small_number(u, low)
                  : unit_word_is(u, low, STR("a")) || unit_word_is(u, low, STR("an")) ? 1
                                                                                      : 0;
    } else if (unit_is(u, low, CLASS(C_DET) | CLASS(C_PRON))) {
        p.kind = PEOPLE_NAMED; /* "the mayor", "his sister" */
    }
    return p;
}

static bool ends_phrase(const struct unit *u, uint32_t i) {
    if (u->words.at[i].kind == WORD_PUNCT && !unit_mark(u, i, '-'))
        return true;
    return unit_is(u, i, CLASS(C_SUB) | CLASS(C_MODAL)) ||
           unit_cue(u, i, FORM_S | FORM_PAST, CUE_CREDIT | CUE_TO) != NULL ||
           unit_cue(u, i, FORM_ING, CUE_SPEECH) != NULL; /* "citing the ministry saying" */
}

struct people people_after(const struct unit *u, uint32_t i) {
    if (i >= u->words.n)
        return (struct people){i, i, PEOPLE_NONE, 0};
    uint32_t end = i, limit = unit_sentence_end(u, i);
    while (end < limit && end < i + PHRASE_WORDS && !ends_phrase(u, end))
        end++;
    struct people p = classify(u, i, end);
    bool people = p.kind != PEOPLE_UNNAMED || p.count > 1;
    for (uint32_t k = p.first; k < p.end && !people; k++)
        people = unit_is(u, k, CLASS(C_UNNAMED));
    if (!people)
        p.kind = PEOPLE_OTHER; /* "citing a new book" */
    return p;
}

/* Whether the noun phrase that ends at a comma tells what somebody is, so that a name may follow:
 * "his aide", "an aide to the mayor Ann Roe"; not "Ann Roe of Weldon". */
static bool takes_name(const struct unit *u, uint32_t comma, uint32_t low) {
    if (!is_name_word(u, comma - 1))
        return true;
    for (uint32_t i = comma, n = 0; i > low && n < PHRASE_WORDS && !unit_mark(u, i - 1, ',');
         i--, n++)
        if (unit_is(u, i - 1, CLASS(C_UNNAMED) | CLASS(C_SPOKES) | CLASS(C_STAFF)) &&
            !unit_has(u, i - 1, W_UPPER))
            return true;
    return false;
}

/* The token after the noun phrase that is the verb's subject: auxiliaries, adverbs, "who" and an
 * apposition are left out. */
static uint32_t subject_end(const struct unit *u, uint32_t i, uint32_t low, bool *named) {
    uint32_t k = i;
    while (k > low && unit_is(u, k - 1, verb_like | CLASS(C_ADV) | CLASS(C_NEG)) &&
           !unit_is(u, k - 1, CLASS(C_UNNAMED)))
        k--;
    if (k > low && (unit_word_is(u, k - 1, STR("who")) || unit_word_is(u, k - 1, STR("which"))))
        k--;
    if (k <= low || !unit_mark(u, k - 1, ','))
        return k;
    uint32_t comma = k - 1;
    for (uint32_t n = 0; n < PHRASE_WORDS + 4 && comma > low; n++, comma--)
        if (unit_mark(u, comma - 1, ','))
            break;
    bool found = comma > low && unit_mark(u, comma - 1, ',');
    *named = found && comma > low + 1 && is_name_word(u, k - 2) && takes_name(u, comma - 1, low) &&
             classify(u, comma, k - 1).kind == PEOPLE_NAMED;
    for (uint32_t n = comma; n < k - 1; n++) /* "Mayor of Weldon" tells an office, no name */
        *named &= !unit_is(u, n, CLASS(C_SUB) | CLASS(C_PREP));
    return found ? comma - 1 : k - 1;
}

static bool ends_subject(const struct unit *u, uint32_t i) {
    if (u->words.at[i].kind == WORD_PUNCT && !unit_mark(u, i, '-'))
        return true;
    if (unit_is(u, i, CLASS(C_SUB)) && !unit_word_is(u, i, STR("who")))
        return true;
    bool verb = unit_cue(u, i, FORM_PAST | FORM_S, UINT32_MAX) &&
                !unit_is(u, i, CLASS(C_PIECE) | CLASS(C_DOC));
    return verb || (unit_is(u, i, verb_like) && !unit_has(u, i, W_POSSESSIVE)) ||
           unit_word_is(u, i, STR("but"));
}

struct people people_before(const struct unit *u, uint32_t i) {
    bool named = false; /* by an apposition: "his aide, Tad Dunmore, told" */
    uint32_t low = unit_sentence_first(u, i), end = subject_end(u, i, low, &named), first = end;
    while (first > low && end - first < PHRASE_WORDS && !ends_subject(u, first - 1))
        first--;
    if (first > low + 1 &&
        unit_word_is(u, first - 2, STR("who"))) { /* "witnesses who saw the fall told" */
        end = first - 2;
        for (first = end; first > low && end - first < PHRASE_WORDS && !ends_subject(u, first - 1);)
            first--;
    }
    if (end - first > 2 && unit_word_is(u, first, STR("according")))
        first += 2;
    bool second_verb = first == end || unit_word_is(u, end - 1, STR("and"));
    if (second_verb) { /* "Aske said ..., and told": the sentence's own subject */
        if (end > low &&
            unit_is(u, end - 1, CLASS(C_SUB))) /* "when speaking to": it may be anybody */
            return (struct people){i, i, PEOPLE_NONE, 0};
        for (first = low; first < i && u->words.at[first].kind == WORD_PUNCT; first++)
            ;
        for (end = first; end < i && end - first < PHRASE_WORDS && !ends_subject(u, end); end++)
            ;
        if (first == end || unit_is(u, first, CLASS(C_PREP) | CLASS(C_SUB)) ||
            unit_word_is(u, first, STR("it")))
            return (struct people){i, i, PEOPLE_NONE, 0};
    }
    /* a preposition that opens the clause belongs to another phrase: "In March two officials told"
     */
    struct people p = classify(u, first, end);
    if (p.kind == PEOPLE_NAMED && p.first < p.end &&
        unit_is(u, p.first, CLASS(C_PREP) | CLASS(C_CONJ)))
        p.kind = unit_is(u, p.first, CLASS(C_CONJ)) ? PEOPLE_NAMED : PEOPLE_OTHER;
    while (p.first < p.end && unit_is(u, p.first, CLASS(C_CONJ) | CLASS(C_ADV)))
        p.first++;
    if (named) {
        p = (struct people){end + 1, end + 1, PEOPLE_NAMED, 0};
        while (p.end < i && !unit_mark(u, p.end, ','))
            p.end++;
    }
    return p;
}

/* "Documents" of "Documents seen by the Herald", with which the sentence begins. */
static bool begins_with_document(const struct unit *u, uint32_t i) {
    return i == unit_sentence_first(u, i) && unit_is(u, i, CLASS(C_DOC)) &&
           !unit_has(u, i + 1, W_UPPER);
}

enum source_class people_class(const struct unit *u, uint32_t first, uint32_t end) {
    bool name = false, org = false, doc = false;
    end = end < u->words.n ? end : u->words.n; /* a mark that is no word may end the phrase */
    for (uint32_t i = first; i < end; i++) {
        if (unit_is(u, i, CLASS(C_PREP)) && i > first && !unit_is(u, first, CLASS(C_SPOKES)))
            break;
        if (unit_is(u, i, CLASS(C_SPOKES)))
            return SOURCE_ORGANISATION;
        if (unit_is(u, i, CLASS(C_PERSON_PRON)) && !unit_word_is(u, i, STR("they")))
            return SOURCE_PERSON;
        name |= is_name_word(u, i) && !(end > first + 1 && begins_with_document(u, i));
        org |= unit_is(u, i, CLASS(C_ORG));
        doc |= unit_is(u, i, CLASS(C_DOC));
    }
    struct people p = classify(u, first, end);
    if (p.kind == PEOPLE_UNNAMED)
        return SOURCE_UNNAMED;
    doc |= p.kind == PEOPLE_OTHER && first < end && is_finding(u, first, end);
    if (org)
        return SOURCE_ORGANISATION;
    bool one_caps = end == first + 1 && unit_has(u, first, W_CAPS);
    if (name)
        return one_caps ? SOURCE_UNKNOWN : SOURCE_PERSON;
    return doc ? SOURCE_DOCUMENT : SOURCE_UNKNOWN;
}

void people_count(const struct unit *u, struct statement *s, uint32_t first, uint32_t end) {
    end = end < first + 4 * PHRASE_WORDS ? end : first + 4 * PHRASE_WORDS;
    end = end < u->words.n ? end : u->words.n;
    struct people p = classify(u, first, end);
    uint32_t from =
        first; /* "dozens of witnesses" whole; of "Roe and two officials" the last two */
    for (uint32_t i = first; i < p.first; i++)
        if (unit_is(u, i, CLASS(C_CONJ)) || unit_mark(u, i, ','))
            from = p.first;
    uint32_t k = from; /* a clause set off by a comma tells no more who they are */
    while (k < end && !(k > p.first && unit_mark(u, k, ',')) && !unit_word_is(u, k, STR("who")))
        k++;
    bool half = unit_word_is(u, first, STR("half")) && unit_word_is(u, first + 2, STR("dozen"));
    s->stated_people = half ? 6 : p.count;
    s->described_as = unit_span(u, from, k);
}

void people_describe(const struct unit *u, struct statement *s, uint32_t first, uint32_t end) {
    s->source_class = people_class(u, first, end);
    if (s->source_class == SOURCE_UNNAMED)
        people_count(u, s, first, end);
}
