/* Where a text names outlets: by the table, by a name's shape, by a short form, by "the newspaper".
 */
#include "lang/outlet_names.h"
#include "lang/parse_tree.h"

enum { RUN_WORDS = 6, LEFT_WORDS = 4, OWNER_WORDS = 4 };
enum { PERSON = 1, PERSON_POLITE = 2 };

/* Only white space parts token i from the next. */
static bool adjacent(const struct unit *u, uint32_t i) {
    return i + 1 < u->words.n && u->words.at[i].text.end < u->words.at[i + 1].text.start;
}

/* An everyday word that opens a sentence, but as a part of a name: "World Gazette says". */
static bool opens_name(const struct unit *u, uint32_t i) {
    uint32_t token = SPANS_FIND(u->doc->tokens, u->words.at[i].text.start);
    return token < u->doc->tokens.n &&
           u->tree->labels.proper_noun == tree_token(u->tree, token)->pos;
}

/* The end of the run of capitalised words that begins at i, parted by single blanks. */
static uint32_t run_end(const struct unit *u, uint32_t i) {
    uint32_t k = i + 1;
    while (k < i + RUN_WORDS && adjacent(u, k - 1) && unit_has(u, k, W_UPPER) &&
           unit_kind(u, k, WORD_LETTERS) && !unit_has(u, k - 1, W_POSSESSIVE) &&
           u->words.at[k].sentence == u->words.at[i].sentence)
        k++;
    return k;
}

static bool is_newsy(const struct unit *u, uint32_t i) {
    return unit_word_is(u, i, STR("news")) || unit_word_is(u, i, STR("press")) ||
           unit_word_is(u, i, STR("tv")) || unit_word_is(u, i, STR("television")) ||
           unit_word_is(u, i, STR("radio")) || unit_word_is(u, i, STR("wire")) ||
           unit_word_is(u, i, STR("media"));
}

/* A lower-case noun that only an outlet is: "newspaper", "news agency", "television channel"; its
 * first token. */
static bool outlet_noun_ends(const struct unit *u, uint32_t i, uint32_t *first) {
    if (unit_has(u, i, W_UPPER) || !unit_is(u, i, CLASS(C_BACK) | CLASS(C_BACK_AGENCY)))
        return false;
    *first = i;
    if (i > 0 && is_newsy(u, i - 1) && !unit_has(u, i - 1, W_UPPER)) {
        *first = i - 1;
        return true;
    }
    return unit_word_is(u, i, STR("newspaper")) || unit_word_is(u, i, STR("broadcaster")) ||
           unit_word_is(u, i, STR("magazine")) || unit_word_is(u, i, STR("tabloid")) ||
           unit_word_is(u, i, STR("broadsheet"));
}

/* "the French website" before a name; a "sharing site" is no publication, and "in a blog" somebody
 * writes. */
static bool site_noun_ends(const struct unit *u, uint32_t i) {
    bool site = unit_word_is(u, i, STR("website")) || unit_word_is(u, i, STR("site")) ||
                unit_word_is(u, i, STR("blog")) || unit_word_is(u, i, STR("portal"));
    if (!site || unit_has(u, i, W_UPPER) || i == 0)
        return false;
    bool any = unit_word_is(u, i - 1, STR("a")) || unit_is(u, i - 1, CLASS(C_PERSON_PRON)) ||
               unit_word_is(u, i - 1, STR("his")) || unit_word_is(u, i - 1, STR("her"));
    return !any && !str_ends(unit_text(u, i - 1), STR("ing")) &&
           (!is_newsy(u, i - 1) || unit_word_is(u, i - 1, STR("news")));
}

/* An address that a sentence speaks of, not one that stands by itself in its line. */
static bool is_address_told(const struct unit *u, uint32_t i) {
    return unit_has(u, i, W_DOMAIN) && unit_sentence_end(u, i) - unit_sentence_first(u, i) > 2;
}

static bool outlet_noun_starts(const struct unit *u, uint32_t i, uint32_t *end) {
    uint32_t first, last = i + (is_newsy(u, i) && !unit_has(u, i, W_UPPER));
    if (!outlet_noun_ends(u, last, &first) || first != i)
        return false;
    *end = last + 1;
    return true;
}

