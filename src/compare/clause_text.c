#include "compare/clause_text.h"

enum { CLIMB_MAX = 8, TOKENS_MAX = 200 };

static bool is_relative(const struct report_parse *p, uint32_t i) {
    return parse_is_one_of(p, i, "who which that whom");
}

struct subject clause_subject(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    for (uint32_t at = v, k = 0; at != NO_INDEX && k < CLIMB_MAX; k++) {
        const struct token *t = parse_token(p, at);
        uint32_t s = p->subject[at];
        bool passive = s != NO_INDEX && parse_token(p, s)->dep == l->nsubjpass;
        if (s != NO_INDEX && !(t->dep == l->relcl && is_relative(p, s)))
            return (struct subject){s, at == v, passive};
        uint32_t head = parse_head(p, at);
        if (head == NO_INDEX)
            break;
        if (t->dep == l->relcl)
            return (struct subject){head, false, s == NO_INDEX || passive};
        if (t->dep == l->acl)
            return (struct subject){head, false, t->tag != l->gerund};
        if (t->dep != l->conj && t->dep != l->xcomp && t->dep != l->advcl && t->dep != l->prep &&
            t->dep != l->pcomp)
            break;
        at = head;
    }
    return (struct subject){NO_INDEX, false, false};
}

bool clause_mark(const struct report_parse *p, uint32_t i, struct str mark) {
    return str_eq(str_span(p->analysis->article->text, parse_token(p, i)->text), mark);
}

/* "if it rains", "whether he left": not said to be so. */
bool clause_is_condition(const struct report_parse *p, uint32_t v) {
    uint32_t mark = parse_child(p, v, p->labels.mark);
    return mark != NO_INDEX && parse_is_one_of(p, mark, "if whether unless until");
}

/* "a day after it sank": the day is none without the clause. */
static bool follows_time(const struct report_parse *p, uint32_t after) {
    return after > 0 &&
           str_eq(labels_name(p->analysis->labels, parse_token(p, after - 1)->dep),
                  STR("npadvmod")) &&
           parse_is_one_of(p, after - 1, "second minute hour day night week month year decade");
}

bool clause_compares(const struct report_parse *p, uint32_t v) {
    uint32_t mark = parse_child(p, v, p->labels.mark), head = parse_token(p, v)->head;
    return parse_token(p, v)->dep == p->labels.advcl && mark != NO_INDEX && head > 0 &&
           head < mark && parse_is_one_of(p, mark, "as") && parse_is_one_of(p, head - 1, "as") &&
           parse_token(p, head - 1)->head == head;
}

/* "neither bought it nor sold it", "did not buy it in May and sell it in June": the first verb
 * alone would tell something else. */
static bool stands_with_fellow(const struct report_parse *p, uint32_t c) {
    const struct parse_labels *l = &p->labels;
    uint32_t head = parse_token(p, c)->head, tag = parse_token(p, c)->tag;
    if (head > 0 && parse_is_one_of(p, head - 1, "neither both either"))
        return true;
    return parse_child(p, head, l->neg) != NO_INDEX && parse_child(p, c, l->aux) == NO_INDEX &&
           parse_child(p, c, l->auxpass) == NO_INDEX &&
           (tag == l->base || tag == l->participle || tag == l->gerund);
}

/* Whether a clause under another can be left out of it and both stay readable. */
static bool cuts_off(const struct report_parse *p, uint32_t c) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, c)->dep;
    if (p->clause[c] != c || p->left[c] == 0)
        return false;
    if (dep == l->conj) /* "did not confirm or deny the sale": one object for both */
        return p->subject[c] != NO_INDEX ||
               (p->left[c] > parse_token(p, c)->head + 2 && !stands_with_fellow(p, c));
    if (dep == l->parataxis)
        return true;
    bool comma = clause_mark(p, p->left[c] - 1, STR(","));
    if (dep == l->relcl || dep == l->acl)
        return comma;
    if (dep != l->advcl)
        return false;
    uint32_t mark = parse_child(p, c, l->mark);
    if (mark != NO_INDEX && parse_is_one_of(p, mark, "as") && parse_token(p, c)->tag == l->gerund)
        return false; /* "named it as a group working there" */
    if (mark != NO_INDEX && parse_is_one_of(p, mark, "after before") && follows_time(p, mark))
        return false;
    if (clause_compares(p, c))
        return false;
    return mark == NO_INDEX ? comma : !parse_is_one_of(p, mark, "if unless until whether to than");
}

