/* The file tokenizer: its regular expressions as convert_affixes.h has them, and its exceptions:
 *   "tokenizer.exceptions"  table of their texts
 *   "tokenizer.ends"        u32 [exceptions]: where the tokens of each end in the list of all
 *   "tokenizer.tokens"      u32 [tokens][2]: bytes of the text, number in the norms + 1 or 0
 *   "tokenizer.norms"       list
 *   "tokenizer.options"     u32 [2]: the set of top-level domains; 1: every exception is a special
 */
#include "base/map.h"
#include "convert/convert_affixes.h"
#include "convert/msgpack_in.h"
#include "nn/string_table.h"

#include <string.h>

enum { ORTH = 65, NORM = 67, EXCEPTIONS_MAX = 100000, TOKENS_MAX = 32 };

/* URL_PATTERN of spaCy 3.8, lang/tokenizer_exceptions.py (MIT; after Diego Perini, MIT), around its
 * one class, which the tokenizer takes from the package; the rest is in english/tokenizer_url.c. */
static const char url_before[] =
    "(?u)^(?:(?:[\\w\\+\\-\\.]{2,})://)?(?:\\S+(?::\\S*)?@)?(?:"
    "(?!(?:10|127)(?:\\.\\d{1,3}){3})(?!(?:169\\.254|192\\.168)(?:\\.\\d{1,3}){2})"
    "(?!172\\.(?:1[6-9]|2\\d|3[0-1])(?:\\.\\d{1,3}){2})"
    "(?:[1-9]\\d?|1\\d\\d|2[01]\\d|22[0-3])(?:\\.(?:1?\\d{1,2}|2[0-4]\\d|25[0-5])){2}"
    "(?:\\.(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-4]))|"
    "(?:(?:[A-Za-z0-9\\u00a1-\\uffff][A-Za-z0-9\\u00a1-\\uffff_-]{0,62})?"
    "[A-Za-z0-9\\u00a1-\\uffff]\\.)+(?:";
static const char url_behind[] = "{2,63}))(?::\\d{2,5})?(?:[/?#]\\S*)?$";

struct job {
    struct model_writer *w;
    struct ts_error *err;
    VEC_OF(struct str) texts;
    VEC_OF(uint32_t) ends;
    VEC_OF(uint32_t) tokens;
    VEC_OF(struct str) norms;
};

static int bad(const struct job *j, const char *why) {
    return err_set(j->err, TS_E_FORMAT, "bad_package", "tokenizer: %s", why);
}

/* ---- Exceptions */

static const msgpack_object *attribute(const msgpack_object *token, uint64_t key) {
    for (uint32_t i = 0; i < token->via.map.size; i++) {
        const msgpack_object_kv *kv = &token->via.map.ptr[i];
        if (kv->key.type == MSGPACK_OBJECT_POSITIVE_INTEGER && kv->key.via.u64 == key)
            return &kv->val;
    }
    return NULL;
}

static int add_token(struct job *j, struct str orth, struct str norm) {
    struct arena *a = j->w->arena;
    uint32_t *bytes = VEC_PUSH(a, &j->tokens);
    if (!bytes)
        return arena_fail(a, j->err);
    *bytes = (uint32_t)orth.n;
    if (norm.at) {
        struct str *to = VEC_PUSH(a, &j->norms);
        if (!to)
            return arena_fail(a, j->err);
        *to = norm;
    }
    uint32_t *number = VEC_PUSH(a, &j->tokens);
    if (!number)
        return arena_fail(a, j->err);
    *number = norm.at ? j->norms.n : 0;
    return TS_OK;
}

/* The tokens of one exception, which together are its text. */
static int add_tokens(struct job *j, struct str text, const msgpack_object *tokens) {
    if (tokens->type != MSGPACK_OBJECT_ARRAY || tokens->via.array.size > TOKENS_MAX)
        return bad(j, "an exception is no list of tokens");
    for (uint32_t i = 0; i < tokens->via.array.size; i++) {
        const msgpack_object *token = &tokens->via.array.ptr[i];
        if (token->type != MSGPACK_OBJECT_MAP)
            return bad(j, "an exception's token is no map");
        struct str orth = msgpack_in_text(attribute(token, ORTH));
        const msgpack_object *norm = attribute(token, NORM);
        struct str norm_text = msgpack_in_text(norm);
        if (!orth.at || orth.n == 0 || !str_starts(text, orth) || (norm && !norm_text.at) ||
            token->via.map.size != 1 + (norm != NULL))
            return bad(j, "an exception's token is of a kind that is not known");
        text = str_cut(text, orth.n, text.n);
        int status = add_token(j, orth, norm_text);
        if (status != TS_OK)
            return status;
    }
    return text.n ? bad(j, "an exception's tokens are not its text") : TS_OK;
}

