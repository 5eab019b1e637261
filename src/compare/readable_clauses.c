#include "compare/readable_clauses.h"

#include "compare/clause_text.h"

enum { CHILDREN_MAX = 16 };

/* "should stay", "may open", "would have drowned"; "would stay" on nobody's word. */
bool clause_is_open(const struct report_parse *p, uint32_t v) {
    bool would = false, have = false;
    uint32_t c = p->first_child[v];
    for (unsigned k = 0; c != NO_INDEX && c < v && k < CHILDREN_MAX; k++, c = p->next_sibling[c]) {
        if (parse_token(p, c)->dep != p->labels.aux)
            continue;
        if (parse_is_one_of(p, c, "should must shall let may might could ought"))
            return true;
        would = would || parse_is_one_of(p, c, "would");
        have = have || parse_is_one_of(p, c, "have");
    }
    return would && (have || p->statement[v] == NO_INDEX);
}

/* "is absolutely right", "looks pretty": what somebody thinks of it. */
static bool is_judgement(const struct report_parse *p, const struct event_words *words,
                         uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t is = parse_child(p, v, l->acomp);
    is = is == NO_INDEX ? parse_child(p, v, l->oprd) : is;
    uint32_t object = parse_child(p, v, l->dobj), noun = parse_child(p, v, l->attr);
    bool it = p->subject[v] != NO_INDEX && parse_is_one_of(p, p->subject[v], "it");
    if (noun != NO_INDEX && (words->words.at[p->lemma[noun]].judges ||
                             (it && p->left[noun] == noun && parse_is_one_of(p, noun, "time"))))
        return true; /* "is nonsense", "it is time to leave" */
    if (noun == NO_INDEX && parse_is_one_of(p, v, "have live lead make do") && object != NO_INDEX &&
        parse_has_class(p, object, LEMMA_JUDGED_OBJECT))
        noun = object; /* "has a sad life", but "has a bad leg" */
    noun = noun == NO_INDEX ? NO_INDEX : parse_child(p, noun, l->amod);
    if (is != NO_INDEX && parse_child(p, is, l->xcomp) != NO_INDEX && p->subject[v] != NO_INDEX &&
        parse_is_one_of(p, p->subject[v], "it"))
        return true; /* "it is easy to sink it" */
    if (noun != NO_INDEX && words->words.at[p->lemma[noun]].judges)
        return true; /* "is an admirable mill" */
    if (parse_is_one_of(p, v, "seem") || (parse_is_one_of(p, v, "make") && object != NO_INDEX &&
                                          parse_is_one_of(p, object, "sense")))
        return true;
    struct str form = str_span(p->analysis->article->text, parse_token(p, v)->text);
    bool links = parse_token(p, v)->pos == l->auxiliary || /* "’s", which is no form of "be" */
                 str_starts(form, STR("'")) || str_starts(form, STR("\xE2\x80\x99")) ||
                 parse_is_one_of(p, v, "be look sound feel appear become remain");
    return links && is != NO_INDEX && words->words.at[p->lemma[is]].judges;
}

/* "so divers know the way", "so that Roe can leave": it is meant to be so; not "so that nine
 * drowned". */
static bool is_purpose(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t mark = parse_child(p, v, l->mark), aux = parse_child(p, v, l->aux);
    return parse_token(p, v)->dep == l->advcl && mark != NO_INDEX &&
           parse_is_one_of(p, p->left[v], "so") && p->left[v] <= mark &&
           ((parse_has_tag(p, v, "VBP") && !parse_is_one_of(p, mark, "that") &&
             !parse_is_one_of(p, p->left[v] + 1, "that")) ||
            (aux != NO_INDEX && parse_is_one_of(p, aux, "can could will would may might")));
}

/* "To be sure that it sank", "make certain that it sinks"; not "was sure", "made sure". */
static bool is_to_be_sure(const struct report_parse *p, uint32_t sure) {
    const uint32_t be = parse_token(p, sure)->head;
    return parse_is_one_of(p, sure, "sure certain") && parse_token(p, be)->tag == p->labels.base &&
           parse_is_one_of(p, be, "be make");
}

/* "it is likely that it sank", "to ensure that it sinks", "worried that it will sink", "a bad day
 * to claim that it sank": verb is what stands above v's clause; not "ensured that", "worried that
 * it has sunk". */
