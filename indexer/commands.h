/*
 * The commands of cfa-index, one function each, and what the command line says to all of them. Each prints
 * its answer and returns the exit status of the program.
 */
#ifndef CFA_COMMANDS_H
#define CFA_COMMANDS_H

#include "error.h"

typedef struct cfa_command {
    const char *name;
    char *index;
    char *const *sources; /* NULL ends them */
    guint jobs;
    guint64 memory; /* bytes */
    guint keep, wait;
    gboolean prune, dry_run, progress, json, quiet;
} cfa_command;

int cfa_command_build(const cfa_command *command); /* build and update: the name tells */
int cfa_command_check(const cfa_command *command);
int cfa_command_info(const cfa_command *command);
int cfa_command_parse(const cfa_command *command);

/* Says on standard error what went wrong, and on standard output, too, where the command is to answer in
 * JSON. Returns the exit status for it. */
int cfa_command_fail(const cfa_command *command, const cfa_error *error);

#endif