static int add_exceptions(struct job *j, const msgpack_object *map) {
    struct arena *a = j->w->arena;
    struct map seen;
    map_init(&seen, a);
    if (!map || map->type != MSGPACK_OBJECT_MAP || map->via.map.size > EXCEPTIONS_MAX)
        return bad(j, "there are no exceptions, or too many");
    for (uint32_t i = 0; i < map->via.map.size; i++) {
        struct str text = msgpack_in_text(&map->via.map.ptr[i].key);
        if (!text.at || text.n == 0)
            return bad(j, "an exception has no text");
        int status = add_tokens(j, text, &map->via.map.ptr[i].val);
        if (status != TS_OK)
            return status;
        uint32_t *known = map_put(&seen, text);
        struct str *to = VEC_PUSH(a, &j->texts);
        uint32_t *end = VEC_PUSH(a, &j->ends);
        if (!known || !to || !end)
            return arena_fail(a, j->err);
        if (*known != MAP_NONE)
            return bad(j, "an exception stands there twice");
        *known = i;
        *to = text;
        *end = j->tokens.n / 2;
    }
    return TS_OK;
}

/* ---- Expressions */

static int add_url(struct job *j, struct affix_maker *m, uint16_t *tld, struct str url) {
    struct str before = STR(url_before), behind = STR(url_behind);
    if (url.n < before.n + behind.n || !str_starts(url, before) || !str_ends(url, behind))
        return bad(j, "the expression of addresses is not the one that is known");
    int status = affix_maker_class(tld, m, str_cut(url, before.n, url.n - behind.n));
    for (const char *c = ".:/?#"; status == TS_OK && *c; c++)
        if (affix_maker_has(m, *tld, (uint32_t)(unsigned char)*c))
            return bad(j, "the expression of addresses is not the one that is known");
    return status;
}

static int add_expressions(struct job *j, const msgpack_object *root, uint16_t *tld) {
    static const char *const names[] = {[AFFIX_PREFIX] = "prefix_search",
                                        [AFFIX_SUFFIX] = "suffix_search",
                                        [AFFIX_INFIX] = "infix_finditer"};
    struct affix_maker m = {.arena = j->w->arena, .err = j->err};
    const msgpack_object *whole = msgpack_in_get(root, "token_match");
    if (whole && whole->type != MSGPACK_OBJECT_NIL)
        return bad(j, "it has an expression of whole tokens, which is not known");
    int status = add_url(j, &m, tld, msgpack_in_text(msgpack_in_get(root, "url_match")));
    for (unsigned kind = 0; kind < AFFIX_KINDS && status == TS_OK; kind++) {
        struct str expression = msgpack_in_text(msgpack_in_get(root, names[kind]));
        status = expression.at ? affix_maker_add(&m, (enum affix_kind)kind, expression)
                               : bad(j, "an expression is missing");
    }
    return status == TS_OK ? affix_maker_write(&m, j->w) : status;
}

/* ---- All */

static int write(struct job *j, const msgpack_object *root, uint16_t tld) {
    const msgpack_object *faster = msgpack_in_get(root, "faster_heuristics");
    uint32_t *options = arena_zero(j->w->arena, 2, sizeof *options);
    if (!options)
        return arena_fail(j->w->arena, j->err);
    if (!faster || faster->type != MSGPACK_OBJECT_BOOLEAN)
        return bad(j, "it does not say how exceptions are looked for");
    options[0] = tld;
    options[1] = !faster->via.boolean;
    model_add(j->w, "tokenizer.options", TENSOR_U32, 1, (size_t[]){2}, options);
    model_add_strings(j->w, "tokenizer.exceptions", j->texts.at, j->texts.n, true);
    model_add_strings(j->w, "tokenizer.norms", j->norms.at, j->norms.n, false);
    model_add(j->w, "tokenizer.ends", TENSOR_U32, 1, (size_t[]){j->ends.n}, j->ends.at);
    model_add(j->w, "tokenizer.tokens", TENSOR_U32, 2, (size_t[]){j->tokens.n / 2, 2},
              j->tokens.at);
    return TS_OK;
}

int convert_tokenizer(struct model_writer *w, struct package *p, struct ts_error *err) {
    struct job j = {.w = w, .err = err};
    struct msgpack_in in;
    struct str bytes;
    uint16_t tld = 0;
    int status = package_file(&bytes, p, "tokenizer", err);
    if (status == TS_OK)
        status = msgpack_in_parse(&in, bytes, err);
    if (status != TS_OK)
        return status;
    status = add_expressions(&j, &in.root, &tld);
    if (status == TS_OK)
        status = add_exceptions(&j, msgpack_in_get(&in.root, "exceptions"));
    if (status == TS_OK)
        status = write(&j, &in.root, tld);
    msgpack_in_free(&in);
    return status;
}