/* "Britain's X", "South Korea's X", "the country's X": where the owner's name begins, whose mark is
 * word i; i when none stands before it. */
static uint32_t owner_left(const struct unit *u, uint32_t i, uint32_t low) {
    uint32_t left = i;
    while (left > low && left + OWNER_WORDS > i && unit_kind(u, left - 1, WORD_LETTERS) &&
           unit_has(u, left - 1, W_UPPER) && !unit_is(u, left - 1, CLASS(C_SUB) | CLASS(C_PREP)))
        left--;
    if (left == i && left > low + 1 && unit_kind(u, i - 1, WORD_LETTERS))
        left -= 2 * (uint32_t)unit_is(u, i - 2, CLASS(C_DET));
    else if (left < i && left > low) /* "the UK's X" */
        left -= unit_word_is(u, left - 1, STR("the"));
    return left;
}

/* "the German newspaper X", "Britain's X", "state news agency X": where the noun phrase begins.
 */
static uint32_t phrase_left(const struct unit *u, uint32_t first) {
    uint32_t low = unit_sentence_first(u, first), left = first;
    if (left > low && unit_is(u, left - 1, CLASS(C_DET)) && !unit_is(u, left - 1, CLASS(C_SUB)))
        left--;
    uint32_t noun = left;
    for (uint32_t n = 0; n < 2 && noun > low && unit_is(u, noun - 1, CLASS(C_NEAR_OUTLET)); n++)
        noun--;
    bool possessive = left == first && noun > low && unit_has(u, noun - 1, W_POSSESSIVE);
    if (noun == left && !possessive)
        return left;
    left = noun;
    uint64_t stop = CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_SUB) | CLASS(C_BE) | CLASS(C_HAVE) |
                    CLASS(C_PRON) | CLASS(C_DO) | CLASS(C_MODAL) | CLASS(C_ADV);
    for (uint32_t n = 0; n < LEFT_WORDS && left > low; n++, left--) {
        if (unit_is(u, left - 1, CLASS(C_DET)) && !unit_is(u, left - 1, CLASS(C_SUB)))
            return left - 1;
        if (unit_is(u, left - 1, stop) ||
            unit_cue(u, left - 1, FORM_PAST | FORM_S | FORM_ING, UINT32_MAX) ||
            unit_kind(u, left - 1, WORD_PUNCT) || unit_kind(u, left - 1, WORD_SYMBOL))
            return unit_has(u, left - 1, W_POSSESSIVE) ? owner_left(u, left - 1, low) : left;
    }
    return left;
}

/* After the name: "news agency", "newspaper", and an abbreviation in brackets, which becomes a
 * short form. */
static int phrase_right(struct unit *u, struct outlet_mention *m) {
    uint32_t k = m->end;
    while (k < m->end + 2 && unit_is(u, k, CLASS(C_NEAR_OUTLET)) && !unit_has(u, k, W_UPPER))
        k++;
    if (k > m->end &&
        !unit_is(u, k - 1, CLASS(C_BACK) | CLASS(C_BACK_AGENCY) | CLASS(C_NEAR_OUTLET)))
        k = m->end;
    if (k == m->end && is_newsy(u, k) && unit_has(u, k + 1, W_UPPER) &&
        unit_is(u, k + 1, CLASS(C_BACK) | CLASS(C_BACK_AGENCY)))
        k += 2; /* "Reuters News Agency" */
    m->right = k;
    bool marked = unit_mark(u, k, '(') && unit_mark(u, k + 2, ')');
    if (!marked || !unit_has(u, k + 1, W_UPPER) || !unit_kind(u, k + 1, WORD_LETTERS) ||
        m->name == NO_INDEX)
        return TS_OK;
    struct str form = unit_text(u, k + 1);
    if (form.n < 2 || form.n > 8 || (!unit_has(u, k + 1, W_CAPS) && form.n > 5))
        return TS_OK;
    m->right = k + 3;
    return outlet_names_short(u, form, m->name);
}

