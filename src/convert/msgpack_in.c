#include "convert/msgpack_in.h"

#include <string.h>

enum { DEEPEST = 16, MOST_VALUES = 1 << 21 };

static int bad(struct ts_error *err, const char *why, size_t at) {
    if (err)
        err->at_bytes = at;
    return err_set(err, TS_E_FORMAT, "bad_package", "not valid msgpack: %s at byte %zu", why, at);
}

/* What a first byte says: how many bytes of length or number follow it; what the length counts. */
enum of { OF_NOTHING, OF_BYTES, OF_VALUES, OF_PAIRS, OF_REFUSED };

struct head {
    unsigned char extra; /* bytes behind the first one */
    enum of of;
    uint64_t count; /* when extra is 0 */
};

static struct head head_of(unsigned char first) {
    /* 0xc0 to 0xdf: nil, (never), false, true, bin 8-32, ext 8-32, float 32-64, uint 8-64,
     * int 8-64, fixext 1-16, str 8-32, array 16-32, map 16-32 */
    static const struct head heads[32] = {
        {0, OF_NOTHING, 0}, {0, OF_REFUSED, 0}, {0, OF_NOTHING, 0}, {0, OF_NOTHING, 0},
        {1, OF_BYTES, 0},   {2, OF_BYTES, 0},   {4, OF_BYTES, 0},   {0, OF_REFUSED, 0},
        {0, OF_REFUSED, 0}, {0, OF_REFUSED, 0}, {4, OF_NOTHING, 0}, {8, OF_NOTHING, 0},
        {1, OF_NOTHING, 0}, {2, OF_NOTHING, 0}, {4, OF_NOTHING, 0}, {8, OF_NOTHING, 0},
        {1, OF_NOTHING, 0}, {2, OF_NOTHING, 0}, {4, OF_NOTHING, 0}, {8, OF_NOTHING, 0},
        {0, OF_REFUSED, 0}, {0, OF_REFUSED, 0}, {0, OF_REFUSED, 0}, {0, OF_REFUSED, 0},
        {0, OF_REFUSED, 0}, {1, OF_BYTES, 0},   {2, OF_BYTES, 0},   {4, OF_BYTES, 0},
        {2, OF_VALUES, 0},  {4, OF_VALUES, 0},  {2, OF_PAIRS, 0},   {4, OF_PAIRS, 0},
    };
    if (first < 0x80 || first >= 0xe0) /* a small number */
        return (struct head){0, OF_NOTHING, 0};
    if (first < 0x90)
        return (struct head){0, OF_PAIRS, first & 15u};
    if (first < 0xa0)
        return (struct head){0, OF_VALUES, first & 15u};
    if (first < 0xc0)
        return (struct head){0, OF_BYTES, first & 31u};
    return heads[first - 0xc0];
}

struct check {
    struct str bytes;
    size_t at;
    uint64_t due[DEEPEST + 1]; /* values that are still to come at each depth */
    unsigned depth;
};

/* One value's head and, of a text, its bytes; what is inside it is due next. */
static const char *check_value(struct check *c) {
    struct head h = head_of((unsigned char)c->bytes.at[c->at++]);
    if (h.of == OF_REFUSED)
        return "a type that is not read";
    if (h.extra > c->bytes.n - c->at)
        return "cut off";
    uint64_t count = h.count;
    for (unsigned i = 0; i < h.extra; i++)
        count = count << 8 | (unsigned char)c->bytes.at[c->at++];
    size_t left = c->bytes.n - c->at;
    c->due[c->depth]--;
    if (h.of == OF_NOTHING)
        return NULL;
    if (count > (h.of == OF_PAIRS ? left / 2 : left))
        return "a count beyond the end";
    if (h.of == OF_BYTES)
        c->at += (size_t)count;
    else if (count && c->depth == DEEPEST)
        return "nested too deep";
    else if (count)
        c->due[++c->depth] = h.of == OF_PAIRS ? 2 * count : count;
    return NULL;
}

/* Before msgpack-c sees it, which takes memory for every count that it meets. */
static int check(struct str bytes, struct ts_error *err) {
    struct check c = {.bytes = bytes, .due = {1}};
    for (uint32_t values = 0; c.due[0] || c.depth; values++) {
        if (c.at == bytes.n)
            return bad(err, "cut off", c.at);
        const char *why = values < MOST_VALUES ? check_value(&c) : "too many values";
        if (why)
            return bad(err, why, c.at);
        while (c.depth && !c.due[c.depth])
            c.depth--;
    }
    return c.at == bytes.n ? TS_OK : bad(err, "something behind the value", c.at);
}

int msgpack_in_parse(struct msgpack_in *out, struct str bytes, struct ts_error *err) {
    size_t at = 0;
    int status = check(bytes, err);
    if (status != TS_OK)
        return status;
    if (!msgpack_zone_init(&out->zone, 8192))
        return err_memory(err);
    /* what has been checked can only fail for want of memory */
    if (msgpack_unpack(bytes.at, bytes.n, &at, &out->zone, &out->root) == MSGPACK_UNPACK_SUCCESS)
        return TS_OK;
    msgpack_zone_destroy(&out->zone);
    return err_memory(err);
}

void msgpack_in_free(struct msgpack_in *m) {
    msgpack_zone_destroy(&m->zone);
}

struct str msgpack_in_text(const msgpack_object *value) {
    if (value && value->type == MSGPACK_OBJECT_STR)
        return (struct str){value->via.str.ptr, value->via.str.size};
    if (value && value->type == MSGPACK_OBJECT_BIN)
        return (struct str){value->via.bin.ptr, value->via.bin.size};
    return STR_NONE;
}

const msgpack_object *msgpack_in_get(const msgpack_object *map, const char *key) {
    if (!map || map->type != MSGPACK_OBJECT_MAP)
        return NULL;
    for (uint32_t i = 0; i < map->via.map.size; i++) {
        struct str found = msgpack_in_text(&map->via.map.ptr[i].key);
        if (found.at && str_eq(found, str_of(key)))
            return &map->via.map.ptr[i].val;
    }
    return NULL;
}
