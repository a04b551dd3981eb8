/*
 * The two lines on top of a case text, in the language of the page around it, and the line that opens a case
 * in a whole report:
 *
 *     Interim Report - Report No 991, March 2017
 *     Case No 9901 (Ruritania) - Complaint date: 31-AUG-05 - Closed
 *     CASES Nos 9901 and 9902 (Ruritania)
 */
#ifndef CFA_HEADER_H
#define CFA_HEADER_H

#include "report.h"

typedef struct cfa_header_report {
    cfa_report_type type;
    guint report;
    cfa_date date;
} cfa_header_report;

/* Reads the first line; FALSE for any other. */
gboolean cfa_header_read_report(const char *line, gsize length, cfa_header_report *header);

/* Reads the second line and adds its case to `text`, unless it is there, with a warning "date-unread" or
 * "status-unread" where one of these is not understood; FALSE for any other. */
gboolean cfa_header_read_case(const char *line, gsize length, cfa_case_text *text);

/* What follows the date in such a second line; in a list of cases that is the complainant, without a blank.
 */
typedef enum cfa_header_end { CFA_ENDS_AT_DATE, CFA_ENDS_IN_STATUS, CFA_ENDS_IN_COMPLAINANT } cfa_header_end;

/* The number of the case in such a second line; 0 for any other line. `end` may be NULL. */
guint cfa_header_case_number(const char *line, gsize length, cfa_header_end *end);

/* What else the line of a case in a list of cases has. */
typedef struct cfa_header_listed {
    const char *rest; /* what follows the date, complainant and subject; borrowed from the line */
    gsize length;
    cfa_language language; /* of the page */
} cfa_header_listed;

/* Reads the line of a case in a list of cases: number, country and date into `one`, which is empty. FALSE for
 * any other. */
gboolean cfa_header_read_listed(const char *line, gsize length, cfa_case *one, cfa_header_listed *listed);

/* Reads a line that names cases and says nothing else: appends their numbers to `numbers` (of guint) and sets
 * *country to the name in brackets, for the caller to free, or NULL. FALSE for any other line. */
gboolean cfa_header_read_case_title(const char *line, gsize length, GArray *numbers, char **country);

/* The bytes of the bracket at the beginning of `text` up to the one that closes it, counting those inside; 0
 * where there is none. */
gsize cfa_header_bracket(const char *text, gsize length);

/* Sets the country of a case, with its code where the table has it. */
void cfa_header_set_country(cfa_case *one, const char *name, gsize length);

#endif
