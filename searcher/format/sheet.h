/*
 * Lists for a spreadsheet: a line with the names of the columns, then one for each item. The columns are
 * those of the table in sheet.c, and of the manual page of cfa-search.
 *
 *     rank,id,citation,report,report_date,cases,…
 *     1,394/70-95/en,"394th Report, Case No. 2090 (Belarus), paras 70–95",394,2021-03,2090,…
 *
 * What is unknown is an empty cell; several values of one are parted by semicolons. A cell that a spreadsheet
 * would take for a formula, by its first letter = + - or @ (in TSV a quotation mark, too), begins with an
 * apostrophe, since the texts are other people's.
 */
#ifndef CFA_FORMAT_SHEET_H
#define CFA_FORMAT_SHEET_H

#include <glib.h>

/* As RFC 4180 has it: lines end in CRLF, and a cell may hold several lines, parted by LF. `items` are
 * cfa_item. New; the caller frees. */
char *cfa_sheet_csv(const GArray *items);

/* Cells parted by tabs, with neither tabs nor ends of line in them: there stand blanks. New; the caller
 * frees. */
char *cfa_sheet_tsv(const GArray *items);

#endif
