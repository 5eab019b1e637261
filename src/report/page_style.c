/* How the page looks. Sans serif is the program, serif is the reports. Nothing is told by colour
 * alone. */
#include "report/page.h"

/* clang-format off */
static const char *const css[] = {
    /* Colours: each pair of text and ground has a contrast of 4.5 or more, in both schemes. */
    ":root{color-scheme:light dark;--bg:#fdfdfb;--ink:#1c1b19;--soft:#5b5852;--line:#d8d4cb;--tint:#f3f1ea;"
    "--link:#1b4f86;--hit:#ffe88a;--on-hit:#1c1b19;--edge:#6b675f;--copy:#8b8577;--diff:#fff1c2;"
    "--sans:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",sans-serif;"
    "--serif:Charter,\"Bitstream Charter\",\"Iowan Old Style\",Georgia,\"Noto Serif\",\"DejaVu Serif\","
    "serif}\n"
    "@media (prefers-color-scheme:dark){:root{--bg:#171716;--ink:#e7e4dd;--soft:#a8a399;--line:#3b3934;"
    "--tint:#21201e;--link:#93bdf0;--hit:#6b5600;--on-hit:#fff;--edge:#a09a8e;--copy:#857f72;"
    "--diff:#453a12}}\n",

    /* The whole */
    "*,*::before,*::after{box-sizing:border-box}\n"
    "html{background:var(--bg);color:var(--ink);font:16px/1.5 var(--sans);-webkit-text-size-adjust:100%;"
    "text-size-adjust:100%;scroll-padding-top:1.5rem}\n"
    "body{margin:0 auto;padding:1.25rem 1.5rem 4rem;max-width:66rem;overflow-wrap:break-word}\n"
    "a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}\n"
    "a:hover{text-decoration-thickness:2px}\n"
    ":focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}\n"
    ".skip{position:absolute;left:-99rem}.skip:focus{position:static;display:inline-block}\n"
    "h1,h2,h3,h4{line-height:1.25;text-wrap:balance;margin:0}\n"
    "h1{font-size:1.6rem;letter-spacing:-.01em}\n"
    "h2{font-size:1.4rem;margin:3.5rem 0 1rem;padding-top:.9rem;border-top:2px solid var(--ink)}\n"
    "h3{font-size:1.1rem;margin:2.25rem 0 .6rem}\n"
    "h4{font-size:.95rem;margin:1.5rem 0 .5rem}\n"
    "p,ul,ol,dl{margin:.5rem 0}ul,ol{padding-left:1.2rem}dd{margin:0}\n"
    "main>section:first-child>h2{margin-top:2rem}section section{margin-bottom:2.5rem}\n"
    ".brand{margin:0 0 .15rem;color:var(--soft);font-size:.85rem;letter-spacing:.02em}\n"
    ".t{white-space:nowrap;font-variant-numeric:tabular-nums}.n{color:var(--soft);font-size:.875rem}\n"
    ".w,q,blockquote{font-family:var(--serif)}\n"
    ".id{font-variant-numeric:tabular-nums;font-weight:600;font-size:.8rem;font-family:var(--sans);"
    "white-space:nowrap;text-decoration:none;border:1px solid var(--edge);border-radius:3px;"
    "padding:0 .28em}\n"
    ".id.o{border-radius:99px;padding:0 .45em}a.id:hover{background:var(--tint)}\n"
    ".tag{font-size:.8rem;color:var(--soft);border:1px solid var(--line);border-radius:3px;padding:0 .35em;"
    "white-space:nowrap;font-weight:400}\n"
    ".tag.strong{color:var(--bg);background:var(--ink);border-color:var(--ink);font-weight:600}\n"
    "code{font:.85em/1.4 ui-monospace,\"SF Mono\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace}\n"
    ".hash,.u{overflow-wrap:anywhere}.plain{list-style:none;padding:0}.plain>li{margin:.3rem 0}\n",

    /* Numbers and contents */
    ".strip{display:flex;flex-wrap:wrap;gap:.4rem 2.2rem;margin:1rem 0 1.25rem}\n"
    ".strip div{display:flex;flex-direction:column}\n"
    ".strip dd{order:-1;font-size:1.9rem;line-height:1.15;font-weight:400;"
    "font-variant-numeric:tabular-nums}\n"
    ".strip .main dd{font-weight:700}\n"
    ".strip dt{color:var(--soft);font-size:.85rem}\n"
    ".strip.small dd{font-size:1.3rem}\n"
    "nav ul{list-style:none;padding:.55rem 0;margin:0;display:flex;flex-wrap:wrap;gap:.15rem 1.15rem;"
    "border:solid var(--line);border-width:1px 0;font-size:.9rem}\n"
    ".members{list-style:none;padding:0;columns:2;column-gap:2.5rem}\n"
    ".members li{break-inside:avoid;padding:.3rem 0 .45rem;line-height:1.4}\n"
    ".members .e{font-size:.95rem}\n",

    /* Facts and tables */
    ".facts{margin:.6rem 0}\n"
    ".facts>div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.1rem 1rem;padding:.22rem 0}\n"
    ".facts dt{color:var(--soft);font-size:.875rem;padding-top:.1em}\n"
    ".rules>div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:0 1rem;padding:.2rem 0;"
    "font-size:.9rem}\n"
    "table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.925rem;line-height:1.45}\n"
    "caption{text-align:left;color:var(--soft);font-size:.875rem;padding:0 0 .4rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.5rem .9rem .5rem 0;border-top:1px solid var(--line);"
    "font-weight:400}\n"
    "thead th{border-top:0;border-bottom:1px solid var(--ink);color:var(--soft);font-size:.8rem;"
    "padding-top:0;padding-bottom:.3rem}\n"
    "th:last-child,td:last-child{padding-right:0}\n"
    "tbody th{min-width:8rem}.num{font-variant-numeric:tabular-nums}\n"
    ".figure{table-layout:fixed}.figure th:first-child{width:11rem}.figure th:nth-child(2){width:9.5rem}\n"
    ".figure caption{color:inherit;font-size:1rem}.figure tbody th{font-weight:600}\n"
    "summary{cursor:pointer;color:var(--link);font-size:.9rem;padding:.2rem 0}\n"
    ".ev{margin:.2rem 0}td>.ev:first-child{margin-top:0}\n"
    "a.e{color:inherit;text-decoration-color:var(--edge)}a.e:hover{text-decoration-color:var(--link)}\n"
    "q{quotes:none}.to{min-width:10rem}.by tbody th{min-width:10.5rem}\n"
    ".by tr:not(.first) td{border-top-style:dotted}.by .first>*{border-top-color:var(--edge)}\n",

    /* The drawing */
    ".range{font-size:1.05rem}.range strong{font-size:1.3rem}\n"
    ".origins{list-style:none;padding:0}.origins>li{padding:.55rem 0;border-top:1px solid var(--line)}\n"
    "figure{margin:1rem 0 1.5rem}\n"
    ".chain{display:block;width:100%;height:auto;margin:0;overflow:visible}.chain.wide{max-width:60rem}\n"
    ".chain.narrow{display:none;max-width:30rem}\n"
    ".box{fill:var(--tint);stroke:var(--edge)}.box.none{stroke-dasharray:4 3}"
    ".in{fill:none;stroke:var(--edge)}\n"
    ".chain a:hover .box{stroke:var(--link);stroke-width:2}\n"
    ".chain text{fill:var(--soft);font:12px var(--sans);unicode-bidi:isolate}\n"
    ".chain .w{font-family:var(--serif);fill:var(--ink)}.chain .nm{font-size:13px;fill:var(--ink)}\n"
    ".chain text .id{font-weight:600;font-size:12px}.chain .el{font-size:11px}\n"
    ".chain.narrow text{font-size:10px}.chain.narrow .nm{font-size:11px}"
    ".chain.narrow text .id{font-size:10px}\n"
    ".l{fill:none;stroke:var(--edge);stroke-width:1.4}.tip{fill:var(--edge)}\n"
    ".l.copies{stroke:var(--copy);stroke-width:5}.l.quotes,.l.denies{stroke-dasharray:5 4}\n"
    ".l.revises{stroke-dasharray:8 3 1 3}\n"
    ".l.checks{stroke:var(--ink);stroke-width:3;stroke-dasharray:.1 6;stroke-linecap:round}\n"
    ".l.reports{stroke-width:2.2;stroke-dasharray:13 4}\n"
    ".legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;font-size:.85rem;"
    "color:var(--soft);margin:.8rem 0 0}\n"
    ".legend svg{margin-right:.5em;vertical-align:middle}\n",

    /* Claims */
    ".vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
    ".use,summary{position:relative}.sign{font-weight:700}.og{color:inherit;text-decoration-color:var(--edge)}\n"
    ".og .id{display:inline-block;line-height:1.3}.og:hover{text-decoration-color:var(--link)}\n"
    ".scroll{overflow-x:auto}.claims tbody th{min-width:14rem;width:30%;padding-bottom:.2rem}\n"
    ".claims tbody td{min-width:6.5rem}.claims .more td{border:0;padding-top:0}\n"
    ".claims strong{font-size:1.15rem}.claims .plain,.only .plain{margin:.1rem 0}\n"
    ".how{color:var(--soft);font-size:.875rem}.claims td .how{display:block}\n"
    ".deny{border-left:3px double var(--edge);padding-left:.5rem;margin:.2rem 0}\n"
    "ol.claims{list-style:none;padding:0}ol.claims>li,.only>li{border-top:1px solid var(--line);padding:.8rem 0 .5rem;"
    "margin:0}\n"
    ".what{display:grid;grid-template-columns:minmax(0,1fr) 17rem;gap:0 2rem}.said{margin:0 0 .3rem}\n"
    ".what .said{font-size:1.05rem;line-height:1.4}\n"
    ".cells{list-style:none;padding:0;columns:2;column-gap:2rem;font-size:.925rem}\n"
    ".cells li{break-inside:avoid;margin:0 0 .3rem}.only .count>*{display:inline;margin-right:.5rem}\n"
    ".only .count li{display:inline}.only .count>.deny{display:block}.claims>li:target .said,.claims tr:target>th{background:var(--hit)}\n",

    /* Wordings side by side */
    ".pair{margin:1.5rem 0 2.2rem}.pair h4{margin-bottom:.1rem}.pair>.n{margin-top:0}\n"
    ".copy>.n{margin:.8rem 0 .2rem}\n"
    ".two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2rem;"
    "border-top:1px solid var(--line);padding-top:.5rem;font-size:.95rem}\n"
    ".two .w{white-space:pre-line}\n"
    ".go{font-size:.8rem;white-space:nowrap}\n"
    "mark{background:none;color:inherit}\n"
    "mark.d{background:var(--diff);text-decoration:underline 2px;text-underline-offset:.18em;"
    "font-weight:600}\n"
    ".quote{padding:.9rem 0;border-top:1px solid var(--line)}.quote p,.quote ul{margin:.15rem 0}\n"
    "blockquote{margin:0 0 .3rem;font-size:1.08rem;line-height:1.4}.quote li{margin:.15rem 0}\n"
    ".one>p,.one>ul,.one li{display:inline;margin-right:.6rem}\n"
    ".quote blockquote p::before{content:\"\xE2\x80\x9C\"}"
    ".quote blockquote p::after{content:\"\xE2\x80\x9D\"}\n",

    /* Reports and texts */
    ".card{border-top:1px solid var(--line);padding:.2rem 0 1rem}.card h3{margin:1rem 0 .2rem}\n"
    ".cards{border-top:0}\n"
    ".facts ul{margin:0}.facts ul li{margin:0 0 .1rem}\n"
    "@media (min-width:62rem){.cards{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);"
    "gap:0 3rem}.card .facts>div{grid-template-columns:8rem minmax(0,1fr)}}\n"
    ".headline{font-size:1.1rem;line-height:1.35;margin:.1rem 0}.card .facts{font-size:.925rem}\n"
    ".text{max-width:42rem;margin:0 0 3.5rem;padding-left:2.4rem;counter-reset:p}\n"
    ".text h3{margin-left:-2.4rem}\n"
    ".text>p{font:1.05rem/1.62 var(--serif);margin:0 0 .9rem;position:relative}\n"
    ".text>.title{font-size:1.35rem;line-height:1.3;font-weight:600;margin:.4rem 0 1rem}\n"
    ".text>p:not(.title,.back)::before{counter-increment:p;content:counter(p);position:absolute;left:-2.4rem;"
    "font:.75rem/2.3 var(--sans);color:var(--soft)}\n"
    ".text>.back{font:.85rem var(--sans)}\n"
    ".k{text-decoration:underline 1px var(--edge);text-underline-offset:.22em}\n"
    ".kq{text-decoration-style:solid}.kf{text-decoration-style:dashed}\n"
    ".kp{background:var(--tint);text-decoration:none;box-shadow:0 1px 0 var(--line)}\n"
    ".kc{text-decoration:underline 2px solid var(--edge)}"
    ".kq{text-decoration:underline 2px dotted var(--edge)}\n"
    ".text .kf:not(.kc,.kq){text-decoration:underline 1px dashed var(--edge)}\n"
    ".kl:not(.kc,.kq,.kf,.kp){text-decoration:underline 1px dotted var(--edge)}\n"
    ".k:target,.k:target .k{background:var(--hit);color:var(--on-hit)}\n"
    "mark:target{outline:2px solid var(--ink);outline-offset:1px}\n"
    ".text>p:has(:target){box-shadow:-.9rem 0 0 var(--bg),-1.1rem 0 0 var(--ink)}\n"
    ".card:target h3 .id,.origins>li:target>.id,h3 a.id:target{background:var(--hit);color:var(--on-hit)}\n"
    ":target>.id,.card:target>h3 .id,.text:target>h3 .id{background:var(--hit);color:var(--on-hit);"
    "outline:2px solid currentColor}\n"
    "footer{margin-top:3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}\n",

    /* Narrow windows: tables become lists of labelled cells. */
    "@media (max-width:46rem){body{padding:1rem 1rem 3rem}.members{columns:1}\n"
    ".chain.wide{display:none}.chain.narrow{display:block}\n"
    ".facts>div,.rules>div{grid-template-columns:minmax(0,1fr);padding:.3rem 0}\n"
    ".strip{gap:.4rem 1.4rem}.strip dd{font-size:1.5rem}\n"
    ".rows,.rows tbody,.rows tr,.rows th,.rows td,.rows caption{display:block}\n"
    ".rows thead{position:absolute;left:-99rem}\n"
    ".to{min-width:0}.rows tr{border-top:1px solid var(--line);padding:.6rem 0}\n"
    ".by tr.first{border-top-color:var(--edge)}.rows th,.rows td{border:0;padding:.1rem 0}"
    ".rows td:empty{display:none}\n"
    ".rows td[data-l]::before{content:attr(data-l) \": \";color:var(--soft);font-size:.8rem}\n"
    ".two,.what{grid-template-columns:minmax(0,1fr);gap:.7rem}.cells{columns:1}.claims tbody th{min-width:0;width:auto}\n"
    ".claims .more{border:0;padding-top:0}.claims td .how{display:inline}\n"
    ".text{padding-left:0}.text h3{margin-left:0}.text>p:not(.title,.back)::before{content:none}}\n",

    /* Paper */
    "@media print{:root{--bg:#fff;--ink:#000;--soft:#444;--line:#bbb;--tint:#f4f4f4;--link:#000;--edge:#666;"
    "--copy:#888;--diff:#eee;--hit:#e4e4e4;--on-hit:#000}html{font-size:10pt}body{max-width:none;padding:0}"
    "nav,.skip,.back{display:none}.scroll{overflow:visible}\n"
    ".claims tbody th,.claims tbody td{min-width:0;padding-right:.5rem}.claims .tag{white-space:normal}"
    ".claims figure{max-width:60%}\n"
    "h1,h2,h3,h4,caption{break-after:avoid}"
    "tr,.copy,.quote,figure,.origins>li,.members li{break-inside:avoid}\n"
    ".chain.wide{display:block}.chain.narrow{display:none}a.e{text-decoration:none}\n"
    "details::details-content{content-visibility:visible;display:block;block-size:auto}}\n",
};
/* clang-format on */

