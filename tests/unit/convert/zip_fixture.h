/* Zips made for a test, in a file that it unlinks. */
#ifndef ZIP_FIXTURE_H
#define ZIP_FIXTURE_H

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

struct zip_member {
    const char *path;
    struct str bytes;
};

enum { ZIP_PATH = 32 };

/** A new, empty file's path. */
static inline bool temporary_path(char path[ZIP_PATH]) {
    snprintf(path, ZIP_PATH, "/tmp/twosource-zip-XXXXXX");
    int fd = mkstemp(path);
    return fd >= 0 && close(fd) == 0;
}

/** A zip with the members up to the first without a path, stored or deflated. */
static inline bool zip_write(char path[ZIP_PATH], const struct zip_member *members, bool stored) {
    if (!temporary_path(path))
        return false;
    zip_t *zip = zip_open(path, ZIP_TRUNCATE, NULL);
    for (zip_uint64_t i = 0; zip && members[i].path; i++) {
        zip_source_t *source = zip_source_buffer(zip, members[i].bytes.at, members[i].bytes.n, 0);
        if (!source || zip_file_add(zip, members[i].path, source, ZIP_FL_ENC_UTF_8) < 0 ||
            zip_set_file_compression(zip, i, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) != 0)
            return false;
    }
    return zip && zip_close(zip) == 0;
}

/** The file's bytes in the arena; none when it cannot be read. */
static inline struct str file_read(struct arena *a, const char *path) {
    FILE *file = fopen(path, "rb");
    char *bytes = arena_alloc(a, 1 << 20);
    size_t n = file && bytes ? fread(bytes, 1, 1 << 20, file) : 0;
    if (file)
        fclose(file);
    return n ? (struct str){bytes, n} : STR_NONE;
}

static inline bool file_write(const char *path, struct str bytes) {
    FILE *file = fopen(path, "wb");
    bool whole = file && fwrite(bytes.at, 1, bytes.n, file) == bytes.n;
    return file && fclose(file) == 0 && whole;
}

#endif