static bool leaves_open(const struct report_parse *p, uint32_t verb, uint32_t v) {
    static const char open[] = "likely unlikely possible impossible probable improbable";
    uint32_t will = parse_child(p, v, p->labels.aux);
    const struct parse_labels *l = &p->labels;
    uint32_t is = parse_child(p, verb, l->acomp), aux = parse_child(p, verb, l->aux);
    is = is == NO_INDEX ? verb : is;
    if (aux != NO_INDEX && parse_is_one_of(p, verb, "mean") &&
        parse_is_one_of(p, aux, "will would")) /* "will mean that it sinks" */
        return true;
    bool felt = will != NO_INDEX && parse_is_one_of(p, will, "will would may might could can") &&
                parse_is_one_of(p, is, "hopeful worried concerned");
    bool ensures = parse_is_one_of(p, verb, "ensure") && parse_token(p, verb)->tag == l->base;
    if (felt || ensures || parse_is_one_of(p, is, open) || is_to_be_sure(p, is))
        return true;
    bool named = parse_token(p, verb)->dep == l->acl || /* "was a bad day to claim" */
                 (parse_token(p, verb)->dep == l->xcomp &&
                  parse_is_one_of(p, parse_token(p, verb)->head, "be"));
    return named && aux != NO_INDEX && parse_is_one_of(p, aux, "to") &&
           parse_is_one_of(p, verb, "claim say suggest believe think argue assert") &&
           !parse_is_one_of(p, parse_token(p, verb)->head, "first last one decision");
}

/* "assume it sank", "as if it had sunk", "made to look like it sank", "was never proved that it
 * sank": nobody says it did. */
static bool is_supposed(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t head = parse_head(p, v), c = p->first_child[v];
    bool under = head != NO_INDEX && parse_token(p, v)->dep == l->ccomp;
    if (is_purpose(p, v) || (under && (is_purpose(p, head) || leaves_open(p, head, v))))
        return true;
    if (under &&
        (parse_child(p, head, l->neg) != NO_INDEX || parse_has_class(p, head, LEMMA_SUPPOSE)))
        return true;
    for (unsigned k = 0; c != NO_INDEX && c < v && k < CHILDREN_MAX; k++, c = p->next_sibling[c])
        if (parse_token(p, c)->dep == l->mark && parse_is_one_of(p, c, "if whether unless like"))
            return true;
    return false;
}

/* "hardly ever sank", "no ship has ever sunk": it did not. */
static bool is_never(const struct report_parse *p, uint32_t v, uint32_t ever) {
    uint32_t s = p->subject[v];
    return parse_child(p, v, p->labels.neg) != NO_INDEX ||
           (ever > 0 && parse_has_class(p, ever - 1, LEMMA_NONE)) ||
           (s != NO_INDEX &&
            (parse_has_class(p, s, LEMMA_NONE) || parse_has_class(p, p->left[s], LEMMA_NONE)));
}

/* "before she ever sold it", "that any diver is saved": what nobody says to have been. */
static bool is_unsettled(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t s = p->subject[v], mark = parse_child(p, v, l->mark);
    if (v > 0 && parse_is_one_of(p, v - 1, "ever") && parse_token(p, v - 1)->head == v)
        return !is_never(p, v, v - 1);
    return s != NO_INDEX && parse_child(p, v, l->aux) == NO_INDEX && mark != NO_INDEX &&
           parse_is_one_of(p, mark, "that if whether") &&
           (parse_is_one_of(p, s, "anyone anybody anything") ||
            parse_is_one_of(p, p->left[s], "any"));
}

/* "not only sank", "was not only old", without the "but"; not "sold not only the mill". */
static bool is_half(const struct report_parse *p, uint32_t v, struct token_range range) {
    uint32_t verb = parse_is_one_of(p, v, "be") ? v + 2 : v;
    bool half = false;
    for (uint32_t i = range.first; i <= range.last; i++) {
        bool begins = i <= verb && i > range.first && parse_is_one_of(p, i, "only") &&
                      parse_is_one_of(p, i - 1, "not");
        half = begins || (half && !parse_is_one_of(p, i, "but also"));
    }
    return half;
}

/* "so many divers came", of "because so many"; "regardless of ..."; not "so many came that the
 * boat sank", "regardless of the storm, the boat left". */
static bool begins_a_part(const struct report_parse *p, uint32_t v, struct token_range range) {
    uint32_t head = parse_token(p, range.first)->head;
    bool so = parse_is_one_of(p, range.first, "so") && head > range.first &&
              parse_is_one_of(p, head, "many much few little");
    if (parse_is_one_of(p, range.first, "either")) /* "either it sank", not "either ship" */
        return parse_token(p, range.first)->dep != p->labels.det;
    if (!so && !parse_is_one_of(p, range.first, "regardless"))
        return false;
    for (uint32_t i = range.first; i <= range.last; i++)
        if (so ? i > v && parse_is_one_of(p, i, "that") : i < v && clause_mark(p, i, STR(",")))
            return false;
    return true;
}

