#include "compare/off_story.h"

#include "compare/readable_clauses.h"

enum { LAST_SENTENCES = 3 };

static bool is_outlet(const struct report_parse *p, uint32_t i) {
    return p->entity[i] != NO_INDEX && p->analysis->entities.at[p->entity[i]].outlet;
}

/* "Roe reported from Tarnholt", in the last lines or of an outlet; not what Roe did before. */
static bool is_sign_off(const struct report_parse *p, uint32_t v) {
    uint32_t prep = parse_child(p, v, p->labels.prep), s = p->subject[v];
    bool outlet = s != NO_INDEX && is_outlet(p, s);
    bool late = p->sentence[v] + LAST_SENTENCES >= p->analysis->sentences.n;
    return parse_is_one_of(p, v, "report") && prep != NO_INDEX &&
           parse_is_one_of(p, prep, "from") && p->statement[v] == NO_INDEX && (outlet || late) &&
           parse_child(p, v, p->labels.auxpass) == NO_INDEX &&
           parse_child(p, v, p->labels.aux) == NO_INDEX;
}

/* "Ann Roe contributed to this report", "the Herald will update this story", "Roe reported from
 * Tarnholt". */
static bool is_credit_line(const struct report_parse *p, uint32_t v) {
    if (!parse_is_one_of(p, v, "contribute update write edit report compile"))
        return false;
    for (uint32_t i = v + 1, k = 0; i < p->right[v] && k < CLAUSE_TOKENS_MAX; i++, k++)
        if (parse_is_one_of(p, i, "this") &&
            parse_is_one_of(p, i + 1, "report story article post page piece"))
            return true;
    uint32_t prep = parse_child(p, v, p->labels.prep);
    if (parse_child(p, v, p->labels.dobj) != NO_INDEX ||
        parse_child(p, v, p->labels.ccomp) != NO_INDEX)
        return false;
    return is_sign_off(p, v) || (parse_is_one_of(p, v, "contribute update") && prep == NO_INDEX);
}

/* "wrote on Twitter", "said on his website". */
static bool is_where_posted(const struct report_parse *p, uint32_t prep) {
    uint32_t object = parse_child(p, prep, p->labels.pobj);
    return parse_is_one_of(p, prep, "on") && object != NO_INDEX &&
           parse_has_class(p, object, LEMMA_WHERE_POSTED);
}

/* "the group claims", with nothing behind it but where. */
static bool says_nothing(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    const uint32_t parts[] = {l->ccomp, l->dobj, l->xcomp, l->prep, l->auxpass, l->prt};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        uint32_t c = parse_child(p, v, parts[i]);
        if (c != NO_INDEX && !(parts[i] == l->prep && is_where_posted(p, c)))
            return false;
    }
    return parse_has_class(p, v, LEMMA_BARE_SAYING);
}

/* "Roe said", "his brothers told the Herald": what, stands elsewhere, or is a claim by itself. */
static bool is_bare_frame(const struct report_parse *p, const struct event_words *words,
                          uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t object = parse_child(p, v, l->dobj);
    if (!clause_is_frame(p, words, v))
        return false;
    if (parse_child(p, v, l->ccomp) != NO_INDEX)
        return true;
    if (parse_child(p, v, l->xcomp) != NO_INDEX || parse_child(p, v, l->oprd) != NO_INDEX ||
        parse_child(p, v, l->auxpass) != NO_INDEX)
        return false;
    uint32_t prep = parse_child(p, v, l->prep);
    return object == NO_INDEX ? prep == NO_INDEX || is_where_posted(p, prep) ||
                                    !parse_is_one_of(p, prep, "about of on for against to")
                              : parse_is_one_of(p, v, "tell say inform remind");
}

/* "the Herald will have more", "today's report highlights the troubles": of what the outlets do
 * themselves. */
static bool is_of_outlets(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t s = p->subject[v], will = parse_child(p, v, l->aux),
             object = parse_child(p, v, l->dobj);
    if (s == NO_INDEX || p->statement[v] != NO_INDEX)
        return false;
    bool outlet = is_outlet(p, s);
    if (outlet && parse_is_one_of(p, v, "verify confirm") && parse_child(p, v, l->neg) != NO_INDEX)
        return true; /* "the Herald has not verified it" */
    if (will != NO_INDEX && parse_is_one_of(p, will, "will"))
        return outlet || (object != NO_INDEX && parse_is_one_of(p, object, "coverage update"));
    bool text = outlet || parse_is_one_of(p, s, "report article story piece post");
    bool publisher =
        parse_is_one_of(p, s, "website site blog newspaper paper magazine tabloid"); /* it acts */
    return parse_child(p, v, l->ccomp) == NO_INDEX && parse_child(p, v, l->xcomp) == NO_INDEX &&
           ((text && parse_is_one_of(p, v, "reveal note list corroborate")) ||
            (parse_is_one_of(p, s, "story article") && parse_is_one_of(p, v, "continue")) ||
            (text && object != NO_INDEX && parse_is_one_of(p, v, "offer have") &&
             parse_is_one_of(p, object, "look glimpse recap")) ||
            ((text || publisher) &&
             parse_is_one_of(p, v, "highlight detail describe discuss explore")));
}

