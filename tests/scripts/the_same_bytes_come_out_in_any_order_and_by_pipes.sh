#!/bin/sh -eu
# Same bytes on every run, in any order of the arguments, and when the stages are piped.
for folder in harbour:9 railway:5; do
    pages=${folder#*:} folder=examples/${folder%:*}
    set -- "$folder"/*.html
    [ $# = "$pages" ] || { echo "there are $# pages in $folder, not $pages"; exit 1; }
    reversed=$(printf '%s\n' "$@" | LC_ALL=C sort -r)
    for format in text json html; do
        "$TWOSOURCE" compare --format=$format "$@" >forward
        "$TWOSOURCE" compare --format=$format "$@" | cmp - forward
        # shellcheck disable=SC2086
        "$TWOSOURCE" compare --format=$format $reversed | cmp - forward
        "$TWOSOURCE" compare --format=$format "$folder" | cmp - forward
        "$TWOSOURCE" read --format=json "$@" | "$TWOSOURCE" compare --format=$format - | cmp - forward
        "$TWOSOURCE" read --format=json "$@" | "$TWOSOURCE" analyse --format=json - |
            "$TWOSOURCE" compare --format=$format - | cmp - forward
    done
done
