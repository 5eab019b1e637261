#include "base/calendar.h"
#include "base/sha256.h"
#include "check.h"

static void test_iso(void) {
    static const struct {
        const char *in, *want; /* NULL: refused */
        enum when_precision precision;
    } rows[] = {
        {"2031-04-07T20:11:00+04:00", "2031-04-07T20:11:00+04:00", WHEN_MINUTE},
        {"2031-04-07T20:11:09Z", "2031-04-07T20:11:09+00:00", WHEN_SECOND},
        {"2031-04-07 20:11", "2031-04-07T20:11:00", WHEN_MINUTE},
        {"2031-04-07T20:11:00.123-0530", "2031-04-07T20:11:00-05:30", WHEN_MINUTE},
        {"20310407", "2031-04-07", WHEN_DAY},
        {"2031-04", "2031-04", WHEN_MONTH},
        {"2031", "2031", WHEN_YEAR},
        {"XXXX-04-05", "XXXX-04-05", WHEN_DAY},
        {" 2032-02-29 ", "2032-02-29", WHEN_DAY},
        {"2031-02-29", NULL, WHEN_NONE},
        {"2031-13-01", NULL, WHEN_NONE},
        {"203104", NULL, WHEN_NONE},
        {"2031-04-07T25:00", NULL, WHEN_NONE},
        {"2031-04-07T10:00+99:00", NULL, WHEN_NONE},
        {"2031-04-07x", NULL, WHEN_NONE},
        {"", NULL, WHEN_NONE},
    };
    CHECK_ROWS (i, rows) {
        struct when w = {0};
        char text[WHEN_TEXT];
        bool ok = when_parse_iso(&w, str_of(rows[i].in));
        CHECK_INT(ok, rows[i].want != NULL);
        if (!ok)
            continue;
        when_text(text, &w);
        CHECK_STR(text, strlen(text), rows[i].want);
        CHECK_INT(w.precision, rows[i].precision);
    }
}

static void test_days(void) {
    for (int64_t d = -200000; d < 200000; d += 37) {
        int y;
        unsigned m, day;
        calendar_from_days(d, &y, &m, &day);
        CHECK_INT(calendar_days(y, m, day), d);
    }
    CHECK_INT(calendar_days(1970, 1, 1), 0);
    CHECK_INT(calendar_weekday(0), 4);
    CHECK_INT(calendar_weekday(-1), 3);
    CHECK_INT(calendar_weekday(calendar_days(2031, 4, 7)), 1);
    CHECK_INT(calendar_month_days(2100, 2), 28);
}

static void test_order(void) {
    struct when a, b;
    CHECK_NEED(when_parse_iso(&a, STR("2031-04-07T20:11:00+04:00")) &&
               when_parse_iso(&b, STR("2031-04-07T16:30Z")));
    CHECK_INT(when_cmp(&a, &b), -1);
    CHECK_INT(when_cmp(&b, &a), 1);
    CHECK_INT(when_cmp(&a, &a), 0);
    CHECK_NEED(when_parse_iso(&b, STR("2031-04-07")));
    CHECK_INT(when_cmp(&b, &a), -1);
}

static void test_names(void) {
    CHECK_INT(calendar_month_named(STR("Sept.")), 9);
    CHECK_INT(calendar_month_named(STR("JUNE")), 6);
    CHECK_INT(calendar_month_named(STR("Ju")), 0);
    CHECK_INT(calendar_month_named(STR("Marching")), 0);
    CHECK_INT(calendar_weekday_named(STR("Tues")), 2);
    CHECK_INT(calendar_weekday_named(STR("Wed.")), 3);
    CHECK_INT(calendar_weekday_named(STR("Mo")), -1);
}

static void test_sha256(void) {
    char hex[SHA256_HEX + 1];
    sha256_hex(hex, STR("abc")); /* FIPS 180-4, example */
    CHECK_STR(hex, strlen(hex), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    sha256_hex(hex, STR_NONE);
    CHECK_STR(hex, strlen(hex), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

CHECK_MAIN({"ISO 8601 is read and written", test_iso}, {"days are counted both ways", test_days},
           {"times are ordered by instant", test_order},
           {"months and weekdays are known by name", test_names},
           {"digests are SHA-256", test_sha256})
