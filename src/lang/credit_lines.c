/* Credits that are no sentence's: bylines, datelines, "(Reuters)" at a paragraph's end, "With
 * reporting by". */
#include "lang/statements.h"

enum { LINE_WORDS = 40, DATELINE_WORDS = 14, END_WORDS = 12, FOOT_PARAGRAPHS = 3, INITIALS = 5 };

static int add_line(struct unit *u, uint32_t first, uint32_t end, uint32_t name, bool partial,
                    const char *rule) {
    struct draft d = draft_at(first, end, rule);
    struct statement *s;
    d.source_first = first;
    d.source_end = end;
    d.side = CONTENT_NONE;
    d.name = name;
    int status = statement_add(&s, u, &d);
    if (status != TS_OK)
        return status;
    s->credit_line = true;
    s->partial = partial;
    return TS_OK;
}

/* Credits every outlet that stands in tokens first..end-1. */
static int add_mentions(struct unit *u, uint32_t first, uint32_t end, bool partial,
                        const char *rule) {
    int status = TS_OK;
    for (uint32_t i = first; i < end && status == TS_OK; i++) {
        uint32_t k = u->words.at[i].mention;
        if (k == NO_INDEX || u->mentions.at[k].credited || u->mentions.at[k].name == NO_INDEX)
            continue;
        struct outlet_mention *m = &u->mentions.at[k];
        m->credited = true;
        status = add_line(u, m->first - (m->article && unit_word_is(u, m->first - 1, STR("the"))),
                          m->end, m->name, partial, rule);
    }
    return status;
}

static bool has_mention(const struct unit *u, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (u->words.at[i].mention != NO_INDEX &&
            u->mentions.at[u->words.at[i].mention].how < MENTION_BACK)
            return true;
    return false;
}

static bool words_at(const struct unit *u, uint32_t i, const char *words) {
    for (struct str rest = str_of(words); rest.at; i++)
        if (!unit_word_is(u, i, str_split(&rest, ' ')))
            return false;
    return true;
}

/* A paragraph that is a credit as a whole: what it opens with, and whether others wrote only a
 * part. */
static bool credit_paragraph(const struct unit *u, uint32_t first, uint32_t end, bool foot,
                             bool *partial) {
    static const struct {
        const char *words;
        bool partial;
    } openings[] = {
        {"with reporting by", true},
        {"with reporting from", true},
        {"with additional reporting", true},
        {"additional reporting by", true},
        {"additional reporting from", true},
        {"with files from", true},
        {"with information from", true},
        {"with material from", true},
        {"with agencies", true},
        {"with", true},
        {"reporting by", false},
        {"source", false},
        {"sources", false},
        {"via", false},
        {"h / t", false},
        {"by", false},
        {"from", false},
        {"this article was first published", false},
        {"this article was originally published", false},
        {"this story was first published", false},
        {"this story was originally published", false},
        {"this article first appeared", false},
        {"this story first appeared", false},
        {"this article originally appeared", false},
        {"this story originally appeared", false},
        {"this report was first published", false},
        {"originally published", false},
        {"first published", false},
        {"copyright", false},
    };
    while (first < end && u->words.at[first].kind == WORD_PUNCT)
        first++;
    for (size_t k = 0; k < sizeof openings / sizeof *openings; k++) {
        if (!words_at(u, first, openings[k].words))
            continue;
        bool one_word = str_find_byte(str_of(openings[k].words), ' ', 0) == SIZE_MAX;
        if (one_word && (end - first > END_WORDS / 2 || !foot || unit_mark(u, end - 1, ':')))
            continue;
        *partial = openings[k].partial;
        return true;
    }
    for (uint32_t i = first; i + 3 < end; i++)
        if (words_at(u, i, "contributed to this") || words_at(u, i, "contributed reporting") ||
            words_at(u, i, "contributed to the")) {
            *partial = true;
            return u->words.at[first].mention != NO_INDEX || unit_is(u, first, CLASS(C_DET)) ||
                   i < first + 12;
        }
    return false;
}

