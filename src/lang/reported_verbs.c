/* Statements by a verb: "Roe said that", "Roe declined to say whether", "is backed by Roe", "is
 * expected to". */
#include "base/calendar.h"
#include "lang/reported.h"
#include "lang/tree_words.h"

enum { AGENT_TOKENS = 24 }; /* behind its verb, at most */

/* Whether the verb only tells what somebody may or must say. */
static bool is_possible(const struct reported *r, uint32_t verb) {
    static const char *const ahead[] = {"will", "would"};
    for (uint32_t k = r->u->tree->first_child[verb]; k != NO_INDEX && k < verb;
         k = r->u->tree->next_sibling[k])
        if (reported_dep(r, k, r->u->tree->labels.aux) &&
            unit_is(r->u, r->u->tree->word[k], CLASS(C_MODAL)) &&
            !str_is_one_of(tree_text(r->u->tree, k), ahead, sizeof ahead / sizeof *ahead))
            return true;
    return false;
}

/* "Reuters reported, citing two officials" is one credit. */
static bool cites_in_credit(const struct reported *r, uint32_t verb) {
    if (!reported_dep(r, verb, r->u->tree->labels.advcl) || !reported_lemma(r, verb, "cite"))
        return false;
    uint32_t head = tree_head(r->u->tree, verb);
    for (uint32_t n = 0; n < REPORTED_CHAIN && head != NO_INDEX; n++) {
        if (reported_taken_by(r, (struct token_range){head, head + 1}) != NO_INDEX)
            return true;
        head = tree_head(r->u->tree, head);
    }
    return false;
}

static int add(struct reported *r, struct found *f, uint32_t verb) {
    reported_widen_cue(r, f, verb);
    uint32_t at = reported_taken_by(r, f->cue);
    return at == NO_INDEX ? reported_add_statement(r, f) : reported_mend(r, at, f);
}

/* What has an object of its own is no participle, nor does "both" have one: "The Ledger named Doe",
 * "both named Doe" were parsed as if they were named. */
static bool is_passive(const struct reported *r, uint32_t verb) {
    const struct tree_labels *l = &r->u->tree->labels;
    bool bare = (reported_dep(r, verb, l->acl) || reported_dep(r, verb, l->advcl)) &&
                tree_child(r->u->tree, verb, l->dobj) == NO_INDEX &&
                !(tree_head(r->u->tree, verb) != NO_INDEX &&
                  reported_lemma(r, tree_head(r->u->tree, verb), "both"));
    return r->u->tree->passive_aux[verb] != NO_INDEX ||
           (bare && tree_token(r->u->tree, verb)->tag == l->participle &&
            tree_child(r->u->tree, verb, l->aux) == NO_INDEX);
}

/* "The barge, said to be old, sank": between commas it is no saying of the barge's, whatever the
 * parse made of it; not "the coach, smiling, said to be there was a dream". */
static bool is_said_to_be(const struct reported *r, uint32_t verb) {
    enum { LOOKED_AT = 12 };
    static const char *const forms[] = {"said",    "believed", "thought",  "reported",  "reputed",
                                        "alleged", "rumored",  "rumoured", "understood"};
    const uint32_t end = r->u->tree->sentence_end[verb];
    bool begins = verb > 0 && verb + 2 < end && str_eq(reported_text(r, verb - 1), STR(",")) &&
                  str_is_one_of(reported_text(r, verb), forms, sizeof forms / sizeof *forms) &&
                  str_eq(reported_text(r, verb + 1), STR("to")) &&
                  (str_eq(reported_text(r, verb + 2), STR("be")) ||
                   str_eq(reported_text(r, verb + 2), STR("have")));
    for (uint32_t i = verb + 3; begins && i + 1 < end && i < verb + LOOKED_AT; i++)
        if (str_eq(reported_text(r, i), STR(",")))
            return true;
    return false;
}

