#include "source_paths.h"

#include "manifest.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

typedef struct path_walk {
    GPtrArray *paths;
    GPtrArray *folders; /* char *: those to look into yet */
    GHashTable *seen;   /* folders met, "device:inode" */
} path_walk;

/* A folder that is met for the first time is to be looked into. */
static void meet_folder(path_walk *walk, const char *path, const struct stat *status)
{
    if (g_hash_table_add(walk->seen,
                         g_strdup_printf("%ju:%ju", (uintmax_t)status->st_dev, (uintmax_t)status->st_ino)))
        g_ptr_array_add(walk->folders, g_strdup(path));
}

/* What a link leads to, which may lie elsewhere. */
static void meet_link(path_walk *walk, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return;
    g_ptr_array_add(walk->paths, g_strdup(path));
    if (S_ISDIR(status.st_mode))
        meet_folder(walk, path, &status);
}

/* Most file systems tell the type of an entry with its name; a file needs no second look then. */
static void meet_entry(path_walk *walk, const char *folder, const struct dirent *entry)
{
    struct stat status;
    if (entry->d_name[0] == '.' ||
        (entry->d_type != DT_UNKNOWN && entry->d_type != DT_LNK && entry->d_type != DT_DIR))
        return;
    g_autofree char *path = g_build_filename(folder, entry->d_name, NULL);
    if (lstat(path, &status) != 0)
        return;
    if (S_ISLNK(status.st_mode))
        meet_link(walk, path);
    else if (S_ISDIR(status.st_mode))
        meet_folder(walk, path, &status);
}

static void look_into(path_walk *walk, const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL)
        meet_entry(walk, path, entry);
    if (folder != NULL)
        closedir(folder);
}

static void meet_source(path_walk *walk, const char *source)
{
    struct stat status;
    if (strcmp(source, "-") == 0 || stat(source, &status) != 0)
        return;
    g_ptr_array_add(walk->paths, g_strdup(source));
    if (S_ISDIR(status.st_mode)) {
        meet_folder(walk, source, &status);
    } else {
        g_autofree char *around = g_path_get_dirname(source);
        g_ptr_array_add(walk->paths, g_build_filename(around, CFA_MANIFEST_NAME, NULL));
    }
}

char **cfa_source_paths(const char *const *sources)
{
    path_walk walk = {.paths = g_ptr_array_new(),
                      .folders = g_ptr_array_new_with_free_func(g_free),
                      .seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (guint i = 0; sources[i] != NULL; i++)
        meet_source(&walk, sources[i]);
    while (walk.folders->len > 0) {
        g_autofree char *folder = g_ptr_array_steal_index(walk.folders, walk.folders->len - 1);
        look_into(&walk, folder);
    }
    g_ptr_array_unref(walk.folders);
    g_hash_table_unref(walk.seen);
    g_ptr_array_add(walk.paths, NULL);
    return (char **)g_ptr_array_free(walk.paths, FALSE);
}
