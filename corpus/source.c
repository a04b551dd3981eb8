#include "source.h"

#include "container.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const cfa_source_limits default_limits = {
    .document_bytes = 64ull << 20,
    .container_bytes = 64ull << 30,
    .ratio = 200,
    .nesting = 4,
    .entries = 1000000,
    .depth = 64,
};

enum { FIRST_BUFFER = 64 * 1024 };

/* A folder on the way from the path to where the walk is; or, without names, the one in which single files
 * stand. */
typedef struct open_folder {
    char *path;
    gsize prefix; /* bytes of the names in it that come before the name relative to it */
    dev_t device;
    ino_t inode;
    GPtrArray *names;
    guint next;
    cfa_manifest *manifest; /* or NULL */
    guint64 manifest_hash;  /* of how the system has the file; 0 where there is none */
} open_folder;

/* A container on the way from the file to where the walk is; the first is the file itself. */
typedef struct open_layer {
    cfa_container *container;
    char *name;
    guint64 visits; /* of the walk when it was opened */
} open_layer;

typedef struct source_walk {
    cfa_source_limits limits;
    cfa_source_gate gate; /* or NULL */
    cfa_source_visit visit;
    cfa_source_warn warn; /* or NULL */
    gpointer data;
    GPtrArray *folders, *layers; /* the outermost first */
    GHashTable *seen;            /* folders met, "device:inode" */
    guint8 *buffer;
    gsize capacity;
    guint64 visits;
    gboolean passed_over; /* a file of this path: by the gate, or as a manifest */
    guint64 bytes_told;   /* of the file's bytes on disk, in bytes_read of its documents */
    gboolean ended;
} source_walk;

static void open_folder_free(gpointer data)
{
    open_folder *folder = data;
    g_free(folder->path);
    if (folder->names != NULL)
        g_ptr_array_unref(folder->names);
    cfa_manifest_free(folder->manifest);
    g_free(folder);
}

static void open_layer_free(gpointer data)
{
    open_layer *layer = data;
    cfa_container_close(layer->container);
    g_free(layer->name);
    g_free(layer);
}

static gpointer last_of(const GPtrArray *array)
{
    return array->len > 0 ? g_ptr_array_index(array, array->len - 1) : NULL;
}

/* ---- telling ---- */

/* What the manifests say of a document, the nearest first; of the file that holds it, where they do not name
 * the document. */
static const cfa_manifest_row *find_facts(const source_walk *walk, const char *name)
{
    const open_layer *file = walk->layers->len > 0 ? g_ptr_array_index(walk->layers, 0) : NULL;
    for (guint i = walk->folders->len; i-- > 0;) {
        const open_folder *folder = g_ptr_array_index(walk->folders, i);
        if (folder->manifest == NULL)
            continue;
        const cfa_manifest_row *row = cfa_manifest_find(folder->manifest, name + folder->prefix);
        if (row == NULL && file != NULL)
            row = cfa_manifest_find(folder->manifest, file->name + folder->prefix);
        if (row != NULL)
            return row;
    }
    return NULL;
}

static guint64 take_bytes_read(source_walk *walk)
{
    const open_layer *file = walk->layers->len > 0 ? g_ptr_array_index(walk->layers, 0) : NULL;
    if (file == NULL)
        return 0;
    guint64 all = cfa_container_bytes_on_disk(file->container);
    guint64 untold = all - MIN(walk->bytes_told, all);
    walk->bytes_told = all;
    return untold;
}

static void tell(source_walk *walk, const char *name, gsize length, const cfa_error *error)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    cfa_document document = {.name = valid, .bytes_read = take_bytes_read(walk)};
    if (error == NULL) {
        document.bytes = walk->buffer;
        document.length = length;
        document.facts = find_facts(walk, name);
    }
    walk->visits++;
    if (!walk->visit(&document, error, walk->data))
        walk->ended = TRUE;
}

static void tell_error(source_walk *walk, const char *name, const char *code, gint64 place,
                       const char *reason)
{
    cfa_error error;
    cfa_error_set(&error, CFA_BAD_INPUT, code, place, "%s", reason);
    tell(walk, name, 0, &error);
}