/* What is spoken of: the subject of the passive, or the noun that its participle describes. */
static struct token_range patient(const struct reported *r, uint32_t verb) {
    uint32_t noun = r->u->tree->passive_subject[verb];
    if (noun != NO_INDEX)
        return tree_noun_phrase(r->u->tree, reported_antecedent(r, noun, verb));
    noun = reported_dep(r, verb, r->u->tree->labels.acl) ? tree_head(r->u->tree, verb) : NO_INDEX;
    if (noun == NO_INDEX)
        return (struct token_range){verb, verb};
    struct token_range phrase = tree_noun_phrase(r->u->tree, noun),
                       own = tree_subtree(r->u->tree, verb);
    if (own.first < phrase.end)
        phrase.end = own.first;
    return phrase;
}

static void add_in_front(struct found *f, struct token_range range) {
    if (range.first >= range.end || f->content_count >= REPORTED_PIECES)
        return;
    for (uint32_t i = f->content_count++; i > 0; i--)
        f->content[i] = f->content[i - 1];
    f->content[0] = range;
}

/* The "by" of a passive; "was identified as a clerk named Roe by the Herald" is parsed as if the
 * Herald had named her. */
static uint32_t agent_of(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    uint32_t by = tree_child(t, verb, t->labels.agent);
    for (uint32_t i = verb + 1; by == NO_INDEX && i <= t->right[verb] && i < verb + AGENT_TOKENS;
         i++)
        if (reported_dep(r, i, t->labels.agent) && tree_head(t, i) != NO_INDEX &&
            reported_lemma(r, tree_head(t, i), "name") &&
            reported_dep(r, tree_head(t, i), t->labels.acl))
            by = i;
    return by;
}

/* "many" of "hailed by many as a hero"; "bodies such as the Front", "such bodies as the Front" are
 * one. */
static void end_before_as(const struct reported *r, struct found *f) {
    const struct parse_tree *t = r->u->tree;
    uint32_t as = tree_child_lemma(t, f->noun, t->labels.prep, STR("as"));
    if (as == NO_INDEX || as < f->noun || as >= f->source.end)
        return;
    for (uint32_t i = f->source.first; i < as; i++)
        if (reported_lemma(r, i, "such"))
            return;
    f->source.end = as;
}

/* "Roe is convinced that it sank": the participle is an adjective, and she is not its object. */
static bool add_conviction(const struct reported *r, uint32_t verb, struct found *f) {
    uint32_t subject = r->u->tree->passive_subject[verb];
    const struct said *said = lexicon_said(r->u->tables, reported_text(r, verb), SAID_ADJECTIVE);
    if (!said || subject == NO_INDEX || r->u->tree->passive_aux[verb] == NO_INDEX ||
        reported_is_empty(r, verb, subject) || agent_of(r, verb) != NO_INDEX ||
        reported_has_modal(r, verb) || /* "must be convinced", "unless he is" */
        tree_child(r->u->tree, verb, r->u->tree->labels.mark) != NO_INDEX ||
        !reported_content_clause(r, f, verb, false))
        return false;
    f->noun = reported_antecedent(r, subject, verb);
    f->source = tree_noun_phrase(r->u->tree, f->noun);
    f->lemma = said->lemma;
    f->force = said->force;
    f->rule = "reported-adjective";
    return true;
}

/* "The plan was condemned by Roe", "a bill backed by Roe"; without "by": "is expected to close",
 * "it is believed that", "was asked whether". */
