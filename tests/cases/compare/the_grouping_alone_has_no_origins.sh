"$TWOSOURCE" compare --stories "$EXAMPLES/harbour" | head -n 4
"$TWOSOURCE" compare --stories --format=json "$EXAMPLES/harbour" | grep -o '"supporting"\|"origins"\|"unsourced"' | sort | uniq -c
