#include "parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

cfa_query *parsed_query(const char *typed)
{
    cfa_error error = {0};
    cfa_query *query = cfa_query_parse(typed, strlen(typed), &error);
    if (query == NULL)
        fail_msg("\"%s\" is refused: %s", typed, error.reason);
    return query;
}

void parsed_check(const row *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autoptr(cfa_query) query = parsed_query(rows[i].typed);
        g_autofree char *parsed = cfa_query_print(query);
        if (strcmp(parsed, rows[i].parsed) != 0)
            fail_msg("%s reads as %s, not %s", rows[i].typed, parsed, rows[i].parsed);
    }
}
