#include "table.h"

GPtrArray *cfa_table_read(const char *folder, const char *name, guint columns, GError **error)
{
    g_autofree char *path = folder != NULL ? g_build_filename(folder, name, NULL) : g_strdup(name);
    g_autofree char *text = NULL;
    g_autoptr(GPtrArray) table = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    if (!g_file_get_contents(path, &text, NULL, error))
        return NULL;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_strdelimit(lines[i], "\r", ' ');
        if (lines[i][0] == '\0')
            continue;
        char **cells = g_strsplit(lines[i], "\t", (gint)columns);
        g_ptr_array_add(table, cells);
        if (g_strv_length(cells) == columns)
            continue;
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: line %u: not %u columns", path, i + 1,
                    columns);
        return NULL;
    }
    return g_steal_pointer(&table);
}

const char *cfa_table_cell(const GPtrArray *table, guint row, guint column)
{
    char **cells = g_ptr_array_index(table, row);
    return cells[column];
}