static int add_mention(struct unit *u, struct outlet_mention m) {
    m.left = m.how == MENTION_BACK ? m.first : phrase_left(u, m.first);
    m.article = m.left < m.first && unit_is(u, m.first - 1, CLASS(C_DET));
    m.right = m.end;
    int status = phrase_right(u, &m);
    struct outlet_mention *added = status == TS_OK ? VEC_PUSH(u->a, &u->mentions) : NULL;
    if (!added)
        return status == TS_OK ? arena_fail(u->a, u->err) : status;
    *added = m;
    for (uint32_t i = m.first; i < m.end && m.how != MENTION_BARE; i++)
        u->words.at[i].mention = u->mentions.n - 1;
    return TS_OK;
}

/* The token after the one that ends at a byte; 0 when none ends there. */
static uint32_t token_end_at(const struct unit *u, uint32_t i, size_t byte) {
    while (i < u->words.n && u->words.at[i].text.end < byte)
        i++;
    return i < u->words.n && (u->words.at[i].text.end == byte ||
                              (unit_has(u, i, W_DOT) && u->words.at[i].text.end == byte + 1))
               ? i + 1
               : 0;
}

/* "London", "New York", "U.S." before word end. */
static bool place_before(const struct unit *u, uint32_t end) {
    for (uint32_t n = 1; n <= 2 && n <= end; n++)
        if (lexicon_place(u->tables, str_span(u->text, unit_span(u, end - n, end))) != PLACE_NONE)
            return true;
    return unit_is(u, end - 1, CLASS(C_DEMONYM));
}

/* "World Daily Wire" is not the Daily Wire: a capital stands before a name of several words, and
 * tells neither where nor what it is, nor when ("the British Daily Mail", "Broadcaster Fox News").
 */
static bool goes_on_before(const struct unit *u, uint32_t first) {
    const uint64_t apart = CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_NEAR_OUTLET) | CLASS(C_DET) |
                           CLASS(C_PREP) | CLASS(C_SUB) | CLASS(C_CONJ) | CLASS(C_ADV) |
                           CLASS(C_PRON) | CLASS(C_TITLE) | CLASS(C_BACK) | CLASS(C_UNNAMED) |
                           CLASS(C_STAFF) | CLASS(C_BE) | CLASS(C_HAVE) | CLASS(C_MODAL);
    uint32_t i = first - 1;
    if (first == 0 || u->in_title || !adjacent(u, i) ||
        u->words.at[i].sentence != u->words.at[first].sentence ||
        !(unit_capital(u, i) || (unit_has(u, i, W_START) && opens_name(u, i))) ||
        unit_has(u, i, W_CAPS | W_POSSESSIVE | W_DOT | W_DOMAIN) || unit_is(u, i, apart) ||
        unit_in_outlet_name(u, i) || place_before(u, first))
        return false;
    return !lexicon_role(u->tables, unit_text(u, i)).known &&
           !unit_cue(u, i, FORM_BASE | FORM_S | FORM_PAST | FORM_ING, UINT32_MAX);
}

/* "Ann Bloomberg", "the Guardian Foundation": the words are part of another name. */
static bool other_name(struct unit *u, uint32_t first, uint32_t end) {
    if (end - first > 1 && goes_on_before(u, first))
        return true;
    if (adjacent(u, end - 1) && unit_has(u, end, W_UPPER) && unit_is(u, end, CLASS(C_ORG)) &&
        !unit_is(u, end, CLASS(C_OUTLET_HEAD)))
        return true;
    if (end - first == 1 && !u->in_title && adjacent(u, end - 1) && unit_has(u, end, W_UPPER) &&
        unit_kind(u, end, WORD_LETTERS) &&
        !unit_is(u, end, CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_COMMON)))
        return true;
    if (end - first > 1 || unit_has(u, first, W_CAPS) || first == 0 || !adjacent(u, first - 1) ||
        !unit_capital(u, first - 1) || unit_has(u, first - 1, W_CAPS | W_POSSESSIVE) ||
        unit_is(u, first - 1,
                CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_NEAR_OUTLET) | CLASS(C_DET) |
                    CLASS(C_PREP)) ||
        unit_is(u, first - 1, CLASS(C_SUB) | CLASS(C_CONJ) | CLASS(C_ADV)) || u->in_title)
        return false;
    uint32_t *slot = map_put(&u->names->people, unit_text(u, first));
    bool polite = unit_has(u, first - 1, W_DOT) && unit_is(u, first - 1, CLASS(C_TITLE));
    u->refused |= !slot;
    if (slot) /* a text that writes "Mr. Bloomberg" means the outlet by the bare word */
        *slot = polite ? PERSON_POLITE : *slot == PERSON_POLITE ? PERSON_POLITE : PERSON;
    return true;
}

