mkdir folder
cp "$EXAMPLES"/harbour/[12]-*.html folder
for i in 1 2; do
    "$TWOSOURCE" compare --format=html --out folder/page.html folder
    echo "status $?, $(grep -c '<article' folder/page.html) articles"
done
cp folder/1-*.html mine.html
ln -s mine.html link.html
"$TWOSOURCE" compare --out link.html mine.html folder
echo "status $?"
cmp mine.html folder/1-*.html && echo "it is as it was"