static int report_of_passive(struct reported *r, uint32_t verb, const struct said *said) {
    const struct tree_labels *l = &r->u->tree->labels;
    struct found f = {
        .lemma = said->lemma, .force = said->force, .rule = "reported-passive", .noun = NO_INDEX};
    bool names = reported_lemma(r, verb, "know") ||
                 (reported_lemma(r, verb, "call") && r->u->tree->passive_aux[verb] == NO_INDEX);
    if (unit_has(r->u, r->u->tree->word[verb], W_QUOTED) || is_possible(r, verb) || names)
        return TS_OK;
    f.cue = reported_cue(r, verb, verb, &f.negated);
    if (add_conviction(r, verb, &f))
        return add(r, &f, verb);
    uint32_t by = agent_of(r, verb);
    uint32_t agent = by == NO_INDEX ? NO_INDEX : tree_child(r->u->tree, by, l->pobj);
    if (agent != NO_INDEX) {
        if (reported_is_empty(r, verb, agent))
            return TS_OK;
        f.noun = agent;
        f.source = tree_noun_phrase(r->u->tree, agent);
        end_before_as(r, &f);
        if (by == f.cue.end)
            f.cue.end++;
    }
    struct token_range of = patient(r, verb);
    bool hearer = said->frames & SAID_HEARER;
    uint32_t frames = said->frames & (SAID_CLAUSE | SAID_INFINITIVE);
    if (is_said_to_be(r, verb)) /* "said to be old, police believed it sank" */
        frames &= SAID_INFINITIVE;
    bool clause = frames & SAID_CLAUSE && reported_content_clause(r, &f, verb, false);
    bool more = clause || (frames & SAID_INFINITIVE && reported_content_infinitive(r, &f, verb)) ||
                (!hearer && (reported_content_preposition(r, &f, verb, said->frames) ||
                             reported_content_predicate(r, &f, verb, said->frames)));
    bool speech = reported_is_speech(r, verb) && r->u->tree->passive_aux[verb] != NO_INDEX;
    if (!more && ((agent == NO_INDEX && !speech) || hearer || !(said->frames & SAID_OBJECT)))
        return TS_OK;
    uint32_t subject = r->u->tree->passive_subject[verb];
    if (!clause && agent == NO_INDEX && subject != NO_INDEX && reported_is_empty(r, verb, subject))
        return TS_OK; /* "it is expected to rain" */
    if (!clause && !hearer)
        add_in_front(&f, of);
    return f.content_count ? add(r, &f, verb) : TS_OK;
}

/* "The plan seems to work", "it appears that": the report itself is not sure. */
static int report_of_seeming(struct reported *r, uint32_t verb, const struct said *said) {
    struct found f = {
        .lemma = said->lemma, .force = said->force, .rule = "reported-seems", .noun = NO_INDEX};
    uint32_t subject = r->u->tree->subject[verb];
    if (subject == NO_INDEX || unit_has(r->u, r->u->tree->word[verb], W_QUOTED))
        return TS_OK;
    f.cue = reported_cue(r, verb, verb, &f.negated);
    bool clause = reported_content_clause(r, &f, verb, false);
    if (!clause && !reported_content_infinitive(r, &f, verb))
        return TS_OK;
    if (!clause && !reported_is_empty(r, verb, subject)) {
        struct token_range phrase = tree_noun_phrase(r->u->tree, subject);
        reported_add(&f, phrase.first, phrase.end);
    }
    return add(r, &f, verb);
}

/* "confirmed Ann Roe, its director": a person of whom it is told who that is; whom somebody
 * announced or revealed may be so, too. */
static bool is_told_apart(const struct reported *r, uint32_t verb, uint32_t name) {
    static const char *const shows[] = {"announce", "reveal", "claim"};
    const struct parse_tree *t = r->u->tree;
    uint32_t as = tree_child(t, name, t->labels.appos);
    return as != NO_INDEX && as > name && tree_token(t, as)->pos == t->labels.noun &&
           !str_is_one_of(tree_token(t, verb)->lemma, shows, sizeof shows / sizeof *shows) &&
           reported_class(r, (struct token_range){t->left[name], name + 1}, name) == SOURCE_PERSON;
}

/* "radio" of "reported local radio": what prints or broadcasts; not "wrote papers on bees", nor
 * "claimed the station", which may have been taken. */
static bool may_report(struct str says, struct str lemma) {
    static const char *const media[] = {"radio",   "television", "tv",          "media",
                                        "press",   "newspaper",  "paper",       "daily",
                                        "tabloid", "magazine",   "website",     "site",
                                        "station", "channel",    "broadcaster", "outlet"};
    static const char *const things[] = {"paper", "site", "station", "channel"};
    static const char *const prints[] = {"report", "write", "claim", "say", "reveal"};
    static const char *const takes[] = {"write", "claim"};
    return str_is_one_of(lemma, media, sizeof media / sizeof *media) &&
           str_is_one_of(says, prints, sizeof prints / sizeof *prints) &&
           !(str_is_one_of(lemma, things, sizeof things / sizeof *things) &&
             str_is_one_of(says, takes, sizeof takes / sizeof *takes));
}