/* "Britain's Mirror": the Mirror of the table, when that is a British paper; not "Britain's Mirror
 * of the Week". 0: none; else the bytes of its name here. */
static size_t match_behind_place(uint32_t *row, const struct unit *u, uint32_t i) {
    enum { BYTES = 64 };
    static const char *const british[] = {"UK", "U.K.", "Britain", "England", "London"};
    char name[BYTES] = "the ";
    const size_t article = sizeof "the " - 1;
    struct str word = unit_text(u, i);
    if (i < 2 || !unit_has(u, i - 1, W_POSSESSIVE) || !unit_has(u, i, W_UPPER) ||
        !str_is_one_of(unit_text(u, i - 2), british, sizeof british / sizeof *british) ||
        unit_word_is(u, i + 1, STR("of")) || word.n + article >= BYTES)
        return 0;
    memcpy(name + article, word.at, word.n);
    size_t n = outlets_match(row, u->outlets, (struct str){name, word.n + article}, 0);
    return n == word.n + article && str_eq(u->outlets->rows.at[*row].country, STR("GB")) ? word.n
                                                                                         : 0;
}

/* An outlet of the table at token i: *taken is the token after it, or i. */
static int by_table(struct unit *u, uint32_t i, uint32_t *taken) {
    uint32_t row = 0;
    size_t n = outlets_match(&row, u->outlets, u->text, u->words.at[i].text.start);
    n = n ? n : match_behind_place(&row, u, i);
    uint32_t end = n ? token_end_at(u, i, u->words.at[i].text.start + n) : 0;
    if (!end)
        return TS_OK;
    bool article = unit_is(u, i, CLASS(C_DET)) && end - i > 1;
    uint32_t first = i + article;
    struct str name = u->outlets->rows.at[row].name;
    if (other_name(u, first, end))
        return TS_OK;
    if (article && end - first == 1) { /* "the Sun" after "the Aldwyke Sun" */
        uint32_t head = map_get(&u->names->by_head, unit_text(u, first));
        if (head != MAP_NONE && u->names->at.at[head].row != row)
            return TS_OK;
    }
    struct outlet_mention m = {.first = first, .end = end, .how = MENTION_TABLE};
    int status = outlet_names_add(&m.name, u, name, row, false);
    *taken = end;
    return status == TS_OK ? add_mention(u, m) : status;
}

/* "a South Korean newspaper", "a Weldon television station", "the Weldon newspaper Strandbladet":
 * the capitals before the noun, which ends before noun_end, tell where the outlet is. */
static bool names_a_place(const struct unit *u, uint32_t first, uint32_t end, uint32_t noun_end) {
    return place_before(u, end) ||
           (first > 0 &&
            (unit_word_is(u, first - 1, STR("a")) || unit_word_is(u, first - 1, STR("an")))) ||
           (adjacent(u, noun_end - 1) && unit_has(u, noun_end, W_UPPER) &&
            !unit_has(u, noun_end, W_START));
}

/* "..., Weldon Live understands.": so only outlets close a sentence. */
static bool closes_as_outlets_do(const struct unit *u, uint32_t first, uint32_t end) {
    uint32_t comma = first > 0 && unit_is(u, first - 1, CLASS(C_DET)) ? first - 1 : first;
    uint32_t k = end;
    if (comma == 0 || !unit_mark(u, comma - 1, ',') || end - first < 2 ||
        lexicon_role(u->tables, unit_text(u, first)).known)
        return false;
    struct str given = utf8_lower_copy(u->a, unit_text(u, first));
    if (!given.at || lexicon_given_name(u->tables, given) != GENDER_UNKNOWN)
        return false;
    if (unit_word_is(u, k, STR("has")) &&
        (unit_word_is(u, k + 1, STR("learned")) || unit_word_is(u, k + 1, STR("learnt"))))
        k += 2;
    else if (unit_word_is(u, k, STR("can")) && unit_word_is(u, k + 1, STR("reveal")))
        k += 2;
    else if (unit_word_is(u, k, STR("can")) && unit_word_is(u, k + 2, STR("reveal")))
        k += 3;
    else if (unit_word_is(u, k, STR("understands")))
        k++;
    return k > end && (unit_mark(u, k, '.') || k == u->words.n);
}

