"$TWOSOURCE" analyse --format=json "$EXAMPLES/harbour/1-ledger-scoop.html" >record
mkdir models
export TWOSOURCE_MODELS=models
"$TWOSOURCE" model list; echo "list: $?"
"$TWOSOURCE" model check; echo "check: $?"
"$TWOSOURCE" analyse "$EXAMPLES/harbour"; echo "analyse: $?"
"$TWOSOURCE" compare "$EXAMPLES/harbour"; echo "compare: $?"
"$TWOSOURCE" read "$EXAMPLES/harbour" >/dev/null; echo "read: $?"
"$TWOSOURCE" compare record >/dev/null; echo "compare of what was analysed: $?"
env -u TWOSOURCE_MODELS -u XDG_CACHE_HOME -u HOME "$TWOSOURCE" model check; echo "check: $?"
TWOSOURCE_MODELS='' XDG_CACHE_HOME=not/absolute HOME=/nowhere "$TWOSOURCE" model check; echo "check: $?"
TWOSOURCE_MODELS='' XDG_CACHE_HOME=/nowhere/cache "$TWOSOURCE" model check; echo "check: $?"
TWOSOURCE_MODELS=a::b "$TWOSOURCE" model check; echo "check: $?"
