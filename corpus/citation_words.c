#include "citation_words.h"

#include "citation.h"

#include <string.h>

/* Those of citation-words.tsv, in the order of strcmp, which the search needs. */
static const cfa_citation_word words[] = {
#include "citation-words.inc"
};

const cfa_citation_word *cfa_citation_word_find(const char *word)
{
    gsize low = 0, high = G_N_ELEMENTS(words);
    while (low < high) {
        const gsize middle = low + (high - low) / 2;
        const int order = strcmp(word, words[middle].word);
        if (order == 0)
            return &words[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

gboolean cfa_citation_is_label(const char *word)
{
    const cfa_citation_word *found = cfa_citation_word_find(word);
    const guint says = found != NULL ? found->says : 0;
    const gboolean is_short_provision = (says & SAYS_PROVISION) != 0 && (says & SAYS_ABBREVIATION) != 0;
    return (says & (SAYS_NUMBER | SAYS_PARAGRAPH)) != 0 || is_short_provision;
}
