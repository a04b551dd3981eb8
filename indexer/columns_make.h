/* Columns as bytes: what columns.c writes and reads. */
#ifndef CFA_COLUMNS_MAKE_H
#define CFA_COLUMNS_MAKE_H

#include "columns.h"

enum {
    CFA_COLUMNS_HEAD = 5, /* numbers before all others */
    CFA_COLUMNS_TEXT = 3  /* numbers of a case text: those below */
};

enum { CFA_COLUMNS_TEXT_RUN, CFA_COLUMNS_TEXT_SET, CFA_COLUMNS_TEXT_TIME };

/* The bytes of a file after its header, as columns.h has them, with this first line; new. Frees the maker. */
GString *cfa_columns_maker_bytes(cfa_columns_maker *maker, const char *identity);

#endif
