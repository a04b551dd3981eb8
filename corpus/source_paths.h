/*
 * What the system has to let a process read for it to read sources: for one that gives up all else before it
 * does.
 *
 *     const char *const sources[] = {"reports", "2023.tar.gz", NULL};
 *     g_auto(GStrv) paths = cfa_source_paths(sources);   // reports, 2023.tar.gz, ./manifest.tsv, and what
 *                                                        links in reports lead to
 */
#ifndef CFA_SOURCE_PATHS_H
#define CFA_SOURCE_PATHS_H

#include <glib.h>

/* The files, and the folders with all that is beneath them, which the walk of cfa_source_read() through each
 * of the sources (NULL ends them) may open: the source, the manifest beside a single file, and where links in
 * a folder lead, as far as they can be followed now. Standard input is open. Some may not be there. The
 * caller frees by g_strfreev(). */
char **cfa_source_paths(const char *const *sources);

#endif
