#include "compare/shown_words.h"

#include "compare/off_story.h"
#include "compare/outside_words.h"
#include "compare/readable_clauses.h"
#include "compare/second_facts.h"
#include "compare/source_names.h"
#include "compare/vague_words.h"

enum { LABEL_TOKENS_MAX = 12, CREDIT_TOKENS_MAX = 8, CLIMB_MAX = 4, KEPT_TOKENS_MIN = 6 };

static bool is_name_or_number(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    return t->pos == l->proper_noun || t->pos == l->number || t->dep == l->punct;
}

static bool is_capitals(const struct report_parse *p, uint32_t i) {
    struct str text = str_span(p->analysis->article->text, parse_token(p, i)->text);
    return text.n > 2 && ascii_upper(text.at[0]) && source_is_capitals(text);
}

/* "TARNHOLT - ", "Flood: ", which stand before the sentence and are none of it; "Hoax: " is. A
 * dateline in capitals is none of the subject either, where the parser made it that: so it is
 * looked for up to the predicate v, other labels up to end. */
static uint32_t behind_label(const struct report_parse *p, const struct event_words *words,
                             uint32_t v, uint32_t first, uint32_t end) {
    const struct sentence *s = &p->analysis->sentences.at[p->sentence[first]];
    bool names = true, capitals = is_capitals(p, first);
    if (first > s->first_token + 1)
        return first;
    for (uint32_t i = first; i < (capitals ? v : end) && i < first + LABEL_TOKENS_MAX; i++) {
        bool dateline = names && i > first && clause_dash(p, i);
        if (dateline || (i > first && i < end && clause_mark(p, i, STR(":"))))
            return i + 1;
        names = names && (is_name_or_number(p, i) || is_capitals(p, i));
        if (words->words.at[p->lemma[i]].refutes || parse_is_one_of(p, i, "rumor rumour claim"))
            return first;
        if (p->clause[i] == i && parse_token(p, i)->pos == p->labels.verb)
            return first;
    }
    return first;
}

/* "In particular", "of course", "in this case", "by comparison": it joins sentences. */
static bool is_joint(const struct report_parse *p, uint32_t i) {
    return parse_token(p, i)->dep == p->labels.prep && p->right[i] <= i + 2 &&
           parse_is_one_of(p, i, "in of for by") && p->right[i] > i &&
           (p->right[i] == i + 1 || parse_is_one_of(p, i + 1, "this that")) &&
           parse_is_one_of(p, p->right[i],
                           "particular course fact example instance addition turn case comparison "
                           "contrast");
}

/* "At the same time, ", "on the other hand, ", "in other words, ". */
static bool is_joint_phrase(const struct report_parse *p, uint32_t i) {
    if (parse_token(p, i)->dep != p->labels.prep || p->right[i] + 1 >= p->analysis->tokens.n ||
        !clause_mark(p, p->right[i] + 1, STR(",")))
        return false;
    if (p->right[i] == i + 2)
        return parse_is_one_of(p, i, "in") && parse_is_one_of(p, i + 1, "other") &&
               parse_is_one_of(p, i + 2, "word news");
    return p->right[i] == i + 3 && parse_is_one_of(p, i + 1, "the") &&
           ((parse_is_one_of(p, i, "at") && parse_is_one_of(p, i + 2, "same") &&
             parse_is_one_of(p, i + 3, "time")) ||
            (parse_is_one_of(p, i, "on") && parse_is_one_of(p, i + 2, "other") &&
             parse_is_one_of(p, i + 3, "hand")));
}

/* "Finally, though, ": the same by adverbs. */
static bool joins_sentences(const struct report_parse *p, uint32_t v, uint32_t i, uint32_t end) {
    return parse_token(p, i)->head == v && p->left[i] == i && p->right[i] == i && i + 1 < end &&
           clause_mark(p, i + 1, STR(",")) && parse_has_class(p, i, LEMMA_JOINT);
}

static bool says_whose_word(const struct report_parse *p, uint32_t i) {
    return parse_is_one_of(p, i, "accord according") && parse_token(p, i)->dep == p->labels.prep;
}

/* "Due out in April, the mill", "Proud of it, Ann Roe". */
static bool is_aside(const struct report_parse *p, uint32_t v, uint32_t i, uint32_t end) {
    const struct token *t = parse_token(p, i);
    return t->head == v && t->pos == p->labels.adjective && p->right[i] + 2 == end &&
           clause_mark(p, end - 1, STR(","));
}

