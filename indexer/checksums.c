#include "checksums.h"

#include "block_checksum.h"
#include "current.h"
#include "folder.h"
#include "sealed_file.h"
#include "verified_read.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char kind[] = "sums 1";

static const char table_suffix[] = ".glass";

/* A file of the generation, and by what it is verified when it is read: a table of libxapian's, or a file of
 * ours. */
typedef struct listed_file {
    char *path; /* below the folder */
    guint64 size;
    const char *checksums; /* borrowed from the file of checksums */
    cfa_verified_file *verified;
    cfa_mapped_checksums *mapped;
} listed_file;

struct cfa_checksums {
    char *folder;
    cfa_sealed_file *file;
    GArray *files; /* listed_file */
};

static gsize blocks_of(guint64 size)
{
    return (gsize)((size + CFA_BLOCK - 1) / CFA_BLOCK);
}

/* ---- making ---- */

/* Not what answers do not depend on, and not the checksums. */
static gboolean has_checksums(const char *name)
{
    static const char *const others[] = {CFA_CHECKSUMS, CFA_FILES, CFA_FOLDER_LOCK, NULL};
    return !g_strv_contains(others, name);
}

static void add_checksums(GString *checksums, const char *bytes, gsize length)
{
    for (gsize done = 0; done < length; done += CFA_BLOCK) {
        const guint64 checksum =
            GUINT64_TO_LE(cfa_block_checksum(bytes + done, MIN(CFA_BLOCK, length - done)));
        g_string_append_len(checksums, (const char *)&checksum, sizeof checksum);
    }
}

static gboolean add_file(GString *lines, GString *checksums, const char *folder, const char *path,
                         cfa_error *error)
{
    g_autofree char *whole = g_build_filename(folder, path, NULL);
    g_autoptr(GError) failure = NULL;
    g_autoptr(GMappedFile) file = g_mapped_file_new(whole, FALSE, &failure);
    if (file == NULL)
        return cfa_error_set(error, CFA_IO, "unreadable", -1, "%s", failure->message);
    const gsize length = g_mapped_file_get_length(file);
    g_string_append_printf(lines, "%" G_GSIZE_FORMAT " %s\n", length, path);
    add_checksums(checksums, g_mapped_file_get_contents(file), length);
    return TRUE;
}

/* Adds the files of a folder below the generation's ("" for that itself), and of those in it. */
static gboolean add_folder(GString *lines, GString *checksums, const char *folder, const char *below,
                           cfa_error *error)
{
    g_autofree char *whole = g_build_filename(folder, below, NULL);
    g_autoptr(GPtrArray) names = cfa_folder_list(whole, error);
    gboolean well = names != NULL;
    for (guint i = 0; well && i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *path = below[0] != '\0' ? g_build_filename(below, name, NULL) : g_strdup(name);
        g_autofree char *child = g_build_filename(folder, path, NULL);
        if (g_file_test(child, G_FILE_TEST_IS_DIR))
            well = add_folder(lines, checksums, folder, path, error);
        else if (has_checksums(name))
            well = add_file(lines, checksums, folder, path, error);
    }
    return well;
}

gboolean cfa_checksums_make(const char *folder, cfa_error *error)
{
    g_autoptr(GString) lines = g_string_new(NULL), checksums = g_string_new(NULL);
    g_autofree char *path = g_build_filename(folder, CFA_CHECKSUMS, NULL);
    if (!add_folder(lines, checksums, folder, "", error))
        return FALSE;
    g_string_append_c(lines, '\n');
    g_string_append_len(lines, checksums->str, (gssize)checksums->len);
    return cfa_sealed_file_write(path, kind, lines, error);
}

/* ---- reading ---- */

static void listed_file_clear(gpointer data)
{
    listed_file *one = data;
    cfa_verified_file_remove(one->verified);
    cfa_mapped_checksums_free(one->mapped);
    g_free(one->path);
}

