#include "fence.h"

#include "fence_private.h"

#include <sys/prctl.h>
#include <sys/resource.h>

const char *cfa_fence_part_name(cfa_fence_part part)
{
    switch (part) {
    case CFA_FENCE_PRIVILEGES:
        return "no-new-privileges";
    case CFA_FENCE_LIMITS:
        return "limits";
    case CFA_FENCE_FILES:
        return "landlock";
    case CFA_FENCE_CALLS:
        return "seccomp";
    }
    return NULL;
}

/* Where there is less already, that stays. */
static gboolean limit(__rlimit_resource_t resource, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(resource, &now) != 0)
        return FALSE;
    const rlim_t value = MIN(most, now.rlim_cur);
    return setrlimit(resource, &(struct rlimit){value, value}) == 0;
}

/* What a process writes is not limited: its log may be a file that has grown, and it can open none. Nor is
 * time: it stays. */
static gboolean close_limits(const cfa_fence *fence)
{
    gboolean closed = limit(RLIMIT_CORE, 0);
#ifdef CFA_SANITIZED
    (void)fence; /* a sanitizer takes terabytes of addresses, and starts a process */
#else
    /* Data and not addresses: an index of any size may be mapped. */
    closed = limit(RLIMIT_DATA, fence->memory) && closed;
    if (!fence->threads) /* which are counted as processes */
        closed = limit(RLIMIT_NPROC, 0) && closed;
#endif
    return closed;
}

guint cfa_fence_close(const cfa_fence *fence)
{
    guint held = 0;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        held |= CFA_FENCE_PRIVILEGES;
    if (close_limits(fence))
        held |= CFA_FENCE_LIMITS;
    if (cfa_fence_close_files(fence))
        held |= CFA_FENCE_FILES;
    /* The last: the others take calls that it refuses. */
    if (cfa_fence_close_calls(fence))
        held |= CFA_FENCE_CALLS;
    return held;
}