/* The first token of a clause, first or one behind it, before its subject. */
static uint32_t cut_head(const struct report_parse *p, const struct event_words *words, uint32_t v,
                         uint32_t first, uint32_t end) {
    uint32_t from = behind_label(p, words, v, first, end);
    for (uint32_t i = from; i < end; i++) {
        bool adverb = joins_sentences(p, v, i, end);
        bool apart = (adverb || says_whose_word(p, i) || is_joint(p, i) || is_joint_phrase(p, i) ||
                      is_aside(p, v, i, end)) &&
                     p->left[i] == from;
        if (clause_mark(p, i, STR(";")))
            from = i + 1;
        bool joins = parse_token(p, i)->dep == p->labels.mark && parse_token(p, i)->head == v &&
                     i > from && !clause_is_condition(p, v); /* "so much that", "days after" */
        if ((apart && p->right[i] < end) || joins)
            from = joins ? i + 1 : p->right[i] + 1 + adverb; /* and its comma */
    }
    return from;
}

/* The comma behind "Ann Roe, the miller,". */
static bool closes_apposition(const struct report_parse *p, uint32_t comma) {
    const struct parse_labels *l = &p->labels;
    uint32_t at = comma - 1;
    for (unsigned k = 0; at != NO_INDEX && k < CLIMB_MAX; k++, at = parse_head(p, at)) {
        uint32_t dep = parse_token(p, at)->dep;
        if ((dep == l->appos || dep == l->relcl || dep == l->acl) && p->left[at] > 0 &&
            clause_mark(p, p->left[at] - 1, STR(",")))
            return true;
    }
    return false;
}

/* ", the Herald reports in its evening edition", of which the parser made a noun. */
static bool is_credit(const struct report_parse *p, uint32_t from, uint32_t last) {
    for (uint32_t i = from; i <= last && i < from + CREDIT_TOKENS_MAX; i++)
        if (i > from && p->cue[i] && p->clause[i] != i)
            return true;
    return false;
}

/* The last token of a clause, last or one before a tail that adds to it. */
static uint32_t cut_tail(const struct report_parse *p, uint32_t v, struct token_range range) {
    const uint32_t last = range.last, least = range.first + KEPT_TOKENS_MIN;
    uint32_t comma = NO_INDEX, dash = NO_INDEX, dashes = 0, cut = NO_INDEX;
    for (uint32_t i = v + 1; i <= last && cut == NO_INDEX; i++) {
        uint32_t before = p->left[i] ? p->left[i] - 1 : 0;
        bool at_end = p->right[i] + 2 > last && before > v;
        uint32_t behind = at_end ? clause_comma_before(p, clause_first_word(p, i)) : NO_INDEX;
        if (clause_mark(p, i, STR(",")))
            comma = i;
        if (clause_dash(p, i) && dashes++ == 0)
            dash = i;
        if (at_end && says_whose_word(p, i))
            cut = before;
        else if (at_end && behind != NO_INDEX && behind >= least && second_fact_adds(p, i) &&
                 !closes_apposition(p, behind))
            cut = behind - 1;
    }
    if (cut == NO_INDEX && comma != NO_INDEX && comma < last && is_credit(p, comma + 1, last))
        cut = comma - 1;
    if (dash != NO_INDEX && dash < last && /* "wears it – “even in bed”" */
        (clause_quote_mark(p, dash + 1) ||
         parse_is_one_of(p, dash + 1, "if unless until whether except but not only")))
        dashes = 0;
    if (dashes == 1 && dash > v + 1 && dash >= least && dash < last &&
        (cut == NO_INDEX || dash <= cut))
        cut = dash - 1;
    return cut == NO_INDEX || cut < v ? last : cut;
}

/* "the box contains", "he is not": what, is missing. */
static bool lacks_complement(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    if (parse_is_one_of(p, v, "be")) {
        uint32_t c = p->first_child[v];
        for (uint32_t k = 0; c != NO_INDEX && k < PHRASE_TOKENS_MAX; c = p->next_sibling[c], k++)
            if (c > v && parse_token(p, c)->dep != l->punct && parse_token(p, c)->dep != l->neg)
                return false;
        return c == NO_INDEX;
    }
    const uint32_t parts[] = {l->dobj, l->ccomp, l->xcomp, l->attr, l->auxpass};
    bool finds = p->subject[v] != NO_INDEX && parse_is_one_of(p, v, "find discover") &&
                 parse_token(p, p->subject[v])->dep == l->nsubj;
    if (!finds && !parse_is_one_of(p, v, "have do contain include"))
        return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parse_child(p, v, parts[i]) != NO_INDEX)
            return false;
    return true;
}

