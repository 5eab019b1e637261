#include "compare/claim_stances.h"

/* Of a claim's members: before one and behind it; and of the first of other reports. */
enum { MEMBERS_LOOKED_AT = 16, OTHERS_LOOKED_AT = 4 };

bool claim_stance_denies(const struct proposition *x) {
    return x->reference.kind == REFERENCE_NONE ? x->denied : x->reference.refutes;
}

/* Whose word a proposition is given on; of two statements of one source the same. */
static uint32_t source_of(const struct work *w, const struct proposition *x) {
    if (x->statement == NO_INDEX)
        return NO_INDEX;
    const struct analysis *n = w->c->reports.at[x->report].analysis;
    uint32_t entity = n->statements.at[x->statement].entity;
    return entity == NO_INDEX ? n->entities.n + x->statement : entity;
}

/* Whether x has more words of what another report tells than y: "did not take it from Kestrel, took
 * it from Skua", of a report that it was Kestrel's. */
static bool is_nearer(const struct proposition *all, const uint32_t *members, uint32_t n,
                      const struct proposition *x, const struct proposition *y) {
    for (uint32_t i = 0, seen = 0; i < n && seen < OTHERS_LOOKED_AT; i++) {
        const struct proposition *z = &all[members[i]];
        if (z->report == x->report || z->negated || z->noun || z->reference.kind != REFERENCE_NONE)
            continue;
        seen++;
        if (word_sets_share(x->words, z->words) > word_sets_share(y->words, z->words))
            return true;
    }
    return false;
}

/* "Local doctors did not reattach it, surgeons did": who says the one and the other, and takes
 * neither back, tells two facts where the words differ. */
static bool tells_another(const struct work *w, const struct proposition *all,
                          const uint32_t *members, uint32_t n, uint32_t i) {
    const struct proposition *x = &all[members[i]];
    uint32_t from = i > MEMBERS_LOOKED_AT ? i - MEMBERS_LOOKED_AT : 0;
    bool plain = x->negated && x->denied && x->reference.kind == REFERENCE_NONE;
    for (uint32_t j = from; plain && j < n && j <= i + MEMBERS_LOOKED_AT; j++) {
        const struct proposition *y = &all[members[j]];
        if (y->report == x->report && y->modality == MODALITY_FACT && !y->denied && !y->noun &&
            !y->aside && !y->rumour && y->reference.kind == REFERENCE_NONE &&
            source_of(w, y) == source_of(w, x) &&
            word_sets_share(x->words, y->words) < x->words.n &&
            (x->aside || !is_nearer(all, members, n, x, y)))
            return true;
    }
    return false;
}

uint32_t claim_stances_alike(uint32_t *kept, const struct work *w, const struct proposition *all,
                             const uint32_t *members, uint32_t n) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++)
        if (!tells_another(w, all, members, n, i))
            kept[count++] = members[i];
    return count;
}

/* A use that is only named by who says the opposite: "Roe's death was a hoax". */
static bool only_names(const struct claim_use *use, bool denial) {
    return use->noun && use->denies == denial;
}

/* The outlet itself tells it, and not as what others say. */
static bool is_flat(const struct claim_use *use) {
    return use->statement == NO_INDEX && !use->rumour && !use->refuted;
}

/* The report counts uses of this side: not those by a false picture of what it tells flatly, nor
 * what others say and the outlet itself calls untrue. */
static bool has_side(const struct claim_report *r, bool denies, bool denial) {
    bool has = false, flat = false, other_flat = false, refuted = false;
    for (uint32_t k = 0; k < r->uses.n; k++) {
        const struct claim_use *use = &r->uses.at[k];
        if (only_names(use, denial))
            continue;
        bool own = is_flat(use), same = use->denies == denies;
        flat = flat || (same && own);
        other_flat = other_flat || (!same && own);
        refuted = refuted || (!same && use->recalled && use->statement == NO_INDEX);
    }
    for (uint32_t k = 0; k < r->uses.n && !has; k++) {
        const struct claim_use *use = &r->uses.at[k];
        has = use->denies == denies && !only_names(use, denial) && !(use->pictured && other_flat);
    }
    return has && (flat || !refuted);
}

/* "Rumours spread that it had sunk", and nothing says it has: the report leaves it open. */
static bool is_rumour_alone(const struct claim_report *r) {
    for (uint32_t k = 0; k < r->uses.n; k++)
        if (!r->uses.at[k].denies && r->uses.at[k].rumour != RUMOURED)
            return false;
    return true;
}

void claim_stances_settle(struct claim *c, bool denial) {
    for (uint32_t i = 0; i < c->reports.n; i++) {
        struct claim_report *r = &c->reports.at[i];
        for (uint32_t k = 0; k < r->uses.n; k++)
            r->uses.at[k].denies = r->uses.at[k].denies != denial;
        bool against = has_side(r, true, denial), states = has_side(r, false, denial);
        against = against || (!states && denial);
        r->left_open = !denial && !against && is_rumour_alone(r);
        bool both = states && (against || r->left_open);
        r->stance = both ? STANCE_BOTH : against ? STANCE_DENIES : STANCE_STATES;
    }
}
