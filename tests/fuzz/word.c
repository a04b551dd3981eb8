/*
 * Words: of any bytes, each lies in the text where it says, behind the one before; what is folded and stemmed
 * is text, and short.
 */
#include "fuzz.h"

#include "compound.h"
#include "word.h"

#include <string.h>

static cfa_stemmer *stemmer;

static void check_word(const cfa_word *word)
{
    fuzz_check(word->length > 0 && word->length <= CFA_WORD_MAX && strlen(word->text) == word->length,
               "a word of %zu bytes is \"%s\"", word->length, word->text);
    fuzz_check(g_utf8_validate(word->text, -1, NULL), "a word is no UTF-8");
    for (int l = CFA_LANGUAGE_UNKNOWN; l <= CFA_LANGUAGES; l++) {
        const char *stem = cfa_stemmer_stem(stemmer, (cfa_language)l, word->text, word->length);
        const gsize length = strlen(stem);
        fuzz_check(length > 0 && length <= CFA_WORD_MAX && g_utf8_validate(stem, -1, NULL),
                   "the stem of \"%s\" is \"%s\"", word->text, stem);
        fuzz_check(!cfa_stemmer_keeps_initial(stemmer, (cfa_language)l, word->text) || *stem == *word->text,
                   "\"%s\" does not keep its first byte in \"%s\"", word->text, stem);
        cfa_stemmer_stem_content(stemmer, (cfa_language)l, word->text, word->length);
    }
    fuzz_check(cfa_compound_split(word->text) < word->length, "\"%s\" is split at its end", word->text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *text = (const char *)bytes;
    cfa_word_reader reader;
    cfa_word word;
    gsize end = 0;
    guint position = 0;
    if (stemmer == NULL)
        stemmer = cfa_stemmer_new();
    cfa_word_reader_init(&reader, text, length);
    while (cfa_word_next(&reader, &word)) {
        check_word(&word);
        fuzz_check(word.offset >= end && word.bytes > 0 && word.bytes <= length - word.offset,
                   "\"%s\" stands at %zu, %zu bytes long, in %zu, after %zu", word.text, word.offset,
                   word.bytes, length, end);
        fuzz_check(g_utf8_validate(text + word.offset, (gssize)word.bytes, NULL),
                   "\"%s\" is cut out of a character", word.text);
        fuzz_check(word.position == ++position, "\"%s\" has the place %u, not %u", word.text, word.position,
                   position);
        end = word.offset + word.bytes;
    }
    g_autofree char *folded = cfa_word_fold(text, length);
    fuzz_check(g_utf8_validate(folded, -1, NULL), "what is folded is no UTF-8");
    return 0;
}
