#include "compare/propositions.h"

#include "compare/clause_text.h"
#include "compare/false_pictures.h"
#include "compare/governors.h"
#include "compare/negation.h"
#include "compare/readable_clauses.h"
#include "compare/rumours.h"

#include <stdlib.h>
#include <string.h>

enum { CHAIN_VERBS_MAX = 3, TELLING_FIGURE = 20, STATEMENTS_MAX = 8 };
static const uint32_t FIGURE_KEY = 0x80000000; /* no word has so high a number */

struct ids {
    VEC_OF(uint32_t) at;
};

/* One report being read. */
struct reading {
    struct event_words *words;
    struct report_parse parse;
    struct proposition_list *out;
    uint32_t report;
    struct ids set, names; /* scratch */
    struct word_set around;
    uint32_t around_sentence;
    bool refused;
};

uint32_t word_sets_share(struct word_set a, struct word_set b) {
    uint32_t n = 0;
    for (uint32_t i = 0, k = 0; i < a.n && k < b.n;) {
        n += a.at[i] == b.at[k];
        if (a.at[i] <= b.at[k])
            i++;
        else
            k++;
    }
    return n;
}

static int id_order(const void *x, const void *y) {
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

/* The numbers gathered in a set of their own, which is then empty again. */
static struct word_set take_set(struct reading *r, struct ids *from) {
    if (from->at.n)
        qsort(from->at.at, from->at.n, sizeof *from->at.at, id_order);
    uint32_t *at = work_zero(r->words->w, from->at.n, sizeof *at), n = 0;
    for (uint32_t i = 0; at && i < from->at.n; i++)
        if (!n || at[n - 1] != from->at.at[i])
            at[n++] = from->at.at[i];
    r->refused = r->refused || !at;
    from->at.n = 0;
    return (struct word_set){at, n};
}

static void add_id(struct reading *r, struct ids *to, uint32_t id) {
    uint32_t *added = VEC_PUSH(r->words->w->scratch, &to->at);
    if (added)
        *added = id;
    else
        r->refused = true;
}

/* The words of an entity's name, for a pronoun or a noun that means it. */
static void add_entity(struct reading *r, struct ids *to, uint32_t entity) {
    struct str rest = r->parse.analysis->entities.at[entity].name;
    for (unsigned k = 0; rest.at && k < PHRASE_TOKENS_MAX; k++) {
        struct str word = str_split(&rest, ' ');
        uint32_t id = word.n ? event_words_id(r->words, word) : NO_INDEX;
        r->refused = r->refused || (word.n && id == NO_INDEX);
        if (id != NO_INDEX && r->words->words.at[id].weight > 0)
            add_id(r, to, id);
    }
}

static bool tells(const struct reading *r, uint32_t i) {
    const struct parse_labels *l = &r->parse.labels;
    uint32_t pos = parse_token(&r->parse, i)->pos;
    return (pos == l->noun || pos == l->proper_noun || pos == l->number || pos == l->adjective ||
            pos == l->verb) &&
           !parse_is_one_of(&r->parse, i, "year month week day") &&
           r->words->words.at[r->parse.lemma[i]].weight > 0;
}

static const struct event_kinds *kinds_of(const struct reading *r, uint32_t i) {
    const struct parse_labels *l = &r->parse.labels;
    uint32_t pos = parse_token(&r->parse, i)->pos;
    enum event_word_class word_class = pos == l->verb        ? EVENT_VERB
                                       : pos == l->adjective ? EVENT_ADJECTIVE
                                                             : EVENT_NOUN;
    bool none = word_class == EVENT_NOUN && pos != l->noun &&
                (pos != l->proper_noun || r->parse.entity[i] != NO_INDEX);
    uint32_t found = r->words->words.at[r->parse.lemma[i]].kinds[word_class];
    return &r->words->kinds.at[none ? 0 : found];
}

/* A token's word, or the kind of event that it names. */
static uint32_t word_of(const struct reading *r, uint32_t i) {
    uint32_t kind = kinds_of(r, i)->at[0];
    return kind ? kind - 1 : r->parse.lemma[i];
}

/* The word of a token that tells something, and the name of whom it means when it does not name it
 * itself. */
static void add_token(struct reading *r, struct ids *to, uint32_t i) {
    const struct parse_labels *l = &r->parse.labels;
    if (kinds_of(r, i)->at[0] || tells(r, i))
        add_id(r, to, word_of(r, i));
    uint32_t pos = parse_token(&r->parse, i)->pos;
    if (r->parse.entity[i] != NO_INDEX && (pos == l->pronoun || pos == l->noun))
        add_entity(r, to, r->parse.entity[i]);
}

/* A proper noun, or an adjective made of one inside its sentence ("a Danish diver"): it tells one
 * thing of a kind from another. */
static bool is_name(const struct reading *r, uint32_t i) {
    const struct report_parse *p = &r->parse;
    const struct token *t = parse_token(p, i);
    bool name = t->pos == p->labels.proper_noun;
    if (t->pos == p->labels.adjective) {
        struct str text = str_span(p->analysis->article->text, t->text);
        uint32_t first = p->analysis->sentences.at[p->sentence[i]].first_token;
        name = text.n > 2 && ascii_upper(text.at[0]) && !ascii_upper(text.at[1]) && i > first;
    }
    return name && r->words->words.at[p->lemma[i]].weight > 0;
}

/* A noun phrase, without the clauses in it: its words, and names in it. */
static void add_phrase(struct reading *r, struct ids *words, struct ids *names, uint32_t head) {
    const struct report_parse *p = &r->parse;
    uint32_t end = p->right[head] < p->left[head] + PHRASE_TOKENS_MAX
                       ? p->right[head]
                       : p->left[head] + PHRASE_TOKENS_MAX;
    for (uint32_t i = p->left[head]; i <= end; i++) {
        if (p->clause[i] != p->clause[head])
            continue;
        if (words)
            add_token(r, words, i);
        if (names && is_name(r, i))
            add_id(r, names, p->lemma[i]);
    }
    if (names && p->entity[head] != NO_INDEX && parse_token(p, head)->pos != p->labels.proper_noun)
        add_entity(r, names, p->entity[head]);
}

/* ---- What a predicate names */

static void add_key(struct proposition *x, uint32_t key) {
    for (unsigned i = 0; i < x->key_count; i++)
        if (x->keys[i] == key)
            return;
    if (x->key_count < PROPOSITION_KEYS_MAX)
        x->keys[x->key_count++] = key;
}

/* The kinds of event that a token names; otherwise, when it is to count, its own word. */
static bool add_keys_of(struct reading *r, struct proposition *x, uint32_t i, bool or_word) {
    uint32_t id = r->parse.lemma[i];
    const struct event_word *word = &r->words->words.at[id];
    const struct event_kinds *kinds = kinds_of(r, i);
    for (unsigned k = 0; k < EVENT_KINDS_MAX && kinds->at[k]; k++)
        add_key(x, kinds->at[k]);
    if (!kinds->at[0] && or_word && word->weight > 0)
        add_key(x, r->words->kind_count + 1 + id);
    return kinds->at[0];
}

static bool is_light(const struct reading *r, uint32_t i) {
    return parse_token(&r->parse, i)->pos == r->parse.labels.auxiliary ||
           r->words->words.at[r->parse.lemma[i]].light;
}

/* Whether somebody is said to live still: not "was alive when help came", which tells when, and not
 * "two sailors are alive", who may be others than the dead. */
static bool lives_still(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t who = p->subject[v];
    uint32_t above = parse_token(p, v)->dep == l->xcomp ? parse_head(p, v) : NO_INDEX;
    if (above != NO_INDEX && parse_is_one_of(p, above, "appear seem")) {
        v = above;
        who = p->subject[v];
    }
    bool now = parse_has_tag(p, v, "VBZ") || parse_has_tag(p, v, "VBP") ||
               (p->statement[v] != NO_INDEX && parse_child(p, v, l->advcl) == NO_INDEX);
    return now && (who == NO_INDEX || parse_token(p, who)->tag != l->plural);
}

/* "is alive", told where others tell of a death; "appears to be alive". */
static void read_alive(struct reading *r, struct proposition *x, uint32_t v, uint32_t i) {
    if (!parse_is_one_of(&r->parse, v, "be remain") || !parse_is_one_of(&r->parse, i, "alive") ||
        !lives_still(&r->parse, v))
        return;
    uint32_t dead = event_words_id(r->words, STR("dead"));
    r->refused = r->refused || dead == NO_INDEX;
    if (dead != NO_INDEX)
        add_key(x, r->words->kinds.at[r->words->words.at[dead].kinds[EVENT_ADJECTIVE]].at[0]);
    x->opposite = !x->opposite;
    x->denied = !x->denied;
}

/* What a verb that says little says by its object or complement: "made an offer", "was found dead",
 * "is in custody", "is in critical condition". */
static void add_complements(struct reading *r, struct proposition *x, uint32_t v, bool light) {
    const struct report_parse *p = &r->parse;
    const struct parse_labels *l = &p->labels;
    for (uint32_t c = p->first_child[v], k = 0; c != NO_INDEX && k < PHRASE_TOKENS_MAX;
         c = p->next_sibling[c], k++) {
        uint32_t dep = parse_token(p, c)->dep;
        if (dep == l->acomp || dep == l->oprd) {
            add_keys_of(r, x, c, light);
            read_alive(r, x, v, c);
        } else if (light && (dep == l->dobj || dep == l->attr))
            add_keys_of(r, x, c, true);
        else if (light && dep == l->prep && parse_child(p, c, l->pobj) != NO_INDEX)
            add_keys_of(r, x, parse_child(p, c, l->pobj), parse_is_one_of(p, v, "be remain"));
    }
}

/* Reads the verb and those that complete it ("tried to recruit"): keys, negation, modality. */
static void read_verbs(struct reading *r, struct proposition *x, uint32_t v) {
    const struct report_parse *p = &r->parse;
    const struct parse_labels *l = &p->labels;
    uint32_t first = v;
    x->light = true;
    for (uint32_t k = 0; v != NO_INDEX && k < CHAIN_VERBS_MAX; k++) {
        bool light = is_light(r, v);
        if (!light) {
            add_keys_of(r, x, v, true);
            x->light = false;
        }
        add_complements(r, x, v, light);
        x->state = parse_token(p, v)->pos == l->auxiliary || parse_has_class(p, v, LEMMA_STATE);
        x->denied = x->denied != negation_on_verb(p, v);
        for (uint32_t c = p->first_child[v], n = 0; c != NO_INDEX && n < PHRASE_TOKENS_MAX;
             c = p->next_sibling[c], n++) {
            const struct token *t = parse_token(p, c);
            if (t->dep == l->aux && parse_is_one_of(p, c, "will would shall"))
                x->modality = MODALITY_PLANNED;
            if (t->dep == l->aux && parse_is_one_of(p, c, "may might could can"))
                x->modality = MODALITY_POSSIBLE;
        }
        uint32_t next = parse_child(p, v, l->xcomp), adjective = parse_child(p, v, l->acomp);
        x->quality = x->state && adjective != NO_INDEX && !kinds_of(r, adjective)->at[0];
        if (next == NO_INDEX && adjective != NO_INDEX) /* "is likely to sell" */
            next = parse_child(p, adjective, l->xcomp);
        if (next != NO_INDEX)
            x->denied = x->denied != negation_of_next(p, v, next);
        if (next != NO_INDEX && parse_is_one_of(p, v, "plan intend expect hope aim set prepare"))
            x->modality = MODALITY_PLANNED;
        x->withheld = x->withheld || negation_withholds(p, v);
        v = next;
    }
    if (!x->key_count && parse_token(p, first)->pos == l->verb)
        add_key(x, r->words->kind_count + 1 + p->lemma[first]);
}

/* A new thing, "the new ferry", "a design that", or who makes it; not a man who drops his knife,
 * nor an air force that drops bombs. */
static bool makes_do_without(const struct report_parse *p, uint32_t v, uint32_t subject) {
    uint32_t entity = p->entity[subject];
    if (parse_is_one_of(p, subject, "that which"))
        return true;
    for (uint32_t i = p->left[subject]; i < subject; i++)
        if (parse_is_one_of(p, i,
                            "new latest next redesigned updated upcoming forthcoming revamped"))
            return true;
    return entity != NO_INDEX && !parse_is_one_of(p, v, "drop") &&
           str_eq(p->analysis->entities.at[entity].kind, STR("ORG"));
}

/* "The new ferry drops its mast", "there will be no mast": what predicate v tells is that something
 * is not there. What was dropped may have been there. */
static bool tells_absence(const struct report_parse *p, uint32_t v, uint32_t subject, bool denied) {
    const struct parse_labels *l = &p->labels;
    bool object = parse_child(p, v, l->dobj) != NO_INDEX;
    if (!denied)
        return object && parse_has_class(p, v, LEMMA_DROP) && subject != NO_INDEX &&
               !parse_has_tag(p, v, "VBD") && !parse_has_tag(p, v, "VBN") &&
               makes_do_without(p, v, subject);
    return (object && parse_is_one_of(p, v, "have include feature offer carry sport")) ||
           (parse_is_one_of(p, v, "be") && parse_child(p, v, l->expl) != NO_INDEX);
}

/* "The new ferry keeps its mast". */
static bool tells_presence(const struct report_parse *p, uint32_t v, bool denied) {
    return !denied && parse_child(p, v, p->labels.dobj) != NO_INDEX &&
           parse_is_one_of(p, v, "have include feature offer carry sport keep retain");
}

/* ---- Reading a report */

static struct word_set sentence_words(struct reading *r, uint32_t sentence) {
    if (r->around_sentence == sentence)
        return r->around;
    const struct sentence *s = &r->parse.analysis->sentences.at[sentence];
    for (uint32_t i = s->first_token; i < s->first_token + s->token_count; i++)
        add_token(r, &r->set, i);
    r->around = take_set(r, &r->set);
    r->around_sentence = sentence;
    return r->around;
}

/* The innermost statement that the content is not told against. */
static uint32_t not_against(const struct report_parse *p, uint32_t statement) {
    const struct analysis *n = p->analysis;
    for (unsigned k = 0; statement != NO_INDEX && k < STATEMENTS_MAX; k++) {
        if (!negation_of_source(n, &n->statements.at[statement]))
            return statement;
        statement = n->statements.at[statement].within;
    }
    return NO_INDEX;
}

/* "denied that she was drunk when she crashed", "ruled out surgery for Harrow, who broke his leg":
 * what is told beside the content is not denied with it. */
static bool is_beside(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, v)->dep;
    if (p->clause[v] != v)
        return false;
    if (dep == l->relcl)
        return parse_token(p, parse_head(p, v))->pos == l->proper_noun;
    return dep == l->advcl && p->subject[v] != NO_INDEX &&
           parse_is_one_of(p, p->left[v], "when after before while");
}

