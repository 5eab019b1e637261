/* What pictures show, and which of them a report calls false: "a video of a man riding a zebra is a
 * fake". That such a picture is false denies what it shows where nothing else tells it. */
#ifndef COMPARE_FALSE_PICTURES_H
#define COMPARE_FALSE_PICTURES_H

#include "compare/report_parse.h"

struct picture {
    bool shows;       /* the clause tells what a picture shows */
    uint32_t verdict; /* the token that calls the picture false, or NO_INDEX */
};

/** Of predicate v: "riding" of "a video of a man riding it", "the clip was doctored to show a man
 * riding it". */
struct picture false_picture(const struct report_parse *p, const struct event_words *words,
                             uint32_t v);

/** Whether predicate v calls a picture false that was told of before: "the video is a fake". */
bool false_picture_known(const struct report_parse *p, const struct event_words *words, uint32_t v);

#endif
