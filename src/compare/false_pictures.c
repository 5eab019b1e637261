#include "compare/false_pictures.h"

#include "compare/clause_text.h"
#include "compare/negation.h"

enum { CHILDREN_MAX = 16, SHOWN_WITHIN = 6 };

static bool is_picture(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_PICTURE);
}

/* A set of enum picture_kind; 0: it is no picture. */
static unsigned kind_of(const struct report_parse *p, uint32_t i) {
    if (parse_is_one_of(p, i, "video footage clip recording"))
        return PICTURE_MOVING;
    return is_picture(p, i) ? PICTURE_STILL : 0;
}

/* "Was doctored"; of a new verb the lemma may be anything. */
static bool is_falsified(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_FALSIFY);
}

static bool is_left_open(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t c = p->first_child[v];
    for (unsigned n = 0; c != NO_INDEX && n < CHILDREN_MAX; n++, c = p->next_sibling[c])
        if (parse_token(p, c)->dep == l->aux &&
            parse_is_one_of(p, c, "may might can could would should must will"))
            return true;
    return clause_is_condition(p, v);
}

/* "Is fake", "is a hoax", "was doctored"; also of what completes it: "proved to be a fake". */
static bool calls_false(const struct report_parse *p, const struct event_words *words, uint32_t v) {
    uint32_t found = clause_found_to_be(p, v);
    bool negated = negation_on_verb(p, v) != (found != v && negation_on_verb(p, found));
    v = found;
    uint32_t what = clause_what_it_is(p, v);
    bool passive = parse_child(p, v, p->labels.auxpass) != NO_INDEX && is_falsified(p, v);
    bool is =
        what != NO_INDEX && (words->words.at[p->lemma[what]].refutes || is_falsified(p, what) ||
                             parse_is_one_of(p, what, "forgery montage photomontage"));
    return !negated && (passive || is);
}

/* "Fake", "doctored", "forged". */
static bool is_false_word(const struct report_parse *p, const struct event_words *words,
                          uint32_t i) {
    return words->words.at[p->lemma[i]].refutes || is_falsified(p, i) ||
           parse_is_one_of(p, i, "forge forged");
}

/* "A fake video", "a doctored photo"; of "a fake gun video" nothing tells which of them is
 * false, and what is staged does happen. */
static bool has_false_word(const struct report_parse *p, const struct event_words *words,
                           uint32_t picture) {
    bool found = false;
    for (uint32_t i = p->left[picture], n = 0; i < picture && n < CHILDREN_MAX; i++, n++) {
        uint32_t pos = parse_token(p, i)->pos;
        bool noun = pos == p->labels.noun || pos == p->labels.proper_noun;
        if (parse_head(p, i) == picture && parse_token(p, i)->dep == p->labels.amod &&
            is_false_word(p, words, i))
            found = true;
        else if (noun && !is_picture(p, i))
            found = false;
    }
    return found;
}

/* "A fake gun video", "a staged photo": something about it is not what it seems. */
static bool has_doubtful_word(const struct report_parse *p, const struct event_words *words,
                              uint32_t noun) {
    uint32_t c = p->first_child[noun];
    for (unsigned n = 0; c != NO_INDEX && c < noun && n < CHILDREN_MAX; n++) {
        uint32_t dep = parse_token(p, c)->dep;
        if ((dep == p->labels.amod || dep == p->labels.compound) &&
            (is_false_word(p, words, c) ||
             parse_is_one_of(p, c, "staged stage stag manipulated manipulate")))
            return true;
        c = p->next_sibling[c];
    }
    return false;
}

/* What calls the picture false: a word of its phrase, "a fake video", or the verb whose subject it
 * is. */
static uint32_t verdict_on(const struct report_parse *p, const struct event_words *words,
                           uint32_t picture) {
    uint32_t dep = parse_token(p, picture)->dep, v = parse_head(p, picture);
    if (has_false_word(p, words, picture))
        return picture;
    if (v == NO_INDEX || (dep != p->labels.nsubj && dep != p->labels.nsubjpass) ||
        is_left_open(p, v) || !calls_false(p, words, v))
        return NO_INDEX;
    return v;
}

/* "A video that appears to show a man riding it is fake", where the parser takes the verb for a
 * part of what is shown. */
static uint32_t verdict_behind(const struct report_parse *p, const struct event_words *words,
                               uint32_t shown) {
    uint32_t c = p->next_sibling[shown];
    for (unsigned n = 0; c != NO_INDEX && n < CHILDREN_MAX; n++, c = p->next_sibling[c])
        if (parse_token(p, c)->dep == p->labels.ccomp && p->subject[c] == NO_INDEX &&
            parse_is_one_of(p, p->left[c], "be have") && !is_left_open(p, c) &&
            calls_false(p, words, c))
            return c;
    return NO_INDEX;
}

