/*
 * What fault.c is told and what it tells: which of a process's calls fails, and how many there were. It lies
 * in the process itself, or in the file named by FAULT_PLAN, where another process that maps it can change it
 * while the first one runs:
 *
 *     plan->calls = 0, plan->at = 7, plan->number = EIO;       of the calls from now on, the seventh fails so
 */
#ifndef FAULT_H
#define FAULT_H

#include <stdatomic.h>

typedef enum fault_kind {
    FAULT_ON_WRITES, /* what writes, syncs, renames, removes, or makes */
    FAULT_ON_READS,  /* what opens, reads, maps, lists, or asks what a file is */
    FAULT_ON_LOCKS
} fault_kind;

typedef struct fault_plan {
    _Atomic fault_kind kind; /* which calls count */
    atomic_uint calls;       /* how many there were */
    atomic_uint at;          /* the one that fails; 0: none */
    atomic_int number;       /* what it fails with, of errno.h; 0: it kills */
} fault_plan;

#endif
