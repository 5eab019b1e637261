/* What the stage `compare` gives for several analyses (twosource.comparison/1). */
#ifndef COMPARE_COMPARISON_H
#define COMPARE_COMPARISON_H

#include "lang/analysis.h"

/** A stretch of a report that a reader can be sent to. Offsets count bytes in the report's text (or
 * title). */
struct evidence {
    uint32_t report; /* index in reports */
    struct span text;
    bool in_title;
};
struct evidence_list {
    struct evidence *at;
    uint32_t n, cap;
};

/** One report, as the comparison orders them: by published time, then article id, then path. */
struct report {
    const struct analysis *analysis;
    const struct article *article;
    uint32_t story;           /* index in stories, or NO_INDEX: stands alone */
    bool alone_because_unfit; /* not_article, stub without text, or a language that is not supported
                               */
};

/** A passage that two reports share. Ordered by a, b, then a's span; a < b. */
struct copy {
    uint32_t a, b;
    struct span in_a, in_b;
    uint32_t words; /* words of the passage in a */
    bool exact;     /* the same words in the same order; else lightly edited */
};

/** Share of the words of each of two reports that the copies cover. */
struct share {
    uint32_t a, b;
    double of_a, of_b;
};

struct reason {
    struct str kind; /* "names", "numbers", "dates", "phrases", "copy", "link", "title" */
    struct str text; /* the shared words themselves, parted by "; " */
};

struct near_miss {
    uint32_t report;
    struct str why_not; /* from a fixed list of texts, with the shared words */
};

/** How many independent origins a side has, and the rules that gave it. */
struct count_range {
    uint32_t at_least, at_most;
    VEC_OF(uint32_t) origins; /* indices in origins; at_most of them */
    VEC_OF(struct str) rules; /* ids, sorted */
    struct str because;       /* from a fixed list of texts */
};

/** Two or more reports of the same event. */
struct story {
    VEC_OF(uint32_t) reports;
    VEC_OF(struct reason) because;
    VEC_OF(struct near_miss) near_misses;
    struct count_range
        supporting;             /* of the story as a whole; claims have their own in a later form */
    VEC_OF(uint32_t) unsourced; /* reports in which no credit, copy or own check was found */
};

enum origin_kind {
    ORIGIN_OUTLET,
    ORIGIN_PERSON,
    ORIGIN_ORGANISATION,
    ORIGIN_DOCUMENT,
    ORIGIN_UNNAMED,
    ORIGIN_OWN
};

struct origin {
    uint32_t story;
    struct str name;
    VEC_OF(struct str) aliases;
    enum origin_kind kind;
    struct str via;         /* the unnamed people behind it, in a report's words; none */
    uint32_t stated_people; /* 0: not stated */
    struct str stated_words;
    struct evidence_list evidence;
};

enum link_relation {
    LINK_CREDITS,
    LINK_COPIES,
    LINK_QUOTES,
    LINK_REVISES,
    LINK_CHECKS,
    LINK_REPORTS
};

/** An edge from a report to an origin (to_report NO_INDEX) or to another report. */
struct link {
    uint32_t from;
    uint32_t origin;    /* or NO_INDEX */
    uint32_t to_report; /* or NO_INDEX */
    enum link_relation relation;
    double share; /* of from's words that are copied; 0 for credits */
    bool partial; /* "with AP" */
    bool direction_unknown;
    struct evidence_list evidence;
};

/** A mention of an outlet or agency as a source, counted as an origin or not. */
struct credit {
    uint32_t report, statement; /* index in the analysis's statements */
    uint32_t origin;            /* or NO_INDEX when it is not counted */
    struct str name;            /* as the outlet is called */
    struct str not_counted;     /* why, from a fixed list: "own outlet", "relays a named speaker",
                                   "opinion piece", ...; none */
    struct evidence evidence;   /* the sentence */
    bool credit_line; /* stands in a byline, dateline or foot credit; when that is no part of the
                         text, evidence is the sentence that it stands before */
};

struct figure_value {
    double value;
    struct str unit, bound;
    struct str words; /* as the first of the reports writes it: "$3.2 million" */
    VEC_OF(uint32_t) reports;
    struct evidence_list evidence; /* the sentence for each */
};

/** Figures of one thing over the reports of a story that agree or differ. */
struct figure {
    uint32_t story;
    struct str what; /* the words the figures share ("tonnes of copper"), from a report */
    struct str kind; /* "money", "count", ... */
    bool differs;
    VEC_OF(struct figure_value) values; /* by value */
};

struct quote_use {
    uint32_t report;
    struct span text;
    bool altered;
};

/** A direct quotation found in two or more reports, or in one. */
struct quote {
    uint32_t story; /* or NO_INDEX */
    struct str text;
    struct str
        speaker; /* as the text names him or her beside the quotation; none when it is not told */
    VEC_OF(struct quote_use) reports;
};

