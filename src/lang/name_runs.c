/* The names of a text where they stand: the pipeline's, put right, and those behind a title. */
#include "lang/name_runs.h"

#include "lang/mended_names.h"

enum { NAME_WORDS = 4, SOURCE_WORDS = 30 };

const char *const name_kinds[NAME_KINDS] = {"PERSON",      "ORG", "GPE",     "NORP",
                                            "LOC",         "FAC", "EVENT",   "PRODUCT",
                                            "WORK_OF_ART", "LAW", "LANGUAGE"};

static int refused(const struct name_runs *p) {
    return arena_fail(p->u->a, p->u->err);
}

static uint32_t kind_of(const struct unit *u, const struct doc_entity *e) {
    struct str name = labels_name(u->analysis->labels, e->kind);
    uint32_t kind = 0;
    while (kind < NAME_KINDS && !str_eq(name, str_of(name_kinds[kind])))
        kind++;
    return kind;
}

/* The name without what stands before it (an article, "President") and the possessive behind it. */
static bool trim(const struct unit *u, struct run *r) {
    while (r->first < r->end &&
           (unit_word_is(u, r->first, STR("the")) ||
            !(unit_kind(u, r->first, WORD_LETTERS) || unit_kind(u, r->first, WORD_NUMBER)) ||
            (r->kind == PERSON && r->first + 1 < r->end && unit_has(u, r->first + 1, W_UPPER) &&
             unit_is(u, r->first, CLASS(C_TITLE)))))
        r->first++;
    while (r->first < r->end &&
           (unit_has(u, r->end - 1, W_POSSESSIVE) || unit_kind(u, r->end - 1, WORD_PUNCT)))
        r->end--;
    if (r->first >= r->end)
        return false;
    struct span words = unit_span(u, r->first, r->end);
    if (words.start > r->text.start)
        r->text.start = words.start;
    if (words.end < r->text.end)
        r->text.end = words.end;
    return r->text.start < r->text.end;
}

/* "I" and "Thou" with a capital are no names. */
static bool is_pronoun(const struct unit *u, const struct run *r) {
    return r->end - r->first == 1 && unit_is(u, r->first, CLASS(C_PRON) | CLASS(C_PERSON_PRON)) &&
           !unit_has(u, r->first, W_CAPS | W_DOT);
}

/* An outlet's name is an outlet's, whatever the pipeline takes it for. */
static bool is_outlets(const struct unit *u, const struct run *r) {
    for (uint32_t i = r->first; i < r->end; i++)
        if (u->words.at[i].mention != NO_INDEX)
            return true;
    return false;
}

static uint32_t run_end(const struct name_runs *p, const struct run *r) {
    const struct doc *doc = p->u->doc;
    uint32_t end = p->word_token[r->first];
    while (end < doc->tokens.n && doc->tokens.at[end].text.start < r->text.end)
        end++;
    return end;
}

/* The last token that hangs on none of the others: "Bank" of "Bank of Weldon". */
uint32_t name_runs_head(const struct name_runs *p, const struct run *r) {
    uint32_t first = p->word_token[r->first], end = run_end(p, r), token = end ? end - 1 : 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t head = tree_head(p->u->tree, i);
        if (head == NO_INDEX || head < first || head >= end)
            token = i;
    }
    return token;
}

bool name_runs_is_modifier(const struct name_runs *p, const struct run *r) {
    const struct parse_tree *t = p->u->tree;
    uint32_t head = tree_head(t, r->token);
    uint16_t dep = tree_token(t, r->token)->dep;
    return r->kind == PERSON && head != NO_INDEX && head >= run_end(p, r) &&
           (dep == t->labels.compound || dep == t->labels.nmod || dep == t->labels.amod);
}

/* "Carter's elderly mother Tess": a name behind a noun for a man or a woman who is somebody's; not
 * "the woman Weldon mourns". */
