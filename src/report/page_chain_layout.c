/* Where the boxes and lines of the drawn chain stand. Text is measured by estimate: a page has no
 * fonts of its own. */
#include "report/page_chain.h"

#include "report/labels.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { GAP = 16, PAD = 9, PORT = 17, INCOMING = 11 };

const char *chain_kind_label(enum origin_kind kind) {
    return kind == ORIGIN_OWN       ? "own check"
           : kind == ORIGIN_UNNAMED ? "unnamed people"
                                    : labels_origin_kind(kind);
}

/* ---- Text in a box */

/* In hundredths of the font's size, rather too wide than too narrow. */
static uint32_t cp_width(uint32_t cp) {
    if (cp >= 0x1100)
        return (cp >= 0x2000 && cp < 0x2E80) ? 60 : 105;
    if (cp < 0x80 && strchr(" !'(),./:;I[]fijlt|-", (int)cp))
        return 40;
    if (cp < 0x80 && strchr("@MW%mw", (int)cp))
        return 98;
    return utf8_is_upper(cp) ? 72 : 62;
}

/* The bytes of s that fit into room, broken at white space where there is any. */
static size_t fitting(struct str s, uint32_t room) {
    size_t at = 0, broken = 0;
    uint32_t width = 0;
    while (at < s.n) {
        size_t before = at;
        uint32_t cp = utf8_next(s, &at);
        width += cp_width(cp);
        if (width > room)
            return broken ? broken : before;
        if (utf8_is_space(cp))
            broken = at;
    }
    return s.n;
}

static struct chain_line *new_line(struct chain_box *box, const char *label) {
    if (box->line_count == CHAIN_LINES)
        return NULL;
    struct chain_line *line = &box->lines[box->line_count++];
    *line = (struct chain_line){.words = STR_NONE};
    snprintf(line->label, sizeof line->label, "%s", label);
    return line;
}

/* Words after a label, in at most `most` lines; what does not fit is cut with an ellipsis. */
static void add_words(struct chain_box *box, const struct chain_shape *shape, uint32_t box_width,
                      const char *label, struct str words, uint32_t most, bool name) {
    uint32_t room = (box_width - 2 * PAD) * 100 / shape->font;
    words = str_trim(words);
    for (uint32_t i = 0; i < most && (words.n || i == 0); i++) {
        struct chain_line *line = new_line(box, i ? "" : label);
        if (!line)
            return;
        uint32_t label_width = (uint32_t)strlen(line->label) * 68;
        uint32_t left = room > label_width + 100 ? room - label_width : 100;
        size_t n = fitting(words, left);
        line->cut = i + 1 == most && n < words.n;
        if (line->cut)
            n = fitting(words, left - 90);
        line->words = str_trim(str_cut(words, 0, n));
        line->name = name;
        words = str_trim(str_cut(words, n, words.n));
    }
}

static bool is_drawn(const struct chain *chain, uint32_t report) {
    for (uint32_t i = 0; i < chain->report_count; i++)
        if (chain->reports[i].item == report)
            return true;
    return false;
}

static void via_lines(struct chain_box *box, const struct chain_shape *shape, uint32_t width,
                      uint32_t most) {
    for (unsigned i = 0; i < CHAIN_VIAS && box->via[i].n; i++)
        add_words(box, shape, width, box->twofold ? "" : "via ", box->via[i], most, false);
}

/* What the report copies, in as many lines as there are; the last one says when there is more. */
static void copy_lines(struct chain_box *box, const struct chain *chain, const struct page *p) {
    PAGE_EACH (i, p->links_from, box->item) {
        const struct link *l = &p->c->links.at[i];
        char text[CHAIN_LABEL], share[16] = "";
        uint32_t percent = (uint32_t)floor(labels_share(l->share) * 100 + 0.5);
        if (l->to_report == NO_INDEX || !is_drawn(chain, l->to_report))
            continue;
        if (box->line_count + 3 > CHAIN_LINES) {
            new_line(box, "and more");
            return;
        }
        if (percent)
            snprintf(share, sizeof share, ", %u %%", (unsigned)percent);
        if (l->direction_unknown) {
            new_line(box, "shares text with");
            snprintf(text, sizeof text, "R%u%s", (unsigned)l->to_report + 1, share);
        } else {
            snprintf(text, sizeof text, "%s R%u%s", labels_relation(l->relation),
                     (unsigned)l->to_report + 1, share);
        }
        new_line(box, text);
    }
}