static bool is_showing(const struct report_parse *p, uint32_t v) {
    return parse_is_one_of(p, v, "show depict portray capture purport claim appear seem");
}

/* "An image showing the bridge falling", where the parser has the image fall. */
static bool is_late(const struct report_parse *p, uint32_t picture, uint32_t below) {
    uint32_t first = parse_child(p, picture, p->labels.acl);
    return first != NO_INDEX && first < below && is_showing(p, first) &&
           parse_has_tag(p, below, "VBG");
}

/* Whether what stands below token at is what that shows: the man whom a picture is of and what he
 * is doing, not who he is ("a picture of the man who rode it"). */
static bool is_shown_by(const struct report_parse *p, uint32_t at, uint32_t below) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, below)->dep;
    if (is_picture(p, at))
        return (dep == l->prep && parse_is_one_of(p, below, "of")) ||
               ((dep == l->acl || dep == l->relcl) &&
                (is_showing(p, below) || is_late(p, at, below)));
    if (is_showing(p, at))
        return dep == l->dobj || dep == l->ccomp || dep == l->xcomp || dep == l->advcl;
    if (is_falsified(p, at))
        return (dep == l->xcomp || dep == l->advcl) && is_showing(p, below);
    if (parse_token(p, at)->dep == l->prep || parse_is_one_of(p, at, "of"))
        return dep == l->pobj || dep == l->pcomp;
    return dep == l->acl && parse_has_tag(p, below, "VBG");
}

/* "In a fake video, he falls": the picture at the head of the sentence, or NO_INDEX. */
static uint32_t false_place(const struct report_parse *p, const struct event_words *words,
                            uint32_t v) {
    uint32_t in = p->left[v], first = p->analysis->sentences.at[p->sentence[v]].first_token;
    uint32_t picture = in == first && parse_is_one_of(p, in, "in") && parse_head(p, in) == v
                           ? parse_child(p, in, p->labels.pobj)
                           : NO_INDEX;
    bool of = picture != NO_INDEX && is_picture(p, picture) && has_false_word(p, words, picture);
    return of && p->right[in] < v && parse_is_one_of(p, p->right[in] + 1, ",") ? picture : NO_INDEX;
}

/* "A letter shows that he fell", "purports to show that": the verb, or NO_INDEX. */
static uint32_t paper_verb(const struct report_parse *p, uint32_t v) {
    uint32_t says = parse_head(p, v);
    if (says == NO_INDEX || !is_showing(p, says) || !is_shown_by(p, says, v))
        return NO_INDEX;
    if (parse_token(p, says)->dep == p->labels.xcomp)
        says = parse_head(p, says);
    uint32_t paper = says == NO_INDEX ? NO_INDEX : p->subject[says];
    return paper != NO_INDEX && parse_has_class(p, paper, LEMMA_DOCUMENT) ? says : NO_INDEX;
}

/* "A forged letter claims that he fell": the letter, or NO_INDEX. What it shows may be so: "the
 * forged letter shows that the gang knew the ward". */
static uint32_t false_paper(const struct report_parse *p, const struct event_words *words,
                            uint32_t v) {
    uint32_t says = paper_verb(p, v), paper = says == NO_INDEX ? NO_INDEX : p->subject[says];
    if (paper == NO_INDEX || paper == 0 || !parse_is_one_of(p, says, "claim purport appear"))
        return NO_INDEX;
    bool next =
        parse_head(p, paper - 1) == paper && parse_token(p, paper - 1)->dep == p->labels.amod;
    return next && has_false_word(p, words, paper) ? paper : NO_INDEX;
}

/* Predicate v is told on the word of others than what shows it: "a fake video shows it, police
 * said". Whether they call that false, or tell what came of it, is open. */
static bool is_on_word(const struct report_parse *p, uint32_t v, uint32_t shows) {
    uint32_t s = p->statement[v];
    return p->statement[shows] != NO_INDEX ||
           (s != NO_INDEX &&
            !spans_overlap(p->analysis->statements.at[s].source, parse_token(p, shows)->text));
}

