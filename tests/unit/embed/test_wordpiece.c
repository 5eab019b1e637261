/* WordPiece over a small vocabulary: what is a word, which pieces it has, and what is left out. */
#include "base/buf.h"
#include "base/utf8.h"
#include "check.h"
#include "embed/wordpiece.h"

enum { ROOM = 64, LONG = 1 << 20 };
enum { UNK = 1, A = 14 }; /* places in the vocabulary */

static const char *const vocabulary[] = {
    "[PAD]",   "[UNK]",    "[CLS]",    "[SEP]",    "[MASK]",
    "the",     "harbour",  "harb",     "##our",    "##s",
    "un",      "##load",   "##ed",     "##loader", "a",
    "##a",     "e",        "##e",      "[",        "]",
    "sep",     "'",        "\u2019",   "s",        ".",
    "$",       "20",       "##0",      "\u20ac",   "##20",
    "\u6c34",  "##\u6c34", "\u03c3",   "##\u03c3", "\u00df",
    "i",       "##i",      "\u1100",   "##\u1161", "##\u11a8",
    "=",       "\u2e43",   "\u05d0",   "\u05be",   "\U00010428",
    "\u2014",  "##\u09be", "##\u09c7", "\u0995",   "##\U00010428",
    "\u00e9e", ";",        "\u8c48",
};

enum { VOCABULARY = sizeof vocabulary / sizeof *vocabulary };

struct fixture {
    struct arena arena;
    struct model_file model;
    struct wordpiece w;
    int status;
};

static void open_pieces(struct fixture *f, const struct str *pieces, uint32_t n, bool table) {
    struct mem mem = mem_system();
    struct model_writer w;
    struct str file;
    struct ts_error err = {0};
    arena_init(&f->arena, &mem, 0);
    model_writer_init(&w, &f->arena);
    model_add_strings(&w, "pieces", pieces, n, table);
    CHECK(model_write(&file, &w, NULL) == TS_OK &&
          model_from_bytes(&f->model, file.at, file.n, NULL) == TS_OK);
    f->status = wordpiece_open(&f->w, &f->model, &err);
    CHECK_STR(err.outcome, strlen(err.outcome), f->status == TS_OK ? "" : "bad_model");
}

static void open_vocabulary(struct fixture *f) {
    struct str pieces[VOCABULARY];
    for (uint32_t i = 0; i < VOCABULARY; i++)
        pieces[i] = str_of(vocabulary[i]);
    open_pieces(f, pieces, VOCABULARY, true);
    CHECK_INT(f->status, TS_OK);
}

/* The ids of a text, after a look at what holds for every text. */
static uint32_t ids_of(uint16_t *ids, const struct fixture *f, struct str text, uint32_t room) {
    uint32_t n = wordpiece_ids(ids, &f->w, text, room);
    CHECK(n >= 2 && n <= room);
    CHECK_INT(ids[0], f->w.first);
    CHECK_INT(ids[n - 1], f->w.last);
    for (uint32_t i = 0; i < n; i++)
        CHECK(ids[i] < f->w.pieces.list.n);
    return n;
}

/* The pieces between the first and the last, with blanks between them. */
static void check_pieces(const struct fixture *f, struct str text, const char *want) {
    uint16_t ids[ROOM];
    struct mem mem = mem_system();
    struct arena a;
    struct buf got;
    arena_init(&a, &mem, 0);
    buf_init(&got, &a, 1 << 12);
    uint32_t n = ids_of(ids, f, text, ROOM);
    for (uint32_t i = 1; i + 1 < n; i++) {
        if (i > 1)
            buf_putc(&got, ' ');
        buf_put(&got, string_list_at(&f->w.pieces.list, ids[i]));
    }
    CHECK_STR(got.n ? got.at : "", got.n, want);
    arena_clear(&a);
}

