/* Where what is said stands in the parse: clauses, infinitives, objects. */
#include "lang/reported.h"
#include "lang/tree_words.h"

void reported_add(struct found *f, uint32_t first, uint32_t end) {
    if (first < end && f->content_count < REPORTED_PIECES)
        f->content[f->content_count++] = (struct token_range){first, end};
}

void reported_add_around(struct found *f, struct token_range whole, uint32_t first, uint32_t end) {
    if (first >= whole.end || end <= whole.first) {
        reported_add(f, whole.first, whole.end);
        return;
    }
    reported_add(f, whole.first, first);
    reported_add(f, end, whole.end);
}

/* "P, but according to X, Q", "P and, X said, Q": the part, behind "but" and before a comma, speaks
 * for what follows alone. */
static bool opens_joined(const struct reported *r, struct token_range whole,
                         struct token_range part) {
    uint32_t i = part.first;
    i -= i > whole.first && str_eq(reported_text(r, i - 1), STR(","));
    return i > whole.first + 1 && part.end + 1 < whole.end &&
           str_eq(reported_text(r, part.end), STR(",")) &&
           tree_joins_clauses(reported_text(r, i - 1));
}

void reported_add_host(const struct reported *r, struct found *f, struct token_range whole,
                       struct token_range part) {
    if (opens_joined(r, whole, part))
        reported_add(f, part.end + 1, whole.end);
    else
        reported_add_around(f, whole, part.first, part.end);
}

bool reported_content_of(const struct reported *r, struct found *f, uint32_t child) {
    if (child == NO_INDEX)
        return false;
    struct token_range range = tree_subtree(r->u->tree, child);
    reported_add(f, range.first, range.end);
    return true;
}

/* A comma, dash or quotation mark stands before what begins with the token. */
static bool is_set_off(const struct reported *r, uint32_t i) {
    static const char *const marks[] = {",",  "-",  "\xE2\x80\x93", "\xE2\x80\x94", "--",
                                        "\"", "''", "\xE2\x80\x9D", "\xE2\x80\x99", "'",
                                        "?",  "!"};
    bool before = i > r->u->tree->sentence_first[i] &&
                  str_is_one_of(reported_text(r, i - 1), marks, sizeof marks / sizeof *marks);
    return before || str_is_one_of(reported_text(r, i), marks, sizeof marks / sizeof *marks);
}

/* "The jets flew, a group watching the war said.": the parse joins to the clause a "said" that has
 * a speaker and gives nothing behind it; a comma, which content_of_host asks for, parts them. */
static bool is_said_behind(const struct reported *r, uint32_t verb, uint32_t host) {
    const struct parse_tree *t = r->u->tree;
    return reported_dep(r, verb, t->labels.conj) && reported_lemma(r, verb, "say") && verb > host &&
           t->subject[verb] != NO_INDEX && tree_child(t, verb, t->labels.ccomp) == NO_INDEX &&
           tree_child(t, verb, t->labels.dobj) == NO_INDEX;
}

/* The clause that an inserted "..., he said, ..." or "as he said" hangs in. */
static bool content_of_host(const struct reported *r, struct found *f, uint32_t verb) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t host = tree_head(r->u->tree, verb);
    if (host != NO_INDEX && reported_dep(r, verb, l->parataxis) &&
        (reported_dep(r, host, l->auxpass) || reported_dep(r, host, l->aux)))
        host = tree_head(r->u->tree, host); /* "The barge, they said, was lost" */
    if (host == NO_INDEX || !reported_is_verb(r, host))
        return false;
    bool as = reported_dep(r, verb, l->advcl) &&
              tree_child_lemma(r->u->tree, verb, l->mark, STR("as")) != NO_INDEX;
    bool bare =
        reported_dep(r, verb, l->parataxis) ||
        (reported_dep(r, verb, l->ccomp) && tree_child(r->u->tree, verb, l->mark) == NO_INDEX &&
         verb > host && tree_child(r->u->tree, verb, l->ccomp) == NO_INDEX);
    if (!as && !bare && !is_said_behind(r, verb, host))
        return false;
    struct token_range own = tree_subtree(r->u->tree, verb);
    if (!as && !is_set_off(r, own.first))
        return false;
    reported_add_host(r, f, tree_subtree(r->u->tree, host), own);
    return f->content_count > 0;
}