bool clause_dash(const struct report_parse *p, uint32_t i) {
    static const char *const dashes[] = {"\xE2\x80\x93", "\xE2\x80\x94", "--", "-"};
    const struct token *t = parse_token(p, i);
    struct str text = str_span(p->analysis->article->text, t->text);
    bool apart = i > 0 && parse_token(p, i - 1)->text.end < t->text.start;
    return str_is_one_of(text, dashes, sizeof dashes / sizeof *dashes) &&
           (apart || str_eq(text, STR("\xE2\x80\x94")));
}

bool clause_quote_mark(const struct report_parse *p, uint32_t i) {
    struct str text = str_span(p->analysis->article->text, parse_token(p, i)->text);
    return str_eq(text, STR("\"")) || str_eq(text, STR("\xE2\x80\x9C")) ||
           str_eq(text, STR("\xE2\x80\x9D"));
}

uint32_t clause_first_word(const struct report_parse *p, uint32_t head) {
    uint32_t first = p->left[head];
    while (first < head && parse_token(p, first)->dep == p->labels.punct)
        first++;
    return first;
}

uint32_t clause_comma_before(const struct report_parse *p, uint32_t i) {
    uint32_t at = i && clause_quote_mark(p, i - 1) ? i - 1 : i;
    return at && clause_mark(p, at - 1, STR(",")) ? at - 1 : NO_INDEX;
}

static bool is_single_mark(const struct report_parse *p, uint32_t i) {
    struct str text = str_span(p->analysis->article->text, parse_token(p, i)->text);
    return str_eq(text, STR("'")) || str_eq(text, STR("\xE2\x80\x98")) ||
           str_eq(text, STR("\xE2\x80\x99"));
}

/* What the mark i does: 1 opens, -1 closes, 0 stands for letters: "the '70s", "Dunkin' Donuts". */
static int single_mark_at(const struct report_parse *p, uint32_t i, bool open) {
    struct str text = p->analysis->article->text;
    struct span at = parse_token(p, i)->text;
    char before = at.start ? ascii_lower(text.at[at.start - 1]) : ' ';
    char after = at.end < text.n ? text.at[at.end] : '.';
    if (before == ' ' || before == '\n' || before == '(')
        return !ascii_digit(after) && at.end < text.n;
    bool letters = ascii_alpha(before) && (before == 's' || after == ' ');
    return open || !letters ? -1 : 0;
}

int clause_single_marks(const struct report_parse *p, struct token_range range) {
    uint32_t first = p->analysis->sentences.at[p->sentence[range.first]].first_token;
    int opened = 0;
    bool around = false; /* a mark is open where the range begins */
    if (range.first > first + CLAUSE_TOKENS_MAX)
        first = range.first - CLAUSE_TOKENS_MAX;
    for (uint32_t i = first; i <= range.last && i < range.first + CLAUSE_TOKENS_MAX; i++) {
        if (i == range.first) {
            around = opened > 0;
            opened = 0;
        }
        if (!is_single_mark(p, i))
            continue;
        struct span at = parse_token(p, i)->text;
        bool of_many = at.start && p->analysis->article->text.at[at.start - 1] == 's';
        opened += single_mark_at(p, i, opened > 0 || (around && !of_many));
        if (opened < 0 && i >= range.first)
            return -1;
        opened = opened < 0 ? 0 : opened;
    }
    return opened > 0;
}

/* "When the ship sank, ..." and "If ..., ...": the word joins a clause that is over before the
 * whole is. */
