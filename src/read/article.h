/* What the stage `read` gives: one report's clean text and all that is known of it
 * (twosource.article/1). */
#ifndef READ_ARTICLE_H
#define READ_ARTICLE_H

#include "base/calendar.h"
#include "base/json_in.h"
#include "base/json_out.h"
#include "base/sha256.h"
#include "base/utf8.h"

enum article_kind {
    ARTICLE_REPORT,
    ARTICLE_OPINION,
    ARTICLE_PRESS_RELEASE,
    ARTICLE_LIVE_BLOG,
    ARTICLE_FACT_CHECK,
    ARTICLE_SPONSORED,
    ARTICLE_STUB,
    ARTICLE_NOT_ARTICLE,
    ARTICLE_KINDS
};

/** A half-open range of the payload's bytes. */
struct byte_range {
    uint32_t start, end;
};

/** A run of article.ranges. */
struct range_run {
    uint32_t first, count;
};

/** Where the payload came from. */
struct article_source {
    struct str path, url; /* exactly one is set, as given; path "-" for standard input */
    uint64_t bytes;
    char sha256[SHA256_HEX + 1];
    struct str media_type; /* "text/html", "text/plain" */
    struct str charset;    /* lower case; "utf-8", "windows-1252", ... */
};

struct article_date {
    struct when when;
    struct str role; /* "published", "modified", "unknown" */
    struct str from; /* "json-ld", "meta", "time", "visible", "text", "url", "dateline" */
};

/** A paragraph of the text. Its ranges, entities decoded and white space folded, are its text. */
struct paragraph {
    struct span text;
    struct range_run source;
};

struct article_link {
    struct span text;
    struct str href; /* absolute where a base is known */
};

struct left_out {
    struct str
        why; /* "related", "promotion", "navigation", "caption", "comments", "legal", "head", ... */
    struct str text; /* its first 80 code points, white space folded */
    struct range_run source;
};

/**
 * One report. All storage is in the arena it was made with and lives as long. Spans are byte
 * offsets in text; JSON has code points. Read-only once made, so threads may share it.
 */
struct article {
    char id[17]; /* first 16 hexadecimal digits of source.sha256 */
    struct article_source source;
    enum article_kind kind;
    struct str kind_because;
    struct str outlet_name, outlet_domain;
    struct str title;
    VEC_OF(struct str) byline;
    struct str dateline; /* place and agency before the first sentence, "BAKU, April 7 (Reuters)";
                            part of no paragraph */
    struct str language; /* BCP 47; none when unknown */
    struct article_date published, modified; /* when.precision WHEN_NONE: unknown */
    VEC_OF(struct article_date) dates;
    struct str url, canonical_url;
    struct str text; /* paragraphs parted by a blank line ("\n\n") */
    VEC_OF(struct paragraph) paragraphs;
    VEC_OF(struct byte_range) ranges;
    VEC_OF(struct article_link) links;
    VEC_OF(struct left_out) left_out;
    VEC_OF(struct str)
    flags; /* "json_ld_broken", "invalid_utf8", "language_not_supported", ...: short, stable names
            */
    struct utf8_index index; /* of text */
};

const char *article_kind_name(enum article_kind kind);

/**
 * A copy of which all storage is in a, in no more room than it needs; nothing of the first is kept.
 * TS_E_MEMORY or TS_E_LIMIT.
 */
int article_copy(struct article **out, struct arena *a, const struct article *article,
                 struct ts_error *err);

/** Writes the article's keys into the object that is open in j (so that analysis/1 can add its
 * own). */
void article_json_keys(struct json_out *j, const struct article *article);

/** Writes key and {"value","precision","from"}, or null when the date is not known. */
void article_json_date(struct json_out *j, const char *key, const struct article_date *date);

/** Writes one twosource.article/1 object. */
void article_json(struct json_out *j, const struct article *article);

/**
 * Makes an article from a parsed twosource.article/1 (or analysis/1) object; nothing of root is
 * kept. Spans are checked against the text. TS_E_FORMAT "bad_record" says which key is wrong.
 */
int article_from_json(struct article **out, struct arena *a, const json_t *root,
                      struct ts_error *err);

#endif
