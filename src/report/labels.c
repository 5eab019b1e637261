#include "report/labels.h"

#include <math.h>

const char *labels_origin_kind(enum origin_kind kind) {
    static const char *const names[] = {"outlet",   "person",  "organisation",
                                        "document", "unnamed", "own"};
    return names[kind];
}

const char *labels_claim_kind(enum claim_kind kind) {
    static const char *const names[CLAIM_KINDS] = {"event", "state", "plan", "figure", "denial"};
    return names[kind];
}

const char *labels_stance(enum stance stance) {
    static const char *const names[STANCES] = {"states", "denies", "both"};
    return names[stance];
}

const char *labels_voice(enum voice voice) {
    static const char *const names[VOICES] = {"own", "attributed", "opinion"};
    return names[voice];
}

const char *labels_role(struct str role) {
    static const char *const names[][2] = {
        {"own_reporting", "own reporting"},
        {"republished", "republished"},
        {"credited", "credits"},
        {"uncredited", "same information, nobody credited"},
        {"same_public_source", "public source"},
        {"own_confirmation", "own check"},
        {"no_source", "no source"},
    };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(role, str_of(names[i][0])))
            return names[i][1];
    return "";
}

const char *labels_relation(enum link_relation relation) {
    static const char *const names[] = {"credits", "copies", "quotes",
                                        "revises", "checks", "reports"};
    return names[relation];
}

const char *labels_relation_prov(enum link_relation relation) {
    static const char *const names[] = {"hadPrimarySource", "wasDerivedFrom", "wasQuotedFrom",
                                        "wasRevisionOf",    "wasGeneratedBy", "wasAttributedTo"};
    return names[relation];
}

double labels_share(double share) {
    double s = floor(share * 100 + 0.5) / 100;
    return share > 0 && s < 0.01 ? 0.01 : s;
}

const char *labels_unfit(const struct report *report) {
    if (!report->alone_because_unfit)
        return NULL;
    if (report->article->kind == ARTICLE_NOT_ARTICLE)
        return "no article in it";
    return report->article->text.n ? "its language is not supported" : "too little text";
}

struct str labels_report_name(const struct report *report) {
    const struct article *a = report->article;
    if (a->outlet_name.n)
        return a->outlet_name;
    if (a->title.n)
        return a->title;
    struct str path = a->source.path.at ? a->source.path : a->source.url;
    size_t name = path.n;
    while (name > 0 && path.at[name - 1] != '/')
        name--;
    return name < path.n ? str_cut(path, name, path.n) : path;
}