/* "Roe said after the talks had ended that": the parse hangs what is said on the clause between. */
static uint32_t clause_behind_time(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX; k = t->next_sibling[k]) {
        if (k < verb || !reported_dep(r, k, t->labels.advcl) || t->left[k] != verb + 1)
            continue;
        uint32_t clause = tree_child(t, k, t->labels.ccomp);
        bool that = clause != NO_INDEX && clause > k &&
                    tree_child_lemma(t, clause, t->labels.mark, STR("that")) != NO_INDEX;
        return that && !lexicon_said(r->u->tables, tree_token(t, k)->lemma, SAID_VERB) ? clause
                                                                                       : NO_INDEX;
    }
    return NO_INDEX;
}

/* The clause with "that" which the parse hangs on a noun, right behind it. */
static uint32_t clause_of_noun(const struct reported *r, uint32_t noun) {
    const struct parse_tree *t = r->u->tree;
    for (uint32_t k = t->first_child[noun]; k != NO_INDEX; k = t->next_sibling[k]) {
        bool clause = reported_dep(r, k, t->labels.acl) || reported_dep(r, k, t->labels.ccomp) ||
                      reported_dep(r, k, t->labels.relcl);
        static const char *const handled[] = {"sign",  "publish", "file", "share", "hear",
                                              "write", "post",    "send", "read"};
        if (reported_dep(r, k, t->labels.relcl) && t->passive_aux[k] == NO_INDEX &&
            tree_child(t, k, t->labels.dobj) == NO_INDEX &&
            str_is_one_of(tree_token(t, k)->lemma, handled, sizeof handled / sizeof *handled))
            continue; /* "a petition that thousands have signed" */
        uint32_t that = clause ? tree_child_lemma(t, k, t->labels.mark, STR("that")) : NO_INDEX;
        if (that != NO_INDEX && t->left[k] == that && that == noun + 1 &&
            (t->subject[k] != NO_INDEX || t->passive_subject[k] != NO_INDEX))
            return k;
    }
    return NO_INDEX;
}

/* The noun behind the verb that is its hearer, or the form in which it is said; NO_INDEX for what
 * else hangs on the verb there. */
static uint32_t hearer_or_form(const struct reported *r, uint32_t verb, uint32_t child) {
    static const char *const hearers[] = {"tell", "inform", "assure", "warn", "remind"};
    static const char *const forms[] = {
        "statement", "release",   "interview", "letter", "email",     "e-mail",
        "message",   "post",      "tweet",     "memo",   "note",      "speech",
        "briefing",  "broadcast", "video",     "filing", "affidavit", "conference",
        "blog",      "update",    "lawsuit",   "suit",   "complaint", "petition",
        "memoir",    "testimony", "column",    "essay",  "indictment"};
    const struct parse_tree *t = r->u->tree;
    if (reported_dep(r, child, t->labels.dobj) || reported_dep(r, child, t->labels.dative))
        return str_is_one_of(tree_token(t, verb)->lemma, hearers, sizeof hearers / sizeof *hearers)
                   ? child
                   : NO_INDEX;
    uint32_t form =
        reported_dep(r, child, t->labels.prep) ? tree_child(t, child, t->labels.pobj) : NO_INDEX;
    return form != NO_INDEX &&
                   str_is_one_of(tree_token(t, form)->lemma, forms, sizeof forms / sizeof *forms)
               ? form
               : NO_INDEX;
}

uint32_t reported_clause_of_form(const struct reported *r, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX; k = t->next_sibling[k]) {
        uint32_t noun = k > verb ? hearer_or_form(r, verb, k) : NO_INDEX;
        uint32_t clause = noun == NO_INDEX ? NO_INDEX : clause_of_noun(r, noun);
        if (clause != NO_INDEX)
            return clause;
    }
    return NO_INDEX;
}

/* The same with what stands behind it, up to a verb that is joined to the verb of saying and to a
 * part that a comma sets off, which may be the report's own: ", a day after Roe accused him". */
static bool content_of_form(const struct reported *r, struct found *f, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    uint32_t clause = reported_is_speech(r, verb) ? reported_clause_of_form(r, verb) : NO_INDEX;
    if (clause == NO_INDEX)
        return false;
    uint32_t first = t->left[clause], end = tree_subtree(t, verb).end;
    for (uint32_t k = t->first_child[verb]; k != NO_INDEX; k = t->next_sibling[k])
        if (k > clause && t->left[k] > first && t->left[k] < end &&
            (reported_dep(r, k, t->labels.conj) ||
             str_eq(reported_text(r, t->left[k] - 1), STR(","))))
            end = t->left[k];
    while (end > first &&
           (reported_dep(r, end - 1, t->labels.punct) || tree_tag_is(r->u, end - 1, "CC")))
        end--;
    reported_add(f, first, end);
    return true;
}