static bool is_dash(const struct unit *u, uint32_t i) {
    struct str s = unit_text(u, i);
    return str_eq(s, STR("\xE2\x80\x93")) || str_eq(s, STR("\xE2\x80\x94")) ||
           str_eq(s, STR("--")) || str_eq(s, STR("-"));
}

/* "... (Reuters)" and "... - AP" at a paragraph's end: the first token of the outlets; 0 when none.
 */
static uint32_t trailing(const struct unit *u, uint32_t first, uint32_t end, bool foot) {
    uint32_t i = end, low = end - first > END_WORDS ? end - END_WORDS : first;
    bool bracket = unit_mark(u, end - 1, ')');
    if (bracket)
        i--;
    else if (unit_mark(u, end - 1, '.'))
        return 0;
    uint32_t last = i;
    while (i > low) {
        uint32_t p = i - 1;
        bool part = u->words.at[p].mention != NO_INDEX || unit_mark(u, p, '/') ||
                    unit_mark(u, p, ',') || unit_word_is(u, p, STR("and")) ||
                    unit_word_is(u, p, STR("with")) || unit_is(u, p, CLASS(C_DET));
        if (!part)
            break;
        i = p;
    }
    if (i == last || i == 0 || !has_mention(u, i, last))
        return 0;
    if (i == first)
        return bracket || !foot ? 0 : i + 1; /* the paragraph is the outlet's name */
    bool set_off = (bracket && unit_mark(u, i - 1, '(')) || (!bracket && is_dash(u, i - 1));
    bool initials = !unit_has(u, first, W_UPPER) && i <= first + INITIALS; /* "ab/cd (Reuters)" */
    bool after_sentence = i < first + 2 || unit_has(u, i - 2, W_CLOSING) ||
                          unit_mark(u, i - 2, '.') || unit_mark(u, i - 2, '!') ||
                          unit_mark(u, i - 2, '?') || unit_mark(u, i - 2, ')');
    bool behind = unit_mark(u, i - 1, '.') || unit_has(u, i - 1, W_CLOSING);
    bool bare = foot && !bracket && behind && end == u->words.n; /* the text's last words */
    return bare || (set_off && (after_sentence || initials)) ? i + 1 : 0; /* else a caption */
}

/* "LONDON (Reuters) -" at the text's start. */
static int text_dateline(struct unit *u, uint32_t end) {
    for (uint32_t i = 0; i < end && i < DATELINE_WORDS; i++) {
        if (!unit_mark(u, i, '(') || i + 2 >= end)
            continue;
        uint32_t k = u->words.at[i + 1].mention;
        if (k == NO_INDEX)
            return TS_OK;
        uint32_t close = u->mentions.at[k].end;
        if (unit_mark(u, close, ')') && (is_dash(u, close + 1) || i < 6))
            return add_mentions(u, i + 1, close, false, "dateline");
        return TS_OK;
    }
    return TS_OK;
}

/* "By: Norland Press | Weldon | Posted: 3 May": the outlet that is all of the first field. */
static uint32_t first_field(const struct unit *u, uint32_t first, uint32_t end) {
    uint32_t i = first + 1;
    if (!unit_word_is(u, first, STR("by")) && !unit_word_is(u, first, STR("source")))
        return NO_INDEX;
    i += i < end && unit_mark(u, i, ':');
    uint32_t k = i < end ? u->words.at[i].mention : NO_INDEX;
    bool whole = k != NO_INDEX && u->mentions.at[k].first == i && u->mentions.at[k].end < end &&
                 u->mentions.at[k].how < MENTION_BACK;
    return whole && unit_mark(u, u->mentions.at[k].end, '|') ? i : NO_INDEX;
}

/* foot: one of the last paragraphs, where a bare name is a credit and no caption's. */
static int paragraph_line(struct unit *u, uint32_t first, uint32_t end, bool foot) {
    bool partial = false;
    if (end - first <= LINE_WORDS && has_mention(u, first, end) &&
        credit_paragraph(u, first, end, foot, &partial))
        return add_mentions(u, first, end, partial, "credit-line");
    uint32_t field = end - first <= LINE_WORDS ? first_field(u, first, end) : NO_INDEX;
    if (field != NO_INDEX)
        return add_mentions(u, field, field + 1, false, "credit-line");
    uint32_t start = trailing(u, first, end, foot);
    if (!start)
        return TS_OK;
    partial = unit_word_is(u, start - 1, STR("with"));
    return add_mentions(u, start - 1, end, partial, "credit-foot");
}