static bool is_somebodys(const struct unit *u, const struct run *r) {
    static const char *const owners[] = {"his", "her", "their", "my", "our", "your"};
    enum { WORDS_BACK = 8 };
    if (r->first == 0 || r->end - r->first != 1 || !unit_capital(u, r->first) ||
        unit_has(u, r->first, W_CAPS) || unit_has(u, r->first - 1, W_UPPER | W_POSSESSIVE))
        return false;
    struct role role = lexicon_role(u->tables, unit_text(u, r->first - 1));
    if (!role.known || !role.person || role.either || role.gender == GENDER_UNKNOWN)
        return false;
    for (uint32_t i = r->first - 1, n = 0; i-- > 0 && n < WORDS_BACK; n++) {
        if (unit_has(u, i, W_POSSESSIVE) ||
            str_is_one_of(unit_text(u, i), owners, sizeof owners / sizeof *owners))
            return true;
        if (unit_is(u, i, CLASS(C_PREP) | CLASS(C_DET) | CLASS(C_SUB)) ||
            (unit_kind(u, i, WORD_PUNCT) && !unit_mark(u, i, '-')))
            return false;
    }
    return false;
}

/* "Pope Francis", "anchor Lester Holt": a person, whatever the pipeline took the name for. */
static bool is_called_person(const struct name_runs *p, const struct run *r, uint32_t before) {
    const struct unit *u = p->u;
    uint32_t words = r->end - r->first;
    if (is_somebodys(u, r))
        return r->kind != PERSON;
    if (before == 0 || words > 2 || (r->kind != ORG && r->kind != GPE))
        return false;
    bool honorific = false;
    honorific_gender(unit_text(u, before - 1), &honorific);
    bool title = unit_has(u, before - 1, W_UPPER) && !unit_has(u, before - 1, W_START) &&
                 (honorific || unit_is(u, before - 1, CLASS(C_TITLE)));
    if (words == 1)
        return title;
    struct role role = lexicon_role(u->tables, unit_text(u, before - 1));
    struct str given = unit_text(u, r->first);
    return given_gender(p->c, given) != GENDER_UNKNOWN &&
           (title || (role.known && role.person && !unit_has(u, before - 1, W_POSSESSIVE)));
}

static bool is_persons_role(const struct unit *u, uint32_t token) {
    struct role role = lexicon_role(u->tables, unit_text(u, u->tree->word[token]));
    return role.known && role.person && !role.either;
}

/* "Orla Tew, research director of the yard, said", "the director, Orla Tew, said": beside a
 * person's role, marked off on both sides, stands a person's name. */
static bool is_presented_person(const struct name_runs *p, const struct run *r) {
    const struct unit *u = p->u;
    const struct parse_tree *t = u->tree;
    uint32_t head = tree_head(t, r->token), role = tree_child(t, r->token, t->labels.appos);
    struct str tag = labels_name(u->analysis->labels, tree_token(t, r->token)->tag);
    if (r->kind == PERSON || r->end - r->first < 2 || r->end - r->first >= NAME_WORDS ||
        str_eq(tag, STR("NNPS")) || (r->first > 0 && unit_word_is(u, r->first - 1, STR("the"))))
        return false;
    for (uint32_t i = r->first; i < r->end; i++)
        if (!unit_capital(u, i) || unit_has(u, i, W_CAPS) || unit_is(u, i, CLASS(C_ORG)))
            return false;
    if (tree_token(t, r->token)->dep == t->labels.appos && head != NO_INDEX && head < r->token &&
        r->first > 0 && unit_mark(u, r->first - 1, ',') && unit_kind(u, r->end, WORD_PUNCT))
        return is_persons_role(u, head);
    if (role == NO_INDEX || role < r->token || !unit_mark(u, r->end, ','))
        return false;
    uint32_t behind = t->right[role] + 1;
    return is_persons_role(u, role) &&
           (behind >= t->doc->tokens.n || tree_token(t, behind)->dep == t->labels.punct);
}

void name_runs_place(const struct name_runs *p, struct run *r) {
    r->token = name_runs_head(p, r);
    uint32_t before = r->first;
    if (before > 0 && unit_kind(p->u, before - 1, WORD_PUNCT) && unit_mark(p->u, before - 1, '.'))
        before--;
    if (is_called_person(p, r, before) || is_presented_person(p, r))
        r->kind = PERSON;
    if (r->kind == PERSON && before > 0)
        r->gender = honorific_gender(unit_text(p->u, before - 1), &r->honorific);
}