static bool is_pronoun(const struct reported *r, uint32_t i) {
    return tree_token(r->u->tree, i)->pos == r->u->tree->labels.pronoun &&
           !reported_lemma(r, i, "this") && !reported_lemma(r, i, "that");
}

/* A thing, of which no speech can be told: "the barge", "it". */
static bool is_thing(const struct reported *r, uint32_t noun) {
    const struct doc *doc = r->u->tree->doc;
    if (noun == NO_INDEX || (is_pronoun(r, noun) && !reported_lemma(r, noun, "it")))
        return false;
    struct role role = lexicon_role(r->u->tables, tree_token(r->u->tree, noun)->lemma);
    uint32_t e = tree_entity_at(r->u->tree, noun);
    bool named = e < doc->entities.n && doc->entities.at[e].first <= noun;
    return !role.known && !named && tree_token(r->u->tree, noun)->pos == r->u->tree->labels.noun;
}

/* Nothing tells behind it as what it is confirmed, or to whom: "confirmed it for the crew". */
static bool stands_alone(const struct reported *r, uint32_t it) {
    static const char *const links[] = {"for", "as", "with", "to"};
    return it + 1 >= r->u->tree->doc->tokens.n ||
           !str_is_one_of(tree_token(r->u->tree, it + 1)->lemma, links,
                          sizeof links / sizeof *links);
}

/* Where a clause ends that is said: "denied that the barge sank but later confirmed it" goes on
 * with the speaker, whom the parse takes for the barge. */
static uint32_t said_end(const struct reported *r, uint32_t clause, struct token_range range) {
    static const char *const verbs[] = {"confirm", "admit", "acknowledge", "concede", "deny"};
    static const char *const joins[] = {"but", "and", "yet"};
    const struct parse_tree *t = r->u->tree;
    uint32_t subject = t->subject[clause];
    subject = subject == NO_INDEX ? t->passive_subject[clause] : subject;
    for (uint32_t k = t->first_child[clause], cc = NO_INDEX; k != NO_INDEX;
         k = t->next_sibling[k]) {
        if (reported_dep(r, k, t->labels.cc)) /* not "or confirmed it" */
            cc = str_is_one_of(tree_token(t, k)->lemma, joins, sizeof joins / sizeof *joins)
                     ? k
                     : NO_INDEX;
        uint32_t object = tree_child(t, k, t->labels.dobj);
        if (cc != NO_INDEX && reported_dep(r, k, t->labels.conj) && t->subject[k] == NO_INDEX &&
            object != NO_INDEX && object > k && reported_lemma(r, object, "it") &&
            stands_alone(r, object) &&
            str_is_one_of(tree_token(t, k)->lemma, verbs, sizeof verbs / sizeof *verbs) &&
            is_thing(r, subject))
            return cc > range.first && reported_dep(r, cc - 1, t->labels.punct) ? cc - 1 : cc;
    }
    return range.end;
}

/* Without source and cue, when these are inserted into it. */
static void add_clause(const struct reported *r, struct found *f, uint32_t clause) {
    struct token_range range = tree_subtree(r->u->tree, clause), region = f->cue;
    range.end = said_end(r, clause, range);
    if (f->source.first < f->source.end && f->source.first < region.first)
        region.first = f->source.first;
    if (f->source.end > region.end)
        region.end = f->source.end;
    if (range.first >= f->cue.end)
        region = f->cue;
    reported_add_around(f, range, region.first, region.end);
}

/* The clause stands behind the verb and no comma parts it from it. */
static bool is_close(const struct reported *r, uint32_t verb, uint32_t clause) {
    uint32_t first = tree_subtree(r->u->tree, clause).first;
    return first > verb && !reported_dep(r, first - 1, r->u->tree->labels.punct);
}

