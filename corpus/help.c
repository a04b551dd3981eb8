#include "help.h"

#include <string.h>

char *cfa_help(GOptionContext *context, const char *usage)
{
    g_autofree char *text = g_option_context_get_help(context, TRUE, NULL);
    const char *rest = strstr(text, "\n\n"); /* behind GLib's own usage */
    return g_strconcat("Usage:\n", usage, rest != NULL ? rest + 1 : "\n", NULL);
}
