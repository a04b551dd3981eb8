#include "current.h"

#include "layout.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { CURRENT_BYTES = 1 << 20 }; /* more would be no file of ours */

static const char generation_prefix[] = "gen-";

/* What a generation has at most one of, by its word in the file, which is its name in the generation's
 * folder, too. */
static const struct {
    const char *name;
    glong place;
} parts[] = {{CFA_TRANSLATIONS, G_STRUCT_OFFSET(cfa_current, translations)},
             {CFA_VOCABULARY, G_STRUCT_OFFSET(cfa_current, vocabulary)},
             {CFA_COLUMNS, G_STRUCT_OFFSET(cfa_current, columns)},
             {CFA_LIBRARY, G_STRUCT_OFFSET(cfa_current, library)}};

char *cfa_generation_name(guint64 generation)
{
    return g_strdup_printf("%s%06" G_GUINT64_FORMAT, generation_prefix, generation);
}

guint64 cfa_generation_of(const char *name)
{
    guint64 generation = 0;
    if (g_str_has_prefix(name, generation_prefix))
        g_ascii_string_to_unsigned(name + strlen(generation_prefix), 10, 1, G_MAXINT64, &generation, NULL);
    return generation;
}

static char **part_of(cfa_current *current, gsize part)
{
    return G_STRUCT_MEMBER_P(current, parts[part].place);
}

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
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(*part_of(current, i));
    g_free(current);
}

/* A path that stays below the index's folder: what stands in a file is never trusted to lead elsewhere. */
static gboolean is_inside(const char *path)
{
    g_auto(GStrv) names = g_strsplit(path, "/", -1);
    for (guint i = 0; names[i] != NULL; i++)
        if (names[i][0] == '\0' || strcmp(names[i], "..") == 0)
            return FALSE;
    return names[0] != NULL;
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

/* Reads a path that is below the index's folder, and of no other generation: an update would remove that
 * one. */
static gboolean read_path(const cfa_current *current, const char *index, const char *path, char **whole)
{
    g_autofree char *first = g_strndup(path, strcspn(path, "/"));
    if (!is_inside(path) ||
        (g_str_has_prefix(first, generation_prefix) && cfa_generation_of(first) != current->generation))
        return FALSE;
    *whole = g_build_filename(index, path, NULL);
    return TRUE;
}

/* Reads what stands behind the first word of a line. */
static gboolean read_value(cfa_current *current, const char *index, const char *word, const char *value)
{
    if (strcmp(word, "generation") == 0)
        return g_ascii_string_to_unsigned(value, 10, 1, G_MAXINT64, &current->generation, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strcmp(word, parts[i].name) == 0)
            return *part_of(current, i) == NULL && read_path(current, index, value, part_of(current, i));
    const gboolean local = strcmp(word, "shard") == 0;
    if (!local && strcmp(word, "remote") != 0)
        return FALSE;
    cfa_shard *shard = g_new0(cfa_shard, 1);
    g_ptr_array_add(current->shards, shard);
    return local ? read_path(current, index, value, &shard->path) : read_remote(shard, value);
}

static gboolean read_line(cfa_current *current, const char *index, const char *line)
{
    const char *blank = strchr(line, ' ');
    g_autofree char *word = blank != NULL ? g_strndup(line, (gsize)(blank - line)) : NULL;
    return word != NULL && read_value(current, index, word, blank + 1);
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

/* Whether all that the generation has of its parts is named: where the file was cut between two lines, what
 * is left of it reads well, and would answer without them. */
static gboolean names_all(cfa_current *current, const char *index, cfa_error *error)
{
    g_autofree char *folder = cfa_generation_name(current->generation);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *path = g_build_filename(index, folder, parts[i].name, NULL);
        if (*part_of(current, i) == NULL && g_file_test(path, G_FILE_TEST_EXISTS))
            return cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1,
                                 "%s is there, but %s/current does not name it", path, index);
    }
    return TRUE;
}

static cfa_current *parse(const char *index, char *text, cfa_error *error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    if (!check_format(lines[0] != NULL ? lines[0] : "", index, error))
        return NULL;
    g_autoptr(cfa_current) current = g_new0(cfa_current, 1);
    current->shards = g_ptr_array_new_with_free_func(shard_free);
    gboolean valid = TRUE;
    for (guint i = 1; valid && lines[i] != NULL && lines[i][0] != '\0'; i++)
        valid = read_line(current, index, lines[i]);
    if (!valid || current->generation == 0 || current->shards->len == 0)
        cfa_error_set(error, CFA_CORRUPT, "index-corrupt", -1, "%s/current cannot be understood", index);
    else if (names_all(current, index, error))
        return g_steal_pointer(&current);
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

/* Adds the lines of the parts that the generation has: one that cannot be looked at is not for that left
 * out. */
static gboolean name_parts(GString *text, const char *index, const char *folder, cfa_error *error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *part = g_build_filename(index, folder, parts[i].name, NULL);
        if (access(part, F_OK) == 0)
            g_string_append_printf(text, "%s %s/%s\n", parts[i].name, folder, parts[i].name);
        else if (errno != ENOENT && errno != ENOTDIR)
            return cfa_error_system(error, "unreadable", part);
    }
    return TRUE;
}

gboolean cfa_current_write(const char *index, guint64 generation, cfa_error *error)
{
    g_autofree char *path = g_build_filename(index, "current", NULL),
                    *folder = cfa_generation_name(generation);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "cfasearch-index %d\ngeneration %" G_GUINT64_FORMAT "\nshard %s/%s\n",
                    CFA_LAYOUT_FORMAT, generation, folder, CFA_PARAGRAPHS);
    if (!name_parts(text, index, folder, error))
        return FALSE;
    g_autoptr(GError) failure = NULL;
    if (!g_file_set_contents_full(path, text->str, (gssize)text->len,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                  &failure))
        return cfa_error_set(error, CFA_IO, "unwritable", -1, "%s", failure->message);
    return sync_folder(index) || cfa_error_system(error, "unwritable", index);
}
