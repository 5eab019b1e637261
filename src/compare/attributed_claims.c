/* The uses of a claim that stand on somebody's word, or on a document's. */
#include "compare/claim_origins.h"
#include "compare/negation.h"
#include "compare/shown_documents.h"

static const char *role_of(const struct claim_work *c, uint32_t report, uint32_t origin,
                           const struct whose_word *word) {
    enum origin_kind kind = c->o->w->c->origins.at[origin].kind;
    uint32_t own = c->o->nodes.own[report], node = c->o->facts.at[origin].node;
    bool through_own = own != NO_INDEX && (node == own || word->via == own);
    bool spoke = kind == ORIGIN_UNNAMED && word->source == NO_INDEX; /* to the report's outlet */
    if (word->own || through_own || spoke)
        return "own_reporting";
    return kind == ORIGIN_OUTLET || word->via != NO_INDEX ? "credited" : "same_public_source";
}

static enum side side_of(const struct claim_work *c, const struct claim_use *use) {
    return use->denies && work_rule(c->o->w, "denial-apart") ? DENYING : SUPPORTING;
}

/* "told a boy", "told staff": not to an outlet or the public, so that another must vouch for it. */
static bool told_in_private(const struct lemma_classes *lemmas, const struct analysis *n,
                            const struct statement *s) {
    enum { LOOKED_AT = 6 };
    static const char *const others[] = {"him", "her", "them"};
    if (!str_eq(s->cue_lemma, STR("tell")) || s->in_title || s->relayed ||
        s->sentence >= n->sentences.n)
        return false;
    const struct sentence *in = &n->sentences.at[s->sentence];
    uint32_t i = in->first_token, end = i + in->token_count;
    while (i < end && n->tokens.at[i].text.start < s->cue.end)
        i++;
    for (uint32_t k = i; k < end && k < i + LOOKED_AT; k++) {
        const struct token *t = &n->tokens.at[k];
        struct str pos = labels_name(n->labels, t->pos);
        if (s->content.n && s->content.at[0].start >= s->cue.end &&
            t->text.start >= s->content.at[0].start)
            return false; /* "told the Herald the boat sank" */
        if (str_eq(pos, STR("PRON")))
            return str_is_one_of(str_span(n->article->text, t->text), others,
                                 sizeof others / sizeof *others);
        if (str_eq(pos, STR("NOUN")) && !str_eq(labels_name(n->labels, t->dep), STR("compound")))
            return !lemma_has_class(lemmas, t->lemma, LEMMA_PUBLIC);
        if (!str_eq(pos, STR("DET")) && !str_eq(pos, STR("ADJ")) && !str_eq(pos, STR("NUM")) &&
            !str_eq(pos, STR("PROPN")) && !str_eq(pos, STR("PART")) && !str_eq(pos, STR("NOUN")))
            return false;
    }
    return false;
}

/* "Researchers at Holm University", "a recent Holm study": who finds things out and tells of it. */
static bool finds_by_trade(const struct analysis *n, const struct statement *s) {
    static const char *const finders[] = {"researcher", "researchers", "scientist", "scientists",
                                          "economists", "academics",   "study",     "studies",
                                          "survey",     "poll",        "research",  "analysis"};
    static const char *const ends[] = {",",      " at ",    " of ",   " from ", " in ",
                                       " with ", " who ",   " that ", " by ",   " for ",
                                       " into ", " over ",  " on ",   " led ",  " published ",
                                       " to ",   " which ", " done "};
    struct str words = str_span(n->article->text, statement_source(s));
    return !s->in_title && str_eq(s->cue_lemma, STR("find")) &&
           (s->source_class == SOURCE_UNNAMED || s->source_class == SOURCE_UNKNOWN) &&
           str_is_one_of(source_last_word(str_before_any(words, ends, sizeof ends / sizeof *ends)),
                         finders, sizeof finders / sizeof *finders);
}

/* Its source says or believes the content, rejects it, or, being no person, found it out; what one
 * only means to do or knows, or "will be sad to learn", and what one does not say, the report
 * tells.
 */
