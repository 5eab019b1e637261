mkdir folder folder/deeper
printf 'The town of Aldmere has opened a bridge over the river, its mayor said on Friday.\n' >folder/good.txt
ln -s loop folder/loop
ln -s nowhere folder/gone
mkfifo folder/pipe
"$TWOSOURCE" read --format=json folder | grep -o '"path":"[^"]*"'
echo "status ${PIPESTATUS[0]}"
