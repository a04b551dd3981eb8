#include "opened_files.h"

#include <string.h>

/* A file, and what came out of it. */
typedef struct opened_file {
    cfa_source_file file;
    char *path;
    char *name; /* the path, as documents have it in theirs */
    gint64 time;
    gboolean is_container;           /* its documents have names of their own */
    guint first, documents, refused; /* the number of its first document, and how many there are */
    GPtrArray *digests;
    const GPtrArray *before;
} opened_file;

struct cfa_opened_files {
    GPtrArray *files; /* opened_file *, in their order */
};

static void opened_file_free(gpointer data)
{
    opened_file *one = data;
    g_free(one->path);
    g_free(one->name);
    g_ptr_array_unref(one->digests);
    g_free(one);
}

void cfa_replaced_free(gpointer data)
{
    cfa_replaced *replaced = data;
    g_free(replaced->digest);
    g_free(replaced);
}

cfa_opened_files *cfa_opened_files_new(void)
{
    cfa_opened_files *opened = g_new0(cfa_opened_files, 1);
    opened->files = g_ptr_array_new_with_free_func(opened_file_free);
    return opened;
}

void cfa_opened_files_free(cfa_opened_files *opened)
{
    if (opened == NULL)
        return;
    g_ptr_array_unref(opened->files);
    g_free(opened);
}

void cfa_opened_files_begin(cfa_opened_files *opened, const cfa_source_file *file, gint64 time,
                            const GPtrArray *before)
{
    opened_file *one = g_new0(opened_file, 1);
    one->path = g_strdup(file->path);
    one->name = g_utf8_make_valid(file->path, -1);
    one->file = *file;
    one->file.path = one->path;
    one->time = time;
    one->digests = g_ptr_array_new_with_free_func(g_free);
    one->before = before;
    g_ptr_array_add(opened->files, one);
}

static opened_file *last_of(const cfa_opened_files *opened)
{
    const guint count = opened->files->len;
    return count > 0 ? g_ptr_array_index(opened->files, count - 1) : NULL;
}

void cfa_opened_files_meet(cfa_opened_files *opened, guint document, const char *name, const char *digest)
{
    opened_file *one = last_of(opened);
    if (one == NULL || !cfa_source_is_in(name, one->name))
        return;
    one->is_container = strcmp(name, one->name) != 0;
    if (one->documents++ == 0)
        one->first = document;
    if (digest != NULL)
        g_ptr_array_add(one->digests, g_strdup(digest));
    else
        one->refused++;
}

/* It is among the last ones: a document is not refused long after it was met. */
void cfa_opened_files_refuse(cfa_opened_files *opened, guint document)
{
    for (guint i = opened->files->len; i-- > 0;) {
        opened_file *one = g_ptr_array_index(opened->files, i);
        if (one->documents == 0 || document < one->first)
            continue;
        one->refused += document - one->first < one->documents;
        return;
    }
}

/* Each document that is gone has given its place to the one that is there now. */
static void list_gone(const opened_file *one, GHashTable *seen, GPtrArray *replaced, GHashTable *damaged)
{
    const gboolean all_refused = one->refused > 0 && one->refused == one->documents;
    for (guint i = 0; one->before != NULL && i < one->before->len; i++) {
        const char *digest = g_ptr_array_index(one->before, i);
        if (g_hash_table_contains(seen, digest))
            continue;
        if (all_refused) {
            g_hash_table_add(damaged, g_strdup(digest));
            continue;
        }
        cfa_replaced *gone = g_new0(cfa_replaced, 1);
        gone->digest = g_strdup(digest);
        gone->document = i < one->documents ? one->first + i : G_MAXUINT;
        g_ptr_array_add(replaced, gone);
    }
}

static const char *digest_at(const GPtrArray *digests, guint i)
{
    return digests != NULL && i < digests->len ? g_ptr_array_index(digests, i) : NULL;
}

void cfa_opened_files_add_moved(const cfa_opened_files *opened, GHashTable *moved)
{
    for (guint i = 0; i < opened->files->len; i++) {
        const opened_file *one = g_ptr_array_index(opened->files, i);
        const guint before = one->before != NULL ? one->before->len : 0;
        for (guint j = 0; one->refused == 0 && j < MAX(one->digests->len, before); j++) {
            const char *now = digest_at(one->digests, j), *then = digest_at(one->before, j);
            if (g_strcmp0(now, then) == 0)
                continue;
            if (now != NULL)
                g_hash_table_add(moved, g_strdup(now));
            if (then != NULL)
                g_hash_table_add(moved, g_strdup(then));
        }
    }
}

void cfa_opened_files_finish(const cfa_opened_files *opened, GHashTable *seen, cfa_files *files,
                             GPtrArray *replaced, GHashTable *damaged)
{
    for (guint i = 0; i < opened->files->len; i++) {
        const opened_file *one = g_ptr_array_index(opened->files, i);
        list_gone(one, seen, replaced, damaged);
        if (one->refused == 0)
            cfa_files_add(files, &one->file, one->is_container, one->digests, one->time);
    }
}