/* Behind a word or another mark, and before none. */
static bool closes_quote(const struct report_parse *p, uint32_t i) {
    struct str text = p->analysis->article->text;
    struct span at = parse_token(p, i)->text;
    bool after = at.start > 0 && !ascii_space(text.at[at.start - 1]) &&
                 str_find_byte(STR("([-"), text.at[at.start - 1], 0) == SIZE_MAX;
    return after && (at.end >= text.n || ascii_space(text.at[at.end]));
}

/* A quotation mark without its fellow; the one at the end of the text may hang on another verb. Of
 * "the mill," is old, the first closes what began before. */
static bool has_lone_mark(const struct report_parse *p, struct token_range range,
                          struct span text) {
    enum { BEHIND_MAX = 3 };
    uint32_t last = range.last, n = p->analysis->tokens.n, marks = 0;
    while (last + 1 < n && last < range.last + BEHIND_MAX &&
           parse_token(p, last + 1)->text.end <= text.end)
        last++;
    if (range.first > range.last)
        return false;
    for (uint32_t i = range.first; i <= last; i++) {
        if (marks == 0 && clause_quote_mark(p, i) && closes_quote(p, i))
            return true;
        marks += clause_quote_mark(p, i);
    }
    return marks % 2 || clause_single_marks(p, (struct token_range){range.first, last}) != 0;
}

/* The clause stands on a fear, a doubt or the like: "were afraid that it had sunk". */
static bool is_feared(const struct report_parse *p, uint32_t v) {
    uint32_t s = p->statement[v];
    return s != NO_INDEX && lemma_has_class(&p->words->w->lemma_classes,
                                            p->analysis->statements.at[s].cue_lemma, LEMMA_SUPPOSE);
}

/* "the best thing is to leave", "too many boats have sunk", "Roe certainly left". */
static bool weighs(const struct report_parse *p, uint32_t v, struct token_range range) {
    uint32_t s = p->subject[v];
    uint32_t of = s == NO_INDEX ? NO_INDEX : parse_child(p, s, p->labels.amod);
    if (of != NO_INDEX && parse_is_one_of(p, v, "be") && parse_is_one_of(p, s, "thing") &&
        parse_is_one_of(p, of, "good bad best worst right wrong important great"))
        return true;
    for (uint32_t i = range.first; i <= range.last && i < range.first + CLAUSE_TOKENS_MAX; i++)
        if ((parse_is_one_of(p, i,
                             "certainly surely arguably frankly obviously undoubtedly "
                             "unquestionably") &&
             parse_token(p, i)->head == v) ||
            (i < v && i < range.last && parse_is_one_of(p, i, "too") &&
             parse_is_one_of(p, i + 1, "many much few little")))
            return true;
    return false;
}

bool clause_is_readable(const struct report_parse *p, const struct event_words *words, uint32_t v,
                        struct span text) {
    uint32_t open = 0, close = 0, first = NO_INDEX;
    if (parse_is_one_of(p, v, "hope wish love hate") || is_judgement(p, words, v) ||
        is_feared(p, v) || is_supposed(p, v) || is_unsettled(p, v) ||
        str_find(str_span(p->analysis->article->text, text), STR("http"), 0) != SIZE_MAX)
        return false;
    struct token_range range = clause_tokens_in(p, v, text);
    if (weighs(p, v, range))
        return false;
    for (uint32_t i = range.first; i <= range.last; i++) {
        if (first == NO_INDEX && parse_token(p, i)->pos != p->labels.adverb)
            first = i;
        open += parse_is_one_of(p, i, "( [");
        close += parse_is_one_of(p, i, ") ]");
        bool pronoun = parse_token(p, i)->pos == p->labels.pronoun; /* not "the US" */
        if (pronoun && parse_has_class(p, i, LEMMA_SPEAKER))
            return false;
    }
    return !is_half(p, v, range) && !has_lone_mark(p, range, text) && open == close &&
           !(range.first <= range.last && begins_a_part(p, v, range)) &&
           (first == NO_INDEX || !parse_has_class(p, first, LEMMA_OPENER));
}