/* The innermost statement, and whether that gives its content to be denied, or the words above the
 * clause (negation_above) call it untrue. Who denies is then whoever gives those words, not who is
 * said to say it falsely. */
static void put_on_statement(const struct reading *r, struct proposition *x, uint32_t i,
                             uint32_t above) {
    const struct report_parse *p = &r->parse;
    bool verb = above != NO_INDEX && r->words->words.at[p->lemma[above]].refutes;
    uint32_t innermost = not_against(p, p->statement[i]);
    x->statement = innermost;
    x->rumour = rumour_of(&x->rumours, p, i);
    if (x->statement == NO_INDEX)
        x->statement = not_against(p, p->analysis->sentences.at[x->sentence].on);
    if (innermost == NO_INDEX) {
        x->denied = x->denied != (above != NO_INDEX);
        return;
    }
    const struct statement *s = &p->analysis->statements.at[x->statement];
    bool denies = str_eq(s->force, STR("deny")) && !s->negated && !is_beside(p, i);
    bool called = above != NO_INDEX && spans_overlap(s->cue, parse_token(p, above)->text) &&
                  parse_has_class(p, above, LEMMA_CALL);
    if (denies || above != NO_INDEX)
        x->denied = !x->denied;
    if (above != NO_INDEX && !denies && !verb && !called) /* but "Roe called the report nonsense" */
        x->statement = not_against(p, p->statement[above]);
    if (x->modality == MODALITY_FACT)
        x->modality = s->modality;
}