static void tell_system_error(source_walk *walk, const char *name, int number)
{
    cfa_error error;
    if (number == ENOENT || number == ENOTDIR)
        cfa_error_set(&error, CFA_BAD_INPUT, "not-found", -1, "there is no such file");
    else if (number == ELOOP)
        cfa_error_set(&error, CFA_BAD_INPUT, "folder-loop", -1, "its links lead to one another in a loop");
    else
        cfa_error_set(&error, CFA_IO, "unreadable", -1, "it cannot be read: %s", g_strerror(number));
    tell(walk, name, 0, &error);
}

/* ---- one file ---- */

/* Tells of the outermost container, or member of one, that has failed, and leaves it. `member` is the name of
 * the innermost one. */
static gboolean tell_failure(source_walk *walk, const char *member)
{
    for (guint i = 0; i < walk->layers->len; i++) {
        const open_layer *layer = g_ptr_array_index(walk->layers, i);
        const cfa_error *failure = cfa_container_failure(layer->container);
        const cfa_error *member_failure = cfa_container_member_failure(layer->container);
        if (failure == NULL && member_failure == NULL)
            continue;
        gboolean innermost = i + 1 == walk->layers->len;
        const open_layer *inner = innermost ? NULL : g_ptr_array_index(walk->layers, i + 1);
        if (failure != NULL)
            tell(walk, layer->name, 0, failure);
        else
            tell(walk, inner != NULL ? inner->name : member, 0, member_failure);
        g_ptr_array_set_size(walk->layers, (gint)(failure != NULL ? i : i + 1));
        return TRUE;
    }
    return FALSE;
}

/* Reads the current member whole, up to one byte more than a document may have. */
static gssize read_whole(source_walk *walk, cfa_container *container)
{
    guint64 most = walk->limits.document_bytes + 1;
    gsize length = 0;
    for (;;) {
        if (length == walk->capacity) {
            walk->capacity = (gsize)MIN(MAX(walk->capacity * 2, FIRST_BUFFER), most);
            walk->buffer = g_realloc(walk->buffer, walk->capacity);
        }
        gssize count = cfa_container_read(container, walk->buffer + length, walk->capacity - length);
        if (count < 0)
            return -1;
        length += (gsize)count;
        if (count == 0 || length == most)
            return (gssize)length;
    }
}

static void read_document(source_walk *walk, cfa_container *container, const char *name)
{
    gssize length = read_whole(walk, container);
    if (length < 0) {
        tell_failure(walk, name);
    } else if (length == 0) {
        tell_error(walk, name, "empty", 0, "there is nothing in it");
    } else if ((guint64)length > walk->limits.document_bytes) {
        g_autofree char *reason = g_strdup_printf("a document of more than %" G_GUINT64_FORMAT " bytes",
                                                  walk->limits.document_bytes);
        tell_error(walk, name, "too-large", (gint64)walk->limits.document_bytes, reason);
    } else {
        tell(walk, name, (gsize)length, NULL);
    }
}

static void open_layer_add(source_walk *walk, cfa_container *container, const char *name)
{
    open_layer *layer = g_new0(open_layer, 1);
    layer->container = container;
    layer->name = g_strdup(name);
    layer->visits = walk->visits;
    g_ptr_array_add(walk->layers, layer);
}

/* Leaves the innermost container at its end. */
static void leave_layer(source_walk *walk, const open_layer *layer)
{
    if (walk->visits == layer->visits)
        tell_error(walk, layer->name, "empty", 0, "there is no document in it");
    g_ptr_array_set_size(walk->layers, (gint)walk->layers->len - 1);
}

/* Goes to the next member of the innermost container. */
static void read_member(source_walk *walk)
{
    const open_layer *layer = last_of(walk->layers);
    const char *member;
    if (!cfa_container_next(layer->container, &member)) {
        if (!tell_failure(walk, layer->name))
            leave_layer(walk, layer);
        return;
    }
    g_autofree char *name =
        member != NULL ? g_strconcat(layer->name, "/", member, NULL) : g_strdup(layer->name);
    if (cfa_container_kind_of_member(layer->container) == CFA_CONTAINER_NONE)
        read_document(walk, layer->container, name);
    else if (walk->layers->len > walk->limits.nesting)
        tell_error(walk, name, "nesting-exceeded", 0, "too many containers in one another");
    else
        open_layer_add(walk, cfa_container_open(layer->container), name);
}