void cfa_checksums_free(cfa_checksums *checksums)
{
    if (checksums == NULL)
        return;
    g_array_unref(checksums->files);
    cfa_sealed_file_free(checksums->file);
    g_free(checksums->folder);
    g_free(checksums);
}

/* Reads "30033 columns"; a path that leads out of the folder is no such line. */
static gboolean read_line(cfa_checksums *checksums, const char *line)
{
    const char *blank = strchr(line, ' ');
    g_autofree char *digits = blank != NULL ? g_strndup(line, (gsize)(blank - line)) : NULL;
    listed_file one = {.path = NULL};
    if (digits == NULL || !g_ascii_string_to_unsigned(digits, 10, 0, G_MAXINT64, &one.size, NULL) ||
        blank[1] == '/' || strstr(blank, "..") != NULL)
        return FALSE;
    one.path = g_strdup(blank + 1);
    g_array_append_val(checksums->files, one);
    return TRUE;
}

/* Gives each file its checksums; they have to be all that is left. */
static gboolean share_out(cfa_checksums *checksums, const char *at, gsize length)
{
    for (guint i = 0; i < checksums->files->len; i++) {
        listed_file *one = &g_array_index(checksums->files, listed_file, i);
        if (length / sizeof(guint64) < blocks_of(one->size))
            return FALSE;
        one->checksums = at;
        at += blocks_of(one->size) * sizeof(guint64);
        length -= blocks_of(one->size) * sizeof(guint64);
    }
    return length == 0;
}

static gboolean parse(cfa_checksums *checksums)
{
    gsize length;
    const char *at = cfa_sealed_file_bytes(checksums->file, &length), *end = at + length;
    while (at < end && *at != '\n') {
        const char *line_end = memchr(at, '\n', (gsize)(end - at));
        g_autofree char *line = line_end != NULL ? g_strndup(at, (gsize)(line_end - at)) : NULL;
        if (line == NULL || !read_line(checksums, line))
            return FALSE;
        at = line_end + 1;
    }
    return at < end && share_out(checksums, at + 1, (gsize)(end - at - 1));
}

