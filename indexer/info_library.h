/*
 * What the lists of cases say of an index: which case texts run otherwise than listed, and which are not
 * there. It checks the reader of pages, and tells what is left to be fetched.
 */
#ifndef CFA_INFO_LIBRARY_H
#define CFA_INFO_LIBRARY_H

#include "library_database.h"

enum { CFA_INFO_FIRST = 20 };

/* Adds to the description of an index (database) what its library tells: "principles", "listed_cases", and,
 * each as {"count":…,"first":[…]} with the first CFA_INFO_FIRST of them, "listed_otherwise" and
 * "listed_absent". `library` may be NULL: then both counts are 0, and the lists empty. FALSE with *error. */
gboolean cfa_info_add_library(json_t *description, const xc_database *database, const xc_database *library,
                              cfa_error *error);

/* Prints those two lists as lines, or nothing for any other member. TRUE where it was one of them. */
gboolean cfa_info_print_list(const char *key, const json_t *value);

#endif
