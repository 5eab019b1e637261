#include "report/claim_chain.h"

static uint32_t add(struct claim_link *links, uint32_t n, struct str name,
                    enum source_class source_class) {
    if (!name.n)
        return n;
    links[n] = (struct claim_link){name, source_class};
    return n + 1;
}

uint32_t claim_chain(struct claim_link links[CLAIM_LINKS], const struct comparison *c,
                     const struct claim_report *r) {
    const struct analysis *n = c->reports.at[r->report].analysis;
    uint32_t inward[CHAIN_MAX + 1], count = 0, at = NO_INDEX, made = 0;
    for (uint32_t k = 0; k < r->uses.n && at == NO_INDEX; k++)
        at = r->uses.at[k].statement;
    for (; count <= CHAIN_MAX && at != NO_INDEX; at = n->statements.at[at].within)
        inward[count++] = at;
    while (count-- > 0) {
        const struct statement *s = &n->statements.at[inward[count]];
        struct str text = s->in_title ? n->article->title : n->article->text;
        made = add(links, made,
                   s->entity == NO_INDEX ? str_span(text, statement_source(s))
                                         : n->entities.at[s->entity].name,
                   s->source_class);
        if (statement_of_outlet(s) && s->described_as.start < s->described_as.end)
            made = add(links, made, str_span(text, s->described_as), SOURCE_UNNAMED);
    }
    return made;
}
