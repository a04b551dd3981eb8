#include "confine.h"

#include "fence.h"
#include "source_paths.h"

guint cfa_confine(const char *const *sources, guint64 memory, gboolean threads)
{
#ifdef CFA_COUNTED
    (void)sources;
    (void)memory;
    (void)threads;
    return 0;
#else
    g_auto(GStrv) readable = cfa_source_paths(sources);
    const cfa_fence fence = {.readable = (const char *const *)readable, .memory = memory, .threads = threads};
    return cfa_fence_close(&fence);
#endif
}

void cfa_confine_tell(GString *lines, guint held)
{
    for (guint part = 1; part < 1U << CFA_FENCE_PARTS; part <<= 1)
        if ((held & part) == 0)
            g_string_append_printf(lines,
                                   "warning: not confined by %s, which the system lacks or refuses [fence]\n",
                                   cfa_fence_part_name((cfa_fence_part)part));
}
