"$TWOSOURCE" analyse --format=json "$EXAMPLES/harbour" >plain.jsonl
"$TWOSOURCE" compare --format=json plain.jsonl >want.json
python3 -c '
import json
for line in open("plain.jsonl", encoding="utf-8"):
    print(json.dumps(json.loads(line), sort_keys=True))' >sorted.jsonl
sed 's/^/ \t/; s/$/\r/' plain.jsonl >blanks.jsonl
for file in sorted blanks; do
    "$TWOSOURCE" compare --format=json $file.jsonl | cmp - want.json && echo "$file: the same"
done