/* A name ends at a bracket, a dash or the line's end; a person's begins with no verb and no "a". */
static void cut(const struct name_runs *p, struct run *r) {
    const struct unit *u = p->u;
    uint32_t end = r->first + 1, first = r->first;
    for (; end < r->end; end++) {
        struct str gap =
            str_cut(u->text, u->words.at[end - 1].text.end, u->words.at[end].text.start);
        bool apart = unit_mark(u, end, '(') ||
                     (unit_mark(u, end, '-') && unit_has(u, end, W_SPACE)) ||
                     str_find_byte(gap, '\n', 0) != SIZE_MAX;
        if (apart)
            break;
    }
    if (end < r->end) {
        r->end = end;
        r->text.end = u->words.at[end - 1].text.end;
    }
    while (r->kind == PERSON && r->first + 1 < r->end) {
        uint16_t pos = tree_token(p->u->tree, p->word_token[r->first])->pos;
        if (pos != p->c->u->tree->labels.verb && !unit_is(u, r->first, CLASS(C_DET)))
            break;
        r->first++;
    }
    if (r->first != first)
        r->text.start = u->words.at[r->first].text.start;
}

static bool is_proper(const struct name_runs *p, uint32_t word) {
    return unit_capital(p->u, word) && p->u->words.at[word].mention == NO_INDEX &&
           tree_token(p->u->tree, p->word_token[word])->pos == p->c->u->tree->labels.proper_noun;
}

/* Takes the given name in that the pipeline left out: "Orla" before "Tew, a diver". */
static void take_given_name(const struct name_runs *p, struct run *r) {
    const struct parse_tree *t = p->u->tree;
    uint32_t seen = p->at.n ? p->at.at[p->at.n - 1].end : 0;
    if (r->kind == PERSON || r->end - r->first != 1 || r->first <= seen ||
        !is_proper(p, r->first - 1) || unit_is(p->u, r->first - 1, CLASS(C_TITLE)))
        return;
    struct run whole = *r;
    uint32_t given = p->word_token[r->first - 1];
    whole.token = name_runs_head(p, r);
    whole.first--;
    whole.text.start = p->u->words.at[whole.first].text.start;
    if (tree_head(t, given) == whole.token && tree_token(t, given)->dep == t->labels.compound &&
        is_presented_person(p, &whole))
        *r = whole;
}

static int add_run(struct name_runs *p, struct run *r) {
    cut(p, r);
    take_given_name(p, r);
    if (r->kind == PERSON && r->first > 0 && unit_word_is(p->u, r->first - 1, STR("the")))
        r->kind = ORG; /* "the Gazette" */
    name_runs_place(p, r);
    if (name_runs_is_modifier(p, r))
        return TS_OK;
    struct run *added = VEC_PUSH(p->u->a, &p->at);
    if (!added)
        return refused(p);
    *added = *r;
    return TS_OK;
}

/* How many words from word i on, before end, are a name's by their looks. */
static uint32_t proper_words(const struct name_runs *p, uint32_t i, uint32_t end) {
    uint32_t n = 0;
    while (n < NAME_WORDS && i + n < end && is_proper(p, i + n) &&
           !unit_is(p->u, i + n, CLASS(C_TITLE)))
        n++;
    return n;
}

/* A source between commas that is two or three such words is a person who speaks, unless a word
 * for organisations ends it: "the engineer, Orla Tew"; what she is may stand before them. */
