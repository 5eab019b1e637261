#include "convert/package.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <zip.h>

enum {
    MEMBERS = 4096,
    MEMBER_BYTES = 128 << 20,
    JSON_BYTES = 16 << 20,
    PACKAGE_BYTES = 256 << 20, /* the zip's, and all its members' together */
};

struct package {
    struct arena *arena;
    zip_t *zip;
    zip_int64_t members;
    struct str folder; /* of the model's data, with its last '/' */
    enum package_kind kind;
};

static int bad(struct ts_error *err, const char *why) {
    return err_set(err, TS_E_FORMAT, "bad_package", "the package cannot be used: %s", why);
}

static int open_zip(struct package *p, const char *path, struct ts_error *err) {
    struct stat st;
    zip_error_t why;
    int code = 0;
    if (stat(path, &st) != 0)
        return err_set(err, TS_E_IO, "not_readable", "%s: %s", path, strerror(errno));
    if (!S_ISREG(st.st_mode) || st.st_size > PACKAGE_BYTES)
        return bad(err, "it is no file, or too large");
    p->zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (p->zip)
        return TS_OK;
    zip_error_init_with_code(&why, code);
    int status = code == ZIP_ER_MEMORY ? err_memory(err) : bad(err, zip_error_strerror(&why));
    zip_error_fini(&why);
    return status;
}

/* What is known of member i before it is unpacked; false when that is not to be. */
static bool member(zip_stat_t *out, struct package *p, zip_uint64_t i) {
    const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
    return zip_stat_index(p->zip, i, ZIP_FL_ENC_RAW, out) == 0 && (out->valid & needed) == needed &&
           out->size <= MEMBER_BYTES &&
           (out->comp_method == ZIP_CM_STORE || out->comp_method == ZIP_CM_DEFLATE) &&
           (!(out->valid & ZIP_STAT_ENCRYPTION_METHOD) || out->encryption_method == ZIP_EM_NONE);
}

/* When the member is what a folder of a model's data is known by, keeps that folder. */
static int look_for_folder(struct package *p, struct str name, struct ts_error *err) {
    static const struct str marks[] = {
        [PACKAGE_SPACY] = {"/config.cfg", 11},
        [PACKAGE_SENTENCES] = {"/model.safetensors", 18},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!str_ends(name, marks[i]))
            continue;
        if (p->folder.at)
            return bad(err, "it holds two models");
        p->kind = (enum package_kind)i;
        p->folder = str_copy(p->arena, str_cut(name, 0, name.n - marks[i].n + 1));
        if (!p->folder.at)
            return arena_fail(p->arena, err);
    }
    return TS_OK;
}

/* Checks the list of members and finds the folder of the model's data. */
static int read_members(struct package *p, struct ts_error *err) {
    zip_uint64_t bytes = 0;
    int status = TS_OK;
    p->members = zip_get_num_entries(p->zip, 0);
    if (p->members < 0 || p->members > MEMBERS)
        return bad(err, "it has too many members");
    for (zip_int64_t i = 0; status == TS_OK && i < p->members; i++) {
        zip_stat_t st;
        if (!member(&st, p, (zip_uint64_t)i))
            return bad(err, "a member is too large or packed in a way that is not known");
        bytes += st.size; /* at most MEMBERS * MEMBER_BYTES */
        status = look_for_folder(p, str_of(st.name), err);
    }
    if (status != TS_OK)
        return status;
    if (bytes > PACKAGE_BYTES)
        return bad(err, "it unpacks to more than 256 MiB");
    return p->folder.at ? TS_OK : bad(err, "it holds neither config.cfg nor model.safetensors");
}

int package_open(struct package **out, struct arena *a, const char *path, struct ts_error *err) {
    *out = NULL;
    struct package *p = arena_zero(a, 1, sizeof *p);
    if (!p)
        return arena_fail(a, err);
    p->arena = a;
    int status = open_zip(p, path, err);
    if (status == TS_OK)
        status = read_members(p, err);
    if (status != TS_OK)
        package_close(p);
    else
        *out = p;
    return status;
}

void package_close(struct package *p) {
    if (p && p->zip)
        zip_discard(p->zip);
    if (p)
        p->zip = NULL;
}

enum package_kind package_kind(const struct package *p) {
    return p->kind;
}

/* The end of the data is read too: only there are size and CRC compared with the member's. */
static int unpack(char *to, struct package *p, zip_uint64_t i, size_t n, struct ts_error *err) {
    char beyond;
    size_t got = 0;
    zip_int64_t step = 1;
    zip_file_t *file = zip_fopen_index(p->zip, i, 0);
    if (!file)
        return bad(err, zip_strerror(p->zip));
    while (got < n && step > 0) {
        step = zip_fread(file, to + got, n - got);
        got += step > 0 ? (size_t)step : 0;
    }
    bool whole = got == n && zip_fread(file, &beyond, 1) == 0;
    zip_fclose(file);
    return whole ? TS_OK : bad(err, "a member is damaged");
}

int package_file(struct str *out, struct package *p, const char *path, struct ts_error *err) {
    struct str wanted = str_of(path);
    zip_int64_t found = -1;
    zip_stat_t st;
    for (zip_int64_t i = 0; i < p->members; i++) {
        if (!member(&st, p, (zip_uint64_t)i))
            return bad(err, "a member is too large or packed in a way that is not known");
        struct str name = str_of(st.name);
        if (!str_starts(name, p->folder) || !str_eq(str_cut(name, p->folder.n, name.n), wanted))
            continue;
        if (found >= 0)
            return err_set(err, TS_E_FORMAT, "bad_package", "the package holds %s twice", path);
        found = i;
    }
    if (found < 0)
        return err_set(err, TS_E_FORMAT, "bad_package", "the package holds no %s", path);
    member(&st, p, (zip_uint64_t)found);
    char *to = arena_alloc(p->arena, (size_t)st.size + 1);
    if (!to)
        return arena_fail(p->arena, err);
    to[st.size] = 0;
    *out = (struct str){to, (size_t)st.size};
    return unpack(to, p, (zip_uint64_t)found, out->n, err);
}

int package_json(json_t **out, struct package *p, const char *path, struct ts_error *err) {
    struct str text;
    int status = package_file(&text, p, path, err);
    if (status != TS_OK)
        return status;
    status = json_in_memory(text) > JSON_BYTES ? TS_E_FORMAT : json_in_parse(out, text, NULL);
    if (status == TS_E_FORMAT)
        return err_set(err, TS_E_FORMAT, "bad_package", "%s of the package is no JSON", path);
    return status == TS_OK ? TS_OK : err_memory(err);
}
