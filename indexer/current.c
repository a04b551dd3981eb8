#include "current.h"

#include "layout.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { CURRENT_BYTES = 1 << 20 }; /* more would be no file of ours */

char *cfa_current_default_index(void)
{
    const char *named = g_getenv("CFA_INDEX");
    if (named != NULL && named[0] != '\0')
        return g_strdup(named);
    return g_build_filename(g_get_user_data_dir(), "cfasearch", "index", NULL);
}

char **cfa_current_folders(const char *index)
{
    GPtrArray *folders = g_ptr_array_new();
    g_autofree char *there = g_strdup(index);
    gboolean is_last = FALSE;
    while (!is_last && !g_file_test(there, G_FILE_TEST_IS_DIR)) {
        g_autofree char *below = g_steal_pointer(&there);
        there = g_path_get_dirname(below);
        is_last = g_str_equal(there, below);
    }
    g_ptr_array_add(folders, g_steal_pointer(&there));
    g_autoptr(GDir) directory = g_dir_open(index, 0, NULL);
    const char *name;
    while (directory != NULL && (name = g_dir_read_name(directory)) != NULL) {
        g_autofree char *path = g_build_filename(index, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_SYMLINK) && g_file_test(path, G_FILE_TEST_IS_DIR))
            g_ptr_array_add(folders, g_steal_pointer(&path));
    }
    g_ptr_array_add(folders, NULL);
    return (char **)g_ptr_array_free(folders, FALSE);
}

static void shard_free(gpointer data)
{
    cfa_shard *shard = data;
    g_free(shard->path);
    g_free(shard->host);
    g_free(shard);
}

void cfa_current_free(cfa_current *current)
{
    if (current == NULL)
        return;
    g_ptr_array_unref(current->shards);
    g_free(current->translations);
    g_free(current->vocabulary);
    g_free(current->columns);
    g_free(current->library);
    g_free(current);
}

/* A path that stays below the index's folder: what stands in a file is never trusted to lead elsewhere. */
static gboolean is_inside(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    for (guint i = 0; parts[i] != NULL; i++)
        if (parts[i][0] == '\0' || strcmp(parts[i], "..") == 0)
            return FALSE;
    return parts[0] != NULL;
}

static gboolean read_remote(cfa_shard *shard, const char *address)
{
    const char *colon = strrchr(address, ':');
    guint64 port = 0;
    if (colon == NULL || colon == address ||
        !g_ascii_string_to_unsigned(colon + 1, 10, 1, G_MAXUINT16, &port, NULL))
        return FALSE;
    shard->host = g_strndup(address, (gsize)(colon - address));
    shard->port = (guint16)port;
    return TRUE;
}

/* Whether a path is below the index's folder, and of no other generation: an update would remove that one. */
static gboolean is_of_generation(const cfa_current *current, const char *path)
{
    return is_inside(path) &&
           (!g_str_has_prefix(path, "gen-") || g_ascii_strtoull(path + 4, NULL, 10) == current->generation);
}

/* A file, or a folder, that a generation has at most one of. */
static gboolean read_file(const cfa_current *current, char **file, const char *index, const char *path)
{
    if (*file != NULL || !is_of_generation(current, path))
        return FALSE;
    *file = g_build_filename(index, path, NULL);
    return TRUE;
}

static gboolean read_line(cfa_current *current, const char *index, const char *line)
{
    if (g_str_has_prefix(line, "generation "))
        return g_ascii_string_to_unsigned(line + 11, 10, 1, G_MAXINT64, &current->generation, NULL);
    if (g_str_has_prefix(line, "translations "))
        return read_file(current, &current->translations, index, line + 13);
    if (g_str_has_prefix(line, "vocabulary "))
        return read_file(current, &current->vocabulary, index, line + 11);
    if (g_str_has_prefix(line, "columns "))
        return read_file(current, &current->columns, index, line + 8);
    if (g_str_has_prefix(line, "library "))
        return read_file(current, &current->library, index, line + 8);
    const gboolean local = g_str_has_prefix(line, "shard ");
    if (!local && !g_str_has_prefix(line, "remote "))
        return FALSE;
    cfa_shard *shard = g_new0(cfa_shard, 1);
    g_ptr_array_add(current->shards, shard);
    if (!local)
        return read_remote(shard, line + 7);
    if (!is_of_generation(current, line + 6))
        return FALSE;
    shard->path = g_build_filename(index, line + 6, NULL);
    return TRUE;
}