/* "World Daily Wire", "Tarnholt Daily Echo". */
static bool has_daily_inside(const struct unit *u, uint32_t first, uint32_t end) {
    for (uint32_t i = first + 1; i + 1 < end; i++)
        if (str_eq(unit_text(u, i), STR("Daily")))
            return true;
    return false;
}

/* Whether the run of capitals first..end-1 has an outlet's shape, and how sure that makes it. */
static bool has_shape(const struct unit *u, uint32_t first, uint32_t end, bool *weak,
                      bool *agency) {
    uint32_t last = end - 1, at;
    bool article = first > 0 && unit_is(u, first - 1, CLASS(C_DET));
    *agency = unit_is(u, last, CLASS(C_OUTLET_AGENCY)) && end - first > 1 && is_newsy(u, last - 1);
    *weak = false;
    if (unit_has(u, last, W_DOMAIN) && end - first == 1)
        return true;
    bool noun_after = outlet_noun_starts(u, end, &at);
    if (noun_after && names_a_place(u, first, end, at))
        return false;
    bool noun_before =
        first > 0 && (outlet_noun_ends(u, first - 1, &at) || site_noun_ends(u, first - 1));
    if (noun_before || noun_after)
        return end - first > 1 ||
               !unit_is(u, first,
                        CLASS(C_COMMON) | CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_DEMONYM));
    if (end - first < 2)
        return false;
    if (closes_as_outlets_do(u, first, end) || has_daily_inside(u, first, end))
        return true;
    if (*agency)
        return true;
    *weak = unit_is(u, last, CLASS(C_OUTLET_HEAD_WEAK)) ||
            (!article && !unit_is(u, last, CLASS(C_OUTLET_HEAD_SURE)));
    return unit_is(u, last,
                   CLASS(C_OUTLET_HEAD) | CLASS(C_OUTLET_HEAD_SURE) | CLASS(C_OUTLET_HEAD_WEAK)) ||
           unit_is(u, first, CLASS(C_OUTLET_FIRST));
}

/* "British Daily Mail": the table knows the later part. */
static bool table_name_inside(const struct unit *u, uint32_t first, uint32_t end) {
    uint32_t row;
    for (uint32_t i = first + 1; i < end; i++) {
        size_t n = outlets_match(&row, u->outlets, u->text, u->words.at[i].text.start);
        uint32_t after = n ? token_end_at(u, i, u->words.at[i].text.start + n) : 0;
        if (n && !(after > i + 1 && goes_on_before(u, i)))
            return true;
    }
    return false;
}

static int by_shape(struct unit *u, uint32_t i, uint32_t *taken) {
    uint32_t first = i, end = run_end(u, i);
    bool weak, agency;
    if (unit_has(u, first, W_START) && unit_is(u, first, CLASS(C_COMMON)) &&
        !unit_has(u, first, W_DOMAIN) &&
        !(has_daily_inside(u, first, end) && opens_name(u, first))) {
        if (!unit_is(u, first, CLASS(C_DET)) && end - first < 3)
            return TS_OK;
        first++;
    }
    if (first >= end || (goes_on_before(u, first) && !unit_has(u, first, W_DOMAIN)) ||
        !has_shape(u, first, end, &weak, &agency) || table_name_inside(u, first, end))
        return TS_OK;
    struct outlet_mention m = {.first = first, .end = end, .how = MENTION_SHAPE, .weak = weak};
    struct span span = unit_span(u, first, end);
    if (first > 0 && str_eq(unit_text(u, first - 1), STR("The")) &&
        !unit_has(u, first - 1, W_START))
        span.start =
            u->words.at[first - 1].text.start; /* a capital in mid-sentence: part of the name */
    int status = outlet_names_add(&m.name, u, str_span(u->text, span), NO_INDEX, agency);
    *taken = end;
    return status == TS_OK ? add_mention(u, m) : status;
}