static bool joins_a_part(const struct report_parse *p, uint32_t i, uint32_t last) {
    uint32_t clause = parse_token(p, i)->head;
    return clause != i && p->right[clause] + 1 < last;
}

/* "that" of "that mill", "that was sold", which joins nothing; in "that mills" it does. */
static bool points_out(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    bool that_one = t->dep == l->det && (parse_token(p, t->head)->pos == l->number ||
                                         parse_token(p, t->head)->tag == l->plural);
    return (t->dep == l->nsubj || t->dep == l->nsubjpass || t->dep == l->det) && !that_one &&
           parse_has_tag(p, i, "DT");
}

/* "so", "however", "Yes": it joins a sentence to the one before. */
static bool links_sentences(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    struct str dep = labels_name(p->analysis->labels, t->dep);
    uint32_t head = parse_token(p, t->head)->pos;
    return str_eq(dep, STR("intj")) ||
           ((t->pos == l->adverb || str_eq(dep, STR("advmod"))) &&
            (head == l->verb || head == l->auxiliary) &&
            parse_is_one_of(p, i,
                            "so however then therefore thus also meanwhile instead moreover "
                            "furthermore besides"));
}

/* Whether token i, with which the text to last begins, is a mark or a word that joins the whole. */
static bool is_joint(const struct report_parse *p, uint32_t i, uint32_t last) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    bool even = str_eq_nocase(t->lemma, STR("even"));
    bool that = str_eq(t->lemma, STR("that")) && !points_out(p, i);
    bool of_noun = parse_token(p, t->head)->pos == l->noun &&
                   !(that && parse_token(p, t->head)->tag == l->plural); /* no "those mills" */
    bool joins = (t->tag == l->wh_adverb || that || even) && !of_noun;
    if (t->dep != l->punct && t->dep != l->cc && t->dep != l->mark && !joins &&
        !links_sentences(p, i))
        return false;
    if ((t->dep == l->mark || t->tag == l->wh_adverb) && joins_a_part(p, i, last))
        return false;
    return !even || i + 1 >= last || !joins_a_part(p, i + 1, last);
}

/* Where a closing mark stands behind token last: of "Medusa,", behind the comma. */
static uint32_t closing_at(const struct report_parse *p, uint32_t last) {
    uint32_t next = last + 1;
    bool inside = next + 1 < p->analysis->tokens.n &&
                  (clause_mark(p, next, STR(",")) || clause_mark(p, next, STR(".")));
    return next + inside;
}

/* Marks and joining words at both ends of first..last left out; a quotation mark whose fellow
 * stands inside stays. */
struct span clause_trimmed(const struct report_parse *p, uint32_t first, uint32_t last) {
    const struct parse_labels *l = &p->labels;
    uint32_t from = first, to = last, marks = 0;
    while (from < to && from < first + CLAUSE_TOKENS_MAX && is_joint(p, from, last))
        from++;
    while (from < to && to + CLAUSE_TOKENS_MAX > last) {
        const struct token *t = parse_token(p, to);
        if (t->dep != l->punct && t->dep != l->cc)
            break;
        to--;
    }
    for (uint32_t i = from; i <= to && i < from + CLAUSE_TOKENS_MAX; i++)
        marks += clause_quote_mark(p, i);
    uint32_t close = closing_at(p, to);
    if (marks % 2 && close < p->analysis->tokens.n && clause_quote_mark(p, close))
        to = close;
    else if (marks % 2 && from && clause_quote_mark(p, from - 1))
        from--;
    int single = clause_single_marks(p, (struct token_range){from, to});
    close = closing_at(p, to);
    if (single > 0 && close < p->analysis->tokens.n && is_single_mark(p, close))
        to = close;
    else if (single < 0 && from && is_single_mark(p, from - 1))
        from--;
    return (struct span){parse_token(p, from)->text.start, parse_token(p, to)->text.end};
}