/* "had Roe been there", "so will Roe leave"; not "only in May did Roe leave", "Will Roe left". */
static bool is_inverted(const struct report_parse *p, uint32_t v, uint32_t subject) {
    uint32_t aux = parse_child(p, v, p->labels.aux);
    return aux != NO_INDEX && aux < subject && p->entity[aux] == NO_INDEX &&
           !parse_is_one_of(p, p->left[v], "only never not rarely seldom");
}

/* "killed a diver held by pirates", "Roe, whose mill was sold, left", of which the parser made
 * clauses. */
static bool is_participle_of(const struct report_parse *p, uint32_t v, struct subject subject) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, v);
    for (uint32_t i = p->left[v] + 1; i < v && i < p->left[v] + PHRASE_TOKENS_MAX; i++)
        if (parse_is_one_of(p, i, "whose") && clause_mark(p, i - 1, STR(",")) && p->clause[i] == v)
            return true;
    return t->dep == l->ccomp && t->head < v && p->left[v] == t->head + 1 && subject.own &&
           !p->cue[t->head] && parse_has_tag(p, v, "VBD") && t->pos == l->verb &&
           parse_child(p, v, l->mark) == NO_INDEX && parse_child(p, v, l->aux) == NO_INDEX &&
           parse_child(p, v, l->auxpass) == NO_INDEX &&
           (parse_child(p, v, l->dobj) == NO_INDEX || parse_child(p, v, l->agent) != NO_INDEX) &&
           !parse_has_class(p, t->head, LEMMA_CLAUSE_VERB);
}

/* "what Harrow had in May", "as it did with others", "the hours she sat in the mill, he slept", of
 * which the parser made sentences. */
static bool lacks_head(const struct report_parse *p, uint32_t v, struct subject subject) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, v);
    uint32_t c = p->first_child[v];
    if (lacks_complement(p, v) || clause_compares(p, v) ||
        (subject.own && is_inverted(p, v, subject.token)))
        return true;
    if (t->dep == l->ccomp && parse_is_one_of(p, t->head, "make let help watch") &&
        parse_has_tag(p, v, "VBP"))
        return true; /* "made the guards sign": of one form with "they sign" */
    uint32_t of = parse_child(p, subject.token, l->compound);
    if (is_participle_of(p, v, subject) ||
        (of != NO_INDEX &&
         parse_is_one_of(p, of, "reason moment") && /* "the reason Roe left was" */
         of == p->left[subject.token] + 1 && parse_is_one_of(p, of - 1, "the")))
        return true;
    return t->dep == l->ccomp && t->head > v && !p->cue[t->head] && c != NO_INDEX &&
           p->left[c] == p->left[v] && parse_token(p, c)->dep == l->prep &&
           p->right[c] + 1 == p->left[subject.token];
}

/* "a bell they said they found": what is said there lacks the bell. */
static bool is_said_of_noun(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t says = parse_token(p, v)->dep == l->ccomp ? parse_head(p, v) : NO_INDEX;
    uint32_t who = says == NO_INDEX ? NO_INDEX : p->subject[says];
    return who != NO_INDEX && parse_token(p, says)->dep == l->relcl &&
           p->left[says] == p->left[who] && !parse_is_one_of(p, who, "who which that");
}

/* "Claimed in a lawsuit that it sank": the parse hangs it on the noun, though it is what was
 * claimed.
 */
static bool is_told_in_form(const struct report_parse *p, uint32_t v) {
    uint32_t noun = parse_head(p, v), that = p->left[v];
    return noun != NO_INDEX && that == noun + 1 && parse_is_one_of(p, that, "that") &&
           parse_token(p, that)->dep == p->labels.mark && p->statement[v] != NO_INDEX &&
           p->statement[noun] != p->statement[v];
}

