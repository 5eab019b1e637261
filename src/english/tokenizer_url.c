/*
 * The expression, of which each step below recognises a part:
 *
 *   ^ ( [\w+\-.]{2,} :// )?                         scheme
 *     ( \S+ (: \S*)? @ )?                           user: anything up to an @
 *     ( four octets, but not of a private network | ( label \. )+ [tld]{2,63} )
 *     ( : \d{2,5} )?                                port
 *     ( [/?#] \S* )? $                              path
 *
 * where a label is 1 to 64 of [A-Za-z0-9\u00a1-\uffff_-] that begins and ends with none of _ and -.
 * There are few places where the host may begin (the start, behind the scheme, behind each @), no
 * host reaches over an @, and within a host every step is decided by the next character.
 */
#include "english/py_chars.h"
#include "english/tokenizer_parts.h"

enum {
    LABEL_LONGEST = 64,
    TLD_SHORTEST = 2,
    TLD_LONGEST = 63,
    PORT_SHORTEST = 2,
    PORT_LONGEST = 5
};

struct url {
    const struct affixes *affixes;
    uint32_t tld;
    const uint32_t *cps;
    const uint16_t *symbols;
    uint32_t n;
};

static bool is_at(const struct url *u, uint32_t i, uint32_t cp) {
    return i < u->n && u->cps[i] == cp;
}

/* A port and a path, each optional, up to the end. */
static bool is_tail(const struct url *u, uint32_t i) {
    if (is_at(u, i, ':')) {
        uint32_t digits = 0;
        for (i++; i < u->n && digits <= PORT_LONGEST && py_is_decimal(u->cps[i]); i++)
            digits++;
        if (digits < PORT_SHORTEST || digits > PORT_LONGEST)
            return false;
    }
    return i == u->n || is_at(u, i, '/') || is_at(u, i, '?') || is_at(u, i, '#');
}

/* \d at place i of an octet, and \d as the ASCII digit that most of the expression wants. */
struct octet {
    uint32_t digit[3];
    uint32_t n; /* 0: no octet */
};

static struct octet octet_at(const struct url *u, uint32_t i) {
    struct octet o = {.n = 0};
    while (o.n < 3 && i + o.n < u->n && py_is_decimal(u->cps[i + o.n])) {
        o.digit[o.n] = u->cps[i + o.n];
        o.n++;
    }
    if (i + o.n < u->n && py_is_decimal(u->cps[i + o.n]))
        o.n = 0;
    return o;
}

static bool octet_is(struct octet o, const char *ascii) {
    uint32_t i = 0;
    for (; i < o.n && ascii[i]; i++)
        if (o.digit[i] != (uint32_t)(unsigned char)ascii[i])
            return false;
    return i == o.n && !ascii[i];
}

static bool between(uint32_t cp, uint32_t first, uint32_t last) {
    return cp >= first && cp <= last;
}

/* [1-9]\d?|1\d\d|2[01]\d|22[0-3] */
static bool is_first_octet(struct octet o) {
    if (o.n < 3)
        return o.n > 0 && between(o.digit[0], '1', '9');
    return o.digit[0] == '1' ||
           (o.digit[0] == '2' && (between(o.digit[1], '0', '1') ||
                                  (o.digit[1] == '2' && between(o.digit[2], '0', '3'))));
}

/* 1?\d{1,2}|2[0-4]\d|25[0-5] */
static bool is_middle_octet(struct octet o) {
    if (o.n < 3)
        return o.n > 0;
    return o.digit[0] == '1' ||
           (o.digit[0] == '2' && (between(o.digit[1], '0', '4') ||
                                  (o.digit[1] == '5' && between(o.digit[2], '0', '5'))));
}

/* [1-9]\d?|1\d\d|2[0-4]\d|25[0-4] */
static bool is_last_octet(struct octet o) {
    return is_middle_octet(o) && (o.n == 3 ? !octet_is(o, "255") : between(o.digit[0], '1', '9'));
}

/* 10, 127, 169.254, 192.168 and 172.16 to 172.31: private networks. */
static bool is_private(struct octet first, struct octet second) {
    if (octet_is(first, "10") || octet_is(first, "127"))
        return true;
    if (octet_is(first, "169"))
        return octet_is(second, "254");
    if (octet_is(first, "192"))
        return octet_is(second, "168");
    return octet_is(first, "172") && second.n == 2 &&
           ((second.digit[0] == '1' && between(second.digit[1], '6', '9')) ||
            second.digit[0] == '2' ||
            (second.digit[0] == '3' && between(second.digit[1], '0', '1')));
}

static bool is_ip_host(const struct url *u, uint32_t i) {
    struct octet o[4];
    for (unsigned k = 0; k < 4; k++) {
        o[k] = octet_at(u, i);
        i += o[k].n;
        if (o[k].n == 0 || (k < 3 && !is_at(u, i++, '.')))
            return false;
    }
    return is_first_octet(o[0]) && is_middle_octet(o[1]) && is_middle_octet(o[2]) &&
           is_last_octet(o[3]) && !is_private(o[0], o[1]) && is_tail(u, i);
}

static bool is_label_edge(uint32_t cp) {
    return cp < 0x80 ? ascii_alpha((char)cp) || ascii_digit((char)cp) : between(cp, 0xA1, 0xFFFF);
}

/* A top-level domain and the tail. No character of the domain may begin a tail, so it is as long as
 * can be. */
static bool is_tld_and_tail(const struct url *u, uint32_t i) {
    uint32_t length = 0;
    while (i < u->n && length <= TLD_LONGEST && affix_in_set(u->affixes, u->tld, u->symbols[i]))
        i++, length++;
    return length >= TLD_SHORTEST && length <= TLD_LONGEST && is_tail(u, i);
}

static bool is_named_host(const struct url *u, uint32_t i) {
    for (;;) {
        uint32_t start = i;
        while (i < u->n && i - start <= LABEL_LONGEST &&
               (is_label_edge(u->cps[i]) || u->cps[i] == '_' || u->cps[i] == '-'))
            i++;
        if (i == start || i - start > LABEL_LONGEST || !is_label_edge(u->cps[start]) ||
            !is_label_edge(u->cps[i - 1]) || !is_at(u, i, '.'))
            return false;
        if (is_tld_and_tail(u, ++i))
            return true;
    }
}

static bool is_host(const struct url *u, uint32_t i) {
    return is_ip_host(u, i) || is_named_host(u, i);
}

/* The place behind "scheme://", or 0. */
static uint32_t after_scheme(const struct url *u) {
    uint32_t i = 0;
    while (i < u->n &&
           (py_is_word(u->cps[i]) || u->cps[i] == '+' || u->cps[i] == '-' || u->cps[i] == '.'))
        i++;
    bool ends = i >= 2 && is_at(u, i, ':') && is_at(u, i + 1, '/') && is_at(u, i + 2, '/');
    return ends ? i + 3 : 0;
}

bool url_is(const struct affixes *a, uint32_t tld, const uint32_t *cps, const uint16_t *symbols,
            uint32_t n) {
    struct url u = {a, tld, cps, symbols, n};
    uint32_t scheme = after_scheme(&u);
    if (is_host(&u, 0) || (scheme && is_host(&u, scheme)))
        return true;
    for (uint32_t i = 1; i < n; i++) /* a user has one character at least */
        if (cps[i] == '@' && is_host(&u, i + 1))
            return true;
    return false;
}
