#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

static void *system_resize(void *context, void *old, size_t new_bytes) {
    (void)context;
    if (new_bytes == 0) {
        free(old);
        return NULL;
    }
    return realloc(old, new_bytes);
}

struct mem mem_system(void) {
    return (struct mem){.resize = system_resize, .context = NULL};
}

void *mem_alloc(const struct mem *mem, size_t bytes) {
    return mem->resize(mem->context, NULL, bytes ? bytes : 1);
}

void mem_free(const struct mem *mem, void *p) {
    if (p)
        mem->resize(mem->context, p, 0);
}

bool mem_mul(size_t *out, size_t a, size_t b) {
    if (b && a > SIZE_MAX / b)
        return false;
    *out = a * b;
    return true;
}

bool mem_add(size_t *out, size_t a, size_t b) {
    if (a > SIZE_MAX - b)
        return false;
    *out = a + b;
    return true;
}
