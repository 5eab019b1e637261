#include "lang/mended_names.h"

#include "base/utf8.h"

enum { NAME_TOKENS = 12 };

static struct str text_of(const struct doc *doc, uint32_t token) {
    return str_span(doc->text, doc->tokens.at[token].text);
}

bool name_ends_in_body(struct str word) {
    static const char *const words[] = {
        "Agency",       "Airlines",   "Airways",    "Army",        "Association", "Authority",
        "Brigade",      "Bureau",     "Center",     "Centre",      "Coalition",   "Commission",
        "Committee",    "Company",    "Corp",       "Corporation", "Council",     "Department",
        "Federation",   "Forces",     "Foundation", "Government",  "Group",       "Hospital",
        "Inc",          "Industries", "Institute",  "Islands",     "Ltd",         "Magazine",
        "Media",        "Ministry",   "Movement",   "Network",     "News",        "Organisation",
        "Organization", "Parliament", "Party",      "Police",      "Services",    "Society",
        "Studios",      "Times",      "Trust",      "University",  "Watch"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

bool name_is_rank(struct str word) {
    static const char *const ranks[] = {"capt", "cmdr", "cpl",  "det", "insp",
                                        "lt",   "msgt", "ofc",  "pfc", "sgt",
                                        "supt", "atty", "cllr", "hon", "prof"};
    if (str_ends(word, STR(".")))
        word.n--;
    return str_is_one_of(word, ranks, sizeof ranks / sizeof *ranks);
}

/* The token has a full stop, of its own or right behind it. */
static bool has_stop(const struct doc *doc, uint32_t token) {
    return str_ends(text_of(doc, token), STR(".")) ||
           (token + 1 < doc->tokens.n && !doc->tokens.at[token].space &&
            str_eq(text_of(doc, token + 1), STR(".")));
}

/* The word tells at the head of a sentence how somebody feels, or is no part of a name: "Bewildered
 * Roe", "Grieving Mrs Roe". */
static bool is_mood(const struct doc *doc, uint32_t token) {
    static const char *const moods[] = {
        "Angry",      "Bereaved",    "Bewildered", "Dejected",  "Delighted",  "Depressed",
        "Despairing", "Desperate",   "Devastated", "Disgraced", "Distraught", "Dumped",
        "Ecstatic",   "Embattled",   "Enraged",    "Fuming",    "Furious",    "Grieving",
        "Gutted",     "Heartbroken", "Horrified",  "Jilted",    "Jubilant",   "Lovelorn",
        "Lovesick",   "Outraged",    "Overjoyed",  "Puzzled",   "Relieved",   "Shaken",
        "Shocked",    "Sobbing",     "Stunned",    "Tearful",   "Terrified",  "Thrilled",
        "Upset",      "Weeping",     "Worried"};
    static const char *const titles[] = {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"};
    return doc->tokens.at[token].sent_start &&
           (str_is_one_of(text_of(doc, token), moods, sizeof moods / sizeof *moods) ||
            str_is_one_of(text_of(doc, token + 1), titles, sizeof titles / sizeof *titles));
}

/* ---- "Striker Sven Holt": what he is, before his name */

/* "Hunter", "Baker": roles that are given or family names as well; behind others a single name or
 * half of one stands ("King Oskar Paul"), or the name of a place or a band. */
static bool may_be_of_name(struct str word) {
    static const char *const words[] = {
        "abbot",      "apostle",  "archer",    "baker",   "baron",    "bishop", "boss",
        "boy",        "bride",    "brother",   "butler",  "cardinal", "carter", "champion",
        "chancellor", "child",    "christian", "cook",    "count",    "dean",   "duke",
        "earl",       "emir",     "emperor",   "empress", "father",   "fisher", "forward",
        "friar",      "gardener", "girl",      "guest",   "guy",      "hero",   "hunter",
        "judge",      "justice",  "king",      "lady",    "lord",     "madam",  "major",
        "man",        "marine",   "marquis",   "marshal", "mason",    "monk",   "mother",
        "native",     "page",     "pioneer",   "pope",    "porter",   "prince", "princess",
        "prophet",    "queen",    "rebel",     "rider",   "sailor",   "saint",  "sheik",
        "sheikh",     "shepherd", "singer",    "sister",  "son",      "star",   "steward",
        "sultan",     "tailor",   "tsar",      "twin",    "user",     "walker", "warrior",
        "woman"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

bool name_is_role(const struct lang_tables *tables, struct str word) {
    struct role role = lexicon_role(tables, word);
    bool small = word.n > 1 && !utf8_capital(str_cut(word, 1, word.n));
    return role.known && role.person && utf8_capital(word) && small && !may_be_of_name(word);
}

static bool is_given(const struct lang_tables *tables, struct str word) {
    return lexicon_given_name(tables, word) != GENDER_UNKNOWN;
}

/* "Foods" of "Farmer John Foods": firms and sights are called so behind a role, and no person. */
static bool ends_firm(struct str word) {
    static const char *const words[] = {"Foods",   "Market", "Markets", "Clinic",
                                        "Motors",  "Lands",  "Stores",  "Farms",
                                        "Records", "Toys",   "Games",   "Museum"};
    return str_is_one_of(word, words, sizeof words / sizeof *words);
}

/* Whether tokens first..end-1 can be a person's full name; strict: and nothing else, though the
 * pipeline takes them for a body's. */
static bool is_full_name(const struct doc *doc, const struct labels *labels,
                         const struct lang_tables *tables, struct doc_entity e, bool strict) {
    uint32_t capitals = 0;
    if (e.end - e.first < 2 || e.end - e.first > NAME_TOKENS)
        return false;
    for (uint32_t i = e.first; i < e.end; i++)
        capitals += utf8_capital(text_of(doc, i));
    struct str last = text_of(doc, e.end - 1);
    struct role role = lexicon_role(tables, last);
    if (capitals < 2 || !utf8_capital(text_of(doc, e.first)) || !utf8_capital(last) ||
        name_ends_in_body(last) || ends_firm(last) || (role.known && !role.person) ||
        !str_eq(labels_name(labels, doc->tokens.at[e.end - 1].tag), STR("NNP")))
        return false; /* the last tells no plural: "Farmer John Meats" */
    return !strict ||
           (e.end - e.first == 2 && is_given(tables, text_of(doc, e.first)) && !role.known);
}

/* The name without what its bearer is: as far as a full name is left behind it. */
static struct doc_entity without_role(const struct doc *doc, const struct labels *labels,
                                      const struct lang_tables *tables, struct doc_entity e,
                                      uint16_t person) {
    bool the = str_eq_nocase(text_of(doc, e.first), STR("the")) ||
               (e.first > 0 && str_eq_nocase(text_of(doc, e.first - 1), STR("the")));
    for (uint32_t i = e.first; !the && i + 2 < e.end && i < e.first + NAME_TOKENS; i++) {
        struct doc_entity rest = {i + 1, e.end, person};
        bool role = name_is_role(tables, text_of(doc, i));
        if (role && is_full_name(doc, labels, tables, rest, e.kind != person)) {
            e = rest;
            continue;
        }
        bool adjective = i == e.first && e.kind == person && /* "Norlandic" */
                         str_eq(labels_name(labels, doc->tokens.at[i].tag), STR("JJ"));
        if (!adjective)
            break;
    }
    return e;
}

/* "Ann Mary Roe" of which the pipeline has "Mary Roe": with the given names before it that hang on
 * the name and that no other entity has, which end at token free at the latest. */
static struct doc_entity with_given(const struct doc *doc, const struct labels *labels,
                                    const struct lang_tables *tables, struct doc_entity e,
                                    uint32_t free) {
    while (e.first > free && e.first + NAME_TOKENS > e.end &&
           doc->tokens.at[e.first].sent_start != 1) {
        const struct doc_token *t = &doc->tokens.at[e.first - 1];
        if (t->head < e.first || t->head >= e.end || !is_given(tables, text_of(doc, e.first - 1)) ||
            !str_eq(labels_name(labels, t->tag), STR("NNP")))
            break;
        e.first--;
    }
    return e;
}

void names_mend(struct doc *doc, const struct labels *labels, const struct lang_tables *tables) {
    const uint16_t person = (uint16_t)labels_find(labels, STR("PERSON")),
                   body = (uint16_t)labels_find(labels, STR("ORG"));
    uint32_t kept = 0;
    for (uint32_t i = 0; i < doc->entities.n; i++) {
        struct doc_entity e = doc->entities.at[i];
        if (e.first + 1 == e.end && name_is_rank(text_of(doc, e.first)) && has_stop(doc, e.first))
            continue;
        if (e.kind == person && name_ends_in_body(text_of(doc, e.end - 1)))
            e.kind = body;
        if (e.kind == person && e.first + 1 < e.end && is_mood(doc, e.first))
            e.first++;
        if (e.kind == person || e.kind == body)
            e = without_role(doc, labels, tables, e, person);
        if (e.kind == person)
            e = with_given(doc, labels, tables, e, kept ? doc->entities.at[kept - 1].end : 0);
        doc->entities.at[kept++] = e;
    }
    doc->entities.n = kept;
}
