#include "check.h"
#include "read/html_words.h"

static struct html_words words;

static void test_names(void) {
    static const struct {
        const char *names;
        enum html_meaning means;
    } rows[] = {
        {"newsletter", HTML_MEANS_PROMOTION},
        {"c-newsletterBox big", HTML_MEANS_PROMOTION},
        {"share_bar", HTML_MEANS_NAVIGATION},
        {"articleBody", HTML_MEANS_BODY},
        {"article__body sidebar", HTML_MEANS_BODY},
        {"related article-body", HTML_MEANS_BODY},
        {"has-newsletter", HTML_MEANS_NOTHING},
        {"tag-comments post", HTML_MEANS_NOTHING},
        {"hidden", HTML_MEANS_HIDDEN},
        {"label-hidden", HTML_MEANS_NOTHING},
        {"shareholder", HTML_MEANS_NOTHING},
        {"  ", HTML_MEANS_NOTHING},
        {"", HTML_MEANS_NOTHING},
    };
    CHECK_ROWS (i, rows)
        CHECK_INT(html_words_meaning(&words, str_of(rows[i].names)), rows[i].means);
}

static void test_lines(void) {
    static const struct {
        const char *line;
        enum html_meaning means;
    } rows[] = {
        {"Read more: a ferry", HTML_MEANS_RELATED},
        {"7 min read", HTML_MEANS_HEAD},
        {"ADVERTISEMENT", HTML_MEANS_PROMOTION},
        {"Reading more is good", HTML_MEANS_NOTHING},
        {"Leave a comment \xC2\xBB", HTML_MEANS_COMMENTS},
        {"", HTML_MEANS_NOTHING},
    };
    CHECK_ROWS (i, rows)
        CHECK_INT(html_words_line(&words, str_of(rows[i].line)), rows[i].means);
    CHECK_INT(html_words_phrase(&words, STR("a letter, delivered to your inbox")),
              HTML_MEANS_PROMOTION);
    CHECK_INT(html_words_phrase(&words, STR("a letter")), HTML_MEANS_NOTHING);
}

int main(void) {
    static const struct check_test tests[] = {
        {"names of classes are read by their parts", test_names},
        {"lines are known by the words they begin with", test_lines}};
    struct mem mem = mem_system();
    struct arena a;
    struct ts_error err = {0};
    arena_init(&a, &mem, 0);
    int failed = html_words_init(&words, &a, &err) != TS_OK ||
                 check_run(tests, sizeof tests / sizeof *tests);
    arena_clear(&a);
    return failed;
}
