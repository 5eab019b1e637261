printf 'The town of Aldmere has opened a bridge over the river, its mayor said on Friday.\n' >a.txt
"$TWOSOURCE" read missing.txt a.txt --out out.txt 2>&-
echo "status $?"
grep -c missing out.txt
"$TWOSOURCE" read - a.txt --out out.txt <&- >&-
echo "status $?"
grep -c bridge out.txt
