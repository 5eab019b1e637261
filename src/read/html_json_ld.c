#include "read/html_json_ld.h"

#include "base/json_in.h"
#include "base/map.h"
#include "read/html_entity.h"

#include <string.h>

/* The JSON reader takes some 60 bytes of memory for each byte at worst. */
enum {
    BLOCK_BYTES_MAX = 1 << 20,
    ALL_BYTES_MAX = 3 << 20,
    BLOCKS_MAX = 64,
    OBJECTS_MAX = 4096,
    AUTHORS_MAX = 64,
    VALUE_BYTES_MAX = 1000,
    COMPARED_BYTES = 120
};

struct ld_reader {
    struct html_json_ld *out;
    struct arena *arena;
    json_t *roots[BLOCKS_MAX];
    size_t root_count;
    VEC_OF(const json_t *) objects; /* those that may describe the page, in its order */
    struct map by_id;               /* @id -> in objects */
    bool no_memory;
};

/* ---- Blocks */

static bool is_json_ld(const struct html_scan *scan, const struct html_token *start) {
    struct str type = html_token_attr(scan, start, HTML_ATTR_TYPE);
    return start->tag == HTML_SCRIPT && str_has_nocase(type, STR("ld+json"));
}

/* Without the comment and CDATA marks that some put round it, and a last ';'. */
static struct str strip(struct str s) {
    static const char *const fronts[] = {"//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "<!--"};
    static const char *const backs[] = {"//]]>", "/*]]>*/", "]]>", "-->", ";"};
    s = str_trim(s);
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
        if (str_starts(s, str_of(fronts[i])))
            s = str_trim(str_cut(s, strlen(fronts[i]), s.n));
    for (size_t i = 0; i < sizeof backs / sizeof *backs; i++)
        if (str_ends(s, str_of(backs[i])))
            s = str_trim(str_cut(s, 0, s.n - strlen(backs[i])));
    return s;
}

/* Line ends and tabs inside of strings are the most common fault: they become blanks. */
static json_t *load(struct ld_reader *r, struct str s) {
    json_t *root = json_loadb(s.at, s.n, JSON_ALLOW_NUL, NULL);
    if (root)
        return root;
    char *copy = arena_alloc(r->arena, s.n + 1);
    if (!copy) {
        r->no_memory = true;
        return NULL;
    }
    for (size_t i = 0; i < s.n; i++)
        copy[i] = (unsigned char)s.at[i] < ' ' ? ' ' : s.at[i];
    return json_loadb(copy, s.n, JSON_ALLOW_NUL, NULL);
}

static void read_blocks(struct ld_reader *r, const struct html_scan *scan) {
    size_t all = 0;
    for (uint32_t i = 1; i < scan->tokens.n && !r->no_memory; i++) {
        const struct html_token *t = &scan->tokens.at[i];
        if (t->kind != HTML_RAW || !is_json_ld(scan, t - 1))
            continue;
        struct str text = strip(t->text);
        if (text.n == 0)
            continue;
        all += text.n;
        json_t *root = NULL;
        if (text.n <= BLOCK_BYTES_MAX && all <= ALL_BYTES_MAX && r->root_count < BLOCKS_MAX)
            root = load(r, text);
        if (root)
            r->roots[r->root_count++] = root;
        else
            r->out->broken = true;
    }
}

/* ---- Objects */

static bool add_object(struct ld_reader *r, const json_t *object) {
    if (r->objects.n >= OBJECTS_MAX)
        return true;
    const json_t **at = VEC_PUSH(r->arena, &r->objects);
    if (!at)
        return false;
    *at = object;
    struct str id = json_in_str(object, "@id");
    if (!id.n || json_object_size(object) < 2)
        return true;
    uint32_t *slot = map_put(&r->by_id, id);
    if (slot && *slot == MAP_NONE)
        *slot = r->objects.n - 1;
    return slot != NULL;
}

/* value, or each item of it when it is an array. */
static bool add_value(struct ld_reader *r, const json_t *value) {
    if (json_is_object(value))
        return add_object(r, value);
    for (size_t i = 0; json_is_array(value) && i < json_array_size(value); i++)
        if (json_is_object(json_array_get(value, i)) && !add_object(r, json_array_get(value, i)))
            return false;
    return true;
}

static bool gather(struct ld_reader *r) {
    static const char *const inner[] = {"@graph", "mainEntity", "mainEntityOfPage"};
    for (size_t i = 0; i < r->root_count; i++)
        if (!add_value(r, r->roots[i]))
            return false;
    for (uint32_t i = 0; i < r->objects.n; i++) /* grows under way */
        for (size_t k = 0; k < sizeof inner / sizeof *inner; k++)
            if (!add_value(r, json_object_get(r->objects.at[i], inner[k])))
                return false;
    return true;
}

/* What value points at, when it is but an @id; else itself. */
static const json_t *follow(const struct ld_reader *r, const json_t *value) {
    if (!json_is_object(value) || json_object_get(value, "name"))
        return value;
    uint32_t i = map_get(&r->by_id, json_in_str(value, "@id"));
    return i == MAP_NONE ? value : r->objects.at[i];
}

/* ---- Types */

static struct str type_at(const json_t *object, size_t i) {
    const json_t *type = json_object_get(object, "@type");
    if (json_is_array(type))
        return json_in_text(json_array_get(type, i));
    return i == 0 ? json_in_text(type) : STR_NONE;
}

static bool is_article_type(struct str type) {
    static const char *const others[] = {
        "BlogPosting",  "LiveBlogPosting",   "Report", "Review", "ClaimReview",
        "PressRelease", "SocialMediaPosting"};
    size_t slash = str_find(type, STR("schema.org/"), 0);
    if (slash != SIZE_MAX)
        type = str_cut(type, slash + 11, type.n);
    if (str_ends(type, STR("Article")))
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_eq(type, str_of(others[i])))
            return true;
    return false;
}

