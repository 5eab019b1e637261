"$TWOSOURCE" compare --format=json missing.html
