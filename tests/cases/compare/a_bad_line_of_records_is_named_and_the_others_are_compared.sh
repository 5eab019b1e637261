"$TWOSOURCE" read --format=json "$EXAMPLES/harbour" >good.jsonl
{
    head -n 2 good.jsonl
    printf '\n'
    printf '{"schema":"twosource.article/1","id":\033]0;owned\007}\n'
    sed -n 3p good.jsonl | sed 's/"start":0/"start":99999/'
    printf '{"schema":"twosource.article/1","id":"\\ud800"}\n'
    printf '{"schema":"twosource.article/1","id":1,"id":2}\n'
    printf '{"schema":"elsewhere/1"}\n'
    sed -n '3,$p' good.jsonl
} >mixed.jsonl
"$TWOSOURCE" compare --format=json mixed.jsonl >page.json
echo "status $?"
grep -o '"outcome":"[^"]*","message":"line [0-9]*' page.json
"$TWOSOURCE" compare - <good.jsonl | sed -n 1p
"$TWOSOURCE" compare mixed.jsonl 2>/dev/null | sed -n 1p