static bool gives_word(const struct analysis *n, const struct statement *s) {
    static const char *const learns[] = {"learn",  "know",   "realise", "realize",    "remember",
                                         "forget", "notice", "hear",    "understand", "see"};
    bool body = s->source_class != SOURCE_PERSON && s->source_class != SOURCE_UNNAMED &&
                s->source_class != SOURCE_UNKNOWN;
    bool told = str_ends(str_cut(n->article->text, 0, s->cue.start), STR(" to ")) &&
                str_is_one_of(s->cue_lemma, learns, sizeof learns / sizeof *learns);
    bool finds = s->attitude == ATTITUDE_KNOWS && ((body && !told) || finds_by_trade(n, s));
    return (s->attitude == ATTITUDE_SAYS || s->attitude == ATTITUDE_BELIEVES || finds ||
            str_eq(s->force, STR("deny"))) &&
           !s->negated;
}

static bool confirms(const struct statement *s) {
    static const char *const cues[] = {"confirm", "verify", "corroborate"};
    return str_is_one_of(s->cue_lemma, cues, sizeof cues / sizeof *cues);
}

/* "Roe claims to have raised it", "Roe said that it sank": what she did, and what is said, on her
 * word. */
static bool gives_clause(const struct analysis *n, const struct statement *s) {
    if (!s->content.n || s->content.at[0].start < s->cue.end)
        return false;
    struct str between = str_cut(n->article->text, s->cue.end, s->content.at[0].start);
    return str_starts(str_span(n->article->text, s->content.at[0]), STR("to have ")) ||
           str_ends(str_trim(between), STR(" that")) || str_eq(str_trim(between), STR("that"));
}

/* "Roe tweeted a picture": that she did is not on her word; that she confirmed it is. */
static bool tells_of(const struct analysis *n, const struct claim_use *use,
                     const struct statement *s) {
    return !s->in_title && !confirms(s) && !str_eq(s->force, STR("deny")) && !gives_clause(n, s) &&
           (s->source_class == SOURCE_PERSON || s->source_class == SOURCE_UNNAMED ||
            s->source_class == SOURCE_UNKNOWN) &&
           s->source.start < s->source.end && s->source.start == use->text.start &&
           s->cue.start > use->text.start && s->cue.end <= use->text.end;
}

/* "Roe told the boy whose dog had died that ...", "While the ferry sank, Roe said": what stands
 * before the word for saying, in its source or with its hearer, and not in what is said, is the
 * report's own. What is joined on behind may be meant as said too: "said it sank, but it floats".
 * An outlet is credited for the whole sentence. */
static bool is_beside(const struct analysis *n, const struct claim_use *use,
                      const struct statement *s) {
    if (s->in_title || s->sentence != use->sentence || !s->content.n || statement_of_outlet(s) ||
        s->cue.start >= s->cue.end || s->source.start >= s->source.end)
        return false;
    for (uint32_t i = 0; i < s->content.n; i++)
        if (spans_overlap(s->content.at[i], use->text))
            return false;
    if (s->source.start <= use->text.start && use->text.end <= s->source.end)
        return true;
    bool ahead = s->content.at[0].start < s->cue.start;
    if (use->text.end <= s->cue.start)
        return !ahead || s->source.start <= use->text.start;
    if (!ahead)
        return use->text.start >= s->cue.end && use->text.end <= s->content.at[0].start;
    return use->text.start >= s->cue.end &&
           str_find_byte(str_cut(n->article->text, s->cue.end, use->text.start), ',', 0) ==
               SIZE_MAX;
}

/* "The ruling was welcomed by the Union": the report tells that they were glad. */
static bool is_judging(const struct analysis *n, const struct statement *s,
                       const struct claim_use *use) {
    static const char *const cues[] = {"welcome",   "praise",    "hail",    "applaud", "condemn",
                                       "criticise", "criticize", "slam",    "mock",    "ridicule",
                                       "celebrate", "laud",      "denounce"};
    const struct token *t = use->predicate == NO_INDEX ? NULL : &n->tokens.at[use->predicate];
    return t && spans_overlap(t->text, s->cue) && !s->in_title && s->source.start >= s->cue.end &&
           str_is_one_of(s->cue_lemma, cues, sizeof cues / sizeof *cues);
}

