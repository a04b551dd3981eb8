/*
 * What a program gives up before it reads what strangers sent: it can read an index, answer on what is open, and no more, whoever
 * gets to steer it. searcher/web/threats.md tells against whom, and what each part holds.
 *
 *     const guint held = cfa_fence_close(directory, FALSE);
 *     if ((held & CFA_FENCE_FILES) == 0)
 *         … the kernel has no Landlock: cfa_fence_part_name(CFA_FENCE_FILES) is how that is called …
 *
 * A part that the kernel lacks, or that a container refuses, does not keep the others from being closed. None can be opened again.
 */
#ifndef CFA_WEB_FENCE_H
#define CFA_WEB_FENCE_H

#include <glib.h>

typedef enum cfa_fence_part {
    CFA_FENCE_PRIVILEGES = 1 << 0, /* no program that it starts has more rights than it */
    CFA_FENCE_LIMITS = 1 << 1,     /* 1 GiB of memory of its own, no other process, no core dump */
    CFA_FENCE_FILES =
        1 << 2, /* Landlock: reads the index, and no other file; no connection, no signal to others */
    CFA_FENCE_CALLS = 1 << 3, /* seccomp: the system calls that reading an index and answering take */
} cfa_fence_part;

enum { CFA_FENCE_PARTS = 4 };

/* Closes it around a process of one thread, and returns the parts that hold.
 *
 * What can be read from then on is what is beneath `folder`, now and later, and beneath the folders that links in it lead to now.
 * A folder that is not there yet may come: until then it is what is beneath the nearest folder above that is there. A folder that
 * is replaced by another one, with a link or without, is not read any more.
 *
 * `with_network` leaves what asking a server takes: connections over IPv4 and IPv6, and the files that tell its address.
 *
 * A call that is refused fails with EPERM for what it asks (to open a file for writing, to map memory that can be executed) and with
 * ENOSYS for what it is: so a C library that tries a newer call goes on to the one that it replaces. A call that only an intruder
 * makes (to start a program or a process, to look into another one, to change the system) kills the process, by SIGSYS. */
guint cfa_fence_close(const char *folder, gboolean with_network);

/* How a part is called: "no-new-privileges", "limits", "landlock", "seccomp". */
const char *cfa_fence_part_name(cfa_fence_part part);

#endif