/* "the video above", not "above the quay"; "#mill". */
static bool points_elsewhere(const struct report_parse *p, uint32_t i) {
    struct str text = str_span(p->analysis->article->text, parse_token(p, i)->text);
    if ((text.n && text.at[0] == '#') || str_find(text, STR("pic.twitter"), 0) != SIZE_MAX)
        return true;
    return i > 0 && parse_is_one_of(p, i, "above below") && p->right[i] == i &&
           (parse_has_class(p, i - 1, LEMMA_PICTURE) ||
            parse_is_one_of(p, i - 1, "gallery graphic chart map tweet link"));
}

bool off_story_words(const struct report_parse *p, const struct event_words *words, uint32_t v,
                     struct span text) {
    if (is_credit_line(p, v) || says_nothing(p, v) || is_bare_frame(p, words, v) ||
        is_of_outlets(p, v))
        return true;
    struct token_range range = clause_tokens_in(p, v, text);
    for (uint32_t i = range.first; i <= range.last; i++)
        if (points_elsewhere(p, i) || (i == range.first && parse_is_one_of(p, i, "here")) ||
            (i == range.last && parse_is_one_of(p, i, "here") &&
             (parse_is_one_of(p, v, "see watch read view") ||
              (parse_is_one_of(p, v, "find hear") &&
               parse_child(p, v, p->labels.aux) != NO_INDEX)))) /* "can be read here" */
            return true;
    return false;
}

/* Whether a sentence is all of its paragraph and ends without a mark. */
static bool is_line(const struct analysis *n, uint32_t sentence) {
    static const char *const marks[] = {".", "!", "?", "\"", "\xE2\x80\x9D", "\xE2\x80\xA6", ","};
    const struct sentence *s = &n->sentences.at[sentence];
    if ((sentence && s[-1].paragraph == s->paragraph) ||
        (sentence + 1 < n->sentences.n && s[1].paragraph == s->paragraph))
        return false;
    struct str text = str_span(n->article->text, s->text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(text, str_of(marks[i])))
            return false;
    return true;
}

bool off_story_line(const struct report_parse *p, uint32_t v) {
    const struct analysis *n = p->analysis;
    uint32_t s = p->sentence[v];
    return is_line(n, s) &&
           (s == 0 || is_line(n, s - 1) || (s + 1 < n->sentences.n && is_line(n, s + 1)));
}

/* "Roe (left)", "Roe, right,": where on the picture. */
static bool tells_side(const struct report_parse *p, uint32_t i, struct token_range range) {
    struct str text = str_span(p->analysis->article->text, parse_token(p, i)->text);
    static const char *const sides[] = {"left", "right", "centre", "center"};
    if (i <= range.first || i >= range.last ||
        !str_is_one_of(text, sides, sizeof sides / sizeof *sides))
        return false;
    return (clause_mark(p, i - 1, STR("(")) && clause_mark(p, i + 1, STR(")"))) ||
           (clause_mark(p, i - 1, STR(",")) && clause_mark(p, i + 1, STR(",")));
}

static bool is_label(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_LABEL);
}

/* "Video: The quay", "FACT: The quay"; not what is quoted, nor the one name "Aster: The Return". */
static bool ends_label(const struct report_parse *p, uint32_t i, struct token_range range) {
    enum { LABEL_MAX = 4 };
    if (!clause_mark(p, i, STR(":")) || i <= range.first || i >= range.last ||
        i > range.first + LABEL_MAX ||
        (p->entity[i - 1] != NO_INDEX && p->entity[i - 1] == p->entity[i + 1]))
        return false;
    for (uint32_t k = range.first; k < i; k++)
        if (clause_quote_mark(p, k))
            return false;
    struct str next = str_span(p->analysis->article->text, parse_token(p, i + 1)->text);
    bool apart = parse_token(p, i)->text.end < parse_token(p, i + 1)->text.start;
    return apart && next.n && ascii_upper(next.at[0]);
}

bool off_story_label(const struct report_parse *p, uint32_t v, struct token_range range) {
    for (uint32_t i = range.first; i <= range.last && i < v; i++)
        if (ends_label(p, i, range))
            return true;
    return false;
}

bool off_story_caption(const struct report_parse *p, uint32_t v, struct token_range range) {
    const struct parse_labels *l = &p->labels;
    uint32_t is = parse_child(p, v, l->auxpass), prep = parse_child(p, v, l->prep);
    bool as = prep != NO_INDEX && parse_is_one_of(p, prep, "as"); /* "is seen as the best" */
    uint32_t on = prep != NO_INDEX ? parse_child(p, prep, l->pobj) : NO_INDEX;
    bool always = on != NO_INDEX && parse_is_one_of(p, on, "coin stamp banknote note flag cover");
    if (is != NO_INDEX && !as && !always && parse_is_one_of(p, v, "picture see show photograph") &&
        (parse_has_tag(p, is, "VBZ") || parse_has_tag(p, is, "VBP")) &&
        parse_child(p, v, l->neg) == NO_INDEX && parse_child(p, v, l->xcomp) == NO_INDEX)
        return true; /* "is seen leaving the quay" */
    for (uint32_t i = range.first; i <= range.last; i++)
        if (tells_side(p, i, range))
            return true;
    return is_label(p, range.first) && off_story_label(p, v, range);
}