/* "the threat that they pose", "that it was paid for": it lacks what the noun before it is. */
static bool has_gap(const struct report_parse *p, uint32_t v, struct subject subject) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, v);
    if (subject.own && t->dep == l->relcl && is_told_in_form(p, v))
        return false;
    if (!subject.own || t->dep == l->relcl || is_said_of_noun(p, v))
        return subject.own;
    return t->dep == l->acl && parse_child(p, v, l->dobj) == NO_INDEX &&
           parse_child(p, v, l->ccomp) == NO_INDEX && parse_child(p, v, l->xcomp) == NO_INDEX &&
           !subject.undergoes && t->pos == l->verb && !parse_has_class(p, t->head, LEMMA_CONTENT);
}

static bool is_joint_mark(const struct report_parse *p, uint32_t i) {
    uint32_t dep = parse_token(p, i)->dep;
    return dep == p->labels.punct || dep == p->labels.cc;
}

/* "Vs.", "Sgt.", with the stop a token of its own. */
static bool is_short_form(const struct report_parse *p, uint32_t i) {
    enum { LETTERS_MAX = 4 };
    struct str text = str_span(p->analysis->article->text, parse_token(p, i)->text);
    return text.n <= LETTERS_MAX && ascii_upper(text.at[0]) &&
           parse_token(p, i)->pos == p->labels.proper_noun && clause_mark(p, i + 1, STR("."));
}

/* "was held", "will leave", whatever tag "will" was given; not "Will Roe left". */
static bool begins_with_verb(const struct report_parse *p, uint32_t i) {
    return p->entity[i] == NO_INDEX && parse_token(p, i)->pos != p->labels.noun &&
           (clause_tense_tag(p, i) || parse_has_class(p, i, LEMMA_FINITE_VERB));
}

/* "the men found there -- | all from Weldon -- were held": from is the first dash. */
static bool goes_on_behind(const struct report_parse *p, uint32_t from, uint32_t end) {
    enum { INSERTED_MAX = 20 };
    uint32_t dash = from + 1;
    while (dash < end && dash < from + INSERTED_MAX && !clause_dash(p, dash))
        dash++;
    while (dash + 1 < end && parse_token(p, dash + 1)->pos == p->labels.adverb)
        dash++;
    return dash + 1 < end && dash < from + INSERTED_MAX && !p->cue[dash + 1] &&
           begins_with_verb(p, dash + 1);
}

/* "the zeal | Roe has put in the mill", of which the parser made two sentences: the second is about
 * the noun that ends the first, which has no mark behind it. */
static bool lacks_noun_before(const struct report_parse *p, uint32_t v, uint32_t first) {
    const struct parse_labels *l = &p->labels;
    const uint32_t parts[] = {l->dobj, l->attr, l->acomp, l->ccomp, l->xcomp, l->auxpass};
    const struct sentence *s = &p->analysis->sentences.at[p->sentence[first]];
    if (first != s->first_token || !p->sentence[first] || s[-1].paragraph != s->paragraph ||
        parse_token(p, first - 1)->pos != l->noun || p->cue[v])
        return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parse_child(p, v, parts[i]) != NO_INDEX)
            return false;
    return p->subject[v] != NO_INDEX && p->left[p->subject[v]] == first;
}

/* Whether the sentence goes on, or began, where only a mark or a joining word could part it: "the
 * men found there | were held", "the trial Roe v. | Wade was", both sides of which the parser took
 * for sentences. */
static bool is_cut_out(const struct report_parse *p, uint32_t v, struct token_range range) {
    const struct sentence *s = &p->analysis->sentences.at[p->sentence[range.first]];
    uint32_t end = s->first_token + s->token_count, next = range.last + 1, last = range.last;
    while (last > range.first && is_joint_mark(p, last))
        last--;
    if ((range.first > s->first_token + 1 && is_short_form(p, range.first - 2)) ||
        (last + 2 < end && is_short_form(p, last)))
        return true;
    if (begins_with_verb(p, range.first) || lacks_noun_before(p, v, range.first) ||
        (next < end && clause_dash(p, next) && goes_on_behind(p, next, end)))
        return true;
    uint32_t dep = parse_token(p, v)->dep;
    if (next < end && parse_token(p, next)->head == v) /* "sold it and already the mill | burns" */
        dep = p->labels.root;
    if (dep == p->labels.acl || dep == p->labels.relcl || dep == p->labels.csubj)
        return false; /* of a noun whose own verb follows */
    while (next < end && parse_token(p, next)->pos == p->labels.adverb)
        next++;
    return next < end && !p->cue[next] && last == range.last && clause_tense_tag(p, next);
}