/* What stands above the clause of predicate v: whose word it is given on, and what calls it untrue,
 * or calls the picture false that shows it. */
static void put_under(const struct reading *r, struct proposition *x, uint32_t v) {
    const struct report_parse *p = &r->parse;
    struct picture picture = false_picture(p, r->words, v);
    uint32_t above = negation_above(p, r->words, v);
    x->in_picture = picture.shows;
    x->takes_pictures = (uint8_t)false_picture_taken(p, v);
    x->by_picture = picture.verdict != NO_INDEX && (above == NO_INDEX || above == picture.verdict);
    above = x->by_picture ? picture.verdict : picture.open ? NO_INDEX : above;
    x->refuted = !x->by_picture && !x->in_picture &&
                 ((above != NO_INDEX && negation_is_flat(p, above)) ||
                  (x->negated && negation_is_contrary(p, v)));
    put_on_statement(r, x, v, above);
    if (picture.open && x->rumour == NOT_RUMOURED)
        x->rumour = RUMOURED;
    bool may_be = x->reference.kind == REFERENCE_NONE || x->reference.kind == REFERENCE_NEAR;
    x->known_pictures = may_be ? (uint8_t)false_picture_known(p, r->words, v) : 0;
    if (x->known_pictures) {
        x->reference = (struct reference){REFERENCE_PICTURE, true, false};
        x->by_picture = true;
    }
}

