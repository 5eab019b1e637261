# memory: 512
# timeout: 60
for value in '[]' '{}' '0' '""'; do
    {
        printf '{"schema":"twosource.article/1","x":['
        yes "$value," | head -n 8000000 | tr -d '\n'
        printf '%s]}\n' "$value"
    } | "$TWOSOURCE" compare -
done
{
    printf '{"schema":"twosource.article/1","x":'
    yes '[' | head -n 100000 | tr -d '\n'
} | "$TWOSOURCE" analyse -
{ # a line beyond the limit is left out alone
    printf '{"schema":"twosource.article/1","x":"'
    head -c 70000000 /dev/zero | tr '\0' a
    printf '"}\n'
    "$TWOSOURCE" read --format=json "$EXAMPLES/harbour"
} | "$TWOSOURCE" compare - | sed -n 1p
