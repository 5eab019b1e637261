#include "read/html_tag.h"

#include <string.h>

static const struct {
    char name[12];
    uint8_t kind;
} tags[HTML_TAGS] = {
    [HTML_OTHER] = {"", HTML_RENAMED},
    [HTML_A] = {"a", 0},
    [HTML_ADDRESS] = {"address", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_APPLET] = {"applet", HTML_IS_RAW | HTML_DROPPED},
    [HTML_AREA] = {"area", HTML_IS_VOID | HTML_DROPPED},
    [HTML_ARTICLE] = {"article", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_ASIDE] = {"aside", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_AUDIO] = {"audio", HTML_IS_RAW | HTML_DROPPED},
    [HTML_B] = {"b", HTML_RENAMED},
    [HTML_BASE] = {"base", HTML_IS_VOID | HTML_DROPPED},
    [HTML_BASEFONT] = {"basefont", HTML_IS_VOID | HTML_DROPPED},
    [HTML_BGSOUND] = {"bgsound", HTML_IS_VOID | HTML_DROPPED},
    [HTML_BIG] = {"big", HTML_RENAMED},
    [HTML_BLOCKQUOTE] = {"blockquote", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_BODY] = {"body", HTML_DROPPED | HTML_IS_BLOCK},
    [HTML_BR] = {"br", HTML_IS_VOID | HTML_IS_SPECIAL},
    [HTML_BUTTON] = {"button", HTML_RENAMED},
    [HTML_CANVAS] = {"canvas", HTML_IS_RAW | HTML_DROPPED},
    [HTML_CAPTION] = {"caption", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_IS_SCOPE},
    [HTML_CENTER] = {"center", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_CODE] = {"code", HTML_RENAMED},
    [HTML_COL] = {"col", HTML_IS_VOID | HTML_DROPPED},
    [HTML_COLGROUP] = {"colgroup", HTML_IS_SPECIAL},
    [HTML_COMMAND] = {"command", HTML_IS_VOID | HTML_DROPPED},
    [HTML_DD] = {"dd", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_DETAILS] = {"details", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_DIALOG] = {"dialog", HTML_IS_BLOCK | HTML_RENAMED},
    [HTML_DIR] = {"dir", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_DIV] = {"div", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_DL] = {"dl", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_DT] = {"dt", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_EM] = {"em", HTML_RENAMED},
    [HTML_EMBED] = {"embed", HTML_IS_VOID | HTML_DROPPED},
    [HTML_FIELDSET] = {"fieldset", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_FIGCAPTION] = {"figcaption", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_FIGURE] = {"figure", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_FONT] = {"font", HTML_RENAMED},
    [HTML_FOOTER] = {"footer", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_FORM] = {"form", HTML_IS_BLOCK | HTML_RENAMED},
    [HTML_FRAME] = {"frame", HTML_IS_VOID | HTML_DROPPED},
    [HTML_FRAMESET] = {"frameset", HTML_DROPPED},
    [HTML_H1] = {"h1", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_H2] = {"h2", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_H3] = {"h3", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_H4] = {"h4", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_H5] = {"h5", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_H6] = {"h6", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_HEAD] = {"head", HTML_DROPPED},
    [HTML_HEADER] = {"header", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_HGROUP] = {"hgroup", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_HR] = {"hr", HTML_IS_VOID | HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_HTML] = {"html", HTML_DROPPED | HTML_IS_BLOCK},
    [HTML_I] = {"i", HTML_RENAMED},
    [HTML_IFRAME] = {"iframe", HTML_IS_RAW | HTML_DROPPED},
    [HTML_IMAGE] = {"image", HTML_IS_VOID | HTML_DROPPED},
    [HTML_IMG] = {"img", HTML_IS_VOID | HTML_DROPPED},
    [HTML_INPUT] = {"input", HTML_IS_VOID | HTML_DROPPED},
    [HTML_ISINDEX] = {"isindex", HTML_IS_VOID | HTML_DROPPED},
    [HTML_KEYGEN] = {"keygen", HTML_IS_VOID | HTML_DROPPED},
    [HTML_LABEL] = {"label", HTML_RENAMED},
    [HTML_LEGEND] = {"legend", HTML_IS_BLOCK | HTML_RENAMED},
    [HTML_LI] = {"li", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_LINK] = {"link", HTML_IS_VOID | HTML_DROPPED},
    [HTML_LISTING] = {"listing", HTML_IS_BLOCK | HTML_RENAMED},
    [HTML_MAIN] = {"main", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_MARQUEE] = {"marquee", HTML_IS_BLOCK | HTML_RENAMED},
    [HTML_MENU] = {"menu", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_META] = {"meta", HTML_IS_VOID | HTML_DROPPED},
    [HTML_NAV] = {"nav", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_NOBR] = {"nobr", HTML_RENAMED},
    [HTML_NOEMBED] = {"noembed", HTML_IS_RAW | HTML_DROPPED},
    [HTML_NOFRAMES] = {"noframes", HTML_IS_RAW | HTML_DROPPED},
    [HTML_NOSCRIPT] = {"noscript", HTML_IS_RAW | HTML_DROPPED},
    [HTML_OBJECT] = {"object", HTML_IS_RAW | HTML_DROPPED},
    [HTML_OL] = {"ol", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_OPTGROUP] = {"optgroup", HTML_DROPPED},
    [HTML_OPTION] = {"option", HTML_DROPPED | HTML_IS_BLOCK},
    [HTML_P] = {"p", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_PARAM] = {"param", HTML_IS_VOID | HTML_DROPPED},
    [HTML_PLAINTEXT] = {"plaintext", HTML_DROPPED | HTML_IS_BLOCK},
    [HTML_PRE] = {"pre", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_Q] = {"q", 0},
    [HTML_RP] = {"rp", HTML_RENAMED},
    [HTML_RT] = {"rt", HTML_RENAMED},
    [HTML_S] = {"s", HTML_RENAMED},
    [HTML_SCRIPT] = {"script", HTML_IS_RAW | HTML_DROPPED},
    [HTML_SEARCH] = {"search", HTML_IS_BLOCK | HTML_RENAMED},
    [HTML_SECTION] = {"section", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_SELECT] = {"select", HTML_IS_RAW | HTML_DROPPED},
    [HTML_SMALL] = {"small", HTML_RENAMED},
    [HTML_SOURCE] = {"source", HTML_IS_VOID | HTML_DROPPED},
    [HTML_SPAN] = {"span", 0},
    [HTML_STRIKE] = {"strike", HTML_RENAMED},
    [HTML_STRONG] = {"strong", HTML_RENAMED},
    [HTML_STYLE] = {"style", HTML_IS_RAW | HTML_DROPPED},
    [HTML_SUB] = {"sub", 0},
    [HTML_SUMMARY] = {"summary", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_SUP] = {"sup", 0},
    [HTML_SVG] = {"svg", HTML_IS_RAW | HTML_DROPPED},
    [HTML_TABLE] = {"table", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_IS_SCOPE | HTML_ENDS_P},
    [HTML_TBODY] = {"tbody", HTML_IS_BLOCK | HTML_IS_SPECIAL},
    [HTML_TD] = {"td", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_IS_SCOPE},
    [HTML_TEMPLATE] = {"template", HTML_IS_RAW | HTML_DROPPED},
    [HTML_TEXTAREA] = {"textarea", HTML_IS_RAW | HTML_DROPPED},
    [HTML_TFOOT] = {"tfoot", HTML_IS_BLOCK | HTML_IS_SPECIAL},
    [HTML_TH] = {"th", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_IS_SCOPE},
    [HTML_THEAD] = {"thead", HTML_IS_BLOCK | HTML_IS_SPECIAL},
    [HTML_TIME] = {"time", 0},
    [HTML_TITLE] = {"title", HTML_IS_RAW | HTML_DROPPED},
    [HTML_TR] = {"tr", HTML_IS_BLOCK | HTML_IS_SPECIAL},
    [HTML_TRACK] = {"track", HTML_IS_VOID | HTML_DROPPED},
    [HTML_TT] = {"tt", HTML_RENAMED},
    [HTML_U] = {"u", HTML_RENAMED},
    [HTML_UL] = {"ul", HTML_IS_BLOCK | HTML_IS_SPECIAL | HTML_ENDS_P},
    [HTML_VIDEO] = {"video", HTML_IS_RAW | HTML_DROPPED},
    [HTML_WBR] = {"wbr", HTML_IS_VOID | HTML_DROPPED},
    [HTML_XMP] = {"xmp", HTML_IS_BLOCK | HTML_RENAMED},
};

enum html_tag html_tag_named(struct str name) {
    char low[sizeof tags[0].name];
    if (name.n == 0 || name.n >= sizeof low)
        return HTML_OTHER;
    for (size_t i = 0; i < name.n; i++)
        low[i] = ascii_lower(name.at[i]);
    low[name.n] = '\0';
    unsigned first = HTML_OTHER + 1, end = HTML_TAGS;
    while (first < end) {
        unsigned mid = (first + end) / 2;
        int order = strcmp(tags[mid].name, low);
        if (order == 0)
            return (enum html_tag)mid;
        if (order < 0)
            first = mid + 1;
        else
            end = mid;
    }
    return HTML_OTHER;
}

unsigned html_tag_kind(enum html_tag tag) {
    return tags[tag].kind;
}

struct str html_tag_name(enum html_tag tag) {
    return str_of(tags[tag].name);
}

bool html_tag_is_heading(enum html_tag tag) {
    return tag >= HTML_H1 && tag <= HTML_H6;
}