/* The statement on whose word a use is given. */
static uint32_t word_under(const struct lemma_classes *lemmas, const struct analysis *n,
                           const struct claim_use *use) {
    uint32_t at = use->statement, steps = 0;
    bool outer = false;
    while (at != NO_INDEX && steps++ <= CHAIN_MAX &&
           (!gives_word(n, &n->statements.at[at]) || tells_of(n, use, &n->statements.at[at]) ||
            is_beside(n, use, &n->statements.at[at]) || is_judging(n, &n->statements.at[at], use) ||
            shown_documents_leave_out(lemmas, n, use, &n->statements.at[at]))) {
        at = n->statements.at[at].within;
        if (at == NO_INDEX && !outer && use->sentence < n->sentences.n) {
            at = n->sentences.at[use->sentence].on;
            outer = true;
        }
    }
    return steps > CHAIN_MAX ? NO_INDEX : at;
}

static bool add_evidence(struct claim_work *c, uint32_t origin, uint32_t report,
                         const struct statement *s) {
    struct evidence e = compare_statement_evidence(c->o->w, report, s);
    return e.text.end <= e.text.start ||
           compare_list_add(c->o->w, &c->o->w->c->origins.at[origin].evidence, e);
}

/* Gives the report whose word a statement is. */
static int give_word(struct claim_work *c, struct claim_report *r, enum side side,
                     const struct whose_word *word, uint32_t statement) {
    uint32_t origin;
    int status = claim_word_origin(&origin, c, r->report, word);
    if (status != TS_OK || origin == NO_INDEX)
        return status;
    bool ok = claim_give(c, r, side, origin, role_of(c, r->report, origin, word)) &&
              add_evidence(c, origin, r->report, claim_statement(c, r->report, statement));
    return ok ? TS_OK : work_memory(c->o->w);
}

/* The outlet at which the chain of one named in a statement's source ends. NO_INDEX: the name
 * stands elsewhere; *ok: there was memory. */
static uint32_t named_partner(bool *ok, struct claim_work *c, const struct statement *s,
                              const struct named_outlet *x) {
    if (x->text.start < statement_source(s).start || x->text.end > statement_source(s).end)
        return NO_INDEX;
    const struct node_set *ends = compare_chain_ends(c->o, x->node);
    *ok = *ok && ends;
    return ends ? ends->at.at[0] : NO_INDEX;
}

/* "by the Herald and Portwire": the outlets that are named beside the one that a source is taken
 * for; not Portwire, whose people told the Herald of it. */
static int give_partners(struct claim_work *c, struct claim_report *r, enum side side,
                         uint32_t main, uint32_t statement) {
    const struct statement *s = claim_statement(c, r->report, statement);
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    bool ok = true, beside = false;
    for (uint32_t i = 0; ok && !s->in_title && i < names->outlets.n; i++)
        beside = beside || named_partner(&ok, c, s, &names->outlets.at[i]) == main;
    for (uint32_t i = 0; ok && beside && i < names->outlets.n; i++) {
        struct whose_word word = whose_word_none();
        word.node = named_partner(&ok, c, s, &names->outlets.at[i]);
        int status = word.node == NO_INDEX || word.node == main
                         ? TS_OK
                         : give_word(c, r, side, &word, statement);
        if (status != TS_OK)
            return status;
    }
    return ok ? TS_OK : work_memory(c->o->w);
}

/* Two outlets report the same by the same word: "the Herald and Portwire reported"; not "by the
 * Herald, Portwire reported", where they have not the same content, nor two to which the same
 * people spoke. */
static bool are_fellows(const struct statement *a, const struct statement *b) {
    bool same = a != b && statement_of_outlet(b) && !str_eq(b->rule, STR("told-outlet")) &&
                a->within == b->within && !b->credit_line && a->cue.start == b->cue.start &&
                a->cue.end == b->cue.end && a->content.n == b->content.n && a->content.n;
    for (uint32_t i = 0; same && i < a->content.n; i++)
        same = a->content.at[i].start == b->content.at[i].start &&
               a->content.at[i].end == b->content.at[i].end;
    return same;
}

/* "Reported the Herald and Portwire": each outlet has a statement of its own, of which a use stands
 * on one. */
