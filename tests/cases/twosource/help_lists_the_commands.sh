"$TWOSOURCE" --help