/* "There is no sign that the reports are true", "he denied that the rumour was false": what is said
 * of the reference is not so. "Could not say whether the reports were true" tells nothing. */
static void settle_reference(const struct reading *r, struct proposition *x) {
    const struct analysis *n = r->parse.analysis;
    if (x->reference.kind == REFERENCE_NONE)
        return;
    x->refuted = !x->by_picture && x->denied == x->negated && x->reference.refutes &&
                 !x->reference.by_subject;
    if (x->denied != x->negated)
        x->reference.refutes = !x->reference.refutes;
    else if (x->statement != NO_INDEX && n->statements.at[x->statement].negated)
        x->reference.kind = REFERENCE_NONE;
}

/* The items, of which each begins with its span, that stand inside a span; they are in the order of
 * the text. At most PHRASE_TOKENS_MAX of them. */
static struct item_range inside(const void *items, size_t item_bytes, uint32_t n, struct span s) {
    struct item_range r = {.first = spans_from(items, item_bytes, n, s.start)};
    const char *at = items;
    for (r.end = r.first; r.end < n && r.end < r.first + PHRASE_TOKENS_MAX; r.end++)
        if (((const struct span *)(const void *)(at + r.end * item_bytes))->end > s.end)
            break;
    return r;
}

/* A figure that is no small number, as a key: two clauses that give it may tell one fact. */
static void add_figure_keys(struct proposition *x, const struct analysis *n) {
    for (uint32_t i = x->quantities.first; i < x->quantities.end; i++) {
        const struct quantity *q = &n->quantities.at[i];
        if (str_eq(q->kind, STR("ordinal")) || !(q->value >= TELLING_FIGURE) ||
            (str_eq(q->kind, STR("count")) && !q->unit.n))
            continue;
        uint64_t bits;
        memcpy(&bits, &q->value, sizeof bits);
        add_key(x, FIGURE_KEY | (uint32_t)hash_mix(bits ^ hash_bytes(q->unit)));
    }
}

/* "Reports that it sank appear to be false": of a sentence that tells how things look, what calls
 * something untrue. */
static bool is_seen_as_untrue(const struct proposition *x) {
    return x->refuted || x->opposite ||
           (x->reference.kind != REFERENCE_NONE && x->reference.refutes);
}

static bool is_reading(const struct sentence *s) {
    return s->voice == VOICE_OPINION && str_eq(s->voice_rule, STR("reading"));
}

