model=${TWOSOURCE_MODELS%%:*}/all-MiniLM-L6-v2.model
size=$(wc -c <"$model")
mkdir models
export TWOSOURCE_MODELS=models
ln -s "${model%/*}/en_core_web_sm-3.8.0.model" models
echo "The town of Aldmere has opened a bridge, its mayor said." >bridge.txt
cut() { head -c "$((size / 2))" "$model"; }
changed() {
    head -c "$((size / 2))" "$model"
    tail -c +"$((size / 2 + 1))" "$model" | head -c 1 | LC_ALL=C tr '\000-\377' '\001-\377\000'
    tail -c +"$((size / 2 + 2))" "$model"
}
for damage in cut changed; do
    "$damage" >models/all-MiniLM-L6-v2.model
    for command in "analyse --vectors bridge.txt" "model check" "analyse bridge.txt"; do
        # shellcheck disable=SC2086
        "$TWOSOURCE" $command 2>&1 >/dev/null; echo "$damage, $command: $?"
    done
done | sed -E 's/[0-9]{5,}/N/g; s/: [^ ]+ is damaged: its checksum/: TENSOR is damaged: its checksum/'
cp "${model%/*}/en_core_web_sm-3.8.0.model" models/all-MiniLM-L6-v2.model
"$TWOSOURCE" analyse --vectors bridge.txt 2>&1; echo "another model: $?"