static void test_words(void) {
    const struct {
        struct str in;
        const char *pieces;
    } rows[] = {
        {STR(""), ""},
        {STR(" \t\r\n\u3000\u2028\u00a0 "), ""},
        {STR("The HARBOUR"), "the harbour"},
        {STR("the\nharbour\u2003the"), "the harbour the"},
        {STR("harbours unloaded"), "harbour ##s un ##load ##ed"},
        {STR("unloader"), "un ##loader"},
        {STR("harbourx the"), "[UNK] the"}, /* one part without a piece: the whole word */
        {STR("xharbour"), "[UNK]"},
        {STR("our"), "[UNK]"}, /* a piece that goes on begins no word */
        {STR("the harbour's."), "the harbour ' s ."},
        {STR("harbour\u2019s\u2014the"), "harbour \u2019 s \u2014 the"},
        {STR("$2000 \u20ac20"), "$ 20 ##0 ##0 \u20ac ##20"}, /* of symbols, ASCII's alone part */
        {STR("the~harbour"), "the [UNK] harbour"},
        {STR("\u6c34\u6c34a\u6c34"), "\u6c34 \u6c34 a \u6c34"}, /* ideographs stand alone */
        {STR("\uf900"), "\u8c48"},                              /* a compatibility ideograph */
        {STR("\u05d0\u05be\u05d0"), "\u05d0 \u05be \u05d0"},
        {STR("e\u0301a\u00e9\u00c9"), "e ##a ##e ##e"}, /* marks are taken off, composed or not */
        {STR("\u00e9e"), "e ##e"},
        {STR("\u1ec7"), "e"},
        {STR("\u03a3\u03c3\u03a3"), "\u03c3 ##\u03c3 ##\u03c3"}, /* no final sigma is made */
        {STR("\u1e9e \u00df"), "\u00df \u00df"},
        {STR("\u0130I"), "i ##i"},
        {STR("\uac00\uac01"), "[UNK]"}, /* syllables come apart: no piece goes on with U+1100 */
        {STR("\uac01"), "\u1100 ##\u1161 ##\u11a8"},
        {STR("\u0995\u09cb"), "\u0995 ##\u09c7 ##\u09be"}, /* a vowel in two parts */
        {STR("a\u2260a"), "a = a"},                        /* what is left of it is punctuation */
        {STR("a\u037ea"), "a ; a"},
        {STR("\U00010400\U00010428"), "\U00010428 ##\U00010428"},
        {STR("a\u0301"), "a"},
        {STR("\u0301\u0301 \u0301"), ""},
        {STR("t\0h\u200be\ufffd\u00ad"), "the"}, /* controls part no word */
        {STR("the\vharbour\fthe\xc2\x85the"), "[UNK]"},
        {STR("a\ue000a\U000f0000a"), "a ##a ##a"}, /* private use */
        {STR("\u2e43"), "\u2e43"},                 /* younger than the tables: a letter */
        {STR("a\u2e43a"), "[UNK]"},
    };
    struct fixture f;
    open_vocabulary(&f);
    CHECK_ROWS (i, rows)
        check_pieces(&f, rows[i].in, rows[i].pieces);
    arena_clear(&f.arena);
}

static void test_specials(void) {
    static const struct {
        const char *in, *pieces;
    } rows[] = {
        {"[SEP]", "[SEP]"},
        {"a[SEP]a", "a [SEP] a"},
        {"the [MASK]harbour[CLS][UNK][PAD]", "the [MASK] harbour [CLS] [UNK] [PAD]"},
        {"[sep]", "[ sep ]"},
        {"[SEP", "[ sep"},
        {"[[SEP]]", "[ [SEP] ]"},
        {"[S\u200bEP]", "[ sep ]"}, /* before controls are taken off */
    };
    struct fixture f;
    open_vocabulary(&f);
    CHECK_ROWS (i, rows)
        check_pieces(&f, str_of(rows[i].in), rows[i].pieces);
    arena_clear(&f.arena);

    const struct str fewer[] = {STR("a"), STR("[UNK]"), STR("[CLS]"), STR("[SEP]")};
    open_pieces(&f, fewer, 4, true);
    CHECK_INT(f.status, TS_OK);
    check_pieces(&f, STR("a[SEP]a"), "a [SEP] a");
    check_pieces(&f, STR("a[PAD]a"), "a [UNK] [UNK] [UNK] a"); /* not of this vocabulary */
    arena_clear(&f.arena);
}

static struct str repeated(struct arena *a, struct str s, uint32_t times) {
    struct buf b;
    buf_init(&b, a, (size_t)1 << 24);
    for (uint32_t i = 0; i < times; i++)
        buf_put(&b, s);
    return buf_str(&b);
}

static void test_long_words(void) {
    const struct {
        struct str part;
        uint32_t times, pieces;
        bool known;
    } rows[] = {
        {STR("a"), 100, 100, true},
        {STR("a"), 101, 1, false},
        {STR("a"), LONG, 1, false},
        {STR("\u00e9"), 100, 100, true}, /* counted without marks */
        {STR("e\u0301\u0323"), 100, 100, true},
        {STR("e\u0301"), 101, 1, false},
        {STR("a\u200b"), 100, 100, true},
        {STR("\U00010400"), 100, 100, true}, /* in code points, not bytes */
        {STR("\U00010400"), 101, 1, false},
        {STR("a."), 101, 202, true},
        {STR("\uac01"), 34, 1, false},
    };
    struct fixture f;
    open_vocabulary(&f);
    CHECK_ROWS (i, rows) {
        uint16_t ids[256];
        uint32_t n = ids_of(ids, &f, repeated(&f.arena, rows[i].part, rows[i].times), 256);
        CHECK_INT(n, rows[i].pieces + 2);
        CHECK((ids[1] != UNK) == rows[i].known);
    }
    arena_clear(&f.arena);
}

