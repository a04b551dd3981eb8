/*
 * run.h - what a run leaves in the working file, for merge.c
 *
 * A finished run is five sections of the working file, one after the other, all numbers packed as in bytes.h:
 *
 *   lengths   for each document its length
 *   data      for each document: whether it is compressed, its bytes, and them
 *   terms     for each document its term list, likewise; then the bytes of its list of slots, and that
 *   values    for each slot: the slot, how many documents have a value in it, the least, the greatest, the
 *             bytes of all; then for each of the documents the step from the one before (the first: from the
 *             run's first), the length and the value
 *   postings  for each term in byte order: its length, its bytes, the documents that have it, the sum of
 *             their wdf; then for each of them the step as above, the wdf, and the length and code of its
 *             positions
 */
#ifndef XAPIAN_BULK_RUN_H
#define XAPIAN_BULK_RUN_H

#include "bytes.h"
#include "xapian-bulk.h"

#include <pthread.h>

enum { SECTION_LENGTHS, SECTION_DATA, SECTION_TERMS, SECTION_VALUES, SECTION_POSTINGS, SECTIONS };

/* A run that is finished. */
typedef struct finished_run {
    xc_docid first;
    uint32_t documents;
    uint64_t starts[SECTIONS + 1]; /* of each section in the working file, and the end */
} finished_run;

/* What the version file tells of all documents together. */
typedef struct statistics {
    uint32_t documents, last_docid;
    uint32_t least_length, greatest_length, greatest_wdf;
    uint64_t total_length;
} statistics;

struct xb_builder {
    char *path;
    uint8_t uuid[16];         /* of the version file that libxapian wrote */
    uint32_t compress_min[6]; /* of each table, in the order of the version file */
    int work;                 /* the working file: it has no name */
    pthread_mutex_t lock;     /* guards all below */
    uint64_t work_length;
    finished_run *runs;
    size_t run_count;
    statistics all;
};

/* The tables, in the order of the version file. */
enum { TABLE_POSTLIST, TABLE_DOCDATA, TABLE_TERMLIST, TABLE_POSITION, TABLE_SPELLING, TABLE_SYNONYM, TABLES };

#endif
