/*
 * Bit sets: numbers from 0 up to a bound, a bit for each. Sets that are combined have the same bound.
 *
 *     g_autoptr(cfa_bit_set) set = cfa_bit_set_new(last);
 *     cfa_bit_set_add(set, docid);
 *     for (guint i = 0; (i = cfa_bit_set_from(set, i)) != CFA_BIT_SET_END; i++)
 *         …
 */
#ifndef CFA_BIT_SET_H
#define CFA_BIT_SET_H

#include <glib.h>

/* Behind the last number; in no set. */
#define CFA_BIT_SET_END G_MAXUINT

typedef struct cfa_bit_set cfa_bit_set;

/* An empty set of numbers up to `last`, itself included, in a byte for each eight. */
cfa_bit_set *cfa_bit_set_new(guint last);
void cfa_bit_set_free(cfa_bit_set *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cfa_bit_set, cfa_bit_set_free)

/* A number up to the bound: FALSE where it was there already. */
gboolean cfa_bit_set_add(cfa_bit_set *set, guint number);

/* The numbers of `others`, but of those in `within` alone, unless that is NULL. */
void cfa_bit_set_unite(cfa_bit_set *set, const cfa_bit_set *others, const cfa_bit_set *within);
void cfa_bit_set_remove(cfa_bit_set *set, const cfa_bit_set *others);

/* Any number, also above the bound. */
gboolean cfa_bit_set_has(const cfa_bit_set *set, guint number);

/* The first number of the set that is at least `number`; CFA_BIT_SET_END behind the last. */
guint cfa_bit_set_from(const cfa_bit_set *set, guint number);

/* How many numbers. */
guint cfa_bit_set_size(const cfa_bit_set *set);

/* Its words, borrowed: bit `number % 64` of word `number / 64`. */
const guint64 *cfa_bit_set_words(const cfa_bit_set *set, gsize *count);

#endif
