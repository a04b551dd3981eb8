/*
 * Options: reads a command line by GLib's entries, as people write it. Beside what GLib reads, a number may
 * stand right behind its letter ("-n5"); and --help has lines of usage of the program's own, since those of
 * GLib say "[OPTION…]", which comes out as "[OPTION?]".
 *
 *     g_autofree char *help = NULL;
 *     if (cfa_options_read(usage, summary, entries, count, arguments, &help, &failure) && help != NULL)
 *         fputs(help, stdout);
 */
#ifndef CFA_OPTIONS_H
#define CFA_OPTIONS_H

#include <glib.h>

/* Reads the words of a command line, the program's name the first of them, into where the entries say; -h and
 * --help need none. `usage` are whole lines, `summary` stands between them and the options. Where help is
 * asked for *help is its text, the caller's; else it stays as it is. FALSE with *error, for an option that
 * there is none of or that lacks its value. */
gboolean cfa_options_read(const char *usage, const char *summary, const GOptionEntry *entries, int count,
                          char **arguments, char **help, GError **error);

#endif
