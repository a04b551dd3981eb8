/*
 * positions.h - a list of positions as glass stores it: the last one, then, when there are more, the first
 * one and their count, and the others by interpolation ("Managing Gigabytes", second edition, page 126), in a
 * stream of bits that begins at the lowest.
 */
#ifndef XAPIAN_BULK_POSITIONS_H
#define XAPIAN_BULK_POSITIONS_H

#include "bytes.h"

/* Adds the code of `count` positions, at least one, each above the one before. */
void positions_encode(bytes *buffer, const uint32_t *positions, uint32_t count);

#endif