static int mark_speakers(struct name_runs *p) {
    const struct unit *u = p->u;
    p->speaks = arena_zero(u->a, (size_t)u->words.n + 1, sizeof *p->speaks);
    if (!p->speaks)
        return refused(p);
    for (uint32_t i = 0; i < u->analysis->statements.n; i++) {
        const struct statement *s = &u->analysis->statements.at[i];
        if (s->in_title || s->source.start >= s->source.end ||
            (s->source_class != SOURCE_PERSON && s->source_class != SOURCE_UNKNOWN))
            continue;
        uint32_t word = unit_word_at(u, s->source.start);
        for (uint32_t k = word, n = 0;
             k < u->words.n && n < SOURCE_WORDS && u->words.at[k].text.start < s->source.end;
             k++, n++) {
            bool begins = k == word || unit_mark(u, k - 1, ',');
            uint32_t count = begins ? proper_words(p, k, u->words.n) : 0, end = k + count;
            bool ends = end >= u->words.n || u->words.at[end].text.start >= s->source.end ||
                        unit_mark(u, end, ',');
            uint32_t role = count > 2 && name_is_role(u->tables, unit_text(u, k)); /* "Striker" */
            if (count > 1 && count < NAME_WORDS + role && ends &&
                !unit_is(u, end - 1, CLASS(C_ORG)) && !name_ends_in_body(unit_text(u, end - 1)))
                p->speaks[k + role] = (uint8_t)(count - role);
        }
    }
    return TS_OK;
}

/* Among words first..end-1, which the pipeline took for no name: "Rabbi Shim Oren", and speakers.
 */
static int collect_overlooked(struct name_runs *p, uint32_t first, uint32_t end) {
    const struct unit *u = p->u;
    int status = TS_OK;
    for (uint32_t i = first; i + 1 < end && status == TS_OK; i++) {
        uint32_t from = i, to = i + p->speaks[i];
        if (unit_has(u, i, W_UPPER) && unit_is(u, i, CLASS(C_TITLE))) {
            from = i + 1 + (unit_mark(u, i + 1, '.') ? 1 : 0);
            to = from + proper_words(p, from, end);
        }
        if (to == from || to > end)
            continue;
        struct run r = {.first = from, .end = to, .text = unit_span(u, from, to), .kind = PERSON};
        status = add_run(p, &r);
        i = to - 1;
    }
    return status;
}

int name_runs_collect(struct name_runs *p) {
    struct unit *u = p->u;
    uint32_t word = 0, seen = 0;
    int status = mark_speakers(p);
    for (uint32_t i = 0; i < u->doc->entities.n && status == TS_OK; i++) {
        const struct doc_entity *e = &u->doc->entities.at[i];
        struct run r = {.text = {u->doc->tokens.at[e->first].text.start,
                                 u->doc->tokens.at[e->end - 1].text.end},
                        .kind = kind_of(u, e)};
        while (word < u->words.n && u->words.at[word].text.end <= r.text.start)
            word++;
        for (r.first = r.end = word;
             r.end < u->words.n && u->words.at[r.end].text.start < r.text.end; r.end++)
            ;
        status = collect_overlooked(p, seen, r.first);
        seen = r.kind == NAME_KINDS ? r.first : r.end; /* it may have taken a name for a figure */
        if (r.kind == NAME_KINDS || !trim(u, &r) || is_outlets(u, &r) || is_pronoun(u, &r))
            continue;
        if (status == TS_OK)
            status = add_run(p, &r);
    }
    return status == TS_OK ? collect_overlooked(p, seen, u->words.n) : status;
}

bool name_runs_is_noun(const struct name_runs *p, uint32_t word) {
    uint16_t pos = tree_token(p->u->tree, p->word_token[word])->pos;
    return pos == p->c->u->tree->labels.proper_noun || pos == p->c->u->tree->labels.noun;
}

int name_runs_init(struct name_runs *p, struct coreference *c) {
    *p = (struct name_runs){.c = c, .u = c->u};
    uint32_t n = p->u->words.n;
    p->word_token = arena_zero(p->u->a, (size_t)n + 1, sizeof *p->word_token);
    if (!p->word_token)
        return refused(p);
    for (uint32_t i = p->u->doc->tokens.n; i-- > 0;)
        if (p->c->u->tree->word[i] < n && !tree_token(p->u->tree, i)->is_space)
            p->word_token[p->c->u->tree->word[i]] = i;
    return TS_OK;
}
