/*
 * collected.h - what a run has taken in, and is not finished: shared by run.c, which takes it in, and
 * finish.c, which sorts it
 */
#ifndef XAPIAN_BULK_COLLECTED_H
#define XAPIAN_BULK_COLLECTED_H

#include "run.h"

#include <libdeflate.h>

typedef struct term {
    uint32_t offset; /* of its bytes */
    uint32_t hash;
    uint32_t document, entry; /* the last document that has it, from 1, and its entry there */
    uint32_t postings;        /* documents that have it */
    uint16_t length;
} term;

/* That a document has a term. */
typedef struct entry {
    uint32_t term, document, wdf;
    uint32_t positions; /* where their code begins; it ends where that of the next entry begins */
} entry;

/* A position on its way to its entry. */
typedef struct occurrence {
    uint32_t entry, position;
} occurrence;

typedef struct slot {
    xc_valueno number;
    uint32_t documents, last_document;
    bytes values, least, greatest;
} slot;

typedef struct value {
    xc_valueno slot;
    uint32_t offset, length;
} value;

struct xb_run {
    xb_builder *builder;
    xc_docid first;
    uint32_t documents;
    uint32_t least_length, greatest_length, greatest_wdf;
    uint64_t total_length;
    xc_status status; /* of the first thing that went wrong while adding */

    bytes term_bytes, terms; /* term */
    uint32_t *table;         /* term numbers + 1, by hash */
    size_t table_size;       /* a power of two */
    bytes entries;           /* entry, in the order of documents */
    bytes positions;         /* their codes */
    uint32_t document_start; /* the first entry of the document under way */

    bytes occurrences;      /* occurrence, of the document under way */
    bytes values, payloads; /* value, of the document under way, and their bytes */
    bytes document_data;    /* of the document under way */
    slot *slots;
    size_t slot_count;

    bytes sections[SECTIONS];
    bytes slot_lists,
        slot_starts; /* for each document, the packed steps between its slots; uint32_t where they begin */
    struct libdeflate_compressor *deflater;
    bytes deflated, scratch;
};

static inline term *term_at(const xb_run *run, uint32_t number)
{
    return (term *)(void *)run->terms.data + number;
}

static inline uint32_t term_count(const xb_run *run)
{
    return (uint32_t)(run->terms.length / sizeof(term));
}

static inline entry *entry_at(const xb_run *run, uint32_t number)
{
    return (entry *)(void *)run->entries.data + number;
}

static inline uint32_t entry_count(const xb_run *run)
{
    return (uint32_t)(run->entries.length / sizeof(entry));
}

/* Whether nothing has gone wrong yet. */
bool run_is_well(xb_run *run, xc_error *error);

/* Adds to a section whether the tag is compressed, and the tag. */
void run_add_tag(xb_run *run, bytes *section, const bytes *tag, uint32_t compress_min);

#endif