enum { CSS_MOST = 1 << 20, BASE64_SHA256 = 44 };

static uint8_t nibble(char hex) {
    return (uint8_t)(ascii_digit(hex) ? hex - '0' : hex - 'a' + 10);
}

/* SHA-256 of s in base64 (RFC 4648, section 4), as a policy names what it allows. */
static void hash_base64(char out[BASE64_SHA256 + 1], struct str s) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char hex[SHA256_HEX + 1];
    uint8_t bytes[33] = {0};
    sha256_hex(hex, s);
    for (unsigned i = 0; i < 32; i++)
        bytes[i] = (uint8_t)(nibble(hex[2 * i]) << 4 | nibble(hex[2 * i + 1]));
    for (unsigned i = 0; i < 11; i++) {
        uint32_t three =
            (uint32_t)bytes[3 * i] << 16 | (uint32_t)bytes[3 * i + 1] << 8 | bytes[3 * i + 2];
        for (unsigned k = 0; k < 4; k++)
            out[4 * i + k] = digits[three >> (18 - 6 * k) & 63];
    }
    out[BASE64_SHA256 - 1] = '='; /* 32 bytes are ten threes and two */
    out[BASE64_SHA256] = '\0';
}

void page_style(struct page *p) {
    struct buf style;
    char hash[BASE64_SHA256 + 1];
    buf_init(&style, p->arena, CSS_MOST);
    for (unsigned i = 0; i < sizeof css / sizeof *css; i++)
        buf_put(&style, str_of(css[i]));
    if (style.failed || !page_marks_style(&style, p)) {
        p->failed = true;
        return;
    }
    hash_base64(hash, buf_str(&style));
    page_put(p,
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
             "'sha256-%s'; "
             "script-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'\">\n<style>",
             hash);
    out_put(p->out, buf_str(&style));
    page_put(p, "</style>\n");
}
