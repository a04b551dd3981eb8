/* The two parts of the fence that take more than a few lines; see fence.h. Both are closed for good, and need
 * CFA_FENCE_PRIVILEGES. FALSE where the kernel lacks them. */
#ifndef CFA_WEB_FENCE_PRIVATE_H
#define CFA_WEB_FENCE_PRIVATE_H

#include <glib.h>

gboolean cfa_fence_close_files(const char *folder, gboolean with_network);
gboolean cfa_fence_close_calls(gboolean with_network);

#endif