/* A sentence that only its neighbours make one of the outlet's judgements. */
static bool is_among_opinion(const struct sentence *s) {
    return s->voice == VOICE_OPINION && str_eq(s->voice_rule, STR("among-opinion"));
}

static bool add_proposition(struct reading *r, struct proposition *x) {
    const struct analysis *n = r->parse.analysis;
    bool refers = x->reference.kind != REFERENCE_NONE;
    if ((!x->words.n && !refers) ||
        (!x->names.n && is_among_opinion(&n->sentences.at[x->sentence])) ||
        (is_reading(&n->sentences.at[x->sentence]) && !is_seen_as_untrue(x)))
        return true;
    x->quantities = inside(n->quantities.at, sizeof *n->quantities.at, n->quantities.n, x->text);
    if (!x->noun)
        add_figure_keys(x, n);
    x->times = inside(n->times.at, sizeof *n->times.at, n->times.n, x->text);
    struct proposition *added = VEC_PUSH(r->words->w->scratch, &r->out->at);
    if (added)
        *added = *x;
    return added;
}

static struct proposition proposition_at(struct reading *r, uint32_t i) {
    uint32_t sentence = r->parse.sentence[i];
    return (struct proposition){.report = r->report,
                                .sentence = sentence,
                                .clause = r->parse.clause[i],
                                .modality = MODALITY_FACT,
                                .none = NO_INDEX,
                                .heads = {NO_INDEX, NO_INDEX},
                                .such = NO_INDEX,
                                .around = sentence_words(r, sentence)};
}

/* The names among the words of a set. */
static struct word_set names_of(struct reading *r, uint32_t v, uint32_t subject) {
    const struct report_parse *p = &r->parse;
    for (uint32_t i = p->first_in[v]; i != NO_INDEX; i = p->next_in[i])
        if (is_name(r, i))
            add_id(r, &r->names, p->lemma[i]);
        else if (p->entity[i] != NO_INDEX)
            add_entity(r, &r->names, p->entity[i]);
    if (subject != NO_INDEX)
        add_phrase(r, NULL, &r->names, subject);
    return take_set(r, &r->names);
}

static bool token_is(const struct report_parse *p, uint32_t i, const char *words) {
    return i < p->analysis->tokens.n && parse_is_one_of(p, i, words);
}

/* The age that a number gives: "a 36-year-old diver", "Harrow, 36,", "aged 36"; 0: it is none. */
static uint8_t age_at(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    uint64_t years;
    if (t->pos != l->number || i == 0 || t->text.end - t->text.start > 3 ||
        !str_uint(&years, str_span(p->analysis->article->text, t->text)) || years > 120)
        return 0;
    bool year_old = token_is(p, i + 2, "year") && token_is(p, i + 4, "old");
    bool after_comma = t->dep == l->appos && token_is(p, i - 1, ",") && token_is(p, i + 1, ",");
    return year_old || after_comma || token_is(p, i - 1, "age") ? (uint8_t)years : 0;
}

/* The one age told in tokens first..last. */
static uint8_t age_in(const struct report_parse *p, uint32_t first, uint32_t last) {
    uint8_t age = 0;
    for (uint32_t i = first; i <= last && i < first + CLAUSE_TOKENS_MAX; i++) {
        uint8_t found = age_at(p, i);
        if (age && found && age != found)
            return 0;
        age = found ? found : age;
    }
    return age;
}

/* The names in a clause's object, and in the doer of a passive. */
static void add_other_roles(struct reading *r, struct proposition *x, uint32_t v) {
    const struct report_parse *p = &r->parse;
    const struct parse_labels *l = &p->labels;
    uint32_t object = parse_child(p, v, l->dobj), agent = parse_child(p, v, l->agent);
    agent = agent == NO_INDEX ? agent : parse_child(p, agent, l->pobj);
    if (agent != NO_INDEX && !x->who.n) {
        add_phrase(r, NULL, &r->names, agent);
        x->who = take_set(r, &r->names);
    }
    if (object != NO_INDEX && !x->whom.n) {
        add_phrase(r, NULL, &r->names, object);
        x->whom = take_set(r, &r->names);
    }
}

/* What is said to be none: "train" of "no train", "passengers" of "none of the passengers";
 * NONE_AT_ALL of "nobody", but not for "no one else". */
static uint32_t none_of(const struct reading *r, uint32_t i) {
    const struct report_parse *p = &r->parse;
    uint32_t of = parse_child(p, i, p->labels.prep);
    uint32_t whole = of == NO_INDEX ? NO_INDEX : parse_child(p, of, p->labels.pobj);
    if (parse_is_one_of(p, i, "none") && whole != NO_INDEX)
        return word_of(r, whole);
    bool all = parse_is_one_of(p, i, "nobody nothing one") && !token_is(p, i + 1, "else other");
    return all ? NONE_AT_ALL : word_of(r, i);
}

/* The words of what the clause of predicate v is about; the mill is the object of "the mill was
 * sold" too. */