/* "reported local radio", "confirmed the ministry", "reports Ann Roe": a name, what prints or
 * broadcasts, or a body that is known from before; not "announced a new council", "claimed the
 * ministry", nor "announced the Weldon Cup": a name may be what is announced or won. */
static bool may_speak_behind(const struct reported *r, uint32_t verb, uint32_t noun) {
    static const char *const tells[] = {"report", "say", "confirm", "announce", "state", "reveal"};
    const struct parse_tree *t = r->u->tree;
    struct str says = tree_token(t, verb)->lemma, lemma = tree_token(t, noun)->lemma;
    const bool name = tree_token(t, noun)->pos == t->labels.proper_noun;
    const bool police = reported_lemma(r, noun, "police");
    if (name &&
        (str_eq(says, STR("say")) || str_eq(says, STR("report")) || is_told_apart(r, verb, noun)))
        return true;
    if (!name && tree_token(t, noun)->pos != t->labels.noun)
        return false;
    if (!name && may_report(says, lemma))
        return true;
    struct role role = lexicon_role(r->u->tables, lemma);
    uint32_t det = tree_child(t, noun, t->labels.det);
    bool one = det != NO_INDEX && str_starts(tree_token(t, det)->lemma, STR("a"));
    bool bare = det == NO_INDEX && name && !police;
    return ((role.known && !role.person) || police) && !one && !bare &&
           str_is_one_of(says, tells, sizeof tells / sizeof *tells);
}

/* Where "on Friday" and its like begins that a sentence ends in behind a verb's other words; end
 * when nothing such does. */
static uint32_t before_time(const struct reported *r, uint32_t verb, uint32_t end) {
    static const char *const preps[] = {"on", "in", "at"};
    const uint32_t times = CLASS(C_DAY) | CLASS(C_MONTH) | CLASS(C_TIME_UNIT);
    const struct parse_tree *t = r->u->tree;
    for (uint32_t n = 0; n < REPORTED_CHAIN && end > verb + 1; n++) {
        uint32_t k = end - 1;
        while (k > verb && tree_head(t, k) != NO_INDEX && tree_head(t, k) > verb)
            k = tree_head(t, k);
        bool time =
            k > verb && tree_head(t, k) == verb && unit_is(r->u, t->word[end - 1], times) &&
            ((reported_dep(r, k, t->labels.prep) &&
              str_is_one_of(tree_token(t, k)->lemma, preps, sizeof preps / sizeof *preps)) ||
             reported_dep(r, k, t->labels.npadvmod));
        if (!time)
            break;
        end = t->left[k];
    }
    return end;
}

/* The verb of what is told before such a verb: the parse joins the two, or hangs that one on the
 * other, which then has no subject. NO_INDEX: none. */
static uint32_t told_ahead(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    uint32_t told = reported_dep(r, verb, t->labels.conj) ? tree_head(t, verb)
                    : tree_subject(t, verb) == NO_INDEX   ? tree_child(t, verb, t->labels.ccomp)
                                                          : NO_INDEX;
    return told != NO_INDEX && told < verb && tree_subject(t, told) != NO_INDEX ? told : NO_INDEX;
}

/* "The firm sold the truck, confirmed Ann Roe, its director.": parsed as if the firm confirmed her.
 * Behind the mark stand the verb and the name, to the end of the sentence; before it a clause of
 * its own. */