static gboolean check_format(const char *line, const char *index, cfa_error *error)
{
    guint64 format = 0;
    if (!g_str_has_prefix(line, "cfasearch-index ") ||
        !g_ascii_string_to_unsigned(line + 16, 10, 1, G_MAXUINT, &format, NULL))
        return cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1,
                             "%s/current is not the file of an index", index);
    if (format > CFA_LAYOUT_FORMAT)
        return cfa_error_set(
            error, CFA_CORRUPT, "format-newer", -1,
            "the index in %s was made by a newer version of cfasearch (format %" G_GUINT64_FORMAT
            ", this one reads %d); it was left alone",
            index, format, CFA_LAYOUT_FORMAT);
    if (format < CFA_LAYOUT_FORMAT)
        return cfa_error_set(error, CFA_CORRUPT, "format-older", -1,
                             "the index in %s was made by an older version of cfasearch; make it anew with "
                             "`cfa-index build`",
                             index);
    return TRUE;
}

static cfa_current *parse(const char *index, char *text, cfa_error *error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    if (!check_format(lines[0] != NULL ? lines[0] : "", index, error))
        return NULL;
    cfa_current *current = g_new0(cfa_current, 1);
    current->shards = g_ptr_array_new_with_free_func(shard_free);
    gboolean valid = TRUE;
    for (guint i = 1; valid && lines[i] != NULL && lines[i][0] != '\0'; i++)
        valid = read_line(current, index, lines[i]);
    if (valid && current->generation > 0 && current->shards->len > 0)
        return current;
    cfa_current_free(current);
    cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1, "%s/current cannot be understood", index);
    return NULL;
}

cfa_current *cfa_current_read(const char *index, cfa_error *error)
{
    g_autofree char *path = g_build_filename(index, "current", NULL);
    g_autofree char *text = NULL;
    gsize length = 0;
    GError *failure = NULL;
    if (!g_file_get_contents(path, &text, &length, &failure)) {
        const gboolean absent = g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
                                g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
        if (absent)
            cfa_error_set(error, CFA_UNAVAILABLE, "no-index", -1,
                          "there is no index in %s; make one with `cfa-index build -i %s SOURCE`", index,
                          index);
        else
            cfa_error_set(error, CFA_IO, "unreadable", -1, "%s", failure->message);
        g_error_free(failure);
        return NULL;
    }
    if (length > CURRENT_BYTES || strlen(text) != length || !g_utf8_validate(text, -1, NULL)) {
        cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1, "%s is not the file of an index", path);
        return NULL;
    }
    return parse(index, text, error);
}

char *cfa_shard_folder(const cfa_shard *shard)
{
    return shard->path != NULL ? g_path_get_dirname(shard->path) : NULL;
}

static gboolean sync_folder(const char *folder)
{
    const int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return FALSE;
    const gboolean synced = fsync(descriptor) == 0;
    return close(descriptor) == 0 && synced;
}

gboolean cfa_current_write(const char *index, guint64 generation, const char *const *shards, guint count,
                           const char *translations, const char *vocabulary, const char *columns,
                           const char *library, cfa_error *error)
{
    g_autofree char *path = g_build_filename(index, "current", NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "cfasearch-index %d\ngeneration %" G_GUINT64_FORMAT "\n", CFA_LAYOUT_FORMAT,
                    generation);
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text, "shard %s\n", shards[i]);
    if (translations != NULL)
        g_string_append_printf(text, "translations %s\n", translations);
    if (vocabulary != NULL)
        g_string_append_printf(text, "vocabulary %s\n", vocabulary);
    if (columns != NULL)
        g_string_append_printf(text, "columns %s\n", columns);
    if (library != NULL)
        g_string_append_printf(text, "library %s\n", library);
    g_autoptr(GError) failure = NULL;
    if (!g_file_set_contents_full(path, text->str, (gssize)text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                  &failure))
        return cfa_error_set(error, CFA_IO, "unwritable", -1, "%s", failure->message);
    if (!sync_folder(index))
        return cfa_error_set(error, CFA_IO, "unwritable", -1, "%s: %s", index, g_strerror(errno));
    return TRUE;
}
