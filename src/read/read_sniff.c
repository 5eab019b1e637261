#include "read/read_sniff.h"

#include <string.h>

enum { LOOKED_AT_BYTES = 64 * 1024, XML_HEAD_BYTES = 4096, CONTROLS_IN = 20, NULS_IN = 50 };

#define IMAGE "an image; text has to be recognised in it first"
#define SOUND "a sound or video file; it has to be transcribed first"
#define ARCHIVE "an archive; unpack it and give the files in it"
#define PROGRAM "a program or library, not a text"

/* Where the mark stands, the mark with its size, and what it says. */
static const struct {
    size_t at;
    struct str mark;
    const char *what;
} magic[] = {
    {0, {"%PDF-", 5}, "a PDF; convert it first: pdftotext FILE"},
    {0, {"\x1F\x8B", 2}, "compressed with gzip; unpack it first: gunzip FILE"},
    {0, {"BZh", 3}, "compressed with bzip2; unpack it first: bunzip2 FILE"},
    {0, {"\xFD\x37zXZ\0", 6}, "compressed with xz; unpack it first: unxz FILE"},
    {0, {"\x28\xB5\x2F\xFD", 4}, "compressed with zstd; unpack it first: unzstd FILE"},
    {0, {"7z\xBC\xAF\x27\x1C", 6}, ARCHIVE},
    {0, {"Rar!\x1A\x07", 6}, ARCHIVE},
    {257, {"ustar", 5}, ARCHIVE},
    {0, {"!<arch>\n", 8}, ARCHIVE},
    {0, {"\x89PNG\r\n\x1A\n", 8}, IMAGE},
    {0, {"\xFF\xD8\xFF", 3}, IMAGE},
    {0, {"GIF87a", 6}, IMAGE},
    {0, {"GIF89a", 6}, IMAGE},
    {0, {"II*\0", 4}, IMAGE},
    {0, {"MM\0*", 4}, IMAGE},
    {8, {"WEBP", 4}, IMAGE},
    {0, {"\0\0\1\0", 4}, IMAGE},
    {4, {"ftypavif", 8}, IMAGE},
    {4, {"ftypheic", 8}, IMAGE},
    {4, {"ftyp", 4}, SOUND},
    {8, {"WAVEfmt", 7}, SOUND},
    {8, {"AVI LIST", 8}, SOUND},
    {0, {"ID3", 3}, SOUND},
    {0, {"OggS\0", 5}, SOUND},
    {0, {"fLaC", 4}, SOUND},
    {0, {"\x1A\x45\xDF\xA3", 4}, SOUND},
    {0,
     {"\x7F"
      "ELF",
      4},
     PROGRAM},
    {0, {"\xCA\xFE\xBA\xBE", 4}, PROGRAM},
    {0, {"\xCF\xFA\xED\xFE", 4}, PROGRAM},
    {0, {"\0asm", 4}, PROGRAM},
    {0, {"SQLite format 3\0", 16}, "a SQLite database, not a text"},
    {0,
     {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8},
     "an old Office document; save it as text or HTML first: soffice --convert-to html FILE"},
    {0,
     {"{\\rtf", 5},
     "a rich text document (RTF); save it as text or HTML first: soffice --convert-to html FILE"},
    {0, {"wOFF", 4}, "a font, not a text"},
    {0, {"wOF2", 4}, "a font, not a text"},
};

static const char *zip_kind(struct str bytes) {
    struct str head = str_cut(bytes, 0, XML_HEAD_BYTES);
    if (str_find(head, STR("word/"), 0) != SIZE_MAX)
        return "a Word document (docx); save it as text or HTML first: soffice --convert-to html "
               "FILE";
    if (str_find(head, STR("vnd.oasis.opendocument"), 0) != SIZE_MAX)
        return "an OpenDocument file; save it as text or HTML first: soffice --convert-to html "
               "FILE";
    if (str_find(head, STR("epub"), 0) != SIZE_MAX)
        return "an e-book (epub); unpack it and give the pages in it";
    return ARCHIVE;
}

static bool has_bom16(struct str s) {
    return str_starts(s, STR("\xFF\xFE")) || str_starts(s, STR("\xFE\xFF"));
}

