mkdir models more
cp "${TWOSOURCE_MODELS%%:*}/en_core_web_sm-3.8.0.model" "${TWOSOURCE_MODELS%%:*}/all-MiniLM-L6-v2.model" models
cp models/en_core_web_sm-3.8.0.model "more/a	name.model"
echo "not listed" >models/notes.txt
export TWOSOURCE_MODELS=more:models
for command in list check "check models/en_core_web_sm-3.8.0.model more/none.model"; do
    # shellcheck disable=SC2086
    "$TWOSOURCE" model $command; echo "$?"
done | sed -E 's/[0-9a-f]{64}/SHA256/; s/[0-9.]+ MB/SIZE/'
rm models/all-MiniLM-L6-v2.model
"$TWOSOURCE" model list >/dev/null; echo "$?"
rm models/*.model
"$TWOSOURCE" model list >/dev/null; echo "$?"
