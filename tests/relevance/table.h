/* Tables of cells parted by tabs, a row a line, as collections are published in. */
#ifndef CFA_TABLE_H
#define CFA_TABLE_H

#include <glib.h>

/* The rows of a file (in a folder, where it is not NULL), GStrv each; empty lines are passed over. What is
 * over the last column stays in it. A row with fewer columns is refused: NULL with *error, which names the
 * line. The caller unrefs. */
GPtrArray *cfa_table_read(const char *folder, const char *name, guint columns, GError **error);

/* The cell of a row, counted from 0; borrowed. */
const char *cfa_table_cell(const GPtrArray *table, guint row, guint column);

#endif
