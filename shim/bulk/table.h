/*
 * table.h - one table of a glass database: a B-tree written from its first key to its last
 *
 * A table is a file of blocks. Leaf blocks hold items (key and tag), branch blocks the keys that divide them;
 * a tag too long for an item is spread over several, counted from 1. Here every block is filled before the
 * next is begun, so that leaves stand in the file in the order of their keys, as libxapian has them after a
 * compaction.
 *
 *     table *one = table_new(path, "termlist", 18, &error);
 *     table_add(one, key, key_length, tag, tag_length, false, &error);       keys in byte order
 *     table_finish(one, &root, &error);
 *     table_free(one);
 */
#ifndef XAPIAN_BULK_TABLE_H
#define XAPIAN_BULK_TABLE_H

#include "bytes.h"

enum {
    TABLE_BLOCK = 8192, /* bytes of a block */
    TABLE_KEY_MAX = 255 /* bytes of a key */
};

typedef struct table table;

/* Begins the table `name` in a database's folder, over one that is there. `compress_min` is what its version
 * file says: longer tags may be compressed; it is only handed on. NULL with XC_IO or XC_MEMORY. */
table *table_new(const char *folder, const char *name, uint32_t compress_min, xc_error *error);

/* Adds an item. `compressed` says that the tag is raw deflate. XC_IO, XC_LIMIT for a key or tag too long,
 * XC_INTERNAL for one out of order. */
bool table_add(table *one, const void *key, size_t key_length, const void *tag, size_t tag_length,
               bool compressed, xc_error *error);

/* Writes what is left and closes the file. Appends to `root` what the version file says of the table. */
bool table_finish(table *one, bytes *root, xc_error *error);
void table_free(table *one);

/* What the version file says of a table that is not there. */
void table_absent(bytes *root, uint32_t compress_min);

#endif