static void add_heads(const struct reading *r, struct proposition *x, uint32_t v) {
    const struct parse_labels *l = &r->parse.labels;
    uint32_t subject = r->parse.subject[v], object = parse_child(&r->parse, v, l->dobj);
    object = object == NO_INDEX ? parse_child(&r->parse, v, l->attr) : object;
    if (object == NO_INDEX && clause_subject(&r->parse, v).undergoes) {
        object = subject;
        subject = NO_INDEX;
    }
    x->heads[HEAD_DOER] = subject == NO_INDEX ? NO_INDEX : word_of(r, subject);
    x->heads[HEAD_OBJECT] = object == NO_INDEX ? NO_INDEX : word_of(r, object);
}

/* What token i is to the predicate, a figure_place's role, or NO_INDEX: nothing, or not directly.
 */
static uint32_t role_of(const struct reading *r, uint32_t i, uint32_t v, uint32_t told) {
    const struct report_parse *p = &r->parse;
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, i)->dep, head = parse_head(p, i);
    if (head != NO_INDEX && dep == l->pobj) {
        uint32_t up = parse_head(p, head);
        bool direct = up == v || up == told;
        return direct ? PROPOSITION_HEADS_MAX + word_of(r, head) : NO_INDEX;
    }
    if (head == NO_INDEX || (head != v && head != told))
        return NO_INDEX;
    if (dep == l->nsubj)
        return HEAD_DOER;
    return dep == l->nsubjpass || dep == l->dobj || dep == l->attr ? HEAD_OBJECT : NO_INDEX;
}

static void add_figures(const struct reading *r, struct proposition *x, uint32_t v, uint32_t told) {
    const struct report_parse *p = &r->parse;
    const struct analysis *n = p->analysis;
    uint32_t i = p->first_in[v];
    for (uint32_t k = 0; i != NO_INDEX && k < CLAUSE_TOKENS_MAX; i = p->next_in[i], k++) {
        uint32_t role = role_of(r, i, v, told), byte = parse_token(p, i)->text.start;
        if (role == NO_INDEX || x->figure_count == PROPOSITION_FIGURES_MAX)
            continue;
        uint32_t q = SPANS_FIND(n->quantities, byte), t = SPANS_FIND(n->times, byte);
        bool figure = q < n->quantities.n && n->quantities.at[q].text.start <= byte;
        bool duration = t < n->times.n && n->times.at[t].text.start <= byte &&
                        str_eq(n->times.at[t].type, STR("DURATION"));
        if (figure || duration)
            x->figures[x->figure_count++] = (struct figure_place){figure ? q : t, role, !figure};
    }
}

/* The word of "no such panel", "any such panel" in a clause, or NO_INDEX; not when that tells of
 * other times. */
static uint32_t such_in(const struct reading *r, uint32_t v) {
    const struct report_parse *p = &r->parse;
    uint32_t i = p->first_in[v], such = NO_INDEX;
    for (uint32_t n = 0; i != NO_INDEX && n < CLAUSE_TOKENS_MAX; i = p->next_in[i], n++) {
        uint32_t noun = parse_head(p, i);
        if (i > 0 && noun != NO_INDEX && noun > i && parse_is_one_of(p, i, "such") &&
            parse_token(p, noun)->pos == p->labels.noun && token_is(p, i - 1, "no any"))
            such = word_of(r, noun);
        if (parse_is_one_of(p, i, "last previous earlier ago before since year"))
            return NO_INDEX;
    }
    return such;
}

/* "The article was shared. It is fabricated": the article is. */
static bool names_a_text(const struct report_parse *p, uint32_t i) {
    return parse_has_class(p, i, LEMMA_TEXT) || parse_has_class(p, i, LEMMA_PICTURE);
}

/* "did not claim to", "falsely claimed to", "accused of claiming to": what follows is not said. */
static bool is_not_claimed(const struct report_parse *p, uint32_t v) {
    uint32_t dep = parse_token(p, v)->dep;
    return negation_on_verb(p, v) || negation_takes_back(p, v) || dep == p->labels.pcomp ||
           dep == p->labels.advcl;
}

/* The verb that tells what is told: "have raised" of "they claim to have raised it", else v. */
static uint32_t verb_told(const struct reading *r, uint32_t v) {
    const struct report_parse *p = &r->parse;
    uint32_t told = parse_child(p, v, p->labels.xcomp);
    bool given =
        told != NO_INDEX && p->statement[told] != NO_INDEX && p->statement[told] != p->statement[v];
    return given && clause_is_frame(p, r->words, v) && !is_not_claimed(p, v) ? told : v;
}

