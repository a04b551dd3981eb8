#include "bit_set.h"

struct cfa_bit_set {
    gsize count; /* of words */
    guint64 words[];
};

static guint64 bit_of(guint number)
{
    return G_GUINT64_CONSTANT(1) << number % 64;
}

cfa_bit_set *cfa_bit_set_new(guint last)
{
    const gsize count = last / 64 + 1;
    cfa_bit_set *set = g_malloc0(sizeof *set + count * sizeof(guint64));
    set->count = count;
    return set;
}

void cfa_bit_set_free(cfa_bit_set *set)
{
    g_free(set);
}

gboolean cfa_bit_set_add(cfa_bit_set *set, guint number)
{
    guint64 *word = &set->words[number / 64];
    const gboolean is_new = (*word & bit_of(number)) == 0;
    *word |= bit_of(number);
    return is_new;
}

void cfa_bit_set_unite(cfa_bit_set *set, const cfa_bit_set *others, const cfa_bit_set *within)
{
    for (gsize i = 0; i < set->count; i++)
        set->words[i] |= within != NULL ? others->words[i] & within->words[i] : others->words[i];
}

void cfa_bit_set_remove(cfa_bit_set *set, const cfa_bit_set *others)
{
    for (gsize i = 0; i < set->count; i++)
        set->words[i] &= ~others->words[i];
}

gboolean cfa_bit_set_has(const cfa_bit_set *set, guint number)
{
    return number / 64 < set->count && (set->words[number / 64] & bit_of(number)) != 0;
}

guint cfa_bit_set_from(const cfa_bit_set *set, guint number)
{
    for (gsize i = number / 64; i < set->count; i++, number = (guint)i * 64) {
        const guint64 rest = set->words[i] >> number % 64;
        if (rest != 0)
            return number + (guint)__builtin_ctzll(rest);
    }
    return CFA_BIT_SET_END;
}

guint cfa_bit_set_size(const cfa_bit_set *set)
{
    guint size = 0;
    for (gsize i = 0; i < set->count; i++)
        size += (guint)__builtin_popcountll(set->words[i]);
    return size;
}

const guint64 *cfa_bit_set_words(const cfa_bit_set *set, gsize *count)
{
    *count = set->count;
    return set->words;
}
