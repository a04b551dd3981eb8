/* The two parts of the fence that take more than a few lines; see fence.h. Both are closed for good, and need
 * CFA_FENCE_PRIVILEGES. FALSE where the kernel lacks them. */
#ifndef CFA_FENCE_PRIVATE_H
#define CFA_FENCE_PRIVATE_H

#include "fence.h"

gboolean cfa_fence_close_files(const cfa_fence *fence);
gboolean cfa_fence_close_calls(const cfa_fence *fence);

#endif
