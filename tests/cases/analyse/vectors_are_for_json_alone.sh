echo "It rained." >rain.txt
"$TWOSOURCE" analyse --vectors --format=text rain.txt; echo "$?"
"$TWOSOURCE" analyse --vectors --format=html rain.txt; echo "$?"
"$TWOSOURCE" analyse --vectors=yes rain.txt; echo "$?"
"$TWOSOURCE" compare --vectors rain.txt; echo "$?"