/* "To cross the bridge", behind v or below its object or adjective: done to something, not "to
 * build", which is done to the subject. */
static bool leads_to_act(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    for (uint32_t i = v + 1; i <= p->right[v] && i < v + CLAUSE_TOKENS_MAX; i++) {
        uint32_t to = parse_child(p, i, l->aux);
        if (parse_token(p, i)->tag == l->base && to != NO_INDEX && parse_is_one_of(p, to, "to") &&
            parse_child(p, i, l->dobj) != NO_INDEX)
            return true;
    }
    return false;
}

/* Whether somebody or something is named in the text. */
static bool has_name(const struct report_parse *p, uint32_t v, struct span text) {
    struct token_range range = clause_tokens_in(p, v, text);
    for (uint32_t i = range.first; i <= range.last && i - range.first < CLAUSE_TOKENS_MAX; i++)
        if (p->entity[i] != NO_INDEX && parse_token(p, i)->pos == p->labels.proper_noun)
            return true;
    return false;
}

/* "It is illegal to sell it", "it took them an hour to find Roe", "it was Roe who called", "it has
 * emerged that he left": "it" is nothing told before. Not "it is ready to sail". */
static bool is_empty_subject(const struct report_parse *p, uint32_t v, uint32_t subject) {
    const struct parse_labels *l = &p->labels;
    uint32_t told = parse_child(p, v, l->acomp), attr = parse_child(p, v, l->attr),
             who = attr == NO_INDEX ? NO_INDEX : parse_child(p, attr, l->relcl);
    if (!parse_is_one_of(p, subject, "it"))
        return false;
    bool named = who != NO_INDEX && parse_token(p, attr)->pos == l->proper_noun;
    bool act = told != NO_INDEX && parse_has_class(p, told, LEMMA_ACT_QUALITY);
    bool time = parse_is_one_of(p, v, "take cost") && parse_child(p, v, l->dobj) != NO_INDEX;
    bool known = parse_is_one_of(p, v, "emerge transpire");
    return named || ((act || time) && leads_to_act(p, v)) ||
           (known && parse_child(p, v, l->ccomp) != NO_INDEX);
}

/* The word that only points back, of the subject or an object, or NO_INDEX. */
static uint32_t points_back(const struct report_parse *p, uint32_t v, struct subject subject,
                            struct span text) {
    uint32_t back = clause_points_back(p, subject.token);
    return back == NO_INDEX ? clause_lost_object(p, v, text) : back;
}

/* "He sold the Aster", and nobody known is him; "both" are the two of the sentence before. */
static bool is_of_unknown(const struct report_parse *p, uint32_t v, struct subject subject,
                          struct span text) {
    uint32_t back = points_back(p, v, subject, text);
    return back != NO_INDEX && p->entity[back] == NO_INDEX && !is_empty_subject(p, v, back) &&
           !parse_is_one_of(p, back, "both");
}

static uint8_t clarity_of(const struct report_parse *p, const struct event_words *words, uint32_t v,
                          struct subject subject, struct span text) {
    uint32_t back = points_back(p, v, subject, text);
    if (parse_is_one_of(p, subject.token, "i we you me us my our your") ||
        !clause_has_tense(p, v) || has_gap(p, v, subject) || lacks_head(p, v, subject) ||
        clause_is_torn(p, v, text))
        return CLARITY_TORN;
    if (back != NO_INDEX && is_empty_subject(p, v, back))
        return clause_is_readable(p, words, v, text) ? CLARITY_KNOWN : CLARITY_OPEN;
    bool open = !clause_is_readable(p, words, v, text) || off_story_words(p, words, v, text) ||
                clause_is_headline(p, v);
    bool guess = clause_is_open(p, v);
    if (!subject.own) { /* "Roe left and sold the mill" stands by itself */
        bool joined = parse_token(p, v)->dep == p->labels.conj &&
                      clause_has_tense(p, parse_token(p, subject.token)->head);
        return joined && !open && !guess ? CLARITY_SENTENCE : CLARITY_PART;
    }
    if (open || guess)
        return open ? CLARITY_OPEN : CLARITY_SENTENCE;
    bool known = back != NO_INDEX && p->entity[back] != NO_INDEX;
    bool named = back != NO_INDEX && !parse_is_one_of(p, back, "this that these those such") &&
                 has_name(p, v, text);
    if (back != NO_INDEX && !(known && named))
        return known || named ? CLARITY_KNOWN : CLARITY_BACK;
    if (back != NO_INDEX)
        return CLARITY_NAMED;
    return clause_is_of_all(p, subject.token) || clause_tells_word(p, v, text) ? CLARITY_CLAUSE
                                                                               : CLARITY_WHOLE;
}

