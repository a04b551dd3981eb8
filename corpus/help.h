/*
 * Help: what a program prints for --help, from its options, under lines of usage of its own. GLib's has "[OPTION…]" for all of them, which comes
 * out as "[OPTION?]".
 *
 *     g_option_context_set_help_enabled(context, FALSE);                    --help is one of its entries
 *     g_autofree char *help = cfa_help(context, "  cfa-index build [OPTIONS] SOURCE...\n");
 */
#ifndef CFA_HELP_H
#define CFA_HELP_H

#include <glib.h>

/* The text, with the summary of the context; `usage` are whole lines. The caller frees. */
char *cfa_help(GOptionContext *context, const char *usage);

#endif