static int give_fellows(struct claim_work *c, struct claim_report *r, enum side side,
                        uint32_t statement) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    const struct statement *s = &n->statements.at[statement];
    if (!statement_of_outlet(s) || s->in_title || s->credit_line || s->sentence >= n->sentences.n)
        return TS_OK;
    for (uint32_t k = names->first[s->sentence]; k < names->first[s->sentence + 1]; k++) {
        const struct statement *x = &n->statements.at[names->at[k]];
        struct whose_word word;
        if (!are_fellows(s, x))
            continue;
        int status = whose_word(&word, &c->words, r->report, names->at[k]);
        if (status == TS_OK && word.node != NO_INDEX)
            status = give_word(c, r, side, &word, names->at[k]);
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

/* "reportedly", "it is thought that": somebody's word, and nobody is named whose. */
static bool is_hearsay(const struct lemma_classes *lemmas, const struct statement *s) {
    return statement_names_nobody(s) && (str_eq(s->rule, STR("reported-adverb")) ||
                                         (str_eq(s->rule, STR("reported-passive")) &&
                                          lemma_has_class(lemmas, s->cue_lemma, LEMMA_HEARSAY)));
}

/* relayed: an outlet only tells of a document, which is the origin. */
static int give_statement(struct claim_work *c, struct claim_report *r, enum side side,
                          uint32_t statement, bool relayed) {
    struct whose_word word;
    int status = whose_word(&word, &c->words, r->report, statement);
    const struct statement *s = claim_statement(c, r->report, statement);
    bool nobody = word.unnamed != NO_INDEX && shown_documents_tell(s);
    if (status != TS_OK || (relayed && (word.node != NO_INDEX || nobody)))
        return status;
    if (word.node == NO_INDEX && word.source == NO_INDEX && word.unnamed == NO_INDEX &&
        s->source.start < s->source.end)
        c->somebodys[c->o->carrier_of[r->report]] = c->claim_number;
    if (is_hearsay(&c->o->w->lemma_classes, s))
        c->hearsay[c->o->carrier_of[r->report]] = c->claim_number;
    status = give_word(c, r, side, &word, statement);
    if (status == TS_OK && word.node != NO_INDEX)
        status = give_partners(c, r, side, word.node, statement);
    return status == TS_OK && word.node != NO_INDEX ? give_fellows(c, r, side, statement) : status;
}

static bool overlaps_content(const struct statement *s, struct span text) {
    for (uint32_t k = 0; k < s->content.n; k++)
        if (spans_overlap(s->content.at[k], text))
            return true;
    return false;
}

/* "The ferry, which Roe said was old, sank": what is said is not what the use tells, whose verb
 * stands neither in the content nor in the word for saying. An outlet or a document that a sentence
 * names, or a test that found something, is there for the whole of it. */
static bool is_by_the_way(const struct analysis *n, const struct statement *s,
                          const struct claim_use *use) {
    enum { LOOKED_THROUGH = 64 };
    bool verb = false;
    uint32_t first = SPANS_FIND(n->tokens, use->text.start);
    if (statement_of_outlet(s) || s->source_class == SOURCE_DOCUMENT || confirms(s) ||
        s->attitude == ATTITUDE_KNOWS)
        return false;
    for (uint32_t i = first; i < n->tokens.n && i < first + LOOKED_THROUGH; i++) {
        const struct token *t = &n->tokens.at[i], *head = &n->tokens.at[t->head];
        struct str pos = labels_name(n->labels, t->pos);
        if (t->text.start >= use->text.end)
            break;
        bool inside = head->text.start >= use->text.start && head->text.end <= use->text.end;
        if (inside && t->head != i)
            continue;
        if (spans_overlap(s->cue, t->text) || overlaps_content(s, t->text))
            return false;
        verb = verb || str_eq(pos, STR("VERB")) || str_eq(pos, STR("AUX"));
    }
    return verb;
}

/* The statement is told inside the use: "was named by the Herald as Doe", "Doe denied the report".
 */
static bool is_inside(const struct analysis *n, const struct statement *s,
                      const struct claim_use *use) {
    bool denies = str_eq(s->force, STR("deny"));
    if (s->source.start == use->text.start && !denies && !confirms(s))
        return false; /* "Doe tweeted it": the report tells that */
    if (negation_of_source(n, s) || is_judging(n, s, use))
        return false;
    return !s->in_title && s->sentence == use->sentence && s->cue.start >= use->text.start &&
           s->cue.end <= use->text.end && s->cue.start < s->cue.end &&
           (denies ? use->denies && !s->negated : gives_word(n, s)) && s->content.n &&
           s->content.at[0].start >= use->text.start && s->content.at[0].start < use->text.end &&
           !is_by_the_way(n, s, use);
}

/* Another statement inside the use is a part of this one: that one's chain leads to it. */
static bool has_part(const struct analysis *n, const struct report_names *names, uint32_t statement,
                     const struct claim_use *use) {
    for (uint32_t k = names->first[use->sentence]; k < names->first[use->sentence + 1]; k++) {
        const struct statement *s = &n->statements.at[names->at[k]];
        if (s->within == statement && is_inside(n, s, use))
            return true;
    }
    return false;
}

/* "A report in the Herald citing the mayor": it only tells whose word another statement is. */
static bool only_cites(const struct analysis *n, const struct report_names *names,
                       const struct statement *s, const struct claim_use *use) {
    if (!str_eq(s->cue_lemma, STR("cite")))
        return false;
    for (uint32_t k = names->first[use->sentence]; k < names->first[use->sentence + 1]; k++) {
        const struct statement *x = &n->statements.at[names->at[k]];
        if (x != s && x->within != NO_INDEX && x->source.start == s->content.at[0].start &&
            x->source.end == s->content.at[0].end)
            return true;
    }
    return false;
}

/* "Children march, with photos showing them in uniform, the council said": the council tells of the
 * photos. What an outlet tells of is there beside it. */
static bool is_told_by_speaker(const struct analysis *n, const struct statement *s,
                               const struct claim_use *use) {
    if (s->source_class != SOURCE_DOCUMENT || s->within == NO_INDEX)
        return false;
    const struct statement *by = &n->statements.at[s->within];
    return by->sentence == s->sentence && !statement_of_outlet(by) && gives_word(n, by) &&
           by->source_class != SOURCE_DOCUMENT && by->content.n &&
           by->content.at[0].start <= use->text.start && use->text.start < by->content.at[0].end;
}

/* *given: it gave the report an origin. */
static int give_inside(bool *given, struct claim_work *c, struct claim_report *r,
                       const struct claim_use *use, bool relayed) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const struct report_names *names = &c->words.of[c->o->carrier_of[r->report]];
    *given = false;
    if (use->sentence >= n->sentences.n)
        return TS_OK;
    for (uint32_t k = names->first[use->sentence]; k < names->first[use->sentence + 1]; k++) {
        uint32_t i = names->at[k], before = r->origins.n;
        if (!is_inside(n, &n->statements.at[i], use) || has_part(n, names, i, use) ||
            only_cites(n, names, &n->statements.at[i], use) ||
            is_told_by_speaker(n, &n->statements.at[i], use))
            continue;
        int status = give_statement(c, r, side_of(c, use), i, relayed);
        if (status != TS_OK)
            return status;
        *given = *given || r->origins.n > before;
    }
    return TS_OK;
}

