#include "pattern.h"

#include <string.h>

const GRegex *cfa_pattern_once(gsize *place, const char *pattern)
{
    if (g_once_init_enter(place))
        g_once_init_leave(place, GPOINTER_TO_SIZE(g_regex_new(pattern, G_REGEX_CASELESS, 0, NULL)));
    return GSIZE_TO_POINTER(*place);
}

gboolean cfa_pattern_has_any(const char *text, const char *const *parts)
{
    g_autofree char *lower = g_ascii_strdown(text, -1);
    while (*parts != NULL && strstr(lower, *parts) == NULL)
        parts++;
    return *parts != NULL;
}
