/* What is known of a page's article beside its text: title, outlet, authors, dates, kind. One file
 * a fact. */
#ifndef READ_HTML_FACTS_H
#define READ_HTML_FACTS_H

#include "read/html_head.h"
#include "read/html_json_ld.h"
#include "read/html_page.h"
#include "read/html_reader.h"

struct html_facts {
    struct builder *builder;
    struct html_page *page;
    struct html_head head;
    struct html_json_ld ld;
    const struct read_input *in;
    const struct outlets *outlets;
    struct str url;  /* the page's own absolute address; none */
    struct str host; /* of it, without "www."; none */
    struct str title;
    uint32_t title_block; /* where the title stands in the page; page->blocks.n when nowhere */
};

/* Each fills its part of the article; TS_E_MEMORY alone. To be called in this order. */
int html_facts_address(struct html_facts *f);  /* url, canonical_url */
int html_facts_language(struct html_facts *f); /* and how its dates are written */
int html_facts_title(struct html_facts *f); /* before the body is chosen: needs blocks and marks */
int html_facts_outlet(struct html_facts *f);
int html_facts_byline(struct html_facts *f);
int html_facts_dates(struct html_facts *f); /* after the body is chosen */
int html_facts_kind(struct html_facts *f);  /* after the body is chosen */

/** The name of the outlet that stands behind or before the headline in a title element; none when
 * none does. */
struct str html_facts_title_outlet(struct html_facts *f);

#endif
