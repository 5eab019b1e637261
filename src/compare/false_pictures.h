/* What pictures show, and which of them a report calls false: "a video of a man riding a zebra is a
 * fake". That such a picture is false denies what it shows where nothing else tells it. */
#ifndef COMPARE_FALSE_PICTURES_H
#define COMPARE_FALSE_PICTURES_H

#include "compare/report_parse.h"

struct picture {
    bool shows; /* the clause tells what a picture shows */
    bool open;  /* a picture or letter shows it that something is false about, and nothing tells
                   whether that is what it shows */
    uint32_t verdict; /* the token that calls the picture false, or NO_INDEX */
};

/** Of predicate v: "riding" of "a video of a man riding it", "the clip was doctored to show a man
 * riding it". */
struct picture false_picture(const struct report_parse *p, const struct event_words *words,
                             uint32_t v);

/** Kinds of pictures, as a set. */
enum picture_kind { PICTURE_MOVING = 1, PICTURE_STILL = 2 };

/** The kinds of picture that predicate v tells to be taken of something: "filmed a whale",
 * "captured footage of a whale", "caught it on camera"; 0: none. */
unsigned false_picture_taken(const struct report_parse *p, uint32_t v);

/** The kind of picture that predicate v calls false, if that was told of before: "the video is a
 * fake", "the video is debated, some say it is a hoax"; 0: none. */
unsigned false_picture_known(const struct report_parse *p, const struct event_words *words,
                             uint32_t v);

#endif
