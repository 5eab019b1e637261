#include "compare/bare_names.h"

#include "compare/source_names.h"

/* What stands before a name: titles, ranks, and what one is to the story. */
static const char *const TITLES[] = {"mr",
                                     "mrs",
                                     "ms",
                                     "miss",
                                     "mx",
                                     "dr",
                                     "sir",
                                     "dame",
                                     "lord",
                                     "lady",
                                     "professor",
                                     "prof",
                                     "rev",
                                     "reverend",
                                     "father",
                                     "pope",
                                     "cardinal",
                                     "bishop",
                                     "archbishop",
                                     "imam",
                                     "rabbi",
                                     "sheikh",
                                     "king",
                                     "queen",
                                     "prince",
                                     "princess",
                                     "president",
                                     "chancellor",
                                     "premier",
                                     "minister",
                                     "secretary",
                                     "senator",
                                     "sen",
                                     "congressman",
                                     "congresswoman",
                                     "rep",
                                     "governor",
                                     "gov",
                                     "mayor",
                                     "ambassador",
                                     "councillor",
                                     "cllr",
                                     "general",
                                     "gen",
                                     "brigadier",
                                     "colonel",
                                     "col",
                                     "lieutenant",
                                     "lt",
                                     "major",
                                     "maj",
                                     "captain",
                                     "capt",
                                     "commander",
                                     "cmdr",
                                     "sergeant",
                                     "sgt",
                                     "corporal",
                                     "cpl",
                                     "private",
                                     "pvt",
                                     "admiral",
                                     "adm",
                                     "officer",
                                     "constable",
                                     "pc",
                                     "inspector",
                                     "insp",
                                     "superintendent",
                                     "supt",
                                     "detective",
                                     "det",
                                     "sheriff",
                                     "deputy",
                                     "chief",
                                     "agent",
                                     "coach",
                                     "mum",
                                     "mom",
                                     "mother",
                                     "dad",
                                     "widow",
                                     "widower",
                                     "screenwriter",
                                     "director",
                                     "producer",
                                     "rapper",
                                     "singer",
                                     "actor",
                                     "actress",
                                     "author",
                                     "analyst",
                                     "attorney",
                                     "lawyer",
                                     "spokesman",
                                     "spokeswoman",
                                     "spokesperson",
                                     "judge",
                                     "justice",
                                     "prosecutor",
                                     "witness",
                                     "neighbour",
                                     "neighbor",
                                     "rear",
                                     "vice"};

/* "Piper's Jane Roe": behind the last such sign that has words behind it. */
static struct str behind_owner(struct str name) {
    static const char *const signs[] = {"'s ", "\xE2\x80\x99s "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct str sign = str_of(signs[i]);
        for (size_t at = str_find(name, sign, 0); at != SIZE_MAX; at = str_find(name, sign, 0))
            name = str_trim(str_cut(name, at + sign.n, name.n));
    }
    return name;
}

bool bare_name_is_title(struct str word) {
    if (word.n && word.at[word.n - 1] == '.')
        word.n--;
    return str_is_one_of(word, TITLES, sizeof TITLES / sizeof *TITLES);
}

static bool is_lower(struct str word) {
    return word.n && ascii_alpha(word.at[0]) && !ascii_upper(word.at[0]);
}

/* "van Roe", "al-Roe": small, but of the name. */
static bool is_particle(struct str word) {
    static const char *const list[] = {"van", "von", "de", "del", "della", "der",
                                       "den", "da",  "di", "du",  "la",    "le",
                                       "bin", "ibn", "al", "el",  "abu",   "st"};
    return str_is_one_of(word, list, sizeof list / sizeof *list) || str_starts(word, STR("al-")) ||
           str_starts(word, STR("el-"));
}

struct str bare_person_name(struct str name) {
    name = behind_owner(str_trim(name));
    for (struct str word = source_first_word(name); word.n < name.n;
         word = source_first_word(name)) {
        bool described = is_lower(word) && !is_particle(word);
        if (!described && !bare_name_is_title(word))
            break;
        name = str_trim(str_cut(name, word.n, name.n));
    }
    size_t of = str_find(name, STR(" of "), 0), blank = str_find_byte(name, ' ', 0);
    return of != SIZE_MAX && blank < of ? str_cut(name, 0, of) : name;
}

bool bare_name_is_short(struct str given, struct str other) {
    static const struct {
        const char *is, *of;
    } rows[] = {{"abby", "abigail"},      {"alex", "alexander"},  {"andy", "andrew"},
                {"becky", "rebecca"},     {"ben", "benjamin"},    {"bill", "william"},
                {"bob", "robert"},        {"cathy", "catherine"}, {"charlie", "charles"},
                {"chris", "christopher"}, {"chuck", "charles"},   {"cindy", "cynthia"},
                {"dan", "daniel"},        {"dave", "david"},      {"debbie", "deborah"},
                {"dick", "richard"},      {"don", "donald"},      {"doug", "douglas"},
                {"ed", "edward"},         {"eddie", "edward"},    {"fred", "frederick"},
                {"greg", "gregory"},      {"jack", "john"},       {"jeff", "jeffrey"},
                {"jen", "jennifer"},      {"jenny", "jennifer"},  {"jim", "james"},
                {"jimmy", "james"},       {"joe", "joseph"},      {"jon", "jonathan"},
                {"josh", "joshua"},       {"kate", "katherine"},  {"kate", "catherine"},
                {"kathy", "katherine"},   {"kathy", "kathleen"},  {"ken", "kenneth"},
                {"larry", "lawrence"},    {"liz", "elizabeth"},   {"maggie", "margaret"},
                {"matt", "matthew"},      {"mike", "michael"},    {"nick", "nicholas"},
                {"pam", "pamela"},        {"pete", "peter"},      {"phil", "philip"},
                {"phil", "phillip"},      {"ray", "raymond"},     {"rich", "richard"},
                {"rick", "richard"},      {"rob", "robert"},      {"ron", "ronald"},
                {"steve", "stephen"},     {"steve", "steven"},    {"sue", "susan"},
                {"ted", "edward"},        {"tim", "timothy"},     {"tom", "thomas"},
                {"tony", "anthony"},      {"vicky", "victoria"},  {"will", "william"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_eq(given, str_of(rows[i].is)) && str_eq(other, str_of(rows[i].of)))
            return true;
    return false;
}
