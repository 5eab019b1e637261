cat >one.txt <<'TEXT'
The Ostby mill burned down on 5 April, the fire service said.

Harald Quist, the miller, had left the mill an hour before, the fire service said. The roof fell in before the engines came.
TEXT
cat >two.txt <<'TEXT'
The Ostby mill burned down on 5 April 2031, said the fire service of Tarnholt.

The miller, Harald Quist, had gone home from the Ostby mill an hour earlier. The roof had fallen in when the engines came.
TEXT
"$TWOSOURCE" compare --same one.txt,two.txt --format=json one.txt two.txt >page.json
grep -o '"open_years":\[[^]]*\]' page.json
"$TWOSOURCE" compare --same one.txt,two.txt one.txt two.txt | grep -A 1 'Days without'
"$TWOSOURCE" compare --same one.txt,two.txt --format=html one.txt two.txt | grep -c 'Days without a year'
sed -i 's/ 2031//' two.txt
"$TWOSOURCE" compare --same one.txt,two.txt --format=json one.txt two.txt | grep -o '"open_years":\[[^]]*\]'