static bool add_clause(struct reading *r, uint32_t v) {
    const struct report_parse *p = &r->parse;
    const struct parse_labels *l = &p->labels;
    struct proposition x = proposition_at(r, v);
    struct subject subject = clause_subject(p, v);
    uint32_t told = verb_told(r, v);
    bool whole;
    x.of_text = p->subject[v] != NO_INDEX && names_a_text(p, p->subject[v]);
    x.aside = (parse_token(p, v)->dep == l->relcl || parse_token(p, v)->dep == l->advcl) &&
              !parse_is_one_of(p, v, "rumor rumour say report allege believe");
    read_verbs(r, &x, told);
    x.reference = claim_reference(p, r->words, v);
    struct token_range range = clause_range(&whole, p, v, subject);
    x.text = clause_trimmed(p, range.first, range.last);
    for (uint32_t i = p->first_in[v]; i != NO_INDEX; i = p->next_in[i])
        if (i != v || told == v)
            add_token(r, &r->set, i);
    uint32_t none = negation_none(p, v);
    x.none = none == NO_INDEX ? NO_INDEX : none_of(r, none);
    x.there_is = none != NO_INDEX && parse_token(p, none)->dep == l->attr;
    x.denied = x.denied != (none != NO_INDEX);
    x.absent = tells_absence(p, told, subject.token, x.denied);
    x.present = tells_presence(p, told, x.denied);
    x.such = such_in(r, v);
    add_heads(r, &x, told);
    add_figures(r, &x, v, told);
    x.age = age_in(p, p->left[v], p->right[v]);
    if (subject.token != NO_INDEX) {
        if (!subject.own)
            x.age = age_in(p, p->left[subject.token], p->right[subject.token]);
        add_phrase(r, subject.own ? NULL : &r->set, &r->names, subject.token);
        *(subject.undergoes ? &x.whom : &x.who) = take_set(r, &r->names);
        x.shown = shown_words(p, r->words, v, subject);
    }
    add_other_roles(r, &x, v);
    x.words = take_set(r, &r->set);
    if (x.words.n < 2 && subject.token != NO_INDEX &&
        parse_token(p, subject.token)->pos == l->pronoun)
        x.shown.clarity = CLARITY_TORN; /* "it looks" */
    x.names = names_of(r, v, subject.token);
    x.negated = x.denied;
    put_under(r, &x, told);
    settle_reference(r, &x);
    x.withheld = x.negated && x.withheld;
    x.barred = negation_bars(p, v);
    return add_proposition(r, &x);
}

/* A noun that names an event, not who or what takes part, when no verb that says little has it for
 * its meaning. */
static bool is_event_noun(const struct reading *r, uint32_t i) {
    const struct report_parse *p = &r->parse;
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    if (t->pos == l->verb || t->pos == l->adjective || p->clause[i] == NO_INDEX ||
        !kinds_of(r, i)->at[0] || parse_has_class(p, i, LEMMA_PARTICIPANT))
        return false;
    if (t->dep == l->dobj || t->dep == l->attr)
        return !is_light(r, t->head);
    return t->dep == l->nsubj || t->dep == l->nsubjpass || t->dep == l->pobj || t->dep == l->conj ||
           t->dep == l->appos;
}

static bool names_several(const struct report_parse *p, uint32_t i) {
    if (parse_token(p, i)->tag == p->labels.plural)
        return true;
    for (uint32_t c = p->first_child[i]; c != NO_INDEX && c < i; c = p->next_sibling[c])
        if (parse_is_one_of(p, c, "another other similar previous earlier past"))
            return true;
    return false;
}

/* Whether who speaks takes it for known: "condemned the arrest", "was asked after the arrest of
 * Roe"; who did it may say so: "regretted the sale". */
static bool is_presupposed(const struct report_parse *p, uint32_t i) {
    uint32_t at = parse_head(p, i);
    bool object = at != NO_INDEX && parse_token(p, i)->dep == p->labels.dobj;
    if (object && parse_has_class(p, at, LEMMA_REACTION))
        return true;
    return at != NO_INDEX && parse_token(p, i)->dep == p->labels.pobj &&
           parse_is_one_of(p, at, "after before following since amid despite until");
}

static bool add_noun(struct reading *r, uint32_t i) {
    const struct report_parse *p = &r->parse;
    struct proposition x = proposition_at(r, i);
    x.noun = true;
    x.presupposed = is_presupposed(p, i);
    x.several = names_several(p, i);
    add_keys_of(r, &x, i, false);
    add_phrase(r, &r->set, &r->names, i);
    x.words = take_set(r, &r->set);
    x.names = take_set(r, &r->names);
    if (parse_token(p, i)->dep == p->labels.dobj) {
        struct subject subject = clause_subject(p, p->clause[i]);
        if (subject.token != NO_INDEX && !subject.undergoes) {
            add_phrase(r, NULL, &r->names, subject.token);
            x.who = take_set(r, &r->names);
        }
    }
    uint32_t last = p->right[i] < i + PHRASE_TOKENS_MAX ? p->right[i] : i + PHRASE_TOKENS_MAX;
    x.text = clause_trimmed(p, p->left[i], last);
    uint32_t above = negation_above(p, r->words, i);
    put_on_statement(r, &x, i, above);
    x.modality = MODALITY_FACT;
    x.denied = above != NO_INDEX;
    return add_proposition(r, &x);
}

/* "when they die", "once it opens": of no one time, or still to come. */
static bool is_general(const struct report_parse *p, uint32_t v) {
    return parse_token(p, v)->dep == p->labels.advcl &&
           (parse_has_tag(p, v, "VBP") || parse_has_tag(p, v, "VBZ")) &&
           parse_is_one_of(p, p->left[v], "when whenever once until till before after");
}