/* "Not a ship", "none of them". */
static bool has_denial(const struct report_parse *p, struct token_range range) {
    for (uint32_t i = range.first; i <= range.last; i++)
        if (parse_token(p, i)->dep == p->labels.neg ||
            parse_is_one_of(p, i, "not no none neither never nobody nothing nor"))
            return true;
    return false;
}

static struct shown_words words_of(const struct report_parse *p, const struct event_words *words,
                                   uint32_t v, struct subject subject) {
    struct shown_words shown = {.clarity = CLARITY_TORN};
    bool whole;
    struct token_range range = clause_range(&whole, p, v, subject);
    if (!whole) {
        shown.text = clause_trimmed(p, range.first, range.last);
        return shown;
    }
    uint32_t end = subject.token < v ? p->left[subject.token] : v;
    range.first = cut_head(p, words, v, range.first, end);
    range.last = cut_tail(p, v, range);
    range.last = second_fact_follows(p, v, range);
    range.first = second_fact_opens(p, v, subject.token, range);
    shown.text = clause_trimmed(p, range.first, range.last);
    shown.clarity = clarity_of(p, words, v, subject, shown.text);
    if (is_cut_out(p, v, range) || parse_is_one_of(p, range.first, "whether if"))
        shown.clarity = CLARITY_TORN;
    shown.laden = second_fact_long(p, v, range);
    shown.mixed = shown.laden || second_fact_inside(p, v, range);
    shown.label = off_story_label(p, v, range);
    shown.denies = has_denial(p, range);
    shown.vague = vague_words(p, v, subject.token, range) ||
                  (shown.clarity == CLARITY_KNOWN && is_of_unknown(p, v, subject, shown.text));
    shown.outside = outside_words(p, subject.token, range);
    shown.weighed = vague_truth(p, words, v, range) || outside_time(p, range);
    shown.bare = vague_subject(p, v, subject.token);
    shown.line = off_story_line(p, v) || off_story_caption(p, v, range);
    return shown;
}

/* The sentence that v's clause is a part of; its clarity is none when there is none. */
static struct shown_words words_around(const struct report_parse *p,
                                       const struct event_words *words, uint32_t v) {
    uint32_t at = v;
    for (unsigned k = 0; k < CLIMB_MAX; k++) {
        uint32_t head = parse_head(p, at);
        at = head == NO_INDEX ? NO_INDEX : p->clause[head];
        if (at == NO_INDEX || clause_is_frame(p, words, at))
            break;
        struct subject subject = clause_subject(p, at);
        if (!subject.own)
            continue;
        struct shown_words shown = words_of(p, words, at, subject);
        if (shown.clarity > CLARITY_SENTENCE)
            return shown;
    }
    return (struct shown_words){.clarity = CLARITY_TORN};
}

/* Whether "he" or "it" below a frame is whom the frame gives the words to. */
static bool means_speaker(const struct report_parse *p, uint32_t back, uint32_t speaker) {
    const struct token *t = parse_token(p, speaker);
    if (p->entity[back] != NO_INDEX)
        return p->entity[back] == p->entity[speaker];
    bool person = p->entity[speaker] != NO_INDEX &&
                  str_eq(p->analysis->entities.at[p->entity[speaker]].kind, STR("PERSON"));
    if (t->tag == p->labels.plural)
        return parse_is_one_of(p, back, "they");
    return parse_is_one_of(p, back, "it its") && !person &&
           (p->entity[speaker] != NO_INDEX || parse_has_class(p, speaker, LEMMA_BODY));
}

/* The word above v's clause that gives it to its own subject: "said" of "Roe said he had left".
 * NO_INDEX: none. */
