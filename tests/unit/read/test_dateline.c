#include "check.h"
#include "read/dateline.h"

static void test_find(void) {
    static const struct {
        const char *text, *place; /* NULL: there is none */
    } rows[] = {
        {"QUILLPORT, April 7 (HPA) - The harbour was shut.", "QUILLPORT, April 7 (HPA)"},
        {"QUILLPORT (HPA) \xE2\x80\x94 The harbour was shut.", "QUILLPORT (HPA)"},
        {"QUILLPORT \xE2\x80\x93 The harbour was shut.", "QUILLPORT"},
        {"QUILLPORT\xE2\x80\x94The harbour was shut.", "QUILLPORT"},
        {"ALDWATER-ON-SEA, Dunmark, 14 May (HPA) -- The harbour",
         "ALDWATER-ON-SEA, Dunmark, 14 May (HPA)"},
        {"Quillport, Dunmark (HPA) - The harbour was shut.", "Quillport, Dunmark (HPA)"},
        {"Quillport, 7 April - The harbour was shut.", "Quillport, 7 April"},
        {"NEW QUILLPORT, N.D. (HPA) \xE2\x80\x94 The harbour", "NEW QUILLPORT, N.D. (HPA)"},
        {"QUILLPORT/ALDWATER, 2 May (Hill Press) - Two", "QUILLPORT/ALDWATER, 2 May (Hill Press)"},
        {"QUILLPORT, 7 April 2025 /HillWire/ -- The harbour was",
         "QUILLPORT, 7 April 2025 /HillWire/"},
        {"QUILLPORT [HPA] --- The harbour was shut.", "QUILLPORT [HPA]"},
        {"QUILLPORT--The harbour was shut.", "QUILLPORT"},
        {"QUILLPORT \xE2\x88\x92 The harbour was shut.", "QUILLPORT"},
        {"QUILLPORT: The harbour was shut.", NULL},
        {"QUILLPORT (HPA): The harbour was shut.", NULL},
        {"(HPA) - The harbour was shut.", NULL},
        {"The harbour - shut since May - is open.", NULL},
        {"Quillport \xE2\x80\x94 the harbour that never sleeps", NULL},
        {"QUILLPORT was shut - again.", NULL},
        {"A - the first letter", NULL},
        {"\xE2\x80\x9CWe are done\xE2\x80\x9D - said nobody", NULL},
        {"QUILLPORT (HPA)", NULL},
        {"QUILLPORT (HPA) -", NULL},
        {"Monday (7 April) \xE2\x80\x93", NULL},
        {"", NULL},
        {"- no place", NULL},
        {"7 April - no place", NULL},
        {"QUILLPORT (HPA (2)) - two", NULL},
    };
    CHECK_ROWS (i, rows) {
        struct str text = str_of(rows[i].text);
        size_t n = dateline_find(text);
        CHECK(n <= text.n);
        struct str place = dateline_place(str_cut(text, 0, n));
        CHECK_STR(n ? place.at : NULL, n ? place.n : 0, rows[i].place);
    }
}

CHECK_MAIN({"a dateline is told from a sentence", test_find})
