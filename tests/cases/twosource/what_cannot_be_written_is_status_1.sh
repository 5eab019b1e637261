printf 'The town of Aldmere has opened a bridge over the river, its mayor said on Friday.\n' >a.txt
try() { "$@"; echo "status $?" >&2; }
try "$TWOSOURCE" --help >/dev/full
try "$TWOSOURCE" --version >/dev/full
try "$TWOSOURCE" compare --help >/dev/full
try "$TWOSOURCE" read a.txt >/dev/full
try "$TWOSOURCE" read --out /dev/full a.txt
try "$TWOSOURCE" compare --format=html --out /dev/full a.txt
try "$TWOSOURCE" read --out missing/out.txt a.txt
try "$TWOSOURCE" read a.txt >&-
