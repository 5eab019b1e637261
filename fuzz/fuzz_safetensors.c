/* A file of tensors, as a package holds one: what is read is looked at to its last byte. */
#include "convert/safetensors.h"
#include "must.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static volatile unsigned sink;

static void read_bytes(struct str bytes) {
    unsigned sum = 0;
    for (size_t i = 0; i < bytes.n; i++)
        sum += (unsigned char)bytes.at[i];
    sink = sum;
}

static void look_at(struct safetensors *s, struct arena *a, struct str bytes) {
    size_t sum = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct safetensor *t = &s->at[i];
        const float *x;
        struct str name = str_copy(a, t->name);
        must(name.at != NULL && t->rank <= SAFETENSORS_RANK);
        must(t->bytes.at >= bytes.at && t->bytes.at + t->bytes.n <= bytes.at + bytes.n);
        read_bytes(t->bytes);
        sum += t->bytes.n;
        if (safetensors_floats(&x, s, name.at, t->rank, t->dims, NULL) == TS_OK)
            must(t->is_float && t->taken && (const char *)x == t->bytes.at);
        else
            must(safetensors_end(s, NULL) == TS_E_FORMAT);
        safetensors_skip(s, name.at);
        must(t->taken);
    }
    must(sum < bytes.n && safetensors_end(s, NULL) == TS_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    struct mem mem = mem_system();
    struct arena a;
    struct safetensors s;
    /* just so large that one byte beyond it is seen, and aligned */
    char *copy = malloc(n ? n : 1);
    must(copy != NULL);
    if (n)
        memcpy(copy, data, n);
    arena_init(&a, &mem, (size_t)64 << 20);
    if (safetensors_read(&s, &a, (struct str){copy, n}, NULL) == TS_OK)
        look_at(&s, &a, (struct str){copy, n});
    arena_clear(&a);
    free(copy);
    return 0;
}
