export TWOSOURCE_MODELS=models
echo "not a zip" >text.whl
python3 - <<'END'
import zipfile
with zipfile.ZipFile("bare.whl", "w") as z:
    z.writestr("thing/notes.txt", "nothing of a model")
with zipfile.ZipFile("other.whl", "w") as z:
    z.writestr("m/config.cfg", "[nlp]\n")
    z.writestr("m/LICENSE", "MIT\n")
    z.writestr("m/LICENSES_SOURCES", "none\n")
    z.writestr("m/meta.json", '{"lang":"de","name":"core_news_sm","version":"3.8.0"}')
END
for package in none.whl text.whl bare.whl other.whl .; do
    "$TWOSOURCE" model build "$package"; echo "$?"
done
find . -name '*.model*'