/* Takes the descriptor. */
static void read_file(source_walk *walk, int descriptor, const char *name)
{
    walk->bytes_told = 0;
    open_layer_add(walk, cfa_container_open_file(descriptor, &walk->limits), name);
    while (walk->layers->len > 0 && !walk->ended)
        read_member(walk);
    g_ptr_array_set_size(walk->layers, 0);
}

static void read_path(source_walk *walk, const char *path)
{
    /* Another kind of file may have taken the place of the one that was looked at: do not wait for its
     * writer. */
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        tell_system_error(walk, path, errno);
    else
        read_file(walk, descriptor, path);
}

/* ---- folders ---- */

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder that are not passed over, in order; NULL with errno. */
static GPtrArray *list_names(const char *path)
{
    DIR *folder = opendir(path);
    if (folder == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const struct dirent *entry;
    errno = 0;
    while ((entry = readdir(folder)) != NULL)
        if (!cfa_container_passes_over(entry->d_name))
            g_ptr_array_add(names, g_strdup(entry->d_name));
    const int number = errno;
    closedir(folder);
    if (number != 0) { /* half a list would make the rest look as if it were gone */
        g_ptr_array_unref(names);
        errno = number;
        return NULL;
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* FNV-1a, going on from `hash`. */
static guint64 add_to_hash(guint64 hash, const void *bytes, gsize length)
{
    for (gsize i = 0; i < length; i++)
        hash = (hash ^ ((const guint8 *)bytes)[i]) * G_GUINT64_CONSTANT(1099511628211);
    return hash;
}

static const guint64 hash_of_nothing = G_GUINT64_CONSTANT(14695981039346656037);

static gint64 nanoseconds(struct timespec time)
{
    return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static cfa_source_file file_of(const char *path, const struct stat *status)
{
    return (cfa_source_file){.path = path,
                             .device = status->st_dev,
                             .inode = status->st_ino,
                             .size = (guint64)status->st_size,
                             .modified = nanoseconds(status->st_mtim),
                             .changed = nanoseconds(status->st_ctim)};
}

/* Reads the manifest of a folder that has one. */
static void read_manifest(source_walk *walk, open_folder *folder)
{
    g_autofree char *path = g_build_filename(folder->path, CFA_MANIFEST_NAME, NULL);
    struct stat status;
    if (stat(path, &status) != 0) {
        const int number = errno;
        if (number != ENOENT || lstat(path, &status) == 0) /* as for a link to what is not mounted */
            tell_system_error(walk, path, number);
        return;
    }
    const cfa_source_file file = file_of(path, &status);
    const gint64 marks[] = {(gint64)file.device, (gint64)file.inode, (gint64)file.size, file.modified,
                            file.changed};
    folder->manifest_hash =
        add_to_hash(add_to_hash(hash_of_nothing, path, strlen(path)), marks, sizeof marks);
    cfa_error error;
    folder->manifest = cfa_manifest_read(path, &error);
    if (folder->manifest == NULL)
        tell(walk, path, 0, &error);
}

/* Tells of the rows of a folder's manifest that name no file: in one line, since a manifest may be shared by
 * many folders, or be ahead of its pages. */
static void warn_of_missing(const source_walk *walk, const open_folder *folder)
{
    const char *first = NULL;
    if (walk->warn == NULL || folder->manifest == NULL)
        return;
    const guint missing = cfa_manifest_count_missing(folder->manifest, folder->path, &first);
    if (missing == 0)
        return;
    g_autofree char *path = g_build_filename(folder->path, CFA_MANIFEST_NAME, NULL),
                    *name = g_utf8_make_valid(path, -1);
    cfa_error warning;
    cfa_error_set(&warning, CFA_BAD_INPUT, "manifest-no-file", -1,
                  "%u of its %u rows name no file, \"%s\" the first of them", missing,
                  cfa_manifest_count(folder->manifest), first);
    walk->warn(name, &warning, walk->data);
}

static open_folder *open_folder_add(source_walk *walk, const char *path, const struct stat *status)
{
    open_folder *folder = g_new0(open_folder, 1);
    folder->path = g_strdup(path);
    g_autofree char *member = g_build_filename(path, "x", NULL);
    folder->prefix = strlen(member) - 1;
    folder->device = status->st_dev;
    folder->inode = status->st_ino;
    g_ptr_array_add(walk->folders, folder);
    return folder;
}

static gboolean is_around(const source_walk *walk, const struct stat *status)
{
    for (guint i = 0; i < walk->folders->len; i++) {
        const open_folder *folder = g_ptr_array_index(walk->folders, i);
        if (folder->device == status->st_dev && folder->inode == status->st_ino)
            return TRUE;
    }
    return FALSE;
}

/* Whether a folder is an index: it may lie among the reports, and its files are none. */
static gboolean is_index(const char *path)
{
    static const char first[] = "cfasearch-index ";
    char read_first[sizeof first - 1];
    g_autofree char *current = g_build_filename(path, "current", NULL);
    const int descriptor = open(current, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return FALSE;
    const gssize count = read(descriptor, read_first, sizeof read_first);
    close(descriptor);
    return count == (gssize)sizeof read_first && memcmp(read_first, first, sizeof read_first) == 0;
}

/* Goes into a folder; a link to one that was read under another name leads nowhere. */
static void enter_folder(source_walk *walk, const char *path, const struct stat *status)
{
    if (is_around(walk, status)) {
        tell_error(walk, path, "folder-loop", -1, "a link leads back to a folder around it");
        return;
    }
    if (walk->folders->len > walk->limits.depth) {
        tell_error(walk, path, "nesting-exceeded", -1, "too many folders in one another");
        return;
    }
    if (!g_hash_table_add(walk->seen,
                          g_strdup_printf("%ju:%ju", (uintmax_t)status->st_dev, (uintmax_t)status->st_ino)))
        return;
    if (is_index(path)) {
        tell_error(walk, path, "is-index", -1, "it is an index of cfasearch, no folder of reports");
        return;
    }
    GPtrArray *names = list_names(path);
    if (names == NULL) {
        tell_system_error(walk, path, errno);
        return;
    }
    open_folder *folder = open_folder_add(walk, path, status);
    folder->names = names;
    read_manifest(walk, folder);
}

/* Whether the caller wants a file to be read. */
static gboolean passes_gate(source_walk *walk, const char *path, const struct stat *status)
{
    if (walk->gate == NULL)
        return TRUE;
    cfa_source_file file = file_of(path, status);
    const cfa_manifest_row *row = find_facts(walk, path);
    g_autofree char *facts = row != NULL ? cfa_manifest_row_text(row) : g_strdup("");
    file.facts = add_to_hash(hash_of_nothing, facts, strlen(facts));
    file.manifests = hash_of_nothing;
    for (guint i = 0; i < walk->folders->len; i++) {
        const open_folder *folder = g_ptr_array_index(walk->folders, i);
        file.manifests = add_to_hash(file.manifests, &folder->manifest_hash, sizeof folder->manifest_hash);
    }
    const gboolean passes = walk->gate(&file, walk->data);
    walk->passed_over = walk->passed_over || !passes;
    return passes;
}

static void read_any(source_walk *walk, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        tell_system_error(walk, path, errno);
    else if (S_ISDIR(status.st_mode))
        enter_folder(walk, path, &status);
    else if (!S_ISREG(status.st_mode))
        tell_error(walk, path, "not-a-file", -1, "it is neither a file nor a folder");
    else if (passes_gate(walk, path, &status))
        read_path(walk, path);
}

/* Whether there is a page of that name, which may have been packed since it was saved. */
static gboolean is_page(const char *name)
{
    static const char *const ends[] = {".html", ".htm", ".html.gz", ".htm.gz"};
    gboolean found = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(ends) && !found; i++) {
        g_autofree char *path = g_strconcat(name, ends[i], NULL);
        found = g_file_test(path, G_FILE_TEST_IS_REGULAR);
    }
    return found;
}

/* Whether a folder is one that a browser saved beside a page, "NAME_files" of "NAME.html": pictures, styles
 * and scripts, nothing of its text. */
static gboolean belongs_to_page(const char *path)
{
    static const char *const ends[] = {"_files", "_fichiers", "_archivos"};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (!g_str_has_suffix(path, ends[i]))
            continue;
        g_autofree char *name = g_strndup(path, strlen(path) - strlen(ends[i]));
        return g_file_test(path, G_FILE_TEST_IS_DIR) && is_page(name);
    }
    return FALSE;
}

static void read_folders(source_walk *walk)
{
    while (walk->folders->len > 0 && !walk->ended) {
        open_folder *folder = last_of(walk->folders);
        if (folder->next == folder->names->len) {
            warn_of_missing(walk, folder);
            g_ptr_array_set_size(walk->folders, (gint)walk->folders->len - 1);
            continue;
        }
        const char *name = g_ptr_array_index(folder->names, folder->next++);
        g_autofree char *path = g_build_filename(folder->path, name, NULL);
        if (!belongs_to_page(path))
            read_any(walk, path);
    }
}

/* A file that was named itself: the manifest beside it counts too, which is read once for all files of a
 * folder that are named one after the other. */
static void read_single(source_walk *walk, const char *path)
{
    g_autofree char *around = g_path_get_dirname(path);
    open_folder *folder = last_of(walk->folders);
    if (folder == NULL || strcmp(folder->path, around) != 0) {
        const struct stat status = {0};
        g_ptr_array_set_size(walk->folders, 0);
        folder = open_folder_add(walk, around, &status);
        read_manifest(walk, folder);
    }
    folder->prefix = strlen(path) - strlen(strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path);
    if (strcmp(path + folder->prefix, CFA_MANIFEST_NAME) == 0)
        walk->passed_over = TRUE;
    else if (!walk->ended)
        read_any(walk, path);
}

static void read_standard_input(source_walk *walk, const char *path)
{
    const int descriptor = dup(STDIN_FILENO);
    if (descriptor < 0)
        tell_system_error(walk, path, errno);
    else
        read_file(walk, descriptor, path);
}

static void read_source(source_walk *walk, const char *path)
{
    const guint64 visits = walk->visits;
    walk->passed_over = FALSE;
    if (strcmp(path, "-") != 0 && g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        read_single(walk, path);
    } else {
        g_ptr_array_set_size(walk->folders, 0);
        g_hash_table_remove_all(walk->seen);
        (strcmp(path, "-") == 0 ? read_standard_input : read_any)(walk, path);
        read_folders(walk);
    }
    if (walk->visits == visits && !walk->passed_over)
        tell_error(walk, path, "empty", -1, "there is no document in it");
}

static cfa_source_limits with_defaults(const cfa_source_limits *limits)
{
    cfa_source_limits all = default_limits;
    if (limits == NULL)
        return all;
    if (limits->document_bytes > 0)
        all.document_bytes = MIN(limits->document_bytes, G_MAXINT);
    if (limits->container_bytes > 0)
        all.container_bytes = limits->container_bytes;
    if (limits->ratio > 0)
        all.ratio = limits->ratio;
    if (limits->nesting > 0)
        all.nesting = limits->nesting;
    if (limits->entries > 0)
        all.entries = limits->entries;
    if (limits->depth > 0)
        all.depth = limits->depth;
    return all;
}

gboolean cfa_source_read(const char *const *paths, const cfa_source_limits *limits, cfa_source_gate gate,
                         cfa_source_visit visit, cfa_source_warn warn, gpointer data)
{
    source_walk walk = {
        .limits = with_defaults(limits), .gate = gate, .visit = visit, .warn = warn, .data = data};
    walk.folders = g_ptr_array_new_with_free_func(open_folder_free);
    walk.layers = g_ptr_array_new_with_free_func(open_layer_free);
    walk.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; paths[i] != NULL && !walk.ended; i++)
        read_source(&walk, paths[i]);
    g_ptr_array_unref(walk.layers);
    g_ptr_array_unref(walk.folders);
    g_hash_table_unref(walk.seen);
    g_free(walk.buffer);
    return !walk.ended;
}

gboolean cfa_source_is_in(const char *name, const char *place)
{
    const char *rest = g_str_has_prefix(name, place) ? name + strlen(place) : NULL;
    return rest != NULL && (rest[0] == '\0' || rest[0] == '/');
}
