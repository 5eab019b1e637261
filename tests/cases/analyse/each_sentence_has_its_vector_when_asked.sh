cat >bridge.txt <<'END'
The town of Aldmere has opened a bridge over the river Wend, its mayor said on Friday.

"The old one fell two years ago," she said. The mayor of Aldmere opened a new bridge over the Wend. It rained.
END
"$TWOSOURCE" analyse --format=json bridge.txt | grep -c '"vector"'
"$TWOSOURCE" analyse --vectors bridge.txt >vectors
grep -o '"vectors_model":{"name":"[^"]*"' vectors
grep -o '"vector":\[[^]]*\]' vectors >each
wc -l <each
awk -F, '{ print NF }' each | sort | uniq -c
cut -d, -f1-3 each
# how alike the first sentence is to each
sed 's/.*\[//; s/]//' each | awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) first[i] = $i }
    { sum = 0; for (i = 1; i <= NF; i++) sum += first[i] * $i; printf "%.2f\n", sum }'
"$TWOSOURCE" analyse --vectors --format=json bridge.txt | cmp - vectors
"$TWOSOURCE" analyse --vectors vectors | cmp - vectors
"$TWOSOURCE" analyse --format=json vectors | cmp - vectors
"$TWOSOURCE" read --format=json bridge.txt | "$TWOSOURCE" analyse --vectors - | grep -o '"vector":\[[^]]*\]' | cmp - each
