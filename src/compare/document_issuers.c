#include "compare/document_issuers.h"

#include "compare/nameless_sources.h"
#include "compare/spokespeople.h"

enum { LOOKED_AT = 256 };

/* "obtained by", "seen by": not by whom it was made. */
static bool only_has_it(struct str before) {
    static const char *const had[] = {"obtained", "acquired", "received", "seen",      "viewed",
                                      "read",     "reviewed", "examined", "verified",  "checked",
                                      "uploaded", "shared",   "reposted", "retweeted", "spotted"};
    for (size_t i = 0; i < sizeof had / sizeof *had; i++) /* "uploaded to YouTube by" */
        if (words_have_one(before, str_of(had[i])))
            return true;
    return false;
}

/* "a statement from": who speaks in it. */
static bool is_from_speaker(struct str before) {
    static const char *const forms[] = {
        "statement", "release", "letter", "letters", "email", "emails", "e-mail",  "e-mails",
        "memo",      "message", "tweet",  "tweets",  "note",  "Emails", "Letters", "announcement"};
    return str_is_one_of(source_last_word(before), forms, sizeof forms / sizeof *forms);
}

/* "'s captors" behind a name: others than its bearer, where an office speaks for him. */
static bool is_others(const struct claim_sources *s, uint32_t report, struct span behind) {
    enum { WORDS_BEHIND = 5 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct str text = str_span(n->article->text, behind);
    if (!str_starts(text, STR("'")) && !str_starts(text, STR("\xE2\x80\x99")))
        return false;
    uint32_t first = SPANS_FIND(n->tokens, behind.start);
    for (uint32_t i = first; i < n->tokens.n && i < first + WORDS_BEHIND; i++) {
        const struct token *t = &n->tokens.at[i];
        if (t->text.start >= behind.end || str_eq(labels_name(n->labels, t->pos), STR("VERB")))
            break;
        if (lemma_has_class(&s->w->lemma_classes, t->lemma, LEMMA_ANOTHER))
            return true; /* "husband" of "'s ex-husband" */
    }
    return false;
}

/* Nobody where the name is of something else. */
static struct issuer may_issue(const struct analysis *n, const struct name_mention *m) {
    const struct entity *x = &n->entities.at[m->entity];
    bool person = str_eq(x->kind, STR("PERSON")), body = str_eq(x->kind, STR("ORG"));
    return (struct issuer){person || body ? x->name : STR(""), person};
}

struct issuer issuer_before(const struct claim_sources *s, uint32_t report, uint32_t start) {
    const struct issuer nobody = {.name = STR("")};
    static const char *const marks[] = {"'s ", "\xE2\x80\x99s ", "'s own ", "\xE2\x80\x99s own "};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    uint32_t i = claim_sources_mention(s, report, start);
    const struct name_mention *m = i > 0 ? &s->mentions[report].at.at[i - 1] : NULL;
    if (!m || m->text.end > start)
        return nobody;
    struct str between = str_cut(n->article->text, m->text.end, start);
    return str_is_one_of(between, marks, sizeof marks / sizeof *marks) ? may_issue(n, m) : nobody;
}

/* "Denied it", "said it was not so". */
static bool says_no(const struct analysis *n, const struct statement *x) {
    static const char *const no[] = {"no",      "not",  "never", "none", "nobody",
                                     "nothing", "deny", "false", "fake"};
    if (x->negated || str_eq(x->force, STR("deny")))
        return true;
    for (uint32_t k = 0; k < x->content.n && k < LOOKED_AT; k++) {
        struct span part = x->content.at[k];
        for (uint32_t i = SPANS_FIND(n->tokens, part.start); i < n->tokens.n; i++) {
            const struct token *t = &n->tokens.at[i];
            if (t->text.start >= part.end)
                break;
            if (str_eq(labels_name(n->labels, t->dep), STR("neg")) ||
                str_is_one_of(t->lemma, no, sizeof no / sizeof *no))
                return true;
        }
    }
    return false;
}

/* Some report of the story gives words to a body of that name, "the Free Hand said", and none has
 * it say no: what a video of it shows may be that. */
static bool has_a_voice(const struct claim_sources *s, struct str name) {
    bool speaks = false;
    for (uint32_t i = 0; i < s->story->reports.n; i++) {
        const uint32_t report = s->story->reports.at[i];
        const struct analysis *n = s->w->c->reports.at[report].analysis;
        for (uint32_t k = 0; k < n->statements.n && k < LOOKED_AT; k++) {
            const struct statement *x = &n->statements.at[k];
            struct str words = claim_source_words(s->w, report, x);
            struct str bare = source_without_article(words);
            bool org = x->entity != NO_INDEX && str_eq(n->entities.at[x->entity].kind, STR("ORG"));
            bool named = x->entity == NO_INDEX && str_starts_nocase(words, STR("the "));
            if (x->in_title || statement_of_outlet(x) || !(org || named) || !str_eq(bare, name))
                continue;
            if (says_no(n, x))
                return false;
            speaks = true;
        }
    }
    return speaks;
}

/* "A leaked Free Hand video", before token i: others made it public, and may have made it. */
static bool is_of_others(const struct analysis *n, uint32_t i) {
    static const char *const words[] = {"leaked", "secret",     "internal", "viral",  "stolen",
                                        "hacked", "undercover", "hidden",   "amateur"};
    enum { WORDS_BEFORE = 3 };
    for (uint32_t k = 1; k <= WORDS_BEFORE && k <= i; k++)
        if (str_is_one_of(str_span(n->article->text, n->tokens.at[i - k].text), words,
                          sizeof words / sizeof *words))
            return true;
    return false;
}

struct str body_in_front(const struct claim_sources *s, uint32_t report, uint32_t start) {
    enum { NAME_MAX = 5 };
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    const struct str text = n->article->text;
    uint32_t end = SPANS_FIND(n->tokens, start), first;
    if (end > 0 && str_eq(labels_name(n->labels, n->tokens.at[end - 1].tag), STR("POS")))
        end--;
    for (first = end; first > 0 && end - first < NAME_MAX; first--)
        if (!utf8_capital(str_span(text, n->tokens.at[first - 1].text)))
            break;
    if (first == end || is_of_others(n, first))
        return STR_NONE;
    struct str name = source_without_article(
        str_cut(text, n->tokens.at[first].text.start, n->tokens.at[end - 1].text.end));
    return name.n && has_a_voice(s, name) ? name : STR_NONE;
}

/* "Weldon council" of which the tagger took the place alone for a name: that with the small words
 * behind it up to one for a body; STR_NONE where none stands there. */
static struct str with_body(const struct work *w, struct str text, struct span name, uint32_t end) {
    enum { BODY_WORDS = 4 };
    static const char *const others[] = {"police", "constabulary"};
    struct str body = STR_NONE;
    uint32_t at = name.end;
    for (unsigned n = 0; n < BODY_WORDS && at < end && text.at[at] == ' '; n++) {
        uint32_t last = at + 1;
        while (last < end && ascii_alpha(text.at[last]))
            last++;
        struct str word = str_cut(text, at + 1, last);
        if (!word.n)
            break;
        if (ascii_upper(word.at[0])) /* "the Norland rebel group Weldon Front" */
            return STR_NONE;
        if (lemma_has_class(&w->lemma_classes, word, LEMMA_BODY) ||
            str_is_one_of(word, others, sizeof others / sizeof *others))
            body = str_cut(text, name.start, last);
        at = last;
    }
    return body;
}

struct issuer issuer_behind(const struct claim_sources *s, uint32_t report, struct span words) {
    const struct issuer nobody = {.name = STR("")};
    const struct analysis *n = s->w->c->reports.at[report].analysis;
    struct str text = str_span(n->article->text, words);
    size_t by = str_find(text, STR(" by "), 0), from = str_find(text, STR(" from "), 0),
           to = str_find(text, STR(" attributed to "), 0);
    bool speaks = from != SIZE_MAX && is_from_speaker(str_cut(text, 0, from));
    static const char *const texts[] = {"statement", "message", "letter", "video", "recording",
                                        "post",      "tweet",   "email",  "text",  "communique"};
    struct str text_itself =
        to == SIZE_MAX ? STR_NONE : source_without_article(str_cut(text, 0, to));
    bool given = !speaks && by == SIZE_MAX && text_itself.n && /* not "falsely", "of deaths" */
                 str_is_one_of(text_itself, texts, sizeof texts / sizeof *texts);
    if (!speaks && !given && (by == SIZE_MAX || only_has_it(str_cut(text, 0, by))))
        return nobody;
    uint32_t after = words.start + (uint32_t)(speaks  ? from + sizeof " from " - 1
                                              : given ? to + sizeof " attributed to " - 1
                                                      : by + sizeof " by " - 1);
    uint32_t bare = str_starts_nocase(str_cut(n->article->text, after, words.end), STR("the "))
                        ? after + sizeof "the " - 1
                        : after;
    uint32_t i = claim_sources_mention(s, report, after);
    if (i == s->mentions[report].at.n || s->mentions[report].at.at[i].text.start > bare)
        return nobody;
    const struct name_mention *m = &s->mentions[report].at.at[i];
    if (is_others(s, report, (struct span){m->text.end, words.end}))
        return nobody;
    struct str body = with_body(s->w, n->article->text, m->text, words.end);
    return body.n ? (struct issuer){.name = body} : may_issue(n, m);
}
