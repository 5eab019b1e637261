/*
 * Word pieces over a small vocabulary. The first byte is the room. What fits must begin as what a
 * larger room takes does, with the first and last piece around it.
 */
#include "base/utf8.h"
#include "embed/wordpiece.h"
#include "must.h"

#include <stdlib.h>
#include <string.h>

enum { LARGE = 4096, UNSET = 0xFFFF };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const vocabulary[] = {
    "[PAD]",    "[UNK]",      "[CLS]",
    "[SEP]",    "[MASK]",     "the",
    "har",      "##bo",       "##bour",
    "##s",      "a",          "##a",
    "e",        "##e",        "[",
    "#",        ".",          "$",
    "0",        "##0",        "\u6c34",
    "##\u6c34", "\u03c3",     "##\u03c3",
    "\u1100",   "##\u1161",   "\u2019",
    "i",        "##i",        "\u20ac",
    "##\u20ac", "\U00010428", "##\U00010428",
};

enum { VOCABULARY = sizeof vocabulary / sizeof *vocabulary };

static struct {
    bool open;
    struct arena arena;
    struct model_file model;
    struct wordpiece w;
} fixed;

static void open_vocabulary(void) {
    struct mem mem = mem_system();
    struct model_writer w;
    struct str file, pieces[VOCABULARY];
    if (fixed.open)
        return;
    arena_init(&fixed.arena, &mem, 0);
    model_writer_init(&w, &fixed.arena);
    for (uint32_t i = 0; i < VOCABULARY; i++)
        pieces[i] = str_of(vocabulary[i]);
    model_add_strings(&w, "pieces", pieces, VOCABULARY, true);
    must(model_write(&file, &w, NULL) == TS_OK);
    must(model_from_bytes(&fixed.model, file.at, file.n, NULL) == TS_OK);
    must(wordpiece_open(&fixed.w, &fixed.model, NULL) == TS_OK);
    fixed.open = true;
}

static uint32_t ids_of(uint16_t *ids, struct str text, uint32_t room) {
    ids[room] = UNSET;
    uint32_t n = wordpiece_ids(ids, &fixed.w, text, room);
    must(n >= 2 && n <= room && ids[room] == UNSET);
    must(ids[0] == fixed.w.first && ids[n - 1] == fixed.w.last);
    for (uint32_t i = 0; i < n; i++)
        must(ids[i] < fixed.w.pieces.list.n);
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
    uint16_t few[UINT8_MAX + 1], many[LARGE + 1];
    if (bytes == 0)
        return 0;
    open_vocabulary();
    struct mem mem = mem_system();
    struct arena a;
    arena_init(&a, &mem, 0);
    uint32_t room = data[0] < 2 ? 2 : data[0];
    struct str text = well_formed(&a, (struct str){(const char *)data + 1, bytes - 1});
    uint32_t n = ids_of(few, text, room), all = ids_of(many, text, LARGE);
    must(n == (all < room ? all : room));
    must(memcmp(few, many, (n - 1) * sizeof *few) == 0);
    arena_clear(&a);
    return 0;
}