/* An outlet or agency in a line outside the text: by the table, by a short form, by an agency's
 * shape. */
static int outlet_in(struct unit *u, struct str line, const char *rule) {
    static const char *const heads[] = {"News Agency", "Press Agency", "Press Association",
                                        "News Service"};
    for (size_t at = 0; at < line.n;) {
        size_t end = at;
        while (end < line.n && line.at[end] != ' ' && line.at[end] != '(' && line.at[end] != ')' &&
               line.at[end] != ',' && line.at[end] != '/' && line.at[end] != '|')
            end++;
        uint32_t row, name = NO_INDEX;
        size_t n = end > at ? outlets_match(&row, u->outlets, line, at) : 0;
        if (n) {
            int status = outlet_names_add(&name, u, u->outlets->rows.at[row].name, row, false);
            if (status != TS_OK)
                return status;
        } else if (end > at) {
            uint32_t found = map_get(&u->names->by_short, str_cut(line, at, end));
            name = found == MAP_NONE ? outlet_names_initials(u, str_cut(line, at, end)) : found;
        }
        for (size_t h = 0; h < sizeof heads / sizeof *heads && name == NO_INDEX && end > at; h++) {
            struct str rest = str_cut(line, at, line.n);
            if (!str_ends(rest, str_of(heads[h])) || !ascii_upper(line.at[at]) ||
                str_starts(rest, STR("By ")))
                continue;
            int status = outlet_names_add(&name, u, rest, NO_INDEX, true);
            if (status != TS_OK)
                return status;
        }
        if (name != NO_INDEX && !u->names->at.at[name].self)
            return add_line(u, 0, 0, name, false, rule);
        at = end + 1;
    }
    return TS_OK;
}

/* "tarnherald.com" */
static bool is_domain(struct str s) {
    size_t dot = str_find_byte(s, '.', 1);
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_alpha(s.at[i]) && !ascii_digit(s.at[i]) && s.at[i] != '.' && s.at[i] != '-')
            return false;
    return dot != SIZE_MAX && dot + 2 < s.n;
}

/* The agency in the brackets of the text's own dateline. */
static int masked_dateline(struct unit *u) {
    for (uint32_t i = 0; i < u->datelines.n && u->datelines.at[i].head; i++) {
        struct span agency = u->datelines.at[i].agency;
        uint32_t before = u->analysis->statements.n;
        if (agency.end < agency.start + 2)
            continue;
        agency = (struct span){agency.start + 1, agency.end - 1};
        struct str words = str_span(u->text, agency);
        int status = outlet_in(u, words, "dateline");
        uint32_t name;
        if (status == TS_OK && u->analysis->statements.n == before && is_domain(words)) {
            status = outlet_names_add(&name, u, words, NO_INDEX, false);
            if (status == TS_OK)
                status = add_line(u, 0, 0, name, false, "dateline");
        }
        if (status != TS_OK)
            return status;
        if (u->analysis->statements.n > before)
            u->analysis->statements.at[before].source = agency;
    }
    return TS_OK;
}

int unit_find_credit_lines(struct unit *u) {
    int status = TS_OK;
    if (u->in_title)
        return TS_OK;
    for (uint32_t i = 0; i < u->article->byline.n && status == TS_OK; i++)
        status = outlet_in(u, u->article->byline.at[i], "byline");
    if (status == TS_OK && u->article->dateline.n)
        status = outlet_in(u, u->article->dateline, "dateline");
    if (status == TS_OK && u->paragraph_count)
        status = text_dateline(u, u->paragraph_words.at[1]);
    if (status == TS_OK)
        status = masked_dateline(u);
    for (uint32_t p = 0; p < u->paragraph_count && status == TS_OK; p++) {
        uint32_t first = u->paragraph_words.at[p], end = u->paragraph_words.at[p + 1];
        if (first < end)
            status = paragraph_line(u, first, end, p + FOOT_PARAGRAPHS >= u->paragraph_count);
    }
    return status;
}