bool reported_content_clause(const struct reported *r, struct found *f, uint32_t verb,
                             bool behind_that) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t best = NO_INDEX;
    for (uint32_t k = r->u->tree->first_child[verb]; k != NO_INDEX;
         k = r->u->tree->next_sibling[k]) {
        if (!reported_dep(r, k, l->ccomp) ||
            (reported_has_to(r, k) && r->u->tree->subject[k] == NO_INDEX) ||
            (behind_that && tree_child_lemma(r->u->tree, k, l->mark, STR("that")) == NO_INDEX))
            continue;
        /* "The pier is old, one page says the quay is new": the first clause is not its */
        if (best == NO_INDEX || (best < verb && is_close(r, verb, k)))
            best = k;
    }
    if (content_of_form(r, f, verb))
        return true;
    if (best == NO_INDEX && reported_is_speech(r, verb))
        best = clause_behind_time(r, verb);
    if (best != NO_INDEX)
        add_clause(r, f, best);
    return best != NO_INDEX;
}

/* The infinitive is a report of its own: "declined to say whether". */
static bool is_report(const struct reported *r, uint32_t infinitive) {
    uint32_t cue_verb;
    const struct said *said =
        lexicon_said(r->u->tables, tree_token(r->u->tree, infinitive)->lemma, SAID_VERB);
    if (!said || r->u->tree->subject[infinitive] != NO_INDEX ||
        reported_subject(r, infinitive, &cue_verb) == NO_INDEX)
        return false;
    struct found f = {.cue = {infinitive, infinitive + 1}, .dry = true};
    return reported_content(r, &f, infinitive, said->frames);
}

bool reported_content_infinitive(const struct reported *r, struct found *f, uint32_t verb) {
    const struct tree_labels *l = &r->u->tree->labels;
    for (uint32_t k = r->u->tree->first_child[verb]; k != NO_INDEX;
         k = r->u->tree->next_sibling[k]) {
        if ((!reported_dep(r, k, l->xcomp) && !reported_dep(r, k, l->ccomp)) ||
            !reported_has_to(r, k) || k < verb)
            continue;
        return (f->dry || !is_report(r, k)) && reported_content_of(r, f, k);
    }
    return false;
}

static bool is_time(const struct reported *r, uint32_t noun) {
    uint32_t word = r->u->tree->word[noun];
    return unit_has(r->u, word, W_TIME) || unit_is(r->u, word, CLASS(C_DAY));
}

/* "called on the firm to pay". */
static void extend_infinitive(const struct reported *r, struct token_range *content,
                              uint32_t prep) {
    uint32_t k = r->u->tree->next_sibling[prep];
    if (k != NO_INDEX && reported_has_to(r, k) && tree_subtree(r->u->tree, k).first == content->end)
        content->end = tree_subtree(r->u->tree, k).end;
}

/* "called for the mayor to resign": the parse takes "for" for a conjunction. */
static bool content_for_infinitive(const struct reported *r, struct found *f, uint32_t verb) {
    for (uint32_t k = r->u->tree->first_child[verb]; k != NO_INDEX;
         k = r->u->tree->next_sibling[k]) {
        uint32_t mark = k > verb && reported_dep(r, k, r->u->tree->labels.advcl)
                            ? tree_child_lemma(r->u->tree, k, r->u->tree->labels.mark, STR("for"))
                            : NO_INDEX;
        if (mark == NO_INDEX || mark + 1 >= tree_subtree(r->u->tree, k).end)
            continue;
        if (mark == f->cue.end)
            f->cue.end++;
        reported_add(f, mark + 1, tree_subtree(r->u->tree, k).end);
        return true;
    }
    return false;
}

/* "called for a strike": the preposition is part of the cue. */
bool reported_content_preposition(const struct reported *r, struct found *f, uint32_t verb,
                                  uint32_t frames) {
    static const struct {
        uint32_t frame;
        const char *word;
    } rows[] = {{SAID_FOR, "for"},     {SAID_ON, "on"},     {SAID_TO, "to"},
                {SAID_ABOUT, "about"}, {SAID_OF, "of"},     {SAID_AGAINST, "against"},
                {SAID_IN, "in"},       {SAID_WITH, "with"}, {SAID_AT, "at"}};
    const struct tree_labels *l = &r->u->tree->labels;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t prep = frames & rows[i].frame
                            ? tree_child_lemma(r->u->tree, verb, l->prep, str_of(rows[i].word))
                            : NO_INDEX;
        uint32_t object = prep == NO_INDEX ? NO_INDEX : tree_child(r->u->tree, prep, l->pobj);
        if (object == NO_INDEX && prep != NO_INDEX)
            object = tree_child(r->u->tree, prep, l->pcomp);
        if ((object != NO_INDEX && is_time(r, object)) || !reported_content_of(r, f, object))
            continue; /* "called on Tuesday" */
        uint32_t whom = tree_child(r->u->tree, verb, l->dobj);
        bool between = frames & SAID_OBJECT && whom != NO_INDEX && whom > verb && whom < prep;
        if (between) /* "accused the firm of fraud" */
            f->content[f->content_count - 1].first = tree_subtree(r->u->tree, whom).first;
        extend_infinitive(r, &f->content[f->content_count - 1], prep);
        if (prep == f->cue.end)
            f->cue.end++;
        return true;
    }
    return (frames & SAID_FOR) && content_for_infinitive(r, f, verb);
}

