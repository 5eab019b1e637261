#include "read/html_facts.h"

#include "read/html_url.h"

enum { SHORT_TEXT = 200, STUB_TEXT = 900, MAIN_LINKS = 8 };

struct kind_word {
    const char *word;
    enum article_kind kind;
};

/* Segments of paths and names of sections. */
static const struct kind_word section_words[] = {
    {"opinion", ARTICLE_OPINION},
    {"opinions", ARTICLE_OPINION},
    {"op-ed", ARTICLE_OPINION},
    {"oped", ARTICLE_OPINION},
    {"op-eds", ARTICLE_OPINION},
    {"comment", ARTICLE_OPINION},
    {"commentary", ARTICLE_OPINION},
    {"comment-analysis", ARTICLE_OPINION},
    {"editorial", ARTICLE_OPINION},
    {"editorials", ARTICLE_OPINION},
    {"columns", ARTICLE_OPINION},
    {"columnists", ARTICLE_OPINION},
    {"columnist", ARTICLE_OPINION},
    {"viewpoint", ARTICLE_OPINION},
    {"viewpoints", ARTICLE_OPINION},
    {"perspectives", ARTICLE_OPINION},
    {"letters", ARTICLE_OPINION},
    {"guest-opinion", ARTICLE_OPINION},
    {"meinung", ARTICLE_OPINION},
    {"kommentar", ARTICLE_OPINION},
    {"kommentare", ARTICLE_OPINION},
    {"opinions-editorials", ARTICLE_OPINION},
    {"opinion-columns", ARTICLE_OPINION},
    {"tribunes", ARTICLE_OPINION},
    {"opinione", ARTICLE_OPINION},
    {"opinioni", ARTICLE_OPINION},
    {"opiniao", ARTICLE_OPINION},
    {"mening", ARTICLE_OPINION},
    {"press-release", ARTICLE_PRESS_RELEASE},
    {"press-releases", ARTICLE_PRESS_RELEASE},
    {"pressrelease", ARTICLE_PRESS_RELEASE},
    {"pressreleases", ARTICLE_PRESS_RELEASE},
    {"news-release", ARTICLE_PRESS_RELEASE},
    {"news-releases", ARTICLE_PRESS_RELEASE},
    {"media-releases", ARTICLE_PRESS_RELEASE},
    {"pressemitteilungen", ARTICLE_PRESS_RELEASE},
    {"live-blog", ARTICLE_LIVE_BLOG},
    {"liveblog", ARTICLE_LIVE_BLOG},
    {"live-updates", ARTICLE_LIVE_BLOG},
    {"fact-check", ARTICLE_FACT_CHECK},
    {"fact-checks", ARTICLE_FACT_CHECK},
    {"factcheck", ARTICLE_FACT_CHECK},
    {"fact-checking", ARTICLE_FACT_CHECK},
    {"sponsored", ARTICLE_SPONSORED},
    {"sponsored-content", ARTICLE_SPONSORED},
    {"partner-content", ARTICLE_SPONSORED},
    {"paid-post", ARTICLE_SPONSORED},
    {"advertorial", ARTICLE_SPONSORED},
    {"advertorials", ARTICLE_SPONSORED},
    {"brand-studio", ARTICLE_SPONSORED},
};

static const struct kind_word type_words[] = {
    {"OpinionNewsArticle", ARTICLE_OPINION}, {"LiveBlogPosting", ARTICLE_LIVE_BLOG},
    {"ClaimReview", ARTICLE_FACT_CHECK},     {"AdvertiserContentArticle", ARTICLE_SPONSORED},
    {"PressRelease", ARTICLE_PRESS_RELEASE},
};

static bool same_section(struct str segment, const char *word) {
    struct str w = str_of(word);
    if (segment.n != w.n)
        return false;
    for (size_t i = 0; i < w.n; i++) {
        char c = ascii_lower(segment.at[i]);
        if ((c == ' ' || c == '_' ? '-' : c) != w.at[i])
            return false;
    }
    return true;
}

