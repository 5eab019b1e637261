for command in read analyse compare model; do
    "$TWOSOURCE" $command --help
    "$TWOSOURCE" $command --version
    "$TWOSOURCE" help $command | cmp - <("$TWOSOURCE" $command -h)
done
