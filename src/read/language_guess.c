#include "read/language_guess.h"

#include "read/text_words.h"

enum { WORDS_MAX = 400, HITS_MIN = 2, HITS_PER_CENT = 12, KINDS_MIN = 2 };

/*
 * Words that are common in English and in no other language that is written so, by their first
 * letter: about 25 of 100 running words of English news are among them, and under 5 of Dutch,
 * German or French.
 */
static const char *const common[26] = {
    ['a' - 'a'] = " and are after ",
    ['b' - 'a'] = " by but been ",
    ['f' - 'a'] = " for from ",
    ['h' - 'a'] = " has have had ",
    ['i' - 'a'] = " its ",
    ['n' - 'a'] = " not ",
    ['o' - 'a'] = " of ",
    ['s' - 'a'] = " said ",
    ['t' - 'a'] = " the to that this they their ",
    ['w' - 'a'] = " with which were would who ",
};

/* A number for the word, under 32, that few others share; -1 when it is no common one. */
static int common_word(struct str word) {
    enum { LONGEST = 5 };
    char key[LONGEST + 3] = " ";
    unsigned first = (unsigned)(unsigned char)ascii_lower(word.at[0]) - 'a';
    if (word.n > LONGEST || first > 25 || !common[first])
        return -1;
    for (size_t i = 0; i < word.n; i++)
        key[i + 1] = ascii_lower(word.at[i]);
    key[word.n + 1] = ' ';
    size_t at = str_find(str_of(common[first]), (struct str){key, word.n + 2}, 0);
    return at == SIZE_MAX ? -1 : (int)((first + at * 5) % 32);
}

struct str language_guess(struct str text) {
    unsigned words = 0, hits = 0, kinds = 0;
    uint32_t seen = 0;
    size_t at = 0;
    text = str_cut(text, 0, 64 * 1024);
    for (struct str word; words < WORDS_MAX && (word = text_word_next(text, &at)).n; words++) {
        int i = common_word(word);
        if (i < 0)
            continue;
        hits++;
        kinds += !(seen >> i & 1);
        seen |= (uint32_t)1 << i;
    }
    bool sure = hits >= HITS_MIN && kinds >= KINDS_MIN && hits * 100 >= words * HITS_PER_CENT;
    return sure ? STR("en") : STR_NONE;
}
