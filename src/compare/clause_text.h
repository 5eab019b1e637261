/* The clauses of a parse: who they are about, and which of their words can stand alone. */
#ifndef COMPARE_CLAUSE_TEXT_H
#define COMPARE_CLAUSE_TEXT_H

#include "compare/report_parse.h"

/* Bounds on the work for one phrase and one clause, in tokens. */
enum { PHRASE_TOKENS_MAX = 16, CLAUSE_TOKENS_MAX = 60 };

/** Who a clause is about: its own subject, or the one it takes over from the verb or the noun that
 * it hangs on. */
struct subject {
    uint32_t token; /* NO_INDEX: none found */
    bool own;
    bool undergoes; /* of a passive, or the noun that a participle describes */
};

struct subject clause_subject(const struct report_parse *p, uint32_t v);

/** Tokens first..last. */
struct token_range {
    uint32_t first, last;
};

/** The clause of predicate v without the clauses under it that can be left out, with its subject
 * where that can be had; *whole: it can. */
struct token_range clause_range(bool *whole, const struct report_parse *p, uint32_t v,
                                struct subject subject);

/** The first 200 tokens of v's subtree that stand inside text; none: last is before first. */
struct token_range clause_tokens_in(const struct report_parse *p, uint32_t v, struct span text);

/** The text of tokens first..last, without marks and joining words at both ends. */
struct span clause_trimmed(const struct report_parse *p, uint32_t first, uint32_t last);

/** Whether token i is this mark. */
bool clause_mark(const struct report_parse *p, uint32_t i, struct str mark);

/** Whether token i is a dash between words. */
bool clause_dash(const struct report_parse *p, uint32_t i);

/** Whether token i is a double quotation mark. */
bool clause_quote_mark(const struct report_parse *p, uint32_t i);

/** The first token of what hangs on token head, and itself, that is no mark. */
uint32_t clause_first_word(const struct report_parse *p, uint32_t head);

/** The comma right before token i, also of "the mill," whose closing mark stands between; NO_INDEX:
 * none. */
uint32_t clause_comma_before(const struct report_parse *p, uint32_t i);

/** Single quotation marks among the first CLAUSE_TOKENS_MAX tokens of a range that lack their
 * fellow: 1 when one is opened and not closed, -1 when one is closed and was not opened, else 0. An
 * apostrophe is none. */
int clause_single_marks(const struct report_parse *p, struct token_range range);

/** Whether v's clause is a condition, or left open: "if it rains", "whether he left". */
bool clause_is_condition(const struct report_parse *p, uint32_t v);

/** Whether v's clause only tells how much: "as old as the mill was". */
bool clause_compares(const struct report_parse *p, uint32_t v);

/** The verb that tells what is found to be so: "be" of "turned out to be a hoax", "appears to be
 * false"; v itself when it does not lead to another. */
uint32_t clause_found_to_be(const struct report_parse *p, uint32_t v);

/** What a clause says that its subject is: "false", "a hoax", also "nothing more than a hoax"; or
 * NO_INDEX. */
uint32_t clause_what_it_is(const struct report_parse *p, uint32_t v);

/** Whether token i is a verb in the present or past tense, or "will", "may". */
bool clause_tense_tag(const struct report_parse *p, uint32_t i);

/** Whether the verb v with its auxiliaries has a tense, so that its clause is a sentence. */
bool clause_has_tense(const struct report_parse *p, uint32_t v);

#endif
