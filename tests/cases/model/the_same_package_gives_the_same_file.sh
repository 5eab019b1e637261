# timeout: 120
package=$(find "$ROOT/build/packages" -name '*.whl' 2>/dev/null | head -n 1)
[ -n "$package" ] || { echo "needs the package in build/packages" >&2; exit 77; }
mkdir was
echo "was here" >was/x.model
umask 077
"$TWOSOURCE" model build --out=was/x.model "$package" | sed -E 's/[0-9a-f]{64}/SHA256/; s/[0-9.]+ MB/SIZE/'
TWOSOURCE_MODELS=a/new/folder:was "$TWOSOURCE" model build "$package" >/dev/null
cmp was/x.model a/new/folder/en_core_web_sm-3.8.0.model
stat -c '%A %n' was/* a/new/folder/*
mkdir taken
"$TWOSOURCE" model build --out=taken "$package"; echo "$?"
"$TWOSOURCE" model build --out=/proc/none/x.model "$package"; echo "$?"
find . -name '*.model.*' -o -name 'taken.*'