/* The person whose words a report gives for the claim that were told in private, or NO_INDEX: what
 * else the report gives on that person's word may be from there. */
static uint32_t private_speaker(const struct lemma_classes *lemmas, const struct analysis *n,
                                const struct claim_report *r) {
    for (uint32_t i = 0; i < r->uses.n && i < USES_LOOKED_AT; i++) {
        uint32_t on = word_under(lemmas, n, &r->uses.at[i]);
        if (on != NO_INDEX && n->statements.at[on].entity != NO_INDEX &&
            told_in_private(lemmas, n, &n->statements.at[on]))
            return n->statements.at[on].entity;
    }
    return NO_INDEX;
}

/* What one told another in private is the word of who tells of it: "The Ledger said Doe told a
 * friend". */
static uint32_t teller(const struct lemma_classes *lemmas, const struct analysis *n, uint32_t on) {
    const struct statement *s = &n->statements.at[on];
    return told_in_private(lemmas, n, s) && s->within != NO_INDEX ? s->within : on;
}

/* "A rumour has it that": it is the word itself. */
static bool is_rumour(const struct statement *s) {
    static const char *const words[] = {"rumor", "rumour", "speculate", "speculation"};
    return statement_of_outlet(s) ||
           str_is_one_of(s->cue_lemma, words, sizeof words / sizeof *words);
}

/* The report's stance has a use's side: who is named in what is not counted there ("I did not offer
 * my resignation" names one) says neither. */
static bool is_of_stance(const struct claim_work *c, const struct claim_report *r, enum side side) {
    return r->stance == STANCE_BOTH || !work_rule(c->o->w, "denial-apart") ||
           (r->stance == STANCE_DENIES) == (side == DENYING);
}

