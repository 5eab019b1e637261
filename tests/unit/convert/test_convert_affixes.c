/* The tokenizer's expressions: what is known is read as Python would, all else is refused. */
#include "check.h"
#include "convert/convert_affixes.h"

static struct arena arena;
static struct ts_error err;

static struct affix_maker begin(void) {
    struct mem mem = mem_system();
    arena_init(&arena, &mem, 0);
    return (struct affix_maker){.arena = &arena, .err = &err};
}

static void test_known(void) {
    static const struct {
        enum affix_kind kind;
        const char *expression;
        uint32_t rules;
    } rows[] = {
        {AFFIX_PREFIX, "^a|^\\(|^\\+(?![0-9])|^\\.\\.+|^US\\$", 5},
        {AFFIX_SUFFIX, "a$|\\)$|(?<=[0-9])(?:km|m|%)$|(?<=[A-Z][A-Z])\\.$|'s$", 7},
        {AFFIX_INFIX, "\\.\\.+|(?<=[a-z0-9])(?:-|--)(?=[a-z])|(?<=[0-9])[+\\-*^](?=[0-9-])", 4},
    };
    CHECK_ROWS (i, rows) {
        struct affix_maker m = begin();
        CHECK_INT(affix_maker_add(&m, rows[i].kind, str_of(rows[i].expression)), TS_OK);
        CHECK_INT(m.rules.n, rows[i].rules * AFFIX_FIELDS);
        arena_clear(&arena);
    }
}

static void test_rule(void) {
    struct affix_maker m = begin();
    CHECK_NEED(affix_maker_add(&m, AFFIX_INFIX, STR("(?<=[ab]c)xy(?![0-9-])")) == TS_OK);
    const uint16_t *rule = m.rules.at;
    CHECK_INT(rule[AFFIX_KIND], AFFIX_INFIX);
    CHECK_INT(rule[AFFIX_BEHIND_COUNT], 2);
    CHECK(affix_maker_has(&m, rule[AFFIX_BEHIND], 'b'));
    CHECK(affix_maker_has(&m, rule[AFFIX_BEHIND + 1], 'c'));
    CHECK_INT(rule[AFFIX_BODY_COUNT], 2);
    CHECK(affix_maker_has(&m, rule[AFFIX_BODY + 1], 'y'));
    CHECK(!affix_maker_has(&m, rule[AFFIX_BODY + 1], 'x'));
    CHECK_INT(rule[AFFIX_AHEAD], AFFIX_MUST_NOT);
    CHECK(affix_maker_has(&m, rule[AFFIX_AHEAD_SET], '-'));
    CHECK(!affix_maker_has(&m, rule[AFFIX_AHEAD_SET], '.'));
    arena_clear(&arena);
}

static void test_class(void) {
    struct affix_maker m = begin();
    uint16_t set;
    CHECK_NEED(affix_maker_class(&set, &m, STR("[a-c\\u00e9-\\u00EB\\U0001F600|(\xE2\x82\xAC-]")) ==
               TS_OK);
    static const uint32_t in[] = {'a', 'c', 0xE9, 0xEA, 0xEB, 0x1F600, '|', '(', 0x20AC, '-'},
                          out[] = {'d', 0xE8, 0xEC, 0x1F601, ')', 0};
    CHECK_ROWS (i, in) {
        CHECK(affix_maker_has(&m, set, in[i]));
    }
    CHECK_ROWS (i, out) {
        CHECK(!affix_maker_has(&m, set, out[i]));
    }
    CHECK_INT(affix_maker_class(&set, &m, STR("[a]b")), TS_E_FORMAT);
    CHECK_INT(affix_maker_class(&set, &m, STR("ab")), TS_E_FORMAT);
    arena_clear(&arena);
}

static void test_refused(void) {
    static const struct {
        enum affix_kind kind;
        const char *expression;
    } rows[] = {
        {AFFIX_PREFIX, ""},        {AFFIX_PREFIX, "a"},         {AFFIX_PREFIX, "^a$"},
        {AFFIX_PREFIX, "^a|"},     {AFFIX_PREFIX, "^a||^b"},    {AFFIX_PREFIX, "^."},
        {AFFIX_PREFIX, "^a*"},     {AFFIX_PREFIX, "^a+b"},      {AFFIX_PREFIX, "^ab+"},
        {AFFIX_PREFIX, "^\\d"},    {AFFIX_PREFIX, "^\\u12"},    {AFFIX_PREFIX, "^\\U00110000"},
        {AFFIX_PREFIX, "^\\"},     {AFFIX_PREFIX, "^[a"},       {AFFIX_PREFIX, "^[^a]"},
        {AFFIX_PREFIX, "^[]"},     {AFFIX_PREFIX, "^[b-a]"},    {AFFIX_PREFIX, "^[\\w]"},
        {AFFIX_PREFIX, "^(?=a)"},  {AFFIX_PREFIX, "^a(?=bc)"},  {AFFIX_PREFIX, "^abcdefghi"},
        {AFFIX_PREFIX, "^a(b)"},   {AFFIX_PREFIX, "^a(?:b|c)"}, {AFFIX_PREFIX, "^(?:b|c)d"},
        {AFFIX_PREFIX, "^(?:b|c"}, {AFFIX_SUFFIX, "a"},         {AFFIX_SUFFIX, "^a$"},
        {AFFIX_SUFFIX, "\\\n$"},   {AFFIX_SUFFIX, "[!-~ ]$"},   {AFFIX_SUFFIX, "\\u3000$"},
        {AFFIX_INFIX, "^a"},       {AFFIX_INFIX, "a$"},         {AFFIX_INFIX, "(?<=abc)d"},
        {AFFIX_INFIX, "(?<!a)b"},  {AFFIX_INFIX, "(?<=a)bb+"},  {AFFIX_INFIX, "bb+(?=a)"},
        {AFFIX_INFIX, "a{2}"},     {AFFIX_INFIX, "(?i)a"},
    };
    CHECK_ROWS (i, rows) {
        struct affix_maker m = begin();
        CHECK_INT(affix_maker_add(&m, rows[i].kind, str_of(rows[i].expression)), TS_E_FORMAT);
        arena_clear(&arena);
    }
}

CHECK_MAIN({"the expressions of the model's kind make a rule an alternative", test_known},
           {"a rule has what stands before and ahead", test_rule},
           {"a class holds its ranges, escapes and signs", test_class},
           {"what is not known is refused", test_refused})
