cat >broken.html <<'END'
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge opens in Aldmere</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens in Aldmere",</script>
</head><body><article><h1>Bridge opens in Aldmere</h1>
<p>The town of Aldmere has opened a bridge over the river Wend, its mayor said on Friday, two years after the old one fell.</p>
<p>The bridge took fourteen months to build and is open to walkers and carts alone until the autumn, the town said.</p>
</article></body></html>
END
printf 'The town of Aldmere has opened a bridge — the first — over the \377\376 river Wend, its mayor said.\n' >bytes.txt
printf 'The town of Aldmere has opened a bridge over the river Wend, \223a first\224, its mayor said.\n' >latin.txt
"$TWOSOURCE" read --format=json bytes.txt latin.txt | grep -o '"charset":"[^"]*"\|"text":"The[^"]*"\|"flags":\[[^]]*\]'
"$TWOSOURCE" read --format=json broken.html | grep -o '"title":"[^"]*"\|"flags":\[[^]]*\]'
