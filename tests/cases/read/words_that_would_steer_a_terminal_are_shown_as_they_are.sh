bad=$(printf 'a\033[31m\302\233\342\200\256\233b')
printf 'The town of Aldmere has opened a bridge over the river, its mayor said on Friday.\n' >"$bad"
"$TWOSOURCE" read "$bad" | od -An -c | head -n 2
"$TWOSOURCE" read --format=json "$bad" | grep -o '"path":"[^"]*"'
printf 'caf\303\251 \360\235\204\236\n' >nothing.txt
"$TWOSOURCE" read "no $bad" "$(cat nothing.txt)"
"$TWOSOURCE" read --meta "no $bad" x
"$TWOSOURCE" read "--$bad" x
"$TWOSOURCE" read "--format=$bad" x
"$TWOSOURCE" read "--as=$bad" x
"$TWOSOURCE" compare "--same=$bad" x
"$TWOSOURCE" "$bad"
echo "status $?"