/* "called it a scandal", "described him as a friend", "saw the vote lost". */
bool reported_content_predicate(const struct reported *r, struct found *f, uint32_t verb,
                                uint32_t frames) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t small = tree_child(r->u->tree, verb, l->ccomp);
    bool bare = small != NO_INDEX && !reported_is_verb(r, small); /* "calls it unsafe" */
    if (small != NO_INDEX && small > verb && (bare || frames & SAID_OBJECT))
        return reported_content_of(r, f, small);
    uint32_t object = tree_child(r->u->tree, verb, l->dobj),
             as = tree_child(r->u->tree, verb, l->oprd);
    if (as == NO_INDEX)
        as = tree_child_lemma(r->u->tree, verb, l->prep, STR("as"));
    if (as == NO_INDEX || as < verb)
        return false;
    struct token_range range = tree_subtree(r->u->tree, as);
    if (object != NO_INDEX && object > verb && object < as)
        range.first = tree_subtree(r->u->tree, object).first;
    reported_add(f, range.first, range.end);
    return true;
}

/* What goes with the object: "for its role", "with a lead of 3 points". */
static uint32_t object_end(const struct reported *r, uint32_t object) {
    static const char *const preps[] = {"for", "of", "with", "as", "over", "about", "against"};
    uint32_t end = tree_subtree(r->u->tree, object).end;
    for (uint32_t k = r->u->tree->next_sibling[object]; k != NO_INDEX;
         k = r->u->tree->next_sibling[k]) {
        struct token_range part = tree_subtree(r->u->tree, k);
        bool goes_on = false;
        for (size_t i = 0; reported_dep(r, k, r->u->tree->labels.prep) && part.first == end &&
                           i < sizeof preps / sizeof *preps;
             i++)
            goes_on |= reported_lemma(r, k, preps[i]);
        if (!goes_on)
            break;
        end = part.end;
    }
    return end;
}

/* "called a doctor", "called a doctor who came", which say nothing; of `called the plan "a mad
 * scandal"` and "called the plan to sell it a scandal" the parse makes one long object. */
static bool is_only_called(const struct reported *r, uint32_t verb, struct token_range object) {
    if (!reported_lemma(r, verb, "call"))
        return false;
    bool one = reported_lemma(r, object.first, "a") || reported_lemma(r, object.first, "an") ||
               object.first > verb + 1; /* "called into question the claim" */
    for (uint32_t i = object.first; i < object.end; i++)
        if (unit_has(r->u, r->u->tree->word[i], W_QUOTED) || (!one && reported_is_verb(r, i)))
            return false;
    return true;
}

/* "condemned the strike", "supports closing it"; of a pronoun alone nothing is said. */
static bool content_of_object(const struct reported *r, struct found *f, uint32_t verb) {
    const struct tree_labels *l = &r->u->tree->labels;
    uint32_t object = tree_child(r->u->tree, verb, l->dobj);
    if (object == NO_INDEX) {
        object = tree_child(r->u->tree, verb, l->xcomp);
        uint32_t behind = tree_child(r->u->tree, verb, l->advcl);
        if (object == NO_INDEX && behind != NO_INDEX &&
            tree_child(r->u->tree, verb, l->prt) + 1 == tree_subtree(r->u->tree, behind).first)
            object = behind; /* "ruled out selling it" */
        return object != NO_INDEX && object > verb &&
               tree_token(r->u->tree, object)->tag == l->gerund &&
               reported_content_of(r, f, object);
    }
    if (object < verb || is_pronoun(r, object) || is_time(r, object) ||
        (reported_is_light(r, verb, object) && reported_noun_says(r, object)))
        return false;
    struct token_range whole = {tree_subtree(r->u->tree, object).first, object_end(r, object)};
    if (is_only_called(r, verb, whole))
        return false;
    reported_add(f, whole.first, whole.end);
    return true;
}