struct token_range clause_tokens_in(const struct report_parse *p, uint32_t v, struct span text) {
    uint32_t first = p->left[v];
    uint32_t end = p->right[v] - first < TOKENS_MAX ? p->right[v] + 1 : first + TOKENS_MAX;
    while (first < end && parse_token(p, first)->text.start < text.start)
        first++;
    while (end > first && parse_token(p, end - 1)->text.end > text.end)
        end--;
    return first < end ? (struct token_range){first, end - 1} : (struct token_range){1, 0};
}

struct token_range clause_range(bool *whole, const struct report_parse *p, uint32_t v,
                                struct subject subject) {
    const struct parse_labels *l = &p->labels;
    uint32_t first = p->left[v], last = p->right[v];
    *whole = subject.own;
    if (subject.token != NO_INDEX && !subject.own && subject.token < v &&
        v - p->left[subject.token] < CLAUSE_TOKENS_MAX) {
        first = p->left[subject.token];
        *whole = true;
    }
    uint32_t end = last < v + CLAUSE_TOKENS_MAX ? last : v + CLAUSE_TOKENS_MAX;
    for (uint32_t i = v + 1; i <= end; i++) {
        bool semicolon = clause_mark(p, i, STR(";"));
        bool cut =
            cuts_off(p, i) && p->left[i] > v && (parse_head(p, i) == v || p->right[i] + 2 > last);
        if (semicolon || cut) {
            last = (semicolon ? i : p->left[i]) - 1;
            break;
        }
    }
    for (uint32_t c = p->first_child[v], k = 0; c != NO_INDEX && c < v && k < PHRASE_TOKENS_MAX;
         c = p->next_sibling[c], k++)
        if (p->clause[c] == c && parse_token(p, c)->dep != l->csubj && subject.token != NO_INDEX &&
            p->right[c] < p->left[subject.token] && !clause_is_condition(p, c))
            first = p->right[c] + 1;
    first = first < last ? first : last;
    *whole = *whole && last - first < CLAUSE_TOKENS_MAX;
    return (struct token_range){first, last};
}

bool clause_tense_tag(const struct report_parse *p, uint32_t i) {
    static const char *const tenses[] = {"VBD", "VBZ", "VBP", "MD"};
    return str_is_one_of(labels_name(p->analysis->labels, parse_token(p, i)->tag), tenses,
                         sizeof tenses / sizeof *tenses);
}

bool clause_has_tense(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    for (uint32_t c = p->first_child[v], k = 0; c != NO_INDEX && c < v && k < PHRASE_TOKENS_MAX;
         c = p->next_sibling[c], k++) {
        const struct token *t = parse_token(p, c);
        if (t->dep == l->aux || t->dep == l->auxpass)
            return t->pos == l->auxiliary && t->tag != l->base && t->tag != l->gerund &&
                   t->tag != l->participle;
    }
    uint32_t tag = parse_token(p, v)->tag;
    return tag != l->gerund && tag != l->participle && tag != l->base;
}

uint32_t clause_found_to_be(const struct report_parse *p, uint32_t v) {
    uint32_t found = parse_child(p, v, p->labels.xcomp);
    return found != NO_INDEX && parse_is_one_of(p, v, "turn prove appear seem") ? found : v;
}

/* "a hoax" of "nothing more than a hoax", "nothing but a hoax", "little more than a hoax". */
static uint32_t no_more_than(const struct report_parse *p, uint32_t what) {
    if (what == NO_INDEX || !parse_is_one_of(p, what, "nothing little"))
        return what;
    for (uint32_t i = what; i <= p->right[what] && i - what < PHRASE_TOKENS_MAX; i++) {
        uint32_t object = parse_child(p, i, p->labels.pobj);
        if (object != NO_INDEX && parse_is_one_of(p, i, "than but"))
            return object;
    }
    return what;
}

uint32_t clause_what_it_is(const struct report_parse *p, uint32_t v) {
    const uint32_t labels[] = {p->labels.acomp, p->labels.attr, p->labels.oprd};
    uint32_t what = NO_INDEX;
    for (size_t i = 0; what == NO_INDEX && i < sizeof labels / sizeof *labels; i++)
        what = parse_child(p, v, labels[i]);
    return no_more_than(p, what);
}
