#include "check.h"
#include "read/date_text.h"

static void test_found(void) {
    static const struct {
        const char *in, *value, *precision, *where;
    } rows[] = {
        {"9 May 2024 18:45 (UTC+03:00)", "2024-05-09T18:45:00+03:00", "minute",
         "9 May 2024 18:45 (UTC+03:00)"},
        {"on Apr. 7, 2025 at 8:11 p.m. ET in the east", "2025-04-07T20:11:00-04:00", "minute",
         "Apr. 7, 2025 at 8:11 p.m. ET"},
        {"January 7, 2025, 8:11 AM PT", "2025-01-07T08:11:00-08:00", "minute",
         "January 7, 2025, 8:11 AM PT"},
        {"Friday May 10 2024", "2024-05-10", "day", "Friday May 10 2024"},
        {"Thu, 09 May 2024 18:45:05 +0300", "2024-05-09T18:45:05+03:00", "second",
         "Thu, 09 May 2024 18:45:05 +0300"},
        {"Updated 16:31 GMT, 10 November 2014", "2014-11-10T16:31:00+00:00", "minute",
         "16:31 GMT, 10 November 2014"},
        {"the 7th of October, 2014", "2014-10-07", "day", "7th of October, 2014"},
        {"May 2025", "2025-05", "month", "May 2025"},
        {"25/12/2014", "2014-12-25", "day", "25/12/2014"},
        {"12/25/2014 5pm", "2014-12-25T17:00:00", "minute", "12/25/2014 5pm"},
        {"05.05.2014", "2014-05-05", "day", "05.05.2014"},
        {"Tue 7 Oct 2014 20.11 BST", "2014-10-07T20:11:00+01:00", "minute",
         "Tue 7 Oct 2014 20.11 BST"},
        {"7 April 2025 8:00-9:30", "2025-04-07T08:00:00", "minute", "7 April 2025 8:00"},
        {"2025-04-07T20:11:00-04:00 and more", "2025-04-07T20:11:00-04:00", "minute",
         "2025-04-07T20:11:00-04:00"},
        {"1 April 2014 12:30 am", "2014-04-01T00:30:00", "minute", "1 April 2014 12:30 am"},
    };
    CHECK_ROWS (i, rows) {
        struct str s = str_of(rows[i].in);
        struct when when;
        struct span where = {0, 0};
        char text[WHEN_TEXT] = "none";
        if (CHECK(date_text_find(&when, &where, s, 0)))
            when_text(text, &when);
        CHECK_STR(text, strlen(text), rows[i].value);
        CHECK_STR(when_precision_name(when.precision), strlen(when_precision_name(when.precision)),
                  rows[i].precision);
        CHECK_STR(s.at + where.start, where.end - where.start, rows[i].where);
    }
}

static void test_not_found(void) {
    static const char *const rows[] = {"04/07/2025",      "may 2025 be kind",
                                       "on 7 April at 8", "yesterday",
                                       "v2.11.2014.1",    "31/31/2014",
                                       "the year 2014",   "30 February",
                                       "call 555-2014",   "",
                                       "1 2 3",           "April"};
    CHECK_ROWS (i, rows) {
        struct when when;
        struct span where;
        CHECK(!date_text_find(&when, &where, str_of(rows[i]), 0));
    }
}

static void test_values(void) {
    static const struct {
        const char *in, *value;
    } rows[] = {
        {"2025-04-07T16:11:00Z", "2025-04-07T16:11:00+00:00"},
        {" Thu, 09 May 2024 18:45:00 +0300 ", "2024-05-09T18:45:00+03:00"},
        {"April 7, 2025", "2025-04-07"},
        {"2025-04", "2025-04"},
        {"April 7, 2025 in spring", "none"},
        {"soon", "none"},
    };
    CHECK_ROWS (i, rows) {
        struct when when;
        char text[WHEN_TEXT] = "none";
        if (date_text_value(&when, str_of(rows[i].in)))
            when_text(text, &when);
        CHECK_STR(text, strlen(text), rows[i].value);
    }
}

static void test_urls(void) {
    static const struct {
        const char *in, *value;
    } rows[] = {
        {"https://news.example/2025/04/07/mill", "2025-04-07"},
        {"https://news.example/2025/apr/07/mill", "2025-04-07"},
        {"https://news.example/mill-burns-2025-04-07-again", "2025-04-07"},
        {"https://news.example/20250407/mill", "2025-04-07"},
        {"https://news.example/2025/04/mill", "2025-04"},
        {"https://news.example/2025/13/mill", "none"},
        {"https://news.example/item/123456", "none"},
        {"https://2025.example/04/07/", "none"},
        {"https://news.example/?d=2025/04/07", "none"},
    };
    CHECK_ROWS (i, rows) {
        struct when when;
        char text[WHEN_TEXT] = "none";
        if (date_text_url(&when, str_of(rows[i].in)))
            when_text(text, &when);
        CHECK_STR(text, strlen(text), rows[i].value);
    }
}

CHECK_MAIN({"dates are found with the time and zone beside them", test_found},
           {"what is no full date, or has two readings, is not taken", test_not_found},
           {"values of attributes are read to their end", test_values},
           {"a date in a URL's path is read", test_urls})
