#include "database.h"

#include <errno.h>
#include <string.h>

enum { REMOTE_TIMEOUT = 10000 }; /* milliseconds for each exchange with a remote shard */

/* libxapian tells of some faults by a type that means another: a table that ends early, and a write that
 * failed where it keeps no older version to go back to. */
static xc_status real_status(const xc_error *failure)
{
    if (failure->status == XC_IO && g_str_has_prefix(failure->message, "EOF "))
        return XC_CORRUPT;
    if (failure->status == XC_STATE && g_str_has_prefix(failure->message, "cancel() not supported"))
        return XC_IO;
    return failure->status;
}

gboolean cfa_database_error(cfa_error *error, const xc_error *failure)
{
    cfa_status status = CFA_INTERNAL;
    const char *code = "internal";
    switch (real_status(failure)) {
    case XC_CORRUPT:
    case XC_VERSION:
    case XC_OPENING:
    case XC_UNSUPPORTED: /* a table that ours has is not there */
        status = CFA_CORRUPT;
        code = "index-corrupt";
        break;
    case XC_LOCK: /* one that cannot be made: writers exclude each other before they open a database */
    case XC_IO:
        status = CFA_IO;
        code = "input-output";
        break;
    case XC_NETWORK:
        status = CFA_UNAVAILABLE;
        code = "shard-unavailable";
        break;
    default:
        break;
    }
    if (status == CFA_CORRUPT && failure->type[0] != '\0') {
        /* That a sum is wrong is told by what the system calls a bad message (verified_read.h). */
        g_autofree char *sum = g_strdup_printf(" (%s)", g_strerror(EBADMSG));
        const char *end = strstr(failure->message, sum);
        const int length = end != NULL ? (int)(end - failure->message) : (int)strlen(failure->message);
        return cfa_error_set(error, status, code, -1, "the index is damaged: %.*s", length, failure->message);
    }
    return cfa_error_set(error, status, code, -1, "%s%s%s", failure->type,
                         failure->type[0] != '\0' ? ": " : "", failure->message);
}

char *cfa_database_advice(const cfa_error *error, const char *index)
{
    if (error->status != CFA_CORRUPT || !g_str_has_suffix(error->code, "-corrupt"))
        return g_strdup("");
    return g_strdup_printf(
        "; cfa-index check -i %s tells what is damaged, cfa-index build -i %s makes it anew", index, index);
}

/* Tells of a table that libxapian did not find or could not open: it takes either for one that may be
 * missing. Always FALSE. */
static gboolean tell_missing(const char *folder, const char *name, xc_error *failure)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    const gboolean is_there = g_file_test(path, G_FILE_TEST_EXISTS);
    if (failure->status != XC_OK)
        return FALSE;
    failure->status = is_there ? XC_IO : XC_CORRUPT;
    g_snprintf(failure->message, sizeof failure->message, "%s %s", path,
               is_there ? "cannot be opened" : "is not there");
    return FALSE;
}

/* Whether any document has words, which alone have no capital before them. */
static gboolean has_words(const xc_database *database, xc_error *failure)
{
    g_autoptr(xc_term_iterator) terms = xc_database_allterms(database, "", 0, failure);
    const char *term;
    do
        term = xc_term_iterator_next(terms, NULL, failure);
    while (term != NULL && g_ascii_isupper(term[0]));
    return term != NULL;
}

/* Without its positions no phrase would be found. */
static gboolean has_positions(const char *folder, const xc_database *database, xc_error *failure)
{
    return xc_database_has_positions(database, failure) || !has_words(database, failure) ||
           tell_missing(folder, "position.glass", failure);
}

/* Without its records a document would be an empty one. */
static gboolean has_records(const char *folder, const xc_database *database, xc_error *failure)
{
    g_autoptr(xc_posting_iterator) documents = xc_database_postlist(database, "", 0, failure);
    const xc_docid first = xc_posting_iterator_next(documents, failure);
    size_t length = 0;
    if (first == 0)
        return failure->status == XC_OK;
    g_autoptr(xc_document) document = xc_database_get_document(database, first, failure);
    xc_document_get_data(document, &length, failure);
    return length > 0 || tell_missing(folder, "docdata.glass", failure);
}

xc_database *cfa_database_open_folder(const char *folder, xc_error *failure)
{
    xc_database *database = xc_database_open(folder, failure);
    if (database != NULL && !has_records(folder, database, failure))
        g_clear_pointer(&database, xc_database_free);
    return database;
}

cfa_record *cfa_database_record(xc_document *document, xc_error *failure, cfa_error *error)
{
    size_t length = 0;
    const char *data = xc_document_get_data(document, &length, failure);
    return data != NULL ? cfa_record_decode(data, length, error) : NULL;
}

cfa_record *cfa_database_read_record(const xc_database *database, xc_docid docid, xc_error *failure,
                                     cfa_error *error)
{
    g_autoptr(xc_document) document = xc_database_get_document(database, docid, failure);
    return cfa_database_record(document, failure, error);
}

static xc_database *open_shard(const cfa_shard *shard, xc_error *failure)
{
    if (shard->path == NULL)
        return xc_database_open_remote(shard->host, shard->port, REMOTE_TIMEOUT, failure);
    xc_database *database = cfa_database_open_folder(shard->path, failure);
    if (database != NULL && !has_positions(shard->path, database, failure))
        g_clear_pointer(&database, xc_database_free);
    return database;
}

xc_database *cfa_database_open(const cfa_current *current, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(xc_database) database = open_shard(g_ptr_array_index(current->shards, 0), &failure);
    for (guint i = 1; i < current->shards->len && failure.status == XC_OK; i++) {
        g_autoptr(xc_database) shard = open_shard(g_ptr_array_index(current->shards, i), &failure);
        xc_database_add_database(database, shard, &failure);
    }
    if (failure.status == XC_OK)
        return g_steal_pointer(&database);
    cfa_database_error(error, &failure);
    return NULL;
}