static uint32_t frame_of_speaker(const struct report_parse *p, uint32_t v, struct subject subject) {
    uint32_t frame = parse_head(p, v), back = clause_points_back(p, subject.token);
    if (frame == NO_INDEX || parse_token(p, v)->dep != p->labels.ccomp || !p->cue[frame] ||
        frame > v || back == NO_INDEX)
        return NO_INDEX;
    uint32_t speaker = p->subject[frame], first = parse_head(p, frame);
    if (speaker == NO_INDEX && first != NO_INDEX && parse_token(p, frame)->dep == p->labels.conj)
        speaker = p->subject[first]; /* "Roe said so, and told the Herald that he left" */
    if (speaker == NO_INDEX || speaker > frame || !means_speaker(p, back, speaker))
        return NO_INDEX;
    return frame;
}

/* "Roe said he had left Tarnholt", when the clause by itself would be about "he". */
static struct shown_words words_of_speaker(const struct report_parse *p,
                                           const struct event_words *words, uint32_t v,
                                           uint32_t frame) {
    const struct shown_words none = {.clarity = CLARITY_TORN};
    struct subject speaker = clause_subject(p, frame);
    if (p->subject[frame] == NO_INDEX || clause_points_back(p, p->subject[frame]) != NO_INDEX)
        return none;
    struct shown_words shown = speaker.own ? words_of(p, words, frame, speaker) : none;
    struct span own = parse_token(p, v)->text;
    if (own.start < shown.text.start || own.end > shown.text.end ||
        clause_is_torn(p, frame, shown.text) || !clause_is_readable(p, words, frame, shown.text))
        return none;
    shown.clarity = CLARITY_SAID;
    return shown;
}

/* The noun phrase of token noun without what follows it, but for "of". */
static struct span called(const struct report_parse *p, uint32_t noun) {
    enum { OF_TOKENS = 8 };
    uint32_t of = parse_child(p, noun, p->labels.prep), last = noun;
    if (of == noun + 1 && parse_is_one_of(p, of, "of") && p->right[of] < of + OF_TOKENS)
        last = p->right[of];
    return clause_trimmed(p, p->left[noun], last);
}

/* "He had sold the mill" of "Roe denied that he had sold the mill": what is denied is the claim,
 * and not that it is. Whether the words above v's clause give it to be denied. */
static bool show_denied(struct shown_words *shown, const struct report_parse *p, uint32_t v,
                        struct subject subject, uint32_t frame) {
    uint32_t back = clause_points_back(p, subject.token), speaker = p->subject[frame];
    const struct statement *s =
        p->statement[v] == NO_INDEX ? NULL : &p->analysis->statements.at[p->statement[v]];
    if (!s || !str_eq(s->force, STR("deny")) || s->negated || speaker == NO_INDEX ||
        !spans_overlap(s->cue, parse_token(p, frame)->text) ||
        clause_points_back(p, speaker) != NO_INDEX)
        return false;
    struct span he = parse_token(p, back)->text, by = called(p, speaker);
    if (he.start < shown->text.start || he.end > shown->text.end || by.end > shown->text.start)
        return false;
    shown->back = he;
    shown->by = by;
    shown->clarity = CLARITY_SAID;
    shown->vague = shown->vague && p->entity[back] != NO_INDEX; /* that it was nobody known */
    return true;
}

struct shown_words shown_words(const struct report_parse *p, const struct event_words *words,
                               uint32_t v, struct subject subject) {
    struct shown_words shown = words_of(p, words, v, subject);
    bool back = shown.clarity == CLARITY_BACK || shown.clarity == CLARITY_KNOWN ||
                shown.clarity == CLARITY_NAMED;
    uint32_t frame = back && subject.own ? frame_of_speaker(p, v, subject) : NO_INDEX;
    if (frame != NO_INDEX && show_denied(&shown, p, v, subject, frame))
        return shown;
    if (frame != NO_INDEX) {
        struct shown_words said = words_of_speaker(p, words, v, frame);
        if (said.clarity > shown.clarity)
            return said;
        if (shown.clarity == CLARITY_NAMED) /* "and told the Herald that he left Tarnholt": his */
            shown.clarity = CLARITY_SAID;
    }
    if (back && subject.own)
        return shown;
    if ((subject.own && shown.clarity >= CLARITY_OPEN) || shown.clarity > CLARITY_SENTENCE)
        return shown;
    struct shown_words around = words_around(p, words, v);
    struct span own = parse_token(p, v)->text; /* it may have been cut off there */
    if (around.clarity == CLARITY_TORN || own.start < around.text.start ||
        own.end > around.text.end)
        return shown;
    around.clarity = CLARITY_SENTENCE;
    return around;
}