static bool is_inverted(struct found *f, const struct reported *r, uint32_t verb,
                        const struct said *said) {
    const struct parse_tree *t = r->u->tree;
    uint32_t name = tree_child(t, verb, t->labels.dobj);
    uint32_t first = t->sentence_first[verb], end = t->sentence_end[verb];
    if (name == NO_INDEX)
        name = t->subject[verb];
    if (name == NO_INDEX || name < verb || verb <= first + 1 || told_ahead(r, verb) == NO_INDEX ||
        !(said->frames & SAID_CLAUSE) || !reported_is_speech(r, verb) ||
        reported_lemma(r, verb, "allege")) /* "alleged": no verb here */
        return false;
    bool mark = str_eq(reported_text(r, verb - 1), STR(","));
    while (end > verb &&
           (tree_token(t, end - 1)->is_space || reported_dep(r, end - 1, t->labels.punct)))
        end--;
    if (!mark || t->left[name] != verb + 1 || t->right[name] + 1 < before_time(r, verb, end) ||
        !may_speak_behind(r, verb, name) || unit_has(r->u, t->word[verb], W_QUOTED))
        return false;
    f->cue = (struct token_range){verb, verb + 1};
    f->source = tree_noun_phrase(t, name);
    f->noun = name;
    reported_add(f, first, verb - 1);
    return true;
}

/* "the Herald" of "the Herald and the BBC both named her", for "both". */
static uint32_t whole_subject(const struct reported *r, uint32_t subject) {
    const struct parse_tree *t = r->u->tree;
    bool both = reported_lemma(r, subject, "both") && reported_dep(r, subject, t->labels.appos);
    for (uint32_t n = 0, head = subject; both && n < REPORTED_CHAIN; n++) {
        head = tree_head(t, head);
        if (head == NO_INDEX || head > subject)
            break;
        subject = head;
        if (!reported_dep(r, subject, t->labels.conj))
            break;
    }
    return subject;
}

/* `"Good luck. - Joe," the note reads`: what stands in the marks is no subject of what stands
 * behind them, when there is another. */
static uint32_t outside_quotation(const struct reported *r, uint32_t verb, uint32_t subject) {
    const struct parse_tree *t = r->u->tree;
    if (!unit_has(r->u, t->word[subject], W_QUOTED) || unit_has(r->u, t->word[verb], W_QUOTED))
        return subject;
    for (uint32_t k = t->next_sibling[subject]; k != NO_INDEX && k < verb; k = t->next_sibling[k])
        if (reported_dep(r, k, t->labels.nsubj) && !unit_has(r->u, t->word[k], W_QUOTED))
            return k;
    return subject;
}

/* "..., forty miles from the sea, Ann Roe said": the name right before the verb, which the parse
 * takes for another word for the miles. */
static uint32_t name_behind(const struct reported *r, uint32_t cue, uint32_t subject) {
    const struct parse_tree *t = r->u->tree;
    for (uint32_t k = t->first_child[subject]; k != NO_INDEX; k = t->next_sibling[k]) {
        struct token_range own = tree_subtree(t, k);
        if (k < subject || !reported_dep(r, k, t->labels.appos) || own.end != cue ||
            own.first == 0 || !str_eq(reported_text(r, own.first - 1), STR(",")) ||
            tree_token(t, k)->pos != t->labels.proper_noun ||
            reported_class(r, own, k) != SOURCE_PERSON)
            continue;
        struct token_range thing = {tree_subtree(t, subject).first, subject + 1};
        return reported_class(r, thing, subject) == SOURCE_UNKNOWN &&
                       tree_child(t, subject, t->labels.nummod) != NO_INDEX
                   ? k
                   : subject;
    }
    return subject;
}

/* "A priest, Ann Roe said": the name is another subject to the parse, and tells who he is. A
 * spokesman stays one. */
static uint32_t name_beside(const struct reported *r, uint32_t cue, uint32_t subject) {
    const struct parse_tree *t = r->u->tree;
    struct token_range first = tree_noun_phrase(t, subject);
    if (tree_token(t, subject)->pos != t->labels.noun ||
        reported_class(r, first, subject) == SOURCE_ORGANISATION)
        return subject;
    for (uint32_t k = t->next_sibling[subject]; k != NO_INDEX && k < cue; k = t->next_sibling[k]) {
        struct token_range own = tree_subtree(t, k);
        if (reported_dep(r, k, t->labels.nsubj) && own.end == cue && own.first > 0 &&
            str_eq(reported_text(r, own.first - 1), STR(",")) &&
            tree_token(t, k)->pos == t->labels.proper_noun &&
            reported_class(r, own, k) == SOURCE_PERSON)
            return k;
    }
    return subject;
}