/* A name that the text brought up before: "NPA", "the Ledger", "a Ledger report", the own outlet.
 */
static int by_short_form(struct unit *u, uint32_t i, uint32_t *taken) {
    struct outlet_mention m = {.first = i, .end = i + 1, .how = MENTION_SHORT, .name = MAP_NONE};
    bool article = i > 0 && unit_is(u, i - 1, CLASS(C_DET));
    bool may = map_get(&u->names->by_first, unit_text(u, i)) != MAP_NONE;
    for (uint32_t end = may ? run_end(u, i) : i; m.name == MAP_NONE && end > i;
         end--) { /* a full name seen before */
        m.name = map_get(&u->names->by_name, str_span(u->text, unit_span(u, i, end)));
        if (m.name != MAP_NONE)
            m.end = end;
    }
    if (m.name == MAP_NONE)
        m.name = map_get(&u->names->by_short, unit_text(u, i));
    if (m.name == MAP_NONE && (article || u->in_title) && run_end(u, i) == i + 1)
        m.name = map_get(&u->names->by_head, unit_text(u, i));
    if (m.name == MAP_NONE)
        return TS_OK;
    *taken = m.end;
    return add_mention(u, m);
}

/* "the Herald": the head of a newspaper's name alone, which means nothing else. */
static int by_bare_head(struct unit *u, uint32_t i, uint32_t *taken) {
    const uint64_t other = CLASS(C_NEAR_OUTLET) | CLASS(C_COMMON) | CLASS(C_DOC) | CLASS(C_PIECE) |
                           CLASS(C_OPINION) | CLASS(C_UNNAMED) | CLASS(C_BACK);
    if (i == 0 || !unit_word_is(u, i - 1, STR("the")) || !adjacent(u, i - 1) ||
        !unit_is(u, i, CLASS(C_OUTLET_HEAD)) || unit_is(u, i, other) ||
        unit_has(u, i, W_CAPS | W_DASH) || run_end(u, i) != i + 1 ||
        unit_word_is(u, i + 1, STR("of")) || unit_word_is(u, i + 1, STR("for")))
        return TS_OK;
    *taken = i + 1;
    return add_mention(u, (struct outlet_mention){
                              .first = i, .end = i + 1, .how = MENTION_BARE, .name = NO_INDEX});
}

/* When all full names are known: what each bare head stands for. */
static int name_bare_heads(struct unit *u) {
    int status = TS_OK;
    for (uint32_t k = 0; k < u->mentions.n && status == TS_OK; k++) {
        struct outlet_mention *m = &u->mentions.at[k];
        if (m->how == MENTION_BARE)
            status = outlet_names_bare_head(&m->name, u,
                                            str_span(u->text, unit_span(u, m->first - 1, m->end)),
                                            unit_text(u, m->first));
    }
    return status;
}

/* "the newspaper", "this paper", "the news agency". */
static int by_back_reference(struct unit *u, uint32_t i, uint32_t *taken) {
    uint32_t noun = i + 1 + (unit_word_is(u, i + 1, STR("news")) ? 1 : 0);
    bool own = unit_word_is(u, i, STR("this"));
    if (unit_has(u, noun, W_UPPER) || !unit_is(u, noun, CLASS(C_BACK) | CLASS(C_BACK_AGENCY)) ||
        (!own && !unit_word_is(u, i, STR("the"))) || unit_has(u, noun + 1, W_UPPER))
        return TS_OK;
    bool named = unit_kind(u, noun + 1, WORD_PUNCT) && unit_has(u, noun + 2, W_UPPER) &&
                 unit_has(u, noun + 1, W_SPACE) && !unit_has(u, noun + 2, W_SPACE);
    if (named) /* the daily "Strandbladet" */
        return TS_OK;
    struct outlet_mention m = {.first = i, .end = noun + 1, .how = MENTION_BACK, .name = NO_INDEX};
    if (own) {
        if (u->names->self == NO_INDEX) {
            int status = outlet_names_add(
                &u->names->self, u, str_span(u->text, unit_span(u, i, noun + 1)), NO_INDEX, false);
            if (status != TS_OK)
                return status;
            u->names->at.at[u->names->self].self = true;
        }
        m.name = u->names->self;
    }
    *taken = noun + 1;
    return add_mention(u, m);
}

