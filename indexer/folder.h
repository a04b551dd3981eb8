/*
 * Folders of an index, as a whole.
 *
 *     cfa_folder_copy("index/gen-000006/paragraphs", "index/gen-000007/paragraphs", &error);
 *     cfa_folder_sync("index/gen-000007", &error);
 *     cfa_folder_remove("index/gen-000005");
 */
#ifndef CFA_FOLDER_H
#define CFA_FOLDER_H

#include "error.h"

/* The file by which libxapian locks a database: it says nothing of what that holds. */
#define CFA_FOLDER_LOCK "flintlock"

/* The names in a folder, sorted; all or none: half a list would make the rest look as if it were gone. The
 * caller's to unref; NULL with CFA_IO. */
GPtrArray *cfa_folder_list(const char *path, cfa_error *error);

/* Copies the files of a database into a new folder, by reference where the file system can; its lock is none
 * of them. FALSE with CFA_IO, "unreadable" or "unwritable" by the side that failed; some may be there
 * then. */
gboolean cfa_folder_copy(const char *from, const char *to, cfa_error *error);

/* Syncs a folder and all that is in it to the disk. FALSE with CFA_IO. */
gboolean cfa_folder_sync(const char *path, cfa_error *error);

/* Removes a folder and all that is in it, following no link. Errors are passed over: what is left is removed
 * the next time. */
void cfa_folder_remove(const char *path);

#endif
