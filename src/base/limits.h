/* The limits of a run, filled from struct ts_limits; a real page meets none of them. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#include <stddef.h>
#include <stdint.h>

struct limits {
    size_t page_bytes;     /* of one payload */
    size_t document_bytes; /* of memory for one document's arena */
    size_t compare_bytes;  /* of memory for one comparison */
    uint32_t html_depth;   /* elements open at once */
    uint32_t reports;      /* of one comparison */
};

#define LIMITS_DEFAULT                                                                             \
    {                                                                                              \
        .page_bytes = (size_t)64 << 20, .document_bytes = (size_t)384 << 20,                       \
        .compare_bytes = (size_t)384 << 20, .html_depth = 512, .reports = 10000                    \
    }

#endif