/* The quotation whose words hang on the verb in no frame of its own: "She said, 'as long as I'll
 * stand.'" */
static bool content_of_quotation(const struct reported *r, struct found *f, uint32_t verb) {
    const struct unit *u = r->u;
    for (uint32_t k = r->u->tree->first_child[verb]; k != NO_INDEX;
         k = r->u->tree->next_sibling[k]) {
        if (!unit_has(u, r->u->tree->word[k], W_QUOTED) ||
            reported_dep(r, k, r->u->tree->labels.punct))
            continue;
        struct token_range range = tree_subtree(r->u->tree, k);
        while (range.first > r->u->tree->sentence_first[k] && range.first - 1 != verb &&
               unit_has(u, r->u->tree->word[range.first - 1], W_QUOTED))
            range.first--;
        while (range.end < r->u->tree->sentence_end[k] && range.end != verb &&
               unit_has(u, r->u->tree->word[range.end], W_QUOTED))
            range.end++;
        reported_add(f, range.first, range.end);
        return true;
    }
    return false;
}

/* "he continued": only of words in quotation marks is it speech. */
static bool content_quoted(const struct reported *r, struct found *f, uint32_t verb) {
    bool any = reported_content_clause(r, f, verb, false) || content_of_host(r, f, verb) ||
               content_of_quotation(r, f, verb);
    for (uint32_t i = f->content[0].first; any && i < f->content[0].end; i++)
        if (unit_has(r->u, r->u->tree->word[i], W_QUOTED))
            return true;
        else if (!reported_dep(r, i, r->u->tree->labels.punct))
            break;
    f->content_count = 0;
    return false;
}

/* `as arguing, "P"`: the quotation right behind the verb, wherever the parse hangs it. */
static void add_right_behind(const struct reported *r, struct found *f, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    uint32_t end = t->sentence_end[verb], first = verb + 1;
    while (first < end && reported_dep(r, first, t->labels.punct) &&
           !unit_has(r->u, t->word[first], W_QUOTED))
        first++;
    uint32_t last = first;
    while (last < end && unit_has(r->u, t->word[last], W_QUOTED))
        last++;
    reported_add(f, first, last);
}

/* "P, Roe was quoted as saying", "P, the paper quoted Roe as saying": what stands before the verb
 * that quotes, and a quotation right behind it. */
static bool content_of_quoted(const struct reported *r, struct found *f, uint32_t verb) {
    const struct parse_tree *t = r->u->tree;
    uint32_t quotes = reported_quoting(r, verb);
    if (quotes == NO_INDEX || !reported_lemma(r, quotes, "quote"))
        return false;
    uint32_t clause = tree_child(t, quotes, t->labels.ccomp);
    uint32_t said = clause == NO_INDEX && reported_dep(r, quotes, t->labels.conj)
                        ? tree_head(t, quotes)
                        : NO_INDEX;
    if (clause != NO_INDEX && clause < quotes)
        reported_content_of(r, f, clause);
    else if (said != NO_INDEX && said < quotes && is_set_off(r, t->left[quotes]))
        reported_add(f, t->left[said], t->left[quotes]);
    add_right_behind(r, f, verb);
    return f->content_count > 0;
}

bool reported_content(const struct reported *r, struct found *f, uint32_t verb, uint32_t frames) {
    if ((frames & SAID_QUOTED) && content_quoted(r, f, verb))
        return true;
    if ((frames & SAID_CLAUSE) &&
        (reported_content_clause(r, f, verb, false) || content_of_host(r, f, verb)))
        return true;
    if ((frames & SAID_THAT) && reported_content_clause(r, f, verb, true))
        return true;
    if ((frames & SAID_INFINITIVE) && reported_content_infinitive(r, f, verb))
        return true;
    if (reported_content_preposition(r, f, verb, frames))
        return true;
    if ((frames & (SAID_OBJECT | SAID_AS)) && reported_content_predicate(r, f, verb, frames))
        return true;
    if ((frames & SAID_OBJECT) && content_of_object(r, f, verb))
        return true;
    return (frames & SAID_CLAUSE) &&
           (content_of_quotation(r, f, verb) || content_of_quoted(r, f, verb));
}