static bool kind_of_section(enum article_kind *kind, struct str segment) {
    for (size_t i = 0; i < sizeof section_words / sizeof *section_words; i++)
        if (same_section(segment, section_words[i].word)) {
            *kind = section_words[i].kind;
            return true;
        }
    return false;
}

static bool kind_of_type(enum article_kind *kind, struct str type) {
    for (size_t i = 0; i < sizeof type_words / sizeof *type_words; i++)
        if (str_ends(type, str_of(type_words[i].word))) {
            *kind = type_words[i].kind;
            return true;
        }
    return false;
}

/* The segments of the path but its last, which is the article's own name. */
static bool kind_of_path(enum article_kind *kind, struct str path) {
    for (struct str rest = path; rest.at;) {
        struct str segment = str_split(&rest, '/');
        if (rest.at && kind_of_section(kind, segment))
            return true;
    }
    return false;
}

static uint32_t text_chars(const struct html_page *page, uint32_t *longest) {
    uint32_t chars = 0;
    *longest = 0;
    for (uint32_t i = 0; i < page->blocks.n; i++) {
        const struct html_block *b = &page->blocks.at[i];
        chars += b->in ? b->chars : 0;
        *longest = b->in && b->chars > *longest ? b->chars : *longest;
    }
    return chars;
}

static bool has_class(const struct html_page *page, struct str word) {
    for (uint32_t i = 0; i < page->tree.nodes.n; i++) {
        const struct html_node *n = &page->tree.nodes.at[i];
        if (n->kind == HTML_ELEMENT && n->token != HTML_NO_TOKEN &&
            str_has_nocase(html_token_attr(&page->tree.scan, &page->tree.scan.tokens.at[n->token],
                                           HTML_ATTR_CLASS),
                           word))
            return true;
    }
    return false;
}

static int set(struct html_facts *f, enum article_kind kind, const char *because) {
    f->builder->article->kind = kind;
    f->builder->article->kind_because = str_of(because);
    return TS_OK;
}

int html_facts_kind(struct html_facts *f) {
    uint32_t longest;
    uint32_t chars = text_chars(f->page, &longest);
    struct str path = html_url_path(f->url);
    bool home = f->host.n && str_trim(path).n <= 1 && str_find_byte(f->url, '?', 0) == SIZE_MAX;
    bool listing = !f->ld.article && (str_ends(f->ld.type, STR("CollectionPage")) ||
                                      str_ends(f->ld.type, STR("ItemList")));
    if (chars == 0)
        return set(f, ARTICLE_NOT_ARTICLE, "no running text was found");
    if (home && !f->ld.article)
        return set(f, ARTICLE_NOT_ARTICLE, "its address is that of a home page");
    if (listing && longest < SHORT_TEXT * 2)
        return set(f, ARTICLE_NOT_ARTICLE, "its JSON-LD says it is a list of pages");
    if (chars < SHORT_TEXT && !f->ld.article && longest < SHORT_TEXT / 2)
        return set(f, ARTICLE_NOT_ARTICLE, "scraps of text alone were found");
    enum article_kind kind;
    if (kind_of_type(&kind, f->ld.type))
        return set(f, kind, "the type in its JSON-LD");
    if (chars < STUB_TEXT && has_class(f->page, STR("paywall")))
        return set(f, ARTICLE_STUB, "a paywall stands after its first lines");
    if (kind_of_section(&kind, html_head_meta(&f->head, HTML_META_SECTION)) ||
        kind_of_section(&kind, f->ld.section))
        return set(f, kind, "the section it names");
    if (kind_of_path(&kind, path))
        return set(f, kind, "a segment of its address");
    return set(f, ARTICLE_REPORT,
               f->ld.article ? "the type in its JSON-LD"
                             : "running text and nothing that says otherwise");
}