/* Opens them without a look at the files. */
static gboolean read_checksums(const char *folder, cfa_checksums **checksums, cfa_error *error)
{
    g_autofree char *path = g_build_filename(folder, CFA_CHECKSUMS, NULL);
    struct stat state;
    *checksums = NULL;
    if (stat(path, &state) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return TRUE;
    g_autoptr(cfa_checksums) read = g_new0(cfa_checksums, 1);
    read->folder = g_strdup(folder);
    read->files = g_array_new(FALSE, FALSE, sizeof(listed_file));
    g_array_set_clear_func(read->files, listed_file_clear);
    read->file = cfa_sealed_file_open(path, kind, NULL, error);
    if (read->file == NULL)
        return FALSE;
    if (!parse(read))
        return cfa_sealed_file_damaged(path, kind, error);
    *checksums = g_steal_pointer(&read);
    return TRUE;
}

static gboolean is_table(const listed_file *file)
{
    return g_str_has_suffix(file->path, table_suffix);
}

/* All others are libxapian's. */
static gboolean is_ours(const listed_file *file)
{
    return strchr(file->path, '/') == NULL;
}

/* Says that a file is damaged, or the checksums that tell so. Files of ours are named by what they are. */
static gboolean tell_damaged(const cfa_checksums *checksums, const listed_file *file, cfa_error *error)
{
    const gboolean is_known = cfa_sealed_file_verify(checksums->file);
    g_autofree char *path = g_build_filename(checksums->folder, is_known ? file->path : CFA_CHECKSUMS, NULL);
    return cfa_sealed_file_damaged(path, !is_known ? kind : is_ours(file) ? file->path : "index", error);
}

/* Whether all of a file is what was written. */
static gboolean verify(const cfa_checksums *checksums, const listed_file *file, cfa_error *error)
{
    g_autofree char *path = g_build_filename(checksums->folder, file->path, NULL);
    g_autoptr(GError) failure = NULL;
    g_autoptr(GMappedFile) mapped = g_mapped_file_new(path, FALSE, &failure);
    if (mapped == NULL && !g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return cfa_error_set(error, CFA_IO, "unreadable", -1, "%s", failure->message);
    return (mapped != NULL && g_mapped_file_get_length(mapped) == file->size &&
            cfa_block_checksums_match(g_mapped_file_get_contents(mapped), file->size, file->checksums)) ||
           tell_damaged(checksums, file, error);
}

/* A file has its size now, and is verified as it is read. */
static gboolean watch(const cfa_checksums *checksums, listed_file *file, cfa_error *error)
{
    g_autofree char *path = g_build_filename(checksums->folder, file->path, NULL);
    struct stat state = {0};
    const gboolean is_there = stat(path, &state) == 0;
    if (!is_there && errno != ENOENT)
        return cfa_error_set(error, CFA_IO, "unreadable", -1, "%s: %s", path, g_strerror(errno));
    if (!is_there || (guint64)state.st_size != file->size)
        return tell_damaged(checksums, file, error);
    if (is_table(file))
        file->verified = cfa_verified_file_add(path, file->size, file->checksums);
    else
        file->mapped = cfa_mapped_checksums_new(file->size, file->checksums);
    return file->verified != NULL || file->mapped != NULL || tell_damaged(checksums, file, error);
}

gboolean cfa_checksums_open(const char *folder, cfa_checksums **checksums, cfa_error *error)
{
    gboolean well = read_checksums(folder, checksums, error);
    for (guint i = 0; well && *checksums != NULL && i < (*checksums)->files->len; i++) {
        listed_file *one = &g_array_index((*checksums)->files, listed_file, i);
        well = is_table(one) || is_ours(one) ? watch(*checksums, one, error) : verify(*checksums, one, error);
    }
    if (!well)
        g_clear_pointer(checksums, cfa_checksums_free);
    return well;
}

cfa_mapped_checksums *cfa_checksums_find(const cfa_checksums *checksums, const char *path)
{
    const gsize folder = strlen(checksums->folder);
    if (!g_str_has_prefix(path, checksums->folder) || path[folder] != '/')
        return NULL;
    for (guint i = 0; i < checksums->files->len; i++) {
        const listed_file *one = &g_array_index(checksums->files, listed_file, i);
        if (strcmp(one->path, path + folder + 1) == 0)
            return one->mapped;
    }
    return NULL;
}

gboolean cfa_checksums_held(const cfa_checksums *checksums, cfa_error *error)
{
    for (guint i = 0; i < checksums->files->len; i++) {
        const listed_file *one = &g_array_index(checksums->files, listed_file, i);
        if (one->mapped != NULL && cfa_mapped_checksums_is_damaged(one->mapped))
            return tell_damaged(checksums, one, error);
    }
    return TRUE;
}

gboolean cfa_checksums_verify_ours(const cfa_checksums *checksums, cfa_error *error)
{
    gboolean well = TRUE;
    for (guint i = 0; well && i < checksums->files->len; i++) {
        const listed_file *one = &g_array_index(checksums->files, listed_file, i);
        well = !is_ours(one) || verify(checksums, one, error);
    }
    return well;
}

gboolean cfa_checksums_verify(const char *folder, cfa_error *error)
{
    g_autoptr(cfa_checksums) checksums = NULL;
    gboolean well = read_checksums(folder, &checksums, error);
    if (well && checksums != NULL && !cfa_sealed_file_verify(checksums->file))
        well = cfa_sealed_file_damaged(folder, kind, error);
    for (guint i = 0; well && checksums != NULL && i < checksums->files->len; i++)
        well = verify(checksums, &g_array_index(checksums->files, listed_file, i), error);
    return well;
}
