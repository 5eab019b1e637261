#include "lang/tree_words.h"

enum { CONJUNCTS = 8 };

static void find_labels(struct tree_labels *out, const struct labels *all) {
    const struct {
        uint16_t *to;
        const char *name;
    } rows[] = {
#define TREE_ROW(name) {&out->name, #name},
        TREE_DEPENDENCIES(TREE_ROW)
#undef TREE_ROW
            {&out->verb, "VERB"},
        {&out->auxiliary, "AUX"},
        {&out->noun, "NOUN"},
        {&out->proper_noun, "PROPN"},
        {&out->pronoun, "PRON"},
        {&out->adjective, "ADJ"},
        {&out->participle, "VBN"},
        {&out->gerund, "VBG"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        *rows[i].to = (uint16_t)labels_find(all, str_of(rows[i].name));
}

/* A walk up ends where it changes nothing, since what is above was then reached from further out:
 * each token's edge is set once. */
static void find_edges(struct parse_tree *t) {
    uint32_t n = t->doc->tokens.n;
    for (uint32_t i = 0; i < n; i++)
        t->left[i] = t->right[i] = i;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i, up; (up = tree_head(t, k)) != NO_INDEX && t->left[up] > i; k = up)
            t->left[up] = i;
    for (uint32_t i = n; i-- > 0;)
        for (uint32_t k = i, up; (up = tree_head(t, k)) != NO_INDEX && t->right[up] < i; k = up)
            t->right[up] = i;
}

/* "Another pilot Ann Roe said", of which the parser made two subjects: the name is the one. first
 * stands before the other. */
static bool names_the_same(const struct parse_tree *t, uint32_t first, uint32_t name) {
    return first != NO_INDEX && t->doc->tokens.at[first].pos == t->labels.noun &&
           t->doc->tokens.at[name].pos == t->labels.proper_noun && t->left[name] == first + 1;
}

static void find_children(struct parse_tree *t) {
    uint32_t n = t->doc->tokens.n;
    for (uint32_t i = 0; i < n; i++)
        t->first_child[i] = t->next_sibling[i] = t->subject[i] = t->passive_subject[i] =
            t->passive_aux[i] = t->object[i] = t->infinitive[i] = NO_INDEX;
    for (uint32_t i = n; i-- > 0;) {
        uint32_t head = tree_head(t, i);
        if (head == NO_INDEX)
            continue;
        t->next_sibling[i] = t->first_child[head];
        t->first_child[head] = i;
        uint16_t dep = t->doc->tokens.at[i].dep;
        if (dep == t->labels.nsubj) {
            if (t->subject[head] == NO_INDEX || !names_the_same(t, i, t->subject[head]))
                t->subject[head] = i;
        } else if (dep == t->labels.nsubjpass)
            t->passive_subject[head] = i;
        else if (dep == t->labels.auxpass)
            t->passive_aux[head] = i;
        else if (dep == t->labels.dobj || dep == t->labels.dative)
            t->object[head] = i;
        else if (dep == t->labels.aux && str_eq_nocase(t->doc->tokens.at[i].lemma, STR("to")))
            t->infinitive[head] = i;
    }
}

static void find_places(struct parse_tree *t, const struct unit *u) {
    uint32_t n = t->doc->tokens.n, word = 0;
    for (uint32_t s = 0; s < u->sentences.n; s++) {
        uint32_t first = u->sentences.at[s].first_token,
                 end = s + 1 < u->sentences.n ? u->sentences.at[s + 1].first_token : n;
        for (uint32_t i = first; i < end && i < n; i++) {
            t->sentence_first[i] = first;
            t->sentence_end[i] = end;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        while (word < u->words.n && u->words.at[word].text.end <= t->doc->tokens.at[i].text.start)
            word++;
        t->word[i] = word;
    }
}

int parse_tree_init(struct parse_tree *t, struct unit *u) {
    size_t n = u->doc->tokens.n + (size_t)1;
    uint32_t **const arrays[] = {
        &t->first_child,  &t->next_sibling, &t->subject, &t->passive_subject,
        &t->passive_aux,  &t->left,         &t->right,   &t->sentence_first,
        &t->sentence_end, &t->word,         &t->object,  &t->infinitive};
    t->doc = u->doc;
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = arena_zero(u->a, n, sizeof(uint32_t));
        if (!*arrays[i])
            return arena_fail(u->a, u->err);
    }
    find_labels(&t->labels, u->analysis->labels);
    find_places(t, u);
    find_edges(t);
    find_children(t);
    return TS_OK;
}

uint32_t tree_head(const struct parse_tree *t, uint32_t i) {
    uint32_t head = t->doc->tokens.at[i].head;
    return head == i || head >= t->doc->tokens.n ? NO_INDEX : head;
}

uint32_t tree_child(const struct parse_tree *t, uint32_t i, uint16_t dep) {
    uint32_t k = t->first_child[i];
    for (uint32_t n = 0; k != NO_INDEX && t->doc->tokens.at[k].dep != dep; n++)
        k = n < TREE_CHILDREN ? t->next_sibling[k] : NO_INDEX;
    return k;
}

uint32_t tree_child_lemma(const struct parse_tree *t, uint32_t i, uint16_t dep, struct str lemma) {
    uint32_t k = t->first_child[i];
    for (uint32_t n = 0; k != NO_INDEX && (t->doc->tokens.at[k].dep != dep ||
                                           !str_eq_nocase(t->doc->tokens.at[k].lemma, lemma));
         n++)
        k = n < TREE_CHILDREN ? t->next_sibling[k] : NO_INDEX;
    return k;
}

struct token_range tree_subtree(const struct parse_tree *t, uint32_t i) {
    uint32_t low = t->sentence_first[i], high = t->sentence_end[i];
    return (struct token_range){t->left[i] > low ? t->left[i] : low,
                                t->right[i] + 1 < high ? t->right[i] + 1 : high};
}

/* With the rest of a name that the parse cuts at its hyphen: "Omar al" of "Omar al-Roe". */
static struct token_range with_name(const struct parse_tree *t, struct token_range range,
                                    uint32_t noun) {
    uint32_t e = tree_entity_at(t, noun);
    const struct doc_entity *name = e < t->doc->entities.n ? &t->doc->entities.at[e] : NULL;
    bool cut = name && name->first <= noun && name->end == range.end + 2 &&
               str_eq(str_span(t->doc->text, tree_token(t, range.end)->text), STR("-")) &&
               name->first >= range.first;
    range.end += cut ? 2 : 0;
    return range;
}

struct token_range tree_noun_phrase(const struct parse_tree *t, uint32_t noun) {
    const struct tree_labels *l = &t->labels;
    struct token_range range = tree_subtree(t, noun);
    for (uint32_t part = noun, m = 0; part != NO_INDEX && m < CONJUNCTS; m++) {
        uint32_t k = t->first_child[part];
        for (uint32_t n = 0; n < TREE_CHILDREN && k != NO_INDEX; n++, k = t->next_sibling[k]) {
            uint16_t dep = tree_token(t, k)->dep;
            if (k > part && (dep == l->relcl || dep == l->advcl || dep == l->parataxis) &&
                t->left[k] < range.end)
                range.end = t->left[k];
        }
        part = tree_child(t, part, l->conj);
    }
    return with_name(t, range.end > noun ? range : (struct token_range){noun, noun + 1}, noun);
}

static bool at_end(const struct parse_tree *t, uint32_t i) {
    const struct doc_token *token = tree_token(t, i);
    char c = t->doc->text.at[token->text.start];
    bool quote =
        c == '"' || c == '\'' || (token->dep == t->labels.punct && (unsigned char)c > 0x7F);
    return token->is_space || (token->dep == t->labels.punct && !quote && c != '$' && c != '(' &&
                               c != ')' && c != '?' && c != '!');
}

struct span tree_span(const struct parse_tree *t, struct token_range r) {
    while (r.first < r.end && at_end(t, r.first))
        r.first++;
    while (r.end > r.first && at_end(t, r.end - 1))
        r.end--;
    if (r.first >= r.end)
        return (struct span){0, 0};
    return (struct span){tree_token(t, r.first)->text.start, tree_token(t, r.end - 1)->text.end};
}
