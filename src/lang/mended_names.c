#include "lang/mended_names.h"

#include "base/str.h"

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
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (str_eq_nocase(word, str_of(ranks[i])))
            return true;
    return false;
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

void names_mend(struct doc *doc, const struct labels *labels) {
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
        doc->entities.at[kept++] = e;
    }
    doc->entities.n = kept;
}