struct open_question {
    struct str question; /* from a fixed list, with names filled in */
    VEC_OF(uint32_t) reports;
};

/* Of a report to a claim; a report that is not listed is silent. */
enum stance { STANCE_STATES, STANCE_DENIES, STANCE_BOTH, STANCES };

enum claim_kind {
    CLAIM_EVENT,
    CLAIM_STATE,
    CLAIM_PLAN,
    CLAIM_FIGURE,
    CLAIM_DENIAL, /* it says that something is not so */
    CLAIM_KINDS
};

/** Whether a place tells a claim on nobody's word that is named: "rumoured to have sunk", "rumours
 * that it sank". */
enum rumour { NOT_RUMOURED, RUMOURED_TO_BE, RUMOURED };

/** A place where a report tells a claim. */
struct claim_use {
    struct span
        text; /* the clause, or the noun phrase that takes it for known; in the report's text */
    uint32_t sentence;  /* of the analysis */
    uint32_t statement; /* the innermost statement that it stands on, or NO_INDEX */
    uint32_t predicate; /* the token of its clause's predicate; of a noun phrase NO_INDEX */
    bool denies;
    enum rumour rumour;
    struct span rumours; /* "online rumours": how the report calls them where they go round and
                            nobody is told to have begun them; else empty */
    bool noun;           /* it is a noun phrase */
    bool presupposed;    /* a noun phrase that who speaks takes for known: not his word */
    bool refuted;        /* it is called untrue */
    bool recalled;       /* and so is what was told before: "that turned out to be made up" */
    bool pictured;       /* it denies only in that a picture of it is called false */
    bool told;           /* given on somebody's word, or shown by a document */
};

/** A report that tells a claim. */
struct claim_report {
    uint32_t report;
    enum stance stance;
    bool left_open;                /* told as a rumour alone: STANCE_BOTH, and no use denies */
    enum voice voice;              /* of its first use */
    struct span hedge;             /* the first, in the report's text; may be empty */
    bool carried;                  /* its first use stands on a statement of an earlier sentence */
    VEC_OF(struct claim_use) uses; /* in the order of the text; one or more */
    VEC_OF(uint32_t) origins;      /* whose word it gives, of both sides; ascending */
    VEC_OF(struct str) roles;      /* "credited", "own_reporting", ...; sorted */
};

/** Whom "he" in a claim's words means, by the name of a person that stands before it in the same
 * report; of what somebody denies, whom "he" or "it" means, by the words for who denies it. Both in
 * that report's text. */
struct pronoun_meaning {
    struct span pronoun, name;
};

/** A proposition that one or more reports of a story tell. */
struct claim {
    uint32_t story;
    uint32_t report;                      /* whose words it is shown in */
    struct span text;                     /* in that report's text */
    VEC_OF(struct pronoun_meaning) means; /* of people whom these words do not name */
    enum claim_kind kind;
    VEC_OF(struct claim_report) reports; /* by number */
    struct count_range supporting, denying;
    VEC_OF(uint32_t) unsourced; /* reports that give it flatly */
};

/** The claims that one report alone has. */
struct only_in {
    uint32_t report;
    VEC_OF(uint32_t) claims; /* indices in claims */
};

/** A day that a report gives without its year, and can not tell by its own date. */
struct open_year {
    uint32_t story, report;
    struct span text;   /* in the report's text: "5 April" */
    struct str value;   /* TIMEX3: "XXXX-04-05" */
    struct str by_year; /* with the year that another report tells: "2025-04-05" */
    uint32_t by;        /* that report */
};

struct override_note {
    struct str kind; /* "same", "apart" */
    struct str a, b; /* paths as given */
};

/** An input that gave no report, so that none is dropped silently. */
struct skipped_input {
    struct str path, outcome, message;
};

/** All storage is in one arena. Read-only once made. */
struct comparison {
    VEC_OF(struct report) reports;
    VEC_OF(struct copy) copies;
    VEC_OF(struct share) shares;
    VEC_OF(struct story) stories;
    VEC_OF(struct origin) origins;
    VEC_OF(struct link) links;
    VEC_OF(struct credit) credits;
    VEC_OF(struct figure) figures;
    VEC_OF(struct quote) quotes;
    VEC_OF(struct claim) claims;         /* story by story; of one story the most carried first */
    VEC_OF(struct only_in) only_in;      /* by report; those that have one */
    VEC_OF(struct open_year) open_years; /* that another report tells; by story, report, place */
    VEC_OF(struct open_question) cannot_tell;
    VEC_OF(struct str) rules_off;
    VEC_OF(struct override_note) overrides;
    VEC_OF(struct skipped_input) skipped;
    bool stories_only; /* the grouping alone was asked for: what is not reports or stories is empty
                        */
};

#endif
