#!/bin/sh -eu
# groff has nothing to warn of, and every page has a name and a synopsis.
command -v groff >/dev/null || { echo "needs groff"; exit 77; }
"$ROOT/tools/make-man" --program="$TWOSOURCE" man
for page in man/man1/*.1 man/man3/*.3; do
    groff -K utf8 -man -ww -z "$page" 2>>warnings
    grep -q '^.SH SYNOPSIS' "$page" || echo "$page: no synopsis" >>warnings
done
cat warnings
test ! -s warnings