/* A document that the sentence tells of is the origin, not the outlet that tells of it: not of one
 * that was posted, by nobody whom it names, which does not tell that ("the Herald said that hackers
 * leaked a photograph"). */
static int is_relayed(bool *relayed, struct claim_work *c, const struct claim_report *r,
                      const struct claim_use *use) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const struct lemma_classes *lemmas = &c->o->w->lemma_classes;
    uint32_t source = NO_INDEX;
    *relayed = shown_document_at(lemmas, n, use) != NO_INDEX;
    if (!*relayed || !shown_documents_are_published(lemmas, n, use))
        return TS_OK;
    int status = shown_document(&source, &c->words.sources, r->report, use);
    *relayed = source != NO_INDEX && c->words.sources.at.at[source].kind != ORIGIN_DOCUMENT;
    return status;
}

/* The uses that stand on somebody's word; private: on what one told another in private. */
int claim_give_attributed(struct claim_work *c, struct claim_report *r, bool private) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const struct lemma_classes *lemmas = &c->o->w->lemma_classes;
    const uint32_t speaker = private_speaker(lemmas, n, r);
    for (uint32_t i = 0; i < r->uses.n && i < USES_LOOKED_AT; i++) {
        struct claim_use *use = &r->uses.at[i];
        uint32_t on = word_under(lemmas, n, use);
        if (use->presupposed || !is_of_stance(c, r, side_of(c, use)))
            continue;
        if (use->rumour && on != NO_INDEX && !is_rumour(&n->statements.at[on])) {
            c->somebodys[c->o->carrier_of[r->report]] = c->claim_number;
            continue;
        }
        bool carried = on != NO_INDEX && n->statements.at[on].sentence != use->sentence;
        if (carried && claim_is_no_comment(n, use))
            continue;
        bool inside = false;
        on = on == NO_INDEX ? on : teller(lemmas, n, on);
        const struct statement *s = on == NO_INDEX ? NULL : &n->statements.at[on];
        bool kept_back =
            s && (told_in_private(lemmas, n, s) || (speaker != NO_INDEX && s->entity == speaker));
        bool relayed = false;
        int status = is_relayed(&relayed, c, r, use);
        if (status == TS_OK && !private)
            status = give_inside(&inside, c, r, use, relayed);
        if (status == TS_OK && !inside && on != NO_INDEX &&
            (!carried || work_rule(c->o->w, "carry-over")) && kept_back == private)
            status = give_statement(c, r, side_of(c, use), on, relayed);
        use->told = use->told || inside || (s && s->source.start < s->source.end);
        if (status != TS_OK)
            return status;
    }
    return TS_OK;
}

static bool names_a_speaker(const struct claim_work *c, const struct claim_report *r) {
    for (uint32_t i = 0; i < r->origins.n; i++) {
        enum origin_kind kind = c->o->w->c->origins.at[r->origins.at[i]].kind;
        if (kind == ORIGIN_PERSON || kind == ORIGIN_ORGANISATION)
            return true;
    }
    return false;
}

/* A letter is its writer's word. */
static bool is_written(const struct claim_source *s) {
    static const char *const forms[] = {"letter", "email", "memo", "tweet"};
    return str_is_one_of(s->form, forms, sizeof forms / sizeof *forms);
}

/* Somebody's word, of the sentence itself, has what is shown: who published the document, has it or
 * tells what it shows is one origin with it ("Norland police video shows it", "The video shows that
 * it sank, the mayor said"). An outlet only relays it. */
static bool is_tellers(const struct analysis *n, const struct claim_use *use,
                       const struct whose_word *word, uint32_t on) {
    bool nobody = word->unnamed != NO_INDEX && shown_documents_tell(&n->statements.at[on]);
    return (word->source != NO_INDEX || word->unnamed != NO_INDEX) && !nobody &&
           n->statements.at[on].sentence == use->sentence;
}

/* The document that shows what a use tells, unless that is on somebody's word; the video in which
 * somebody says it whom the report does not name. */
