#include "compare/report_parse.h"

#include <stdlib.h>
#include <string.h>

static void find_labels(struct parse_labels *l, const struct labels *labels) {
    const struct {
        uint32_t *at;
        const char *name;
    } all[] = {
        {&l->acl, "acl"},       {&l->acomp, "acomp"},
        {&l->advcl, "advcl"},   {&l->agent, "agent"},
        {&l->appos, "appos"},   {&l->attr, "attr"},
        {&l->aux, "aux"},       {&l->auxpass, "auxpass"},
        {&l->cc, "cc"},         {&l->ccomp, "ccomp"},
        {&l->conj, "conj"},     {&l->csubj, "csubj"},
        {&l->det, "det"},       {&l->dobj, "dobj"},
        {&l->expl, "expl"},     {&l->mark, "mark"},
        {&l->neg, "neg"},       {&l->nsubj, "nsubj"},
        {&l->oprd, "oprd"},     {&l->parataxis, "parataxis"},
        {&l->pcomp, "pcomp"},   {&l->pobj, "pobj"},
        {&l->poss, "poss"},     {&l->prep, "prep"},
        {&l->prt, "prt"},       {&l->punct, "punct"},
        {&l->relcl, "relcl"},   {&l->nsubjpass, "nsubjpass"},
        {&l->root, "ROOT"},     {&l->xcomp, "xcomp"},
        {&l->verb, "VERB"},     {&l->auxiliary, "AUX"},
        {&l->noun, "NOUN"},     {&l->proper_noun, "PROPN"},
        {&l->number, "NUM"},    {&l->adjective, "ADJ"},
        {&l->adverb, "ADV"},    {&l->pronoun, "PRON"},
        {&l->gerund, "VBG"},    {&l->participle, "VBN"},
        {&l->base, "VB"},       {&l->plural, "NNS"},
        {&l->wh_adverb, "WRB"}, {&l->amod, "amod"},
        {&l->dative, "dative"}, {&l->compound, "compound"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i].at = labels_find(labels, str_of(all[i].name));
}

static bool take_room(struct report_parse *p, struct arena *a) {
    uint32_t n = p->analysis->tokens.n,
             **arrays[] = {&p->first_child, &p->next_sibling, &p->left,      &p->right,
                           &p->clause,      &p->first_in,     &p->next_in,   &p->sentence,
                           &p->lemma,       &p->entity,       &p->statement, &p->subject};
    for (size_t k = 0; k < sizeof arrays / sizeof *arrays; k++) {
        *arrays[k] = arena_zero(a, n, sizeof **arrays[k]);
        if (!*arrays[k])
            return false;
        memset(*arrays[k], 0xFF, n * sizeof **arrays[k]);
    }
    p->cue = arena_zero(a, n, sizeof *p->cue);
    return p->cue;
}

/* A verb that heads a clause of its own; one that completes another verb ("tried to leave") does
 * not. */
static bool is_predicate(const struct report_parse *p, uint32_t i) {
    const struct parse_labels *l = &p->labels;
    const struct token *t = parse_token(p, i);
    if (t->pos != l->verb && t->pos != l->auxiliary)
        return false;
    if (t->dep == l->conj) {
        uint16_t head = parse_token(p, t->head)->pos;
        return head == l->verb || head == l->auxiliary;
    }
    return t->head == i || t->dep == l->ccomp || t->dep == l->advcl || t->dep == l->relcl ||
           t->dep == l->acl || t->dep == l->parataxis || t->dep == l->pcomp || t->dep == l->csubj;
}

/* Clauses from the roots down, then the extent of each subtree from the leaves up. A token that no
 * root reaches stays alone. */
static bool find_clauses(struct report_parse *p, struct arena *a) {
    uint32_t n = p->analysis->tokens.n, ordered = 0;
    uint32_t *order = arena_zero(a, n, sizeof *order);
    if (!order)
        return false;
    for (uint32_t i = n; i-- > 0;) {
        uint32_t head = parse_token(p, i)->head;
        p->left[i] = p->right[i] = i;
        if (head != i) {
            p->next_sibling[i] = p->first_child[head];
            p->first_child[head] = i;
            uint32_t dep = parse_token(p, i)->dep;
            if (dep == p->labels.nsubj || dep == p->labels.nsubjpass)
                p->subject[head] = i;
        }
    }
    for (uint32_t i = 0; i < n; i++)
        if (parse_token(p, i)->head == i)
            order[ordered++] = i;
    for (uint32_t k = 0; k < ordered; k++) {
        uint32_t i = order[k], head = parse_token(p, i)->head;
        p->clause[i] = is_predicate(p, i) ? i : head == i ? NO_INDEX : p->clause[head];
        for (uint32_t c = p->first_child[i]; c != NO_INDEX; c = p->next_sibling[c])
            order[ordered++] = c;
    }
    for (uint32_t k = ordered; k-- > 0;) {
        uint32_t i = order[k], head = parse_token(p, i)->head;
        if (p->left[i] < p->left[head])
            p->left[head] = p->left[i];
        if (p->right[i] > p->right[head])
            p->right[head] = p->right[i];
    }
    for (uint32_t i = n; i-- > 0;)
        if (p->clause[i] != NO_INDEX) {
            p->next_in[i] = p->first_in[p->clause[i]];
            p->first_in[p->clause[i]] = i;
        }
    return true;
}

enum { MENTION_TOKENS_MAX = 24 };

static void mark_mentions(struct report_parse *p) {
    const struct analysis *n = p->analysis;
    for (uint32_t e = 0; e < n->entities.n; e++)
        for (uint32_t m = 0; m < n->entities.at[e].mentions.n; m++) {
            struct span s = n->entities.at[e].mentions.at[m].text;
            uint32_t first = SPANS_FIND(n->tokens, s.start);
            for (uint32_t i = first; i < n->tokens.n && i < first + MENTION_TOKENS_MAX &&
                                     n->tokens.at[i].text.start < s.end;
                 i++)
                p->entity[i] = e;
        }
}

struct content {
    struct span text;
    uint32_t statement;
};

static int shorter(const void *x, const void *y) {
    const struct content *a = x, *b = y;
    uint32_t m = a->text.end - a->text.start, n = b->text.end - b->text.start;
    if (m != n)
        return m < n ? -1 : 1;
    if (a->text.start != b->text.start)
        return a->text.start < b->text.start ? -1 : 1;
    return a->statement < b->statement ? -1 : a->statement > b->statement;
}

/* Each token goes to the shortest content that has it. next[i] leads to the first token from i on
 * that has none yet, so that each token is met once. */
static bool mark_contents(struct report_parse *p, struct arena *a) {
    const struct analysis *n = p->analysis;
    VEC_OF(struct content) contents = {0};
    for (uint32_t s = 0; s < n->statements.n; s++) {
        const struct statement *x = &n->statements.at[s];
        for (uint32_t i = SPANS_FIND(n->tokens, x->cue.start);
             !x->in_title && i < n->tokens.n && n->tokens.at[i].text.start < x->cue.end; i++)
            p->cue[i] = true;
        for (uint32_t k = 0; k < x->content.n && !x->in_title; k++) {
            struct content *added = VEC_PUSH(a, &contents);
            if (!added)
                return false;
            *added = (struct content){x->content.at[k], s};
        }
    }
    if (contents.n)
        qsort(contents.at, contents.n, sizeof *contents.at, shorter);
    uint32_t *next = arena_zero(a, (size_t)n->tokens.n + 1, sizeof *next);
    if (!next)
        return false;
    for (uint32_t i = 0; i <= n->tokens.n; i++)
        next[i] = i;
    for (uint32_t k = 0; k < contents.n; k++)
        for (uint32_t i = SPANS_FIND(n->tokens, contents.at[k].text.start);;) {
            while (next[i] != i)
                i = next[i] = next[next[i]];
            if (i >= n->tokens.n || n->tokens.at[i].text.start >= contents.at[k].text.end)
                break;
            p->statement[i] = contents.at[k].statement;
            next[i] = i + 1;
        }
    return true;
}

int report_parse_init(struct report_parse *p, struct arena *a, struct event_words *words,
                      const struct analysis *analysis) {
    *p = (struct report_parse){.analysis = analysis, .words = words};
    find_labels(&p->labels, analysis->labels);
    if (!take_room(p, a) || !find_clauses(p, a) || !mark_contents(p, a))
        return arena_fail(a, words->w->err);
    mark_mentions(p);
    for (uint32_t s = 0; s < analysis->sentences.n; s++) {
        const struct sentence *x = &analysis->sentences.at[s];
        for (uint32_t i = x->first_token; i < x->first_token + x->token_count; i++)
            p->sentence[i] = s;
    }
    for (uint32_t i = 0; i < analysis->tokens.n; i++) {
        p->lemma[i] = event_words_id(words, analysis->tokens.at[i].lemma);
        if (p->lemma[i] == NO_INDEX)
            return work_memory(words->w);
    }
    return TS_OK;
}

uint32_t parse_child(const struct report_parse *p, uint32_t i, uint32_t dep) {
    enum { CHILDREN_MAX = 64 };
    uint32_t c = p->first_child[i];
    for (unsigned k = 0; c != NO_INDEX && k < CHILDREN_MAX; k++, c = p->next_sibling[c])
        if (parse_token(p, c)->dep == dep)
            return c;
    return NO_INDEX;
}

bool parse_has_tag(const struct report_parse *p, uint32_t i, const char *tag) {
    return str_eq(labels_name(p->analysis->labels, parse_token(p, i)->tag), str_of(tag));
}

bool parse_is_one_of(const struct report_parse *p, uint32_t i, const char *words) {
    struct str lemma = parse_token(p, i)->lemma;
    for (struct str rest = str_of(words); rest.at;)
        if (str_eq_nocase(str_split(&rest, ' '), lemma))
            return true;
    return false;
}
