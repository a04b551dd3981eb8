/*
 * What a program gives up before it reads what strangers sent: it can read what it is to read, answer on what
 * is open, and no more, whoever gets to steer it. corpus/fence/threats.md tells against whom, and what each
 * part holds.
 *
 *     const char *const readable[] = {"reports", NULL};
 *     const cfa_fence fence = {.readable = readable, .memory = 1 << 30};
 *     const guint held = cfa_fence_close(&fence);
 *     if ((held & CFA_FENCE_FILES) == 0)
 *         … the kernel has no Landlock: cfa_fence_part_name(CFA_FENCE_FILES) is how that is called …
 *
 * A part that the kernel lacks, or that a container refuses, does not keep the others from being closed. None
 * can be opened again.
 */
#ifndef CFA_FENCE_H
#define CFA_FENCE_H

#include <glib.h>

typedef enum cfa_fence_part {
    CFA_FENCE_PRIVILEGES = 1 << 0, /* no program that it starts has more rights than it */
    CFA_FENCE_LIMITS = 1 << 1,     /* so much memory of its own, no other process, no core dump */
    CFA_FENCE_FILES =
        1 << 2, /* Landlock: reads what is readable, and no other file; no connection, no signal to others */
    CFA_FENCE_CALLS = 1 << 3, /* seccomp: the system calls that reading files and answering take */
} cfa_fence_part;

enum { CFA_FENCE_PARTS = 4 };

/* What stays open. */
typedef struct cfa_fence {
    const char *const *readable; /* files, and folders with all that is beneath them, now and later; NULL ends
                                    them. A link stands for what it leads to now. What is not there is passed
                                    over, and one that is replaced by another is not read any more */
    guint64 memory;              /* bytes of its own that the process may have */
    gboolean network; /* what asking a server takes: connections over IPv4 and IPv6, and the files that tell
                         its address */
    gboolean threads; /* that more threads are started, which is no limit of processes then: seccomp alone
                         refuses them */
} cfa_fence;

/* Closes it around a process of one thread, and returns the parts that hold. Threads that are started later
 * are behind it.
 *
 * A call that is refused fails with EPERM for what it asks (to open a file for writing, to map memory that
 * can be executed) and with ENOSYS for what it is: so a C library that tries a newer call goes on to the one
 * that it replaces. A call that only an intruder makes (to start a program or a process, to look into another
 * one, to change the system) kills the process, by SIGSYS. */
guint cfa_fence_close(const cfa_fence *fence);

/* How a part is called: "no-new-privileges", "limits", "landlock", "seccomp". */
const char *cfa_fence_part_name(cfa_fence_part part);

#endif
