/* Countries for an invented collection, in the three languages: real names, so that a table of countries is
 * exercised, and invented ones, which such a table lacks. */
#ifndef SAMPLE_COUNTRIES_H
#define SAMPLE_COUNTRIES_H

#include "texts.h"

enum { SAMPLE_COUNTRIES = 44 };
extern const char *const sample_countries[SAMPLE_COUNTRIES][BODY_LANGUAGES];

#endif
