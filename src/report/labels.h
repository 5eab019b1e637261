/* The names that every form of a result uses for the same things. */
#ifndef REPORT_LABELS_H
#define REPORT_LABELS_H

#include "compare/comparison.h"

const char *labels_origin_kind(enum origin_kind kind);    /* "outlet", "person", ... */
const char *labels_relation(enum link_relation relation); /* "credits", "copies", ... */
const char *
labels_relation_prov(enum link_relation relation);   /* the PROV-O term: "hadPrimarySource", ... */
const char *labels_claim_kind(enum claim_kind kind); /* "event", "state", ... */
const char *labels_stance(enum stance stance);       /* "states", "denies", "both" */
const char *labels_voice(enum voice voice);          /* "own", "attributed", "opinion" */

/** "own reporting", "credits", ...; role is "own_reporting", "credited", ... */
const char *labels_role(struct str role);

/** A share as it is shown: rounded to the hundredth, half up; what is above 0 is at least 0.01. */
double labels_share(double share);

/** Why a report cannot be compared; NULL when it can. */
const char *labels_unfit(const struct report *report);

/** What a report is called where it is short: its outlet, else its title, else its file's name. */
struct str labels_report_name(const struct report *report);

#endif