/* The article type of an object that says most; none when it is no article. */
static struct str article_type(const json_t *object) {
    struct str found = STR_NONE;
    for (size_t i = 0; i < 16; i++) {
        struct str type = type_at(object, i);
        if (!type.at)
            break;
        if (is_article_type(type) && type.n > found.n)
            found = type;
    }
    return found;
}

static bool is_page_type(struct str type) {
    return str_ends(type, STR("Page")) || str_eq(type, STR("ItemList")) ||
           str_eq(type, STR("Blog"));
}

/* ---- Values */

static struct str text_of(struct ld_reader *r, const json_t *value) {
    if (json_is_array(value))
        value = json_array_get(value, 0);
    struct str s = str_cut(json_in_text(value), 0, VALUE_BYTES_MAX);
    if (!s.n)
        return STR_NONE;
    struct str decoded = html_entity_decode(r->arena, s, false);
    struct str folded = str_fold_space(r->arena, decoded);
    r->no_memory |= !folded.at;
    return folded;
}

/* A name: of a string, an object with a name, or the first of an array of those. */
static struct str name_of(struct ld_reader *r, const json_t *value) {
    if (json_is_array(value))
        value = json_array_get(value, 0);
    value = follow(r, value);
    return text_of(r, json_is_object(value) ? json_object_get(value, "name") : value);
}

static void take_author(struct ld_reader *r, const json_t *value) {
    struct str name = name_of(r, value);
    if (!name.n || r->out->authors.n >= AUTHORS_MAX)
        return;
    struct str *at = VEC_PUSH(r->arena, &r->out->authors);
    if (at)
        *at = name;
    r->no_memory |= !at;
}

static void take_article(struct ld_reader *r, const json_t *object) {
    struct html_json_ld *out = r->out;
    out->article = true;
    out->type = str_copy(r->arena, article_type(object));
    out->headline = text_of(r, json_object_get(object, "headline"));
    if (!out->headline.n)
        out->headline = text_of(r, json_object_get(object, "name"));
    out->published = text_of(r, json_object_get(object, "datePublished"));
    if (!out->published.n)
        out->published = text_of(r, json_object_get(object, "dateCreated"));
    out->modified = text_of(r, json_object_get(object, "dateModified"));
    out->language = name_of(r, json_object_get(object, "inLanguage"));
    out->section = text_of(r, json_object_get(object, "articleSection"));
    out->publisher = name_of(r, json_object_get(object, "publisher"));
    out->url = text_of(r, json_object_get(object, "url"));
    const json_t *author = json_object_get(object, "author");
    if (!author)
        author = json_object_get(object, "creator");
    if (!json_is_array(author))
        take_author(r, author);
    for (size_t i = 0; json_is_array(author) && i < json_array_size(author); i++)
        take_author(r, json_array_get(author, i));
}

/* How well an object fits the page: an article with this headline, one with a headline, any. */
static unsigned fit(struct ld_reader *r, const json_t *object, struct str title) {
    if (!article_type(object).n)
        return 0;
    struct str headline = text_of(r, json_object_get(object, "headline"));
    if (!headline.n)
        headline = text_of(r, json_object_get(object, "name"));
    unsigned points = 1;
    points += headline.n > 0;
    points += json_object_get(object, "datePublished") != NULL;
    headline = str_cut(headline, 0, COMPARED_BYTES);
    title = str_cut(title, 0, COMPARED_BYTES);
    if (title.n && headline.n &&
        (str_has_nocase(title, headline) || str_has_nocase(headline, title)))
        points += 4;
    return points;
}

static void choose(struct ld_reader *r, struct str title) {
    const json_t *best = NULL;
    unsigned best_fit = 0;
    for (uint32_t i = 0; i < r->objects.n; i++) {
        unsigned f = fit(r, r->objects.at[i], title);
        if (f > best_fit) {
            best = r->objects.at[i];
            best_fit = f;
        }
        for (size_t k = 0; !r->out->type.n && k < 16 && type_at(r->objects.at[i], k).at; k++)
            if (is_page_type(type_at(r->objects.at[i], k)))
                r->out->type = str_copy(r->arena, type_at(r->objects.at[i], k));
    }
    if (best)
        take_article(r, best);
}

int html_json_ld_read(struct html_json_ld *out, struct arena *a, const struct html_scan *scan,
                      struct str title, struct ts_error *err) {
    *out = (struct html_json_ld){.type = STR_NONE};
    struct ld_reader r = {.out = out, .arena = a};
    map_init(&r.by_id, a);
    read_blocks(&r, scan);
    if (!r.no_memory && gather(&r))
        choose(&r, title);
    else
        r.no_memory = true;
    for (size_t i = 0; i < r.root_count; i++)
        json_decref(r.roots[i]);
    return r.no_memory ? arena_fail(a, err) : TS_OK;
}
