#include "nn/model_file.h"

#include "base/sha256.h"
#include "nn/model_layout.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

const char *model_part_name(char out[MODEL_PART_NAME], const char *name, const char *part) {
    snprintf(out, MODEL_PART_NAME, "%s.%s", name, part);
    return out;
}

int model_bad(struct ts_error *err, const struct model_file *m, const char *format, ...) {
    char what[256];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    return err_set(err, TS_E_MODEL, "bad_model", "%s%s%s; build it again: twosource model build",
                   m->path, m->path[0] ? ": " : "", what);
}

size_t tensor_item_bytes(enum tensor_type type) {
    static const unsigned char bytes[] = {[TENSOR_U8] = 1,  [TENSOR_U16] = 2, [TENSOR_U32] = 4,
                                          [TENSOR_I32] = 4, [TENSOR_U64] = 8, [TENSOR_F32] = 4};
    return (size_t)type < sizeof bytes ? bytes[type] : 0;
}

static const char *entry_of(const struct model_file *m, uint32_t i) {
    return (const char *)m->bytes + MODEL_HEADER + (size_t)i * MODEL_ENTRY;
}

/* Once the entry has been checked, no sum here can be wrong. */
struct tensor model_tensor(const struct model_file *m, uint32_t i) {
    const char *e = entry_of(m, i);
    struct tensor t = {.name = {e, strnlen(e, MODEL_NAME)}, .count = 1};
    t.type = (enum tensor_type)get_u32(e + ENTRY_TYPE);
    t.rank = get_u32(e + ENTRY_RANK);
    for (uint32_t d = 0; d < MODEL_RANK; d++) {
        t.dims[d] = get_u64(e + ENTRY_DIMS + 8 * d);
        t.count *= t.dims[d];
    }
    t.at = m->bytes + get_u64(e + ENTRY_OFFSET);
    return t;
}

/* The name: not empty, NUL-ended, NULs behind it, printable, above the one before it. */
static bool name_is_good(const char *e, const char *before) {
    size_t n = strnlen(e, MODEL_NAME);
    if (!n || n >= MODEL_NAME)
        return false;
    for (size_t i = 0; i < MODEL_NAME; i++)
        if (i < n ? (unsigned char)e[i] <= ' ' || (unsigned char)e[i] > '~' : e[i] != 0)
            return false;
    return !before || strcmp(before, e) < 0;
}

/* Where the tensor's bytes end, or SIZE_MAX: the size that its dimensions make is not the size it
 * has, or they are not at the one place where they belong, *at, or not inside the file. */
static size_t checked_end(const char *e, size_t at, size_t n) {
    uint32_t rank = get_u32(e + ENTRY_RANK);
    size_t bytes = tensor_item_bytes((enum tensor_type)get_u32(e + ENTRY_TYPE));
    if (!bytes || rank < 1 || rank > MODEL_RANK || get_u64(e + ENTRY_ZERO) ||
        get_u64(e + ENTRY_ZERO + 8))
        return SIZE_MAX;
    for (uint32_t d = 0; d < MODEL_RANK; d++) {
        size_t dim = get_u64(e + ENTRY_DIMS + 8 * d);
        if ((d >= rank && dim != 1) || dim > n || !mem_mul(&bytes, bytes, dim))
            return SIZE_MAX;
    }
    if (get_u64(e + ENTRY_BYTES) != bytes || get_u64(e + ENTRY_OFFSET) != at || bytes > n - at)
        return SIZE_MAX;
    return at + bytes;
}

/* Tensors lie one behind the other in the order of their names, so none can overlap. */
static int check_tensors(const struct model_file *m, struct ts_error *err) {
    size_t end = MODEL_HEADER + (size_t)m->tensor_count * MODEL_ENTRY;
    for (uint32_t i = 0; i < m->tensor_count; i++) {
        const char *e = entry_of(m, i);
        if (!name_is_good(e, i ? entry_of(m, i - 1) : NULL))
            return model_bad(err, m, "the name of tensor %u is damaged", (unsigned)i);
        size_t at = (end + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
        for (size_t z = end; z < at && z < m->n; z++)
            if (m->bytes[z])
                return model_bad(err, m, "the room before %s is not empty", e);
        end = at > m->n ? SIZE_MAX : checked_end(e, at, m->n);
        if (end == SIZE_MAX)
            return model_bad(err, m, "the size or place of %s is damaged", e);
        if (XXH3_64bits(m->bytes + at, end - at) != get_u64(e + ENTRY_XXH3))
            return model_bad(err, m, "%s is damaged: its checksum does not fit", e);
    }
    return end == m->n ? TS_OK : model_bad(err, m, "there is something behind the last tensor");
}

static void identity_of(struct model_file *m) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < SHA256_HEX / 2; i++) {
        unsigned char byte = m->bytes[HEADER_SHA256 + i];
        m->identity[2 * i] = digits[byte >> 4];
        m->identity[2 * i + 1] = digits[byte & 15];
    }
    m->identity[SHA256_HEX] = 0;
}

