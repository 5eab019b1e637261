model=${TWOSOURCE_MODELS%%:*}/en_core_web_sm-3.8.0.model
mkdir models
size=$(wc -c <"$model")
head -c "$((size - 1))" "$model" >models/cut.model
head -c 40 "$model" >models/head.model
{ head -c "$((size - 1))" "$model"
  tail -c 1 "$model" | LC_ALL=C tr '\000-\377' '\001-\377\000'; } >models/tail.model
{ head -c 16 "$model"; printf '\377'; tail -c +18 "$model" | head -c 100; } >models/layout.model
{ head -c 40 "$model"; head -c 8 /dev/zero; tail -c +49 "$model"; } >models/identity.model
: >models/empty.model
echo "no model at all" >models/other.model
mkdir models/folder.model
for file in models/*.model models/none.model; do
    "$TWOSOURCE" model check "$file" 2>&1; echo "$?"
done | sed -E 's/[0-9]{4,}/N/g; s/: [^ ]+ is damaged: its checksum/: TENSOR is damaged: its checksum/'

mv models/identity.model models/folder.model "$PWD"
export TWOSOURCE_MODELS=models
mv models/tail.model models/en_core_web_sm-3.8.0.model
for command in "model check" "model list" "analyse $EXAMPLES/harbour" "compare $EXAMPLES/harbour"; do
    # shellcheck disable=SC2086
    "$TWOSOURCE" $command 2>&1; echo "$command: $?"
done | sed -E 's/[0-9]{4,}/N/g; s/: [^ ]+ is damaged: its checksum/: TENSOR is damaged: its checksum/'