/* Where a source ends whose clause begins before end: "the clubs" of "the clubs, who". */
static uint32_t before_relative(const struct reported *r, uint32_t subject, uint32_t end) {
    static const char *const words[] = {"who", "which", "that", ","};
    while (end > subject + 1 &&
           str_is_one_of(reported_text(r, end - 1), words, sizeof words / sizeof *words))
        end--;
    return end;
}

/* "local radio" of "was closed and local radio said that", where the parse has the verb without a
 * subject: one that is joined to another verb follows its "and" at once, be it for a time ("and on
 * Monday said"). Empty: the verb is no such one. */
static struct token_range joined_subject(const struct reported *r, uint32_t verb) {
    enum { WORDS_MAX = 6 };
    static const char *const finite[] = {"VBD", "VBZ", "VBP"};
    static const char *const parts[] = {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH"};
    static const char *const times[] = {"yesterday", "today", "week", "month",    "year",
                                        "night",     "day",   "time", "tomorrow", "hour"};
    const struct parse_tree *t = r->u->tree;
    const struct labels *names = r->u->analysis->labels;
    const struct token_range none = {verb, verb};
    if (!reported_dep(r, verb, t->labels.conj) || t->subject[verb] != NO_INDEX ||
        t->passive_aux[verb] != NO_INDEX || verb == 0 ||
        !str_is_one_of(labels_name(names, tree_token(t, verb)->tag), finite,
                       sizeof finite / sizeof *finite))
        return none;
    const struct doc_token *last = tree_token(t, verb - 1);
    if (!str_starts(labels_name(names, last->tag), STR("NN")) || tree_head(t, verb - 1) == verb ||
        str_is_one_of(last->lemma, times, sizeof times / sizeof *times) ||
        calendar_weekday_named(last->lemma) >= 0)
        return none;
    uint32_t i = verb;
    while (i > t->sentence_first[verb] && verb - i < WORDS_MAX &&
           str_is_one_of(labels_name(names, tree_token(t, i - 1)->tag), parts,
                         sizeof parts / sizeof *parts))
        i--;
    bool joined = i > t->sentence_first[verb] && i < verb && tree_tag_is(r->u, i - 1, "CC");
    return joined ? (struct token_range){i, verb} : none;
}

int reported_of_verb(struct reported *r, uint32_t verb, const struct said *said) {
    struct found f = {.lemma = said->lemma, .force = said->force, .rule = "reported"};
    uint32_t cue_verb;
    if (is_passive(r, verb) || is_said_to_be(r, verb))
        return report_of_passive(r, verb, said);
    if (lexicon_tones(r->u->tables, said->lemma, TONE_VERB) & TONE_SEEMING)
        return report_of_seeming(r, verb, said);
    if (is_inverted(&f, r, verb, said))
        return add(r, &f, verb);
    uint32_t subject = reported_subject(r, verb, &cue_verb);
    if (subject == NO_INDEX || reported_is_empty(r, verb, subject) || is_possible(r, verb) ||
        (cue_verb != verb && is_possible(r, cue_verb)) || cites_in_credit(r, verb))
        return TS_OK;
    subject = outside_quotation(r, verb, whole_subject(r, subject));
    f.cue = reported_cue(r, cue_verb, verb, &f.negated);
    subject = name_beside(r, f.cue.first, name_behind(r, f.cue.first, subject));
    const struct token_range joined = joined_subject(r, verb);
    subject = joined.first < joined.end ? joined.end - 1 : subject;
    f.source = joined.first < joined.end ? joined : tree_noun_phrase(r->u->tree, subject);
    f.noun = subject;
    if (subject < f.cue.first && f.cue.first < f.source.end) /* "articles alleging that" */
        f.source.end = before_relative(r, subject, f.cue.first);
    uint32_t frames = said->frames;
    if ((frames & SAID_PAPER) && reported_class(r, f.source, f.noun) == SOURCE_DOCUMENT)
        frames |= SAID_OBJECT;
    return reported_content(r, &f, verb, frames) || reported_content_block(r, &f, verb)
               ? add(r, &f, verb)
               : TS_OK;
}
