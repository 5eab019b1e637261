"""Texts for tools/parity: from files, and a stress set that it makes itself."""
import csv
import json
import pathlib
import random
import re
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests/golden"
ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


def unescape(line):
    """A line of tests/golden/sentences-*.txt as the text it stands for."""
    return re.sub(r"\\(u[0-9a-f]{4}|.|$)",  # another escape is a KeyError
                  lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else ESCAPES[m[1]], line)


def golden_texts():
    """(file name, line number from 1, text) of each golden sentence."""
    for path in sorted(GOLDEN.glob("sentences-*.txt")):
        for i, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if line and not line.startswith("# "):
                yield path.name, i, unescape(line)


def texts_of(source):
    """(name, text) of each text of a .jsonl, .csv or .txt file or a folder of .txt files."""
    if source.is_dir():
        for path in sorted(source.rglob("*.txt")):
            yield path.name, path.read_text("utf-8", "replace")
    elif source.suffix == ".jsonl":
        for i, line in enumerate(source.read_text("utf-8").split("\n"), 1):
            row = json.loads(line) if line.strip() else {}
            text = row.get("text") or "\n".join(row.get("sentences", []))
            if text:
                yield str(row.get("id", i)), text
    elif source.suffix == ".csv":
        csv.field_size_limit(1 << 30)
        with source.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            column = next(c for c in ("text", "articleBody", "body") if c in rows.fieldnames)
            for i, row in enumerate(rows, 1):
                yield row.get("Body ID", str(i)), row[column]
    else:
        yield source.name, source.read_text("utf-8", "replace")


# ---- The stress set

URLS = ["http://tarn.example/a?b=c&d=e#f", "https://weldon.example:8080/x_(y)/z.html", "www.holt.example",
        "ned@farrow.example", "@orla_tew", "#tarn-2021", "ftp://1.2.3.4/x", "10.0.0.1", "lyle.co.uk/~ned",
        "C:\\Users\\ned", "/usr/lib", "mailto:a@b.example", "HTTP://X.EXAMPLE", "a.b.c.d", "x.py"]
MARKS = ["...", "…", "--", "—", "–", "-", "'", "’", "‘", '"', "“", "”", "«", "»", "(", ")", "[", "]", "{",
         "}", "<", ">", "/", "\\", "|", "*", "&", "%", "$", "€", "US$", "C$", "£", "#", "@", "~", "^", "_",
         "=", "+", ":", ";", ",", ".", "!", "?", "¿", "¡", "§", "°", "°C.", "×", "→", "•", "·", "。", "、"]
EMOJI = ["🙂", "👍🏽", "👩‍👧", "🇬🇧", "❤️", "☎", "★", "😭😭", "🎉", ":)", ":-(",
         "<3", "^_^", "xD", ";-D", "o_O", "¯\\(ツ)/¯"]
SPACES = [" "] * 12 + ["  ", "\n", "\n\n", "\t", "\u00a0", "\u2009", "\r\n", " \n ", "\u200b", "\u3000", "", "\n\n\n",
                       "\u2028", "\x1c", "\x85"]
AFFIXED = ["{}'s", "{}’s", "{}n't", "{}'ll", "{}-{}", "{}—{}", "{}.{}", "{},{}", "{}/{}", "({})", "“{}”", "'{}'",
           "{}...", "{}%", "${}", "{}km", "{}°C.", "{}:", "{}s'", "@{}", "#{}", "{}={}", "{}--{}", "[{}]", "{}!",
           "{}", "{}", "{}", "{}", "{}"]
PLANES = [(0x20, 0x7e), (0xa0, 0x24f), (0x250, 0x6ff), (0x700, 0x1fff), (0x2000, 0x2bff), (0x2c00, 0x33ff),
          (0x3400, 0xd7ff), (0xe000, 0xffff), (0x10000, 0x1ffff), (0x20000, 0x10ffff), (0x0, 0x1f)]


def random_word(r, words):
    kind = r.random()
    if kind < 0.72:
        return r.choice(AFFIXED).replace("{}", r.choice(words), 1).replace("{}", r.choice(words), 1)
    if kind < 0.77:
        return r.choice(URLS) + r.choice(["", ".", ",", ")", "'s"])
    if kind < 0.85:
        return "".join(r.choice(MARKS) for _ in range(r.randint(1, 3)))
    if kind < 0.90:
        return r.choice(EMOJI)
    if kind < 0.96:
        number = r.choice([f"{r.randint(0, 99999)}", f"{r.random() * 100:.2f}", f"{r.randint(1, 9)}-{r.randint(10, 99)}"])
        return r.choice(["", "$", "€", "-", "+", "#"]) + number + r.choice(["", "", "%", "km", "pm", "th", "m²", "."])
    low, high = r.choice(PLANES)
    return "".join(chr(r.randint(low, high)) for _ in range(r.randint(1, 6)))


def table(r, words):
    separator = r.choice(["\t", " | ", ",", "  "])
    return "\n".join(separator.join(r.choice([r.choice(words), "%d" % r.randint(0, 999), "-", ""])
                                    for _ in range(4)) for _ in range(r.randint(2, 6)))


def stress_texts(seed, count):
    """count texts of words of the golden sentences between odd spaces, marks, URLs, emoji and any
    code points; the same for the same seed. Code points that this Python's Unicode does not assign
    are left out: a later Unicode, as the C library's may be, knows some of them as letters."""
    r = random.Random(seed)
    words = sorted({w for _, _, text in golden_texts() for w in text.split()})
    for i in range(count):
        parts = []
        for _ in range(r.randint(1, 60)):
            parts.append(table(r, words) if r.random() < 0.01 else random_word(r, words))
            parts.append(r.choice(SPACES))
        text = "".join(parts)
        yield f"stress-{seed}-{i}", "".join(c for c in text if unicodedata.category(c) not in ("Cn", "Cs"))
