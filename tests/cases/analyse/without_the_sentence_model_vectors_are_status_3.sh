mkdir models
ln -s "${TWOSOURCE_MODELS%%:*}/en_core_web_sm-3.8.0.model" models
export TWOSOURCE_MODELS=models
echo "The town of Aldmere has opened a bridge, its mayor said." >bridge.txt
"$TWOSOURCE" analyse --vectors bridge.txt bridge.txt; echo "$?"
"$TWOSOURCE" analyse --format=json bridge.txt >record; echo "$?"
"$TWOSOURCE" analyse --vectors record; echo "$?"
"$TWOSOURCE" compare record >/dev/null; echo "$?"
