#include "compound.h"

#include <string.h>

enum { SECONDS = 5 };

struct cfa_compound {
    const char *first;
    gboolean blank;              /* may stand between them, too */
    const char *second[SECONDS]; /* NULL after the last; none where every word may follow */
};

static const cfa_compound joined[] = {{"black", TRUE, {"list", "listed", "listing", "lists"}},
                                      {"by", FALSE, {"law", "laws"}},
                                      {"check", TRUE, {"off", "offs"}},
                                      {"co", FALSE, {NULL}},
                                      {"fire", TRUE, {"fighter", "fighters", "fighting"}},
                                      {"lay", FALSE, {"off", "offs"}},
                                      {"lock", TRUE, {"out", "outs"}},
                                      {"over", FALSE, {"time"}},
                                      {"pre", FALSE, {NULL}},
                                      {"re", FALSE, {NULL}},
                                      {"strike", TRUE, {"breaker", "breakers", "breaking"}},
                                      {"sub", FALSE, {NULL}},
                                      {"walk", FALSE, {"out", "outs"}},
                                      {"work", FALSE, {"force", "place", "places"}}};

/* How a word begins, and where it parts. */
static const struct parted {
    const char *first, *second;
} parted[] = {{"anti", "sindic"},  {"anti", "syndic"},  {"anti", "union"},
              {"inter", "sindic"}, {"inter", "syndic"}, {"inter", "union"},
              {"non", "syndiqu"},  {"non", "union"},    {"trade", "union"}};

const cfa_compound *cfa_compound_find(const char *first, gboolean hyphen)
{
    for (gsize i = 0; i < G_N_ELEMENTS(joined); i++)
        if (joined[i].first[0] == first[0] && strcmp(joined[i].first, first) == 0) /* asked of every word */
            return hyphen || joined[i].blank ? &joined[i] : NULL;
    return NULL;
}

gboolean cfa_compound_has(const cfa_compound *compound, const char *second)
{
    for (gsize i = 0; i < SECONDS && compound->second[i] != NULL; i++)
        if (strcmp(compound->second[i], second) == 0)
            return TRUE;
    return compound->second[0] == NULL;
}

/* Where a word that begins as a row does parts: with its second there, or anything. */
static gsize split(const char *word, gboolean anything)
{
    for (gsize i = 0; i < G_N_ELEMENTS(parted); i++) {
        if (parted[i].first[0] != word[0])
            continue;
        const gsize length = strlen(parted[i].first);
        if (strncmp(word, parted[i].first, length) == 0 &&
            (anything || g_str_has_prefix(word + length, parted[i].second)))
            return length;
    }
    return 0;
}

gsize cfa_compound_split(const char *word)
{
    return split(word, FALSE);
}

gsize cfa_compound_begins(const char *word)
{
    return split(word, TRUE);
}
