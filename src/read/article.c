#include "read/article.h"

const char *article_kind_name(enum article_kind kind) {
    static const char *const names[ARTICLE_KINDS] = {"report",    "opinion",    "press_release",
                                                     "live_blog", "fact_check", "sponsored",
                                                     "stub",      "not_article"};
    return (unsigned)kind < ARTICLE_KINDS ? names[kind] : NULL;
}
