/* What a package says of itself: config.cfg and meta.json. */
#ifndef CONVERT_PACKAGE_CONFIG_H
#define CONVERT_PACKAGE_CONFIG_H

#include "convert/package.h"

/**
 * Checks that the package is the pipeline that the program knows how to run: its version, language
 * and licence, the components and their order, how each network is built and how each component is
 * set. TS_E_FORMAT "bad_package" names the key that differs.
 */
int package_config_check(struct package *p, struct ts_error *err);

#endif
