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
with zipfile.ZipFile("larger.whl", "w") as z:
    z.writestr("m/model.safetensors", "not looked at")
    z.writestr("m/README.md", "---\nlicense: apache-2.0\n---\n")
    z.writestr("m/config.json", '{"architectures":["BertModel"],"model_type":"bert","vocab_size":30522,"hidden_size":768}')
with zipfile.ZipFile("both.whl", "w") as z:
    z.writestr("a/model.safetensors", "not looked at")
    z.writestr("b/config.cfg", "[nlp]\n")
END
for package in none.whl text.whl bare.whl other.whl larger.whl both.whl .; do
    "$TWOSOURCE" model build "$package"; echo "$?"
done
find . -name '*.model*'
