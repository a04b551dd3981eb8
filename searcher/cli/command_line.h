/*
 * The command line of cfa-search: what was typed, and what it means.
 *
 *     cfa_command_line line;
 *     if (cfa_command_line_read(&line, count, arguments))
 *         … cfa_search(index, &line.request, &error) …
 *     cfa_command_line_clear(&line);
 */
#ifndef CFA_COMMAND_LINE_H
#define CFA_COMMAND_LINE_H

#include "searcher.h"

/* What can be asked for by its identifier, beside a query. */
typedef enum cfa_thing {
    CFA_THING_SHOW,
    CFA_THING_CASE,
    CFA_THING_CITES,
    CFA_THING_SIMILAR,
    CFA_THING_PRINCIPLE,
    CFA_THINGS
} cfa_thing;

typedef struct cfa_command_line {
    char *help;       /* its text, where that is asked for; then the rest says nothing */
    gboolean version; /* that is asked for; the same */
    char *index;      /* the folder */
    cfa_thing asked;  /* CFA_THINGS for none: then there is a query */
    char *id;         /* … by which it is asked for; NULL for none */
    char *query;      /* "" for none; the request's own */
    cfa_request request;
    const cfa_format *format; /* NULL for text */
    gboolean color;
} cfa_command_line;

/* Reads the words of a command line, the program's name the first of them. FALSE where they cannot be
 * understood, of which standard error was told. In either case it is to be cleared. */
gboolean cfa_command_line_read(cfa_command_line *line, int count, char **arguments);
void cfa_command_line_clear(cfa_command_line *line);

/* The option by which a thing is asked for, without its hyphens; static. */
const char *cfa_thing_option(cfa_thing thing);

/* What shows a kind of citation, where that which was asked for does not take it. */
cfa_thing cfa_thing_taker(cfa_thing asked, cfa_citation_kind kind);

#endif
