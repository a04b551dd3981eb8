/* Numbers that look random and are the same on every machine: splitmix64. */
#ifndef SAMPLE_RANDOM_H
#define SAMPLE_RANDOM_H

#include <glib.h>

typedef struct sample_random {
    guint64 state;
} sample_random;

/* A stream of its own for each pair of seed and purpose. */
sample_random sample_random_new(guint64 seed, guint64 purpose);

guint64 sample_random_next(sample_random *random);

/* 0 to below - 1; `below` is at least 1. */
guint sample_random_below(sample_random *random, guint below);

/* TRUE in `percent` of the draws. */
gboolean sample_random_chance(sample_random *random, guint percent);

#endif
