# memory: 512
printf 'The town of Aldmere has opened a bridge over the river, its mayor said on Friday.\n' >a.txt
cp a.txt b.txt
try() {
    "$TWOSOURCE" read --meta "$1" a.txt >out.txt
    echo "$1: status $?, $(grep -c . out.txt) lines"
}
printf 'path,title\n"a.txt,Bridge\n' >open.csv
printf 'path,title\na.txt\0,Bridge\n' >nul.csv
printf 'name,title\na.txt,Bridge\n' >no-path.csv
: >empty.csv
{ printf 'path\n'; yes x | head -n 1000001; } >long.csv
for table in open.csv nul.csv no-path.csv empty.csv long.csv missing.csv . /dev/zero; do try "$table"; done
# many columns, quotes in quotes, the last of many lines, and of two for one path the first
{
    printf '\357\273\277path,a,b,c,d,e,f,g,h,i,j,k,l,m,title,n,o,p\r\n'
    printf 'b.txt,,,,,,,,,,,,,,"The ""other""\nbridge, again"\r\n'
    seq 1 2000 | sed 's/$/.txt,/'
    printf 'a.txt,,,,,,,,,,,,,,Bridge</script>\r\na.txt,,,,,,,,,,,,,,Other\r\n'
} >good.csv
"$TWOSOURCE" read --format=json --meta good.csv a.txt b.txt | grep -o '"title":"[^,]*,[^,]*'