/* "The were saved", "they are are saved": a word is missing, or one too many. */
static bool has_slip(const struct report_parse *p, struct token_range range) {
    const struct parse_labels *l = &p->labels;
    for (uint32_t i = range.first; i < range.last; i++) {
        bool next = parse_is_one_of(p, i + 1, "be have do") &&
                    (clause_tense_tag(p, i + 1) || parse_token(p, i + 1)->pos == l->auxiliary);
        struct str text = p->analysis->article->text;
        bool twice = str_eq(str_span(text, parse_token(p, i)->text),
                            str_span(text, parse_token(p, i + 1)->text)) &&
                     parse_is_one_of(p, i, "be") && clause_tense_tag(p, i);
        if (next && (twice || (parse_has_tag(p, i, "DT") && parse_is_one_of(p, i, "the a an"))))
            return true;
    }
    return false;
}

/* "The boat looked | as if it sank": how, is cut off. */
static bool ends_at_look(const struct report_parse *p, uint32_t v, struct token_range range) {
    return range.last == v && p->right[v] > v + 1 &&
           parse_is_one_of(p, v, "sound look seem feel act behave");
}

bool clause_is_torn(const struct report_parse *p, uint32_t v, struct span text) {
    static const char *const gaps[] = {"  ", "\n", "\t"};
    static const char *const heads[] = {"ADP", "DET", "AUX", "CCONJ", "SCONJ"};
    struct str words = str_span(p->analysis->article->text, text);
    if (!words.n || str_ends(words, STR("-")) || /* "cross-", of "cross-check" */
        str_find_byte(STR(".,;:)]"), words.at[0], 0) != SIZE_MAX)
        return true;
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (str_find(words, str_of(gaps[i]), 0) != SIZE_MAX)
            return true;
    struct token_range range = clause_tokens_in(p, v, text);
    return range.first <= range.last &&
           (has_slip(p, range) || ends_at_look(p, v, range) ||
            parse_is_one_of(p, range.last, "have be do to") ||
            str_is_one_of(labels_name(p->analysis->labels, parse_token(p, range.last)->pos), heads,
                          sizeof heads / sizeof *heads));
}

bool clause_tells_word(const struct report_parse *p, uint32_t v, struct span text) {
    struct token_range range = clause_tokens_in(p, v, text);
    for (uint32_t i = range.first; i <= range.last; i++)
        if (i != v && p->cue[i] && p->clause[i] == i)
            return true;
    return false;
}

bool clause_is_frame(const struct report_parse *p, const struct event_words *words, uint32_t v) {
    bool tells =
        words->words.at[p->lemma[v]].kinds[EVENT_VERB] ||
        parse_child(p, v, p->labels.acomp) != NO_INDEX ||
        (parse_child(p, v, p->labels.dobj) != NO_INDEX && parse_has_class(p, v, LEMMA_SPOKEN_DEED));
    return p->cue[v] && (!tells || parse_child(p, v, p->labels.ccomp) != NO_INDEX);
}

/* "Some", "both", and "most" of "most of them": of what, was told before. */
static uint32_t bare_subject(const struct report_parse *p, uint32_t s) {
    bool pronoun = parse_token(p, s)->pos == p->labels.pronoun;
    uint32_t c = p->right[s] > s ? parse_child(p, s, p->labels.prep) : NO_INDEX;
    uint32_t whole = c == NO_INDEX ? NO_INDEX : parse_child(p, c, p->labels.pobj);
    bool number = parse_token(p, s)->pos == p->labels.number && p->right[s] == s; /* "17 left" */
    bool all = (number || parse_has_class(p, s, LEMMA_PART_OF_ALL)) && p->left[s] == s;
    bool of = whole != NO_INDEX && parse_is_one_of(p, c, "of");
    if (of && parse_token(p, whole)->pos == p->labels.pronoun)
        return whole; /* "a quarter of them" */
    if ((!all && !pronoun) || of)
        return NO_INDEX;
    return parse_child(p, s, p->labels.relcl) == NO_INDEX ? s : NO_INDEX; /* "those who left" */
}

bool clause_is_of_all(const struct report_parse *p, uint32_t s) {
    return parse_has_class(p, s, LEMMA_OF_ALL);
}

uint32_t clause_points_back(const struct report_parse *p, uint32_t s) {
    if (clause_is_of_all(p, s) || parse_token(p, s)->pos == p->labels.proper_noun)
        return NO_INDEX;
    uint32_t end = p->right[s] < s + CHILDREN_MAX ? p->right[s] : s + CHILDREN_MAX;
    for (uint32_t i = p->left[s]; i <= end; i++)
        if (parse_token(p, i)->pos == p->labels.proper_noun &&
            (parse_token(p, i)->head != s || i > s)) /* not "his Halvern boat" */
            return NO_INDEX; /* "her sister Ann Roe", "that ship of Roe's" */
    uint32_t bare = bare_subject(p, s), first = p->left[s];
    if (bare != NO_INDEX || first >= s)
        return bare;
    bool owner = parse_token(p, first)->dep == p->labels.poss &&
                 parse_token(p, first)->pos == p->labels.pronoun;
    bool shown = parse_token(p, first)->dep == p->labels.det && parse_token(p, first)->head == s &&
                 parse_is_one_of(p, first, "this that these those such");
    return owner || shown ? first : NO_INDEX;
}