/* "a South Korean newspaper": after it "the newspaper" is no longer the outlet credited before. */
static int by_no_name(struct unit *u, uint32_t i, uint32_t *taken) {
    const uint64_t stop = CLASS(C_PREP) | CLASS(C_CONJ) | CLASS(C_PIECE) | CLASS(C_DET) |
                          CLASS(C_PRON) | CLASS(C_SUB) | CLASS(C_BE) | CLASS(C_HAVE) |
                          CLASS(C_MODAL) | CLASS(C_UNNAMED);
    uint32_t k = i + 1, end = 0;
    if (i > 0 && (unit_mark(u, i - 1, ',') || unit_is(u, i - 1, CLASS(C_BE))))
        return TS_OK; /* "the Ledger, a local newspaper" */
    while (k < i + RUN_WORDS && unit_kind(u, k, WORD_LETTERS) && !outlet_noun_starts(u, k, &end) &&
           !unit_is(u, k, stop) && !unit_cue(u, k, FORM_PAST | FORM_S, UINT32_MAX))
        k++;
    if (!end || unit_has(u, end, W_UPPER) || unit_is(u, end, CLASS(C_PIECE) | CLASS(C_STAFF)) ||
        table_name_inside(u, i, end))
        return TS_OK;
    struct outlet_mention m = {.first = i, .end = end, .how = MENTION_ANY, .name = NO_INDEX};
    *taken = end;
    return add_mention(u, m);
}

static int look_at(struct unit *u, uint32_t i, uint32_t *taken) {
    bool article = unit_word_is(u, i, STR("the"));
    int status = TS_OK;
    if (!u->in_title && (unit_word_is(u, i, STR("a")) || unit_word_is(u, i, STR("an"))))
        status = by_no_name(u, i, taken);
    if (status != TS_OK || *taken > i)
        return status;
    if (article || unit_word_is(u, i, STR("this")))
        status = by_back_reference(u, i, taken);
    if (status != TS_OK || *taken > i ||
        (article && !unit_has(u, i + 1, W_UPPER) && !unit_kind(u, i + 1, WORD_NUMBER)))
        return status;
    status = by_table(u, i, taken);
    if (status != TS_OK || *taken > i || article)
        return status;
    if (unit_has(u, i, W_UPPER) || is_address_told(u, i)) {
        status = by_short_form(u, i, taken);
        if (status == TS_OK && *taken == i && !u->in_title)
            status = by_shape(u, i, taken);
        if (status == TS_OK && *taken == i && !u->in_title)
            status = by_bare_head(u, i, taken);
    }
    return status;
}

/* Bare words that the text also has as a person's family name are no outlets. */
static void drop_people(struct unit *u) {
    for (uint32_t k = 0; k < u->mentions.n; k++) {
        struct outlet_mention *m = &u->mentions.at[k];
        if (m->how != MENTION_TABLE || m->end - m->first > 1 || m->article ||
            map_get(&u->names->people, unit_text(u, m->first)) != PERSON)
            continue;
        u->words.at[m->first].mention = NO_INDEX;
        m->end = m->first; /* empty: nothing looks at it */
    }
}

/* "al-Mustaqbal", "la Gazzetta": a name's article in lower case. */
static bool has_article(const struct unit *u, uint32_t i) {
    static const char *const articles[] = {"al", "el", "la", "le", "il"};
    struct str word = unit_text(u, i);
    return str_starts(word, STR("al-")) ||
           (str_is_one_of(word, articles, sizeof articles / sizeof *articles) &&
            unit_has(u, i + 1, W_UPPER));
}

int unit_find_outlets(struct unit *u) {
    for (uint32_t i = 0; i < u->words.n;) {
        uint32_t taken = i;
        bool may = unit_has(u, i, W_UPPER | W_DOMAIN) || unit_kind(u, i, WORD_NUMBER) ||
                   unit_is(u, i, CLASS(C_DET)) || has_article(u, i);
        int status = may ? look_at(u, i, &taken) : TS_OK;
        if (status != TS_OK)
            return status;
        i = taken > i ? taken : i + 1;
    }
    drop_people(u);
    return name_bare_heads(u);
}
