#include "options.h"

#include <string.h>

static gboolean takes_value(const GOptionEntry *entries, char letter)
{
    for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
        if (entry->short_name == letter)
            return entry->arg != G_OPTION_ARG_NONE;
    return FALSE;
}

/* Of other values a letter would take words of a query that have a sign before them. */
static gboolean has_number(const GOptionEntry *entries, const char *word)
{
    return word[0] == '-' && word[1] != '\0' && g_ascii_isdigit(word[2]) && takes_value(entries, word[1]);
}

/* The words with each number apart from its letter. */
static char **part_numbers(const GOptionEntry *entries, int count, char **arguments)
{
    GPtrArray *words = g_ptr_array_new();
    gboolean are_options = TRUE;
    for (int i = 0; i < count; i++) {
        const char *word = arguments[i];
        are_options = are_options && strcmp(word, "--") != 0;
        const gboolean is_parted = are_options && has_number(entries, word);
        if (is_parted)
            g_ptr_array_add(words, g_strndup(word, 2));
        g_ptr_array_add(words, g_strdup(is_parted ? word + 2 : word));
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

static char *print_help(GOptionContext *context, const char *usage)
{
    g_autofree char *text = g_option_context_get_help(context, TRUE, NULL);
    const char *rest = strstr(text, "\n\n"); /* behind GLib's own usage */
    return g_strconcat("Usage:\n", usage, rest != NULL ? rest + 1 : "\n", NULL);
}

gboolean cfa_options_read(const char *usage, const char *summary, const GOptionEntry *entries, int count,
                          char **arguments, char **help, GError **error)
{
    gboolean is_help = FALSE;
    const GOptionEntry own[] = {{"help", 'h', 0, G_OPTION_ARG_NONE, &is_help, "this help", NULL},
                                {NULL, 0, 0, 0, NULL, NULL, NULL}};
    g_auto(GStrv) words = part_numbers(entries, count, arguments);
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_set_summary(context, summary);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_add_main_entries(context, own, NULL);
    const gboolean read = g_option_context_parse_strv(context, &words, error);
    if (is_help)
        *help = print_help(context, usage);
    return read;
}