/* "them" is no one ship, "it" no ships; a body or a name may be either. */
static bool can_be(const struct report_parse *p, uint32_t pronoun, uint32_t noun) {
    const struct parse_labels *l = &p->labels;
    const struct token *n = parse_token(p, noun);
    bool many = n->tag == l->plural || parse_child(p, noun, l->conj) != NO_INDEX;
    if (n->pos == l->proper_noun)
        return true;
    if (parse_is_one_of(p, pronoun, "they"))
        return many || parse_has_class(p, noun, LEMMA_GROUP);
    return !parse_is_one_of(p, pronoun, "it") || !many;
}

/* Whether something that the object i may mean is told before it: not whom its verb is about. */
static bool has_antecedent(const struct report_parse *p, uint32_t i, uint32_t first) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    const uint32_t by = t->dep == l->pobj ? p->clause[i] : t->head;
    const uint32_t subject = by == NO_INDEX ? NO_INDEX : p->subject[by];
    bool person = p->entity[i] != NO_INDEX;
    for (uint32_t k = first; k < i; k++) {
        const struct token *n = parse_token(p, k);
        bool known = n->pos != l->pronoun && p->entity[k] != NO_INDEX;
        bool place = known && parse_is_one_of(p, i, "he she") &&
                     !str_eq(p->analysis->entities.at[p->entity[k]].kind, STR("PERSON"));
        bool noun = (n->pos == l->noun || n->pos == l->proper_noun) && !place &&
                    parse_token(p, n->head)->pos != l->proper_noun && /* "Ann" of "Ann Roe" */
                    can_be(p, i, k);
        bool doer =
            (t->dep != l->pobj || /* "took it with it", not "a boat with nine on it sank" */
             (parse_is_one_of(p, t->head, "on about") && subject != NO_INDEX &&
              i > p->right[subject])) &&
            (k == subject || (n->head == subject && n->dep != l->poss)); /* "the tug Aster" */
        if (person ? known && p->entity[k] == p->entity[i] : noun && !doer)
            return true;
    }
    return false;
}

uint32_t clause_lost_object(const struct report_parse *p, uint32_t v, struct span text) {
    const struct parse_labels *l = &p->labels;
    struct token_range range = clause_tokens_in(p, v, text);
    for (uint32_t i = range.first; i <= range.last && i < range.first + CLAUSE_TOKENS_MAX; i++) {
        const struct token *t = parse_token(p, i);
        bool object = t->dep == l->dobj || t->dep == l->pobj || t->dep == l->dative;
        if (t->dep == l->dobj && t->head == v && i > 0 && parse_token(p, i - 1)->head == i &&
            (parse_is_one_of(p, i - 1, "this these those") || parse_is_one_of(p, i, "following")) &&
            p->right[i] == i)
            return i; /* "made this claim", "announced the following" */
        if (object && t->pos == l->pronoun && parse_is_one_of(p, i, "he she it they") &&
            !has_antecedent(p, i, range.first))
            return i;
    }
    return NO_INDEX;
}

bool clause_is_headline(const struct report_parse *p, uint32_t v) {
    const struct sentence *s = &p->analysis->sentences.at[p->sentence[v]];
    uint32_t first = p->left[v], capitals = 0, small = 0;
    for (uint32_t i = first; i <= p->right[v] && i < first + CLAUSE_TOKENS_MAX; i++) {
        const struct token *t = parse_token(p, i);
        bool verb = t->pos == p->labels.verb || t->pos == p->labels.auxiliary;
        bool word = verb || t->pos == p->labels.proper_noun || t->pos == p->labels.noun ||
                    t->pos == p->labels.adjective || t->pos == p->labels.adverb;
        struct str form = str_span(p->analysis->article->text, t->text);
        bool name = !verb && p->entity[i] != NO_INDEX;
        if (!word || name || i == s->first_token || !ascii_alpha(form.at[0]))
            continue;
        capitals += ascii_upper(form.at[0]);
        small += !ascii_upper(form.at[0]);
    }
    struct str verb = str_span(p->analysis->article->text, parse_token(p, v)->text);
    return v > s->first_token && verb.n > 1 && ascii_upper(verb.at[0]) && capitals > 1 &&
           small < capitals;
}
