/* vocab.txt, a piece a line:
 *   "pieces"  table, a piece's number in it is its id
 * and what the model says of itself: "about.name", "about.version", "about.licence" (its short
 * name), and its card, "about.sources". The package's own licence is its packager's, for the code
 * around the weights, and is left out.
 */
#include "convert/convert.h"
#include "nn/string_table.h"

#include "base/map.h"
#include "base/utf8.h"

enum { PIECES = 30522 };

static int bad(struct ts_error *err, const char *why) {
    return err_set(err, TS_E_FORMAT, "bad_package", "vocab.txt: %s", why);
}

/* The lines, in pieces[PIECES]. */
static int split(struct str *pieces, struct arena *a, struct str text, struct ts_error *err) {
    struct map seen;
    size_t n = 0;
    map_init(&seen, a);
    for (struct str rest = text; rest.at && rest.n; n++) {
        struct str piece = str_split(&rest, '\n');
        if (n == PIECES)
            return bad(err, "it has more than 30,522 lines");
        if (!piece.n || utf8_invalid(piece) != SIZE_MAX)
            return bad(err, "a line is empty, or no UTF-8");
        uint32_t *number = map_put(&seen, piece);
        if (!number)
            return arena_fail(a, err);
        if (*number != MAP_NONE)
            return bad(err, "a line stands there twice");
        *number = (uint32_t)n;
        pieces[n] = piece;
    }
    return n == PIECES ? TS_OK : bad(err, "it has fewer than 30,522 lines");
}

int convert_sentence_pieces(struct model_writer *w, struct package *p, struct ts_error *err) {
    static const struct {
        uint32_t id;
        struct str piece;
    } known[] = {{100, {"[UNK]", 5}}, {101, {"[CLS]", 5}}, {102, {"[SEP]", 5}}};
    struct str text, card, *pieces = arena_zero(w->arena, PIECES, sizeof *pieces);
    if (!pieces)
        return arena_fail(w->arena, err);
    int status = package_file(&text, p, "vocab.txt", err);
    if (status == TS_OK)
        status = package_file(&card, p, "README.md", err);
    if (status == TS_OK)
        status = split(pieces, w->arena, text, err);
    for (size_t i = 0; status == TS_OK && i < sizeof known / sizeof *known; i++)
        if (!str_eq(pieces[known[i].id], known[i].piece))
            status = bad(err, "[UNK], [CLS] and [SEP] are not its lines 101 to 103");
    if (status != TS_OK)
        return status;
    model_add_text(w, "about.name", STR("all-MiniLM-L6"));
    model_add_text(w, "about.version", STR("v2"));
    model_add_text(w, "about.licence", STR("Apache-2.0"));
    model_add_text(w, "about.sources", card);
    model_add_strings(w, "pieces", pieces, PIECES, true);
    return TS_OK;
}