static int check_layout(struct model_file *m, struct ts_error *err) {
    const char *h = (const char *)m->bytes;
    size_t magic = sizeof MODEL_MAGIC - 1;
    if (m->n < magic || memcmp(h, MODEL_MAGIC, magic) != 0)
        return model_bad(err, m, "it is no model file");
    if (m->n < MODEL_HEADER)
        return model_bad(err, m, "it is cut off");
    if (get_u32(h + HEADER_LAYOUT) != MODEL_LAYOUT)
        return model_bad(err, m, "its layout is version %u, and this program reads version %d",
                         (unsigned)get_u32(h + HEADER_LAYOUT), MODEL_LAYOUT);
    if (get_u64(h + HEADER_SIZE) != m->n)
        return model_bad(err, m, "it is cut off or too long: %zu bytes, not %llu", m->n,
                         (unsigned long long)get_u64(h + HEADER_SIZE));
    m->tensor_count = get_u32(h + HEADER_COUNT);
    if (m->tensor_count > (m->n - MODEL_HEADER) / MODEL_ENTRY)
        return model_bad(err, m, "its count of tensors is damaged");
    identity_of(m);
    return check_tensors(m, err);
}

int model_from_bytes(struct model_file *out, const void *bytes, size_t n, struct ts_error *err) {
    *out = (struct model_file){.bytes = bytes, .n = n};
    if ((uintptr_t)bytes % MODEL_ALIGN)
        return model_bad(err, out, "its bytes are not aligned");
    return check_layout(out, err);
}

static int cannot_read(const char *path, struct ts_error *err) {
    if (errno == ENOENT || errno == ENOTDIR)
        return err_set(err, TS_E_MODEL, "no_model",
                       "there is no model file %s; make it: twosource model build", path);
    return err_set(err, TS_E_IO, "not_readable", "%s: %s", path, strerror(errno));
}

static int map_file(struct model_file *out, int fd, const char *path, struct ts_error *err) {
    struct stat st;
    if (fstat(fd, &st) != 0)
        return cannot_read(path, err);
    if (!S_ISREG(st.st_mode) || st.st_size <= 0)
        return model_bad(err, out, "it is no model file");
    void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED)
        return cannot_read(path, err);
    out->bytes = at;
    out->n = (size_t)st.st_size;
    out->mapped = true;
    return TS_OK;
}

int model_open(struct model_file *out, const char *path, struct ts_error *err) {
    *out = (struct model_file){0};
    snprintf(out->path, sizeof out->path, "%s", path);
    /* not to wait for the other end when path is a pipe */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return cannot_read(path, err);
    int status = map_file(out, fd, path, err);
    close(fd); /* the mapping stays */
    if (status == TS_OK)
        status = check_layout(out, err);
    if (status != TS_OK)
        model_close(out);
    return status;
}

void model_close(struct model_file *m) {
    if (m->mapped)
        munmap((void *)(uintptr_t)m->bytes, m->n);
    m->mapped = false;
    m->bytes = NULL;
    m->n = m->tensor_count = 0;
}

int model_check(const struct model_file *m, struct ts_error *err) {
    char hex[SHA256_HEX + 1];
    sha256_hex(hex, (struct str){(const char *)m->bytes + MODEL_HEADER, m->n - MODEL_HEADER});
    if (strcmp(hex, m->identity) != 0)
        return model_bad(err, m, "it is damaged: its sha256 does not fit");
    return TS_OK;
}

/* The tensor's index, or UINT32_MAX when there is none. */
static uint32_t find(const struct model_file *m, struct str name) {
    uint32_t low = 0, high = m->tensor_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *e = entry_of(m, middle);
        int order = str_cmp(name, (struct str){e, strnlen(e, MODEL_NAME)});
        if (order == 0)
            return middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return UINT32_MAX;
}

int model_get(struct tensor *out, const struct model_file *m, const char *name,
              enum tensor_type type, uint32_t rank, size_t *dims, struct ts_error *err) {
    uint32_t i = find(m, str_of(name));
    if (i == UINT32_MAX)
        return model_bad(err, m, "it has no %s", name);
    *out = model_tensor(m, i);
    if (out->type != type || (rank && out->rank != rank))
        return model_bad(err, m, "%s is of another type or rank than this program knows", name);
    for (uint32_t d = 0; dims && d < rank; d++) {
        if (dims[d] && dims[d] != out->dims[d])
            return model_bad(err, m, "dimension %u of %s is %zu, not %zu", (unsigned)d, name,
                             out->dims[d], dims[d]);
        dims[d] = out->dims[d];
    }
    return TS_OK;
}