static int document_of(uint32_t *source, struct claim_work *c, const struct claim_report *r,
                       const struct claim_use *use) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    const uint32_t on = word_under(&c->o->w->lemma_classes, n, use);
    struct whose_word word = whose_word_none();
    int status = shown_document(source, &c->words.sources, r->report, use);
    if (status == TS_OK && on != NO_INDEX)
        status = whose_word(&word, &c->words, r->report, on);
    bool found = word.node != NO_INDEX || word.source != NO_INDEX || word.unnamed != NO_INDEX;
    if (status != TS_OK || (*source == NO_INDEX && found))
        return status;
    if (*source == NO_INDEX)
        return spoken_document(source, &c->words.sources, r->report, use);
    bool published = c->words.sources.at.at[*source].kind == ORIGIN_DOCUMENT &&
                     shown_documents_are_published(&c->o->w->lemma_classes, n, use);
    if (published || is_tellers(n, use, &word, on))
        *source = NO_INDEX;
    return TS_OK;
}

/* The pictures, videos and letters that show what the claim says, to a report that does not only
 * deny it.
 * look: only to see by whom they were released. */
int claim_give_documents(struct claim_work *c, struct claim_report *r, bool look) {
    for (uint32_t i = 0; i < r->uses.n && i < USES_LOOKED_AT; i++) {
        struct whose_word word = whose_word_none();
        uint32_t origin;
        int status = document_of(&word.source, c, r, &r->uses.at[i]);
        if (status == TS_OK && word.source != NO_INDEX &&
            (look || (names_a_speaker(c, r) && is_written(&c->words.sources.at.at[word.source]))))
            continue;
        if (status == TS_OK)
            status = claim_word_origin(&origin, c, r->report, &word);
        if (status != TS_OK)
            return status;
        struct evidence e = {r->report, r->uses.at[i].text, false};
        r->uses.at[i].told = r->uses.at[i].told || origin != NO_INDEX;
        if (origin != NO_INDEX && is_of_stance(c, r, SUPPORTING) &&
            (!claim_give(c, r, SUPPORTING, origin, "same_public_source") ||
             !compare_list_add(c->o->w, &c->o->w->c->origins.at[origin].evidence, e)))
            return work_memory(c->o->w);
    }
    return TS_OK;
}

/* An outlet's word for something stands in the sentence of a use. */
static bool names_an_outlet(const struct claim_work *c, uint32_t report,
                            const struct claim_use *use) {
    const struct analysis *n = c->o->w->c->reports.at[report].analysis;
    const struct report_names *names = &c->words.of[c->o->carrier_of[report]];
    for (uint32_t k = names->first[use->sentence]; k < names->first[use->sentence + 1]; k++)
        if (statement_of_outlet(&n->statements.at[names->at[k]]))
            return true;
    return false;
}

static bool has_supporting(const struct claim_work *c, const struct claim_report *r) {
    for (uint32_t i = 0; i < r->origins.n; i++)
        if (node_set_has(&c->of[SUPPORTING], r->origins.at[i]))
            return true;
    return false;
}

/* The first use that tells the claim as what goes round; NULL: none. */
static struct claim_use *rumoured(const struct claim_work *c, const struct claim_report *r) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    for (uint32_t i = 0; i < r->uses.n && i < USES_LOOKED_AT; i++) {
        struct claim_use *use = &r->uses.at[i];
        if (use->rumours.start < use->rumours.end && !use->denies && !use->refuted &&
            use->sentence < n->sentences.n && !names_an_outlet(c, r->report, use))
            return use;
    }
    return NULL;
}

int claim_give_rumours(struct claim_work *c, struct claim_report *r) {
    const struct analysis *n = c->o->w->c->reports.at[r->report].analysis;
    struct whose_word word = whose_word_none();
    uint32_t origin;
    if (r->stance != STANCE_BOTH || has_supporting(c, r))
        return TS_OK;
    struct claim_use *use = rumoured(c, r);
    if (!use)
        return TS_OK;
    struct evidence e = {r->report, n->sentences.at[use->sentence].text, false};
    int status = claim_sources_rumours(&word.source, &c->words.sources,
                                       str_span(n->article->text, use->rumours));
    if (status == TS_OK)
        status = claim_word_origin(&origin, c, r->report, &word);
    if (status != TS_OK)
        return status;
    use->told = true;
    bool ok = claim_give(c, r, SUPPORTING, origin, "same_public_source") &&
              compare_list_add(c->o->w, &c->o->w->c->origins.at[origin].evidence, e);
    return ok ? TS_OK : work_memory(c->o->w);
}