/* Of predicate v, by what stands above it; *by: the picture. */
static struct picture picture_above(uint32_t *by, const struct report_parse *p,
                                    const struct event_words *words, uint32_t v) {
    struct picture x = {false, false, NO_INDEX};
    uint32_t below = v, at = parse_head(p, v), behind = NO_INDEX;
    bool passive = parse_child(p, v, p->labels.auxpass) != NO_INDEX; /* "being ridden" */
    for (unsigned k = 0; at != NO_INDEX && k < SHOWN_WITHIN; k++, at = parse_head(p, at)) {
        bool being = k == 0 && passive && parse_token(p, below)->dep == p->labels.acl;
        if (is_showing(p, v) || !(is_shown_by(p, at, below) || being))
            return x;
        if (is_picture(p, at)) {
            *by = at;
            x.shows = true;
            x.verdict = verdict_on(p, words, at);
            x.verdict = x.verdict == NO_INDEX ? behind : x.verdict;
            return x;
        }
        if (is_falsified(p, at) && !negation_on_verb(p, at) && !is_left_open(p, at)) {
            x.shows = true;
            x.verdict = at;
            return x;
        }
        uint32_t subject = p->subject[at];
        if (is_showing(p, at) && subject != NO_INDEX && is_picture(p, subject)) {
            *by = subject;
            x.shows = true;
            x.verdict = verdict_on(p, words, subject);
            return x;
        }
        if (is_showing(p, at) && behind == NO_INDEX)
            behind = verdict_behind(p, words, below);
        below = at;
    }
    return x;
}

struct picture false_picture(const struct report_parse *p, const struct event_words *words,
                             uint32_t v) {
    uint32_t by = NO_INDEX, says = paper_verb(p, v);
    struct picture x = picture_above(&by, p, words, v);
    if (x.verdict == NO_INDEX)
        x.verdict = false_place(p, words, v);
    if (x.verdict == NO_INDEX)
        x.verdict = false_paper(p, words, v);
    x.shows = x.shows || x.verdict != NO_INDEX;
    bool in_phrase = x.verdict != NO_INDEX &&
                     (is_picture(p, x.verdict) || parse_has_class(p, x.verdict, LEMMA_DOCUMENT));
    by = by == NO_INDEX && says != NO_INDEX ? p->subject[says] : by;
    x.open = x.verdict == NO_INDEX ? by != NO_INDEX && has_doubtful_word(p, words, by)
                                   : in_phrase && is_on_word(p, v, x.verdict);
    if (x.open)
        x.verdict = NO_INDEX;
    return x;
}

unsigned false_picture_taken(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t object = parse_child(p, v, l->dobj), on = parse_child(p, v, l->prep);
    if (object == NO_INDEX || negation_on_verb(p, v))
        return 0;
    if (parse_is_one_of(p, v, "film videotape"))
        return PICTURE_MOVING;
    if (parse_is_one_of(p, v, "photograph"))
        return PICTURE_STILL;
    if (!parse_is_one_of(p, v, "capture catch record shoot take snap grab get"))
        return 0;
    uint32_t film = on == NO_INDEX ? NO_INDEX : parse_child(p, on, l->pobj);
    bool on_film = film != NO_INDEX && parse_is_one_of(p, on, "on") &&
                   parse_is_one_of(p, film, "camera video film tape");
    return on_film ? PICTURE_MOVING | PICTURE_STILL : kind_of(p, object);
}

/* "the video", "this zebra photo"; not "a second video", "the video of the yard". */
static bool is_known(const struct report_parse *p, uint32_t picture) {
    bool known = false;
    uint32_t c = p->first_child[picture];
    for (unsigned n = 0; c != NO_INDEX && n < CHILDREN_MAX; n++, c = p->next_sibling[c]) {
        uint32_t dep = parse_token(p, c)->dep;
        if (dep != p->labels.det && dep != p->labels.compound)
            return false;
        known = known || parse_is_one_of(p, c, "the this that these those");
    }
    return known;
}

/* The picture that "it" means: what its sentence is about, "the video is debated, some say it is a
 * hoax". NO_INDEX: it may mean something else. */
static uint32_t picture_of_sentence(const struct report_parse *p, uint32_t v) {
    uint32_t at = parse_head(p, v);
    for (unsigned k = 0; at != NO_INDEX && k < SHOWN_WITHIN; k++, at = parse_head(p, at))
        if (p->subject[at] != NO_INDEX && is_picture(p, p->subject[at]))
            return p->subject[at];
    return NO_INDEX;
}

unsigned false_picture_known(const struct report_parse *p, const struct event_words *words,
                             uint32_t v) {
    uint32_t picture = p->subject[v];
    if (picture == NO_INDEX)
        return 0;
    if (parse_is_one_of(p, picture, "it")) {
        picture = picture_of_sentence(p, v);
        if (picture == NO_INDEX || is_left_open(p, v) || !calls_false(p, words, v))
            return 0;
    } else if (!is_picture(p, picture) || verdict_on(p, words, picture) != v) {
        return 0;
    }
    return is_known(p, picture) ? kind_of(p, picture) : 0;
}
