cat >a.txt <<'TEXT'
Quarry owner moved the boundary stones

The owner of Hollin quarry moved eleven boundary stones in March, the Tarnside Examiner reported on Monday.

The stones were thrown into the river Ebb, according to the newspaper. The owner, Joss Pellow, denied that he had moved the stones.
TEXT
cat >b.txt <<'TEXT'
Eleven boundary stones moved at Hollin quarry

The owner of Hollin quarry has moved eleven boundary stones, the Tarnside Examiner reported.

The stones were thrown into the river Ebb. Joss Pellow, who owns the quarry, could not be reached. The parish clerk said a survey of the quarry would begin in May.
TEXT
"$TWOSOURCE" compare a.txt b.txt | head -n 10
"$TWOSOURCE" compare --format=html --out page.html a.txt b.txt
# Every link of the page leads to something on it.
grep -o 'href="#[^"]*"' page.html | sed 's/.*#//; s/"//' | sort -u >links
grep -o ' id="[^"]*"' page.html | sed 's/.*="//; s/"//' | sort >targets
comm -23 links targets
uniq -d targets
grep -c '<tr id="c' page.html