static void test_cut(void) {
    struct fixture f;
    uint16_t whole[ROOM], ids[ROOM];
    const struct str text = STR("The unloaded harbours[MASK] 2000\u6c34. unloadx");
    open_vocabulary(&f);
    uint32_t all = ids_of(whole, &f, text, ROOM);
    CHECK_INT(all, 15);
    for (uint32_t room = 2; room < all; room++) {
        CHECK_ROW(room);
        ids[room] = 0xBEEF;
        CHECK_INT(ids_of(ids, &f, text, room), room);
        CHECK(!memcmp(ids, whole, (room - 1) * sizeof *ids));
        CHECK_INT(ids[room], 0xBEEF);
    }
    /* A word is looked at to its end before its first piece is put. */
    CHECK_INT(ids_of(ids, &f, STR("unloadx"), 3), 3);
    CHECK_INT(ids[1], UNK);
    arena_clear(&f.arena);
}

static void test_hostile_texts(void) {
    const struct {
        struct str part;
        uint32_t n; /* of 256 */
    } rows[] = {
        {STR("\0"), 2},
        {STR("\u0301"), 2},
        {STR("a\u0301"), 3},
        {STR(" "), 2},
        {STR("["), 256},
        {STR("##"), 256},
        {STR("[SEP]"), 256},
        {STR("\ufdfa"), 3},
        {STR("[SEP"), 256},
        {STR("\u6c34"), 256},
        {STR("\u1100\u1161\u11a8"), 3},
        {STR("a\t"), 256},
    };
    struct fixture f;
    uint16_t ids[256];
    open_vocabulary(&f);
    CHECK_ROWS (i, rows)
        CHECK_INT(ids_of(ids, &f, repeated(&f.arena, rows[i].part, LONG), 256), rows[i].n);
    arena_clear(&f.arena);
}

/* Alone and between letters. What of it is no piece leaves one [UNK] at least. */
static void test_each_code_point(void) {
    struct fixture f;
    uint16_t ids[ROOM];
    open_vocabulary(&f);
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        char text[6] = "a";
        size_t n = 1 + utf8_put(text + 1, cp);
        CHECK_ROW(cp);
        text[n] = 'a';
        CHECK(ids_of(ids, &f, str_cut((struct str){text, n}, 1, n), ROOM) <= 7);
        CHECK(ids_of(ids, &f, (struct str){text, n + 1}, ROOM) >= 3);
        CHECK(ids[1] == UNK || ids[1] == A);
    }
    arena_clear(&f.arena);
}

static void test_vocabularies(void) {
    const struct {
        uint32_t n;
        struct str pieces[5];
        bool table, good;
    } rows[] = {
        {3, {STR("[UNK]"), STR("[CLS]"), STR("[SEP]")}, true, true},
        {3, {STR("[UNK]"), STR("[CLS]"), STR("[SEP]")}, false, false},
        {2, {STR("[CLS]"), STR("[SEP]")}, true, false},
        {2, {STR("[UNK]"), STR("[SEP]")}, true, false},
        {2, {STR("[UNK]"), STR("[CLS]")}, true, false},
        {0, {STR("")}, true, false},
        /* of no use, but harmless */
        {5, {STR("##"), STR("[UNK]"), STR("[CLS]"), STR("[SEP]"), STR("")}, true, true},
        {5, {STR("\xe6"), STR("[UNK]"), STR("[CLS]"), STR("[SEP]"), STR("##\xb0")}, true, true},
        {5, {STR("#"), STR("[UNK]"), STR("[CLS]"), STR("[SEP]"), STR("###")}, true, true},
    };
    CHECK_ROWS (i, rows) {
        struct fixture f;
        open_pieces(&f, rows[i].pieces, rows[i].n, rows[i].table);
        CHECK_INT(f.status, rows[i].good ? TS_OK : TS_E_MODEL);
        if (f.status == TS_OK)
            check_pieces(&f, STR("a\u6c34\u0995\u0995"), "[UNK] [UNK] [UNK]");
        arena_clear(&f.arena);
    }
}

static void test_most_pieces(void) {
    static struct str pieces[UINT16_MAX + 1];
    static char names[UINT16_MAX + 1][8];
    struct fixture f;
    for (uint32_t i = 0; i <= UINT16_MAX; i++) {
        int n = snprintf(names[i], sizeof *names, "w%u", (unsigned)i);
        pieces[i] = (struct str){names[i], (size_t)n};
    }
    pieces[0] = STR("[UNK]"), pieces[1] = STR("[CLS]"), pieces[2] = STR("[SEP]");
    open_pieces(&f, pieces, UINT16_MAX, true);
    CHECK_INT(f.status, TS_OK);
    check_pieces(&f, STR("W65534 w65535"), "w65534 [UNK]");
    arena_clear(&f.arena);
    open_pieces(&f, pieces, UINT16_MAX + 1, true);
    CHECK_INT(f.status, TS_E_MODEL);
    arena_clear(&f.arena);
}

CHECK_MAIN({"a text is split into words, and these into the longest pieces", test_words},
           {"special pieces stand for themselves in a text", test_specials},
           {"a word of more than 100 code points is unknown", test_long_words},
           {"what does not fit is left out, and nothing else", test_cut},
           {"hostile texts end, and stay in their room", test_hostile_texts},
           {"every code point can be had", test_each_code_point},
           {"a vocabulary without the special pieces is refused", test_vocabularies},
           {"ids have 16 bits", test_most_pieces})
