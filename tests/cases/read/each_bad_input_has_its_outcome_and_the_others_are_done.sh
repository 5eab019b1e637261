# memory: 512
# timeout: 120
: >empty.html
mkdir nothing
truncate -s 1G zeros.txt
printf '%%PDF-1.7\n%%\342\343\317\323\n1 0 obj\n<< >>\nendobj\n' >paper.pdf
{ printf '<!doctype html><title>Deep</title>'; yes '<div>' | head -n 100000 | tr -d '\n'; printf 'x'; } >deep.html
printf '\320\317\021\340\241\261\032\341binary' >old.doc
printf 'PK\003\004\024\000\000\000' >book.docx
"$TWOSOURCE" read empty.html nothing missing.html zeros.txt paper.pdf deep.html old.doc book.docx https://news.example/a
echo "status $?"
printf 'The town of Aldmere has opened a bridge over the river, its mayor said on Friday.\n' >good.txt
"$TWOSOURCE" read --format=json empty.html good.txt missing.html | grep -o '"text":"[^"]*"'