/* By what stands in the first bytes: NULs, which no text but UTF-16 has, or many controls. */
static const char *binary_kind(struct str bytes) {
    struct str s = str_cut(bytes, 0, LOOKED_AT_BYTES);
    size_t even = 0, odd = 0, controls = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.at[i];
        controls += (c && c < '\t') || (c > '\r' && c < 0x1B) || (c > 0x1B && c < ' ');
    }
    for (size_t i = 0; (i = str_find_byte(s, '\0', i)) != SIZE_MAX; i++)
        *(i % 2 ? &odd : &even) += 1;
    if (even + odd == s.n)
        return "nothing but zero bytes";
    bool half = (even > s.n / 4 || odd > s.n / 4) && (even < s.n / 100 + 1 || odd < s.n / 100 + 1);
    if (half && odd > even)
        return "UTF-16 text without a byte order mark; convert it first: iconv -f UTF-16LE -t "
               "UTF-8 FILE";
    if (half)
        return "UTF-16 text without a byte order mark; convert it first: iconv -f UTF-16BE -t "
               "UTF-8 FILE";
    if ((even + odd) * NULS_IN > s.n || controls * CONTROLS_IN > s.n)
        return "binary data, not a text";
    return NULL;
}

const char *sniff_not_text(struct str bytes) {
    for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
        if (str_eq(str_cut(bytes, magic[i].at, magic[i].at + magic[i].mark.n), magic[i].mark))
            return magic[i].what;
    if (str_starts(bytes, STR("PK\x03\x04")) || str_starts(bytes, STR("PK\x05\x06")))
        return zip_kind(bytes);
    if (str_starts(bytes, STR("MZ")) && str_find_byte(str_cut(bytes, 0, 64), '\0', 0) != SIZE_MAX)
        return PROGRAM;
    return has_bom16(bytes) ? NULL : binary_kind(bytes);
}

static struct str without_bom(struct str s) {
    if (str_starts(s, STR("\xEF\xBB\xBF")))
        s = str_cut(s, 3, s.n);
    size_t i = 0;
    while (i < s.n && ascii_space(s.at[i]))
        i++;
    return str_cut(s, i, s.n);
}

/* Whether s begins with one of the tags, and a blank, '>' or '/' stands behind its name. */
static bool begins_tag(struct str s) {
    static const char *const tags[] = {
        "<!doctype html", "<html", "<head",  "<script",  "<iframe",  "<h1",      "<div", "<font",
        "<table",         "<a",    "<style", "<title",   "<b",       "<body",    "<br",  "<p",
        "<meta",          "<link", "<base",  "<main",    "<article", "<section", "<nav", "<header",
        "<span",          "<ul",   "<h2",    "<noscript"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct str tag = str_of(tags[i]);
        if (str_starts_nocase(s, tag) && s.n > tag.n &&
            (ascii_space(s.at[tag.n]) || s.at[tag.n] == '>' || s.at[tag.n] == '/'))
            return true;
    }
    return str_starts(s, STR("<!--"));
}

bool sniff_html(struct str text) {
    struct str s = without_bom(text);
    if (!str_starts(s, STR("<")))
        return false;
    if (begins_tag(s))
        return true;
    if (!str_starts(s, STR("<?xml")) && !str_starts_nocase(s, STR("<!doctype")))
        return false;
    struct str head = str_cut(s, 0, XML_HEAD_BYTES);
    return str_find_nocase(head, STR("<html"), 0) != SIZE_MAX;
}

bool sniff_some_html(struct str text) {
    struct str s = str_cut(text, 0, LOOKED_AT_BYTES);
    static const char *const tags[] = {"</p>",  "</div>", "</body>", "</html>",
                                       "<body", "</a>",   "</h1>",   "<p>"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (str_find_nocase(s, str_of(tags[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

const char *sniff_other_xml(struct str text) {
    struct str s = without_bom(text), head = str_cut(s, 0, XML_HEAD_BYTES);
    bool feed = str_find(head, STR("<rss"), 0) != SIZE_MAX ||
                str_find(head, STR("<feed"), 0) != SIZE_MAX ||
                str_find(head, STR("<rdf:RDF"), 0) != SIZE_MAX;
    if (!str_starts(s, STR("<?xml")) && !str_starts(s, STR("<rss")) && !str_starts(s, STR("<feed")))
        return NULL;
    if (feed)
        return "a feed (RSS or Atom), which is not read; save the pages that it names and give "
               "those";
    return "XML that is no page; give the page itself";
}
