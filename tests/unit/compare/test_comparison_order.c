/* The comparison does not depend on the order of its inputs, and every refused allocation is an
 * error. */
#include "by_hand.h"
#include "check.h"
#include "report/report.h"

#define SINK_ROOM (1 << 17)
#include "sink.h"

static const struct hand_report reports[] = {
    {.path = "a",
     .outlet = "The Tarn Post",
     .published = "2031-03-01T08:00:00+00:00",
     .title = "Tarnholt paid for a bridge",
     .text = "Two clerks have told the Tarn Post that Tarnholt council paid $86,000 to Idris Pell "
             "for a bridge. No rope was "
             "ever hung across the Tarn gorge, Mara Venn said. \xE2\x80\x9CThere is nothing there "
             "but mist and goats,\xE2\x80\x9D she said.",
     .statements = {{"Two clerks have told", "The Tarn Post", SOURCE_OUTLET, .self = true,
                     .described_as = "Two clerks", .people = 2},
                    {"There is nothing", "Mara Venn", SOURCE_PERSON,
                     .quote = "There is nothing there but mist and goats,"}}},
    {.path = "b",
     .outlet = "Skell Mercury",
     .published = "2031-03-02",
     .title = "Bridge of mist",
     .text = "Idris Pell was given $68,000 by Tarnholt council for a bridge that does not exist, "
             "the Tarn Post reported. Mara "
             "Venn has seen nothing built over the Tarn gorge.",
     .statements = {{"the Tarn Post reported", "The Tarn Post", .source_class = SOURCE_OUTLET}}},
    {.path = "c",
     .outlet = "Lorn Echo",
     .text = "Idris Pell was given $68,000 by Tarnholt council for a bridge that does not exist. "
             "Mara Venn has seen nothing "
             "built over the Tarn gorge. \xE2\x80\x9CThere is nothing there but mist and "
             "sheep,\xE2\x80\x9D she said.",
     .statements = {{"There is nothing", "Mara Venn", SOURCE_PERSON,
                     .quote = "There is nothing there but mist and sheep,"}}},
    {.path = "d",
     .outlet = "Lorn Echo",
     .text = "Idris Pell was given $68,000 by Tarnholt council for a bridge that does not exist. "
             "Mara Venn has seen nothing "
             "built over the Tarn gorge. \xE2\x80\x9CThere is nothing there but mist and "
             "sheep,\xE2\x80\x9D she said.",
     .statements = {{"There is nothing", "Mara Venn", SOURCE_PERSON,
                     .quote = "There is nothing there but mist and sheep,"}}},
    {.path = "e",
     .outlet = "Fen Courier",
     .published = "2031-03-01T08:00:00+00:00",
     .text =
         "The wool fair of Dunmire opened with 212 stalls and a hymn, the Skell Mercury reported.",
     .statements = {{"the Skell Mercury reported", "Skell Mercury",
                     .source_class = SOURCE_OUTLET}}},
};
enum { REPORTS = sizeof reports / sizeof *reports, BYTES = 1 << 17 };

static void json_of(struct sink *s, const struct comparison *c) {
    struct out o;
    s->n = 0;
    out_init(&o, take, s);
    report_comparison_json(&o, c);
    out_end(&o, NULL);
}

static void test_any_order(void) {
    static struct sink first, other;
    for (uint32_t round = 0; round < 24; round++) {
        struct hand_report mixed[REPORTS];
        uint32_t left = REPORTS, seed = round;
        memcpy(mixed, reports, sizeof mixed);
        for (; left > 1; left--) { /* the round's number written as a permutation */
            uint32_t k = seed % left;
            struct hand_report swap = mixed[k];
            seed /= left;
            mixed[k] = mixed[left - 1];
            mixed[left - 1] = swap;
        }
        struct hand h;
        hand_compare(&h, mixed, REPORTS, NULL, NULL);
        CHECK_NEED(h.status == TS_OK);
        json_of(round ? &other : &first, h.c);
        hand_clear(&h);
        if (round)
            CHECK(other.n == first.n && memcmp(other.at, first.at, first.n) == 0);
    }
    CHECK(first.n > 1000);
}

/* An allocator that refuses from the n-th time on. */
struct failing {
    struct mem mem;
    uint32_t left;
};

static void *failing_resize(void *context, void *old, size_t bytes) {
    struct failing *f = context;
    if (bytes && f->left-- == 0) {
        f->left = 0;
        return NULL;
    }
    return f->mem.resize(f->mem.context, old, bytes);
}

static void test_refused_memory(void) {
    struct mem mem = mem_system();
    struct arena inputs;
    struct outlets outlets;
    struct limits limits = LIMITS_DEFAULT;
    struct compare_options options = {0};
    const struct analysis *in[REPORTS];
    arena_init(&inputs, &mem, 0);
    outlets_init(&outlets, &inputs);
    for (uint32_t i = 0; i < REPORTS; i++)
        in[i] = hand_analysis(&inputs, &reports[i]);
    int status = TS_E_MEMORY;
    uint32_t n = 0;
    for (; status != TS_OK && n < 100000; n += 1 + n / 128) {
        struct failing f = {mem, n};
        struct mem refusing = {failing_resize, &f};
        struct arena a;
        struct comparison *c;
        struct ts_error err = {0};
        arena_init(&a, &refusing, 0);
        status = compare_analyses(&c, &a, in, REPORTS, &outlets, &options, &limits, &err);
        CHECK(status == TS_OK || (status == TS_E_MEMORY && err.status == TS_E_MEMORY && !c));
        arena_clear(&a);
    }
    CHECK_INT(status, TS_OK);
    arena_clear(&inputs);
}

static void test_too_many(void) {
    struct mem mem = mem_system();
    struct limits limits = LIMITS_DEFAULT;
    struct compare_options options = {0};
    struct outlets outlets;
    struct arena a;
    struct comparison *c;
    struct ts_error err = {0};
    const struct analysis *in[2];
    limits.reports = 1;
    arena_init(&a, &mem, 0);
    outlets_init(&outlets, &a);
    in[0] = in[1] = hand_analysis(&a, &reports[0]);
    CHECK_INT(compare_analyses(&c, &a, in, 2, &outlets, &options, &limits, &err), TS_E_LIMIT);
    CHECK_STR(err.outcome, strlen(err.outcome), "too_many");
    arena_clear(&a);
}

CHECK_MAIN({"the same bytes come out in any order of the inputs", test_any_order},
           {"each refused allocation is an error", test_refused_memory},
           {"more reports than the limit are an error", test_too_many})