/* "With the expectation that it would sink", "the doctrine that it sinks": cut from the noun it
 * says more than anybody does. */
static bool is_held(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t noun = parse_head(p, v), dep = parse_token(p, v)->dep;
    return noun != NO_INDEX && (dep == l->acl || dep == l->ccomp || dep == l->relcl) &&
           p->subject[v] != NO_INDEX && p->left[v] > noun &&
           parse_is_one_of(p, p->left[v], "that") && parse_has_class(p, noun, LEMMA_HELD);
}

/* "If anybody thinks that it sank", "chose a bad day to claim it sank": nobody says so; not "if
 * they know that it sank", "a letter to say that". */
static bool is_entertained(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t head = parse_head(p, v);
    if (head == NO_INDEX || parse_token(p, v)->dep != l->ccomp)
        return false;
    if (clause_is_condition(p, head))
        return !parse_is_one_of(p, head,
                                "know realize realise notice learn discover find regret forget");
    uint32_t noun = parse_head(p, head), dep = parse_token(p, head)->dep,
             to = parse_child(p, head, l->aux);
    return noun != NO_INDEX && (dep == l->acl || dep == l->relcl) && noun < head &&
           to != NO_INDEX && parse_is_one_of(p, to, "to") &&
           (parse_has_class(p, head, LEMMA_ASSERT) || parse_is_one_of(p, head, "believe think")) &&
           !parse_has_class(p, noun, LEMMA_TEXT) && !parse_has_class(p, noun, LEMMA_REPORT) &&
           !parse_has_class(p, noun, LEMMA_DOCUMENT);
}

/* Conditions, what is asked or left open: "if it rains", "what he wants"; and what is not told of
 * this time: "nobody has won more often than she". */
static bool is_open(const struct report_parse *p, uint32_t v) {
    const struct parse_labels *l = &p->labels;
    uint32_t dep = parse_token(p, v)->dep, first = p->left[v];
    if (clause_is_condition(p, v) || is_entertained(p, v) || is_general(p, v) || is_held(p, v) ||
        negation_compares(p, v) || negation_is_elsewhere(p, v))
        return true;
    bool known = parse_has_tag(p, v, "VBD") && parse_is_one_of(p, first, "how why") &&
                 parse_token(p, first)->head == v;
    return (dep == l->ccomp || dep == l->pcomp || dep == l->csubj) && !known &&
           parse_has_class(p, first, LEMMA_QUESTION);
}

/* What stands above the clause, or in it above what completes its verb, "has not ruled out
 * selling", says neither yes nor no. */
static bool is_left_open(const struct reading *r, uint32_t v) {
    uint32_t told = verb_told(r, v), next = parse_child(&r->parse, told, r->parse.labels.xcomp);
    return governor_is_silent(&r->parse, v) || governor_leaves_open(&r->parse, r->words, told) ||
           (next != NO_INDEX && governor_leaves_open(&r->parse, r->words, next));
}

static bool is_told(const struct analysis *n, const struct sentence *s) {
    if (s->voice == VOICE_OPINION && !is_among_opinion(s) && !is_reading(s))
        return false;
    struct str text = str_span(n->article->text, s->text);
    size_t from =
        text.n > 4 ? text.n - 4 : 0; /* the mark may stand before closing quotation marks */
    return str_find_byte(text, '?', from) == SIZE_MAX;
}

static bool read_sentence(struct reading *r, const struct sentence *s) {
    const struct report_parse *p = &r->parse;
    uint32_t before = r->out->at.n, end = s->first_token + s->token_count;
    bool left_open = false;
    for (uint32_t i = s->first_token; i < end; i++) {
        if (is_event_noun(r, i) && !governor_leaves_open(p, r->words, i) && !add_noun(r, i))
            return false;
        bool tells =
            p->clause[i] == i && (!clause_is_frame(p, r->words, i) || verb_told(r, i) != i);
        if (!tells || is_open(p, i))
            continue;
        if (is_left_open(r, i))
            left_open = true;
        else if (!add_clause(r, i))
            return false;
    }
    for (uint32_t i = s->first_token; i < end && r->out->at.n == before && !left_open; i++)
        if (p->clause[i] == i && clause_is_frame(p, r->words, i) && !is_left_open(r, i) &&
            !add_clause(r, i))
            return false;
    return true;
}

int propositions_read(struct proposition_list *out, struct event_words *words, uint32_t report) {
    const struct analysis *n = words->w->c->reports.at[report].analysis;
    struct reading r = {.words = words, .out = out, .report = report, .around_sentence = NO_INDEX};
    struct arena a;
    arena_init(&a, &words->w->scratch->mem, words->w->scratch->budget_bytes);
    int status = report_parse_init(&r.parse, &a, words, n);
    for (uint32_t s = 0; status == TS_OK && s < n->sentences.n; s++)
        if (is_told(n, &n->sentences.at[s]) && !read_sentence(&r, &n->sentences.at[s]))
            r.refused = true;
    arena_clear(&a);
    return status == TS_OK && r.refused ? work_memory(words->w) : status;
}