static void report_lines(struct chain_box *box, const struct chain *chain, const struct page *p) {
    const struct chain_shape *shape = chain->shape;
    const struct report *r = &p->c->reports.at[box->item];
    char text[CHAIN_LABEL];
    snprintf(text, sizeof text, "R%u ", (unsigned)box->item + 1);
    add_words(box, shape, shape->report_width, text, labels_report_name(r), 2, true);
    if (r->article->published.when.precision >= WHEN_DAY) {
        when_text(text, &r->article->published.when);
        text[10] = '\0';
        new_line(box, text);
    }
    if (box->dashed)
        new_line(box, "credits no outlet");
    via_lines(box, shape, shape->report_width, 2);
    if (box->copies)
        copy_lines(box, chain, p);
}

static void origin_lines(struct chain_box *box, const struct page *p,
                         const struct chain_shape *shape) {
    const struct origin *o = &p->c->origins.at[box->item];
    char text[CHAIN_LABEL];
    snprintf(text, sizeof text, "O%u ", (unsigned)box->item + 1);
    add_words(box, shape, shape->origin_width, text, o->name, 2, true);
    new_line(box, chain_kind_label(o->kind));
    via_lines(box, shape, shape->origin_width, 3);
}

/* ---- Places */

/* Origins stand at the height of the reports that lead to them, so that few lines cross. */
static void order_origins(struct chain *chain) {
    uint32_t place[CHAIN_BOXES], moved[CHAIN_BOXES];
    uint32_t n = chain->origin_count;
    for (uint32_t i = 0; i < n; i++)
        place[i] = i;
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t k = i; k > 0; k--) {
            const struct chain_box *a = &chain->origins[place[k - 1]],
                                   *b = &chain->origins[place[k]];
            uint64_t left = a->weight * (b->ports ? b->ports : 1),
                     right = b->weight * (a->ports ? a->ports : 1);
            if (left <= right)
                break;
            uint32_t held = place[k];
            place[k] = place[k - 1];
            place[k - 1] = held;
        }
    for (uint32_t i = 0; i < n; i++)
        moved[place[i]] = i;
    for (uint32_t i = 0; i < n; i++)
        while (moved[i] != i) {
            uint32_t to = moved[i];
            struct chain_box held = chain->origins[to];
            chain->origins[to] = chain->origins[i];
            chain->origins[i] = held;
            moved[i] = moved[to];
            moved[to] = to;
        }
    for (uint32_t e = 0; e < chain->edge_count; e++)
        for (uint32_t k = 0; !chain->edges[e].side && k < n; k++)
            if (place[k] == chain->edges[e].to) {
                chain->edges[e].to = k;
                break;
            }
}

static void sort_edges(struct chain *chain) {
    for (uint32_t i = 1; i < chain->edge_count; i++)
        for (uint32_t k = i; k > 0; k--) {
            struct chain_edge *a = &chain->edges[k - 1], *b = &chain->edges[k];
            if (a->from < b->from || (a->from == b->from && a->to <= b->to))
                break;
            struct chain_edge held = *a;
            *a = *b;
            *b = held;
        }
}

static uint32_t stack(struct chain_box *at, uint32_t count, const struct chain_shape *shape,
                      uint32_t port) {
    uint32_t y = 2;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t text = at[i].line_count * shape->line + PAD + 6, lines = at[i].ports * port + 8;
        at[i].y = y;
        at[i].height = text > lines ? text : lines;
        y += at[i].height + GAP;
    }
    return y - GAP + 2;
}

static void centre(struct chain_box *at, uint32_t count, uint32_t height, uint32_t room) {
    for (uint32_t i = 0; i < count && room > height; i++)
        at[i].y += (room - height) / 2;
}

void chain_layout(struct chain *chain, const struct page *p, const struct chain_shape *shape) {
    chain->shape = shape;
    for (uint32_t i = 0; i < chain->report_count; i++)
        report_lines(&chain->reports[i], chain, p);
    for (uint32_t i = 0; i < chain->origin_count; i++)
        origin_lines(&chain->origins[i], p, shape);
    order_origins(chain);
    sort_edges(chain);
    uint32_t left = stack(chain->reports, chain->report_count, shape, PORT);
    uint32_t right = stack(chain->origins, chain->origin_count, shape, INCOMING);
    chain->height = left > right ? left : right;
    centre(chain->reports, chain->report_count, left, chain->height);
    centre(chain->origins, chain->origin_count, right, chain->height);
}
