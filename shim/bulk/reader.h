/*
 * reader.h - reads a stretch of the working file from its beginning to its end
 *
 *     reader one;
 *     reader_open(&one, file, start, end);
 *     while (!reader_at_end(&one)) {
 *         number = reader_uint(&one);
 *         reader_string(&one, &text, &length);
 *     }
 *     if (one.failed) …
 *     reader_close(&one);
 *
 * Failing is sticky, as in bytes.h: afterwards all numbers are 0 and all strings empty, and the reader is at
 * its end.
 */
#ifndef XAPIAN_BULK_READER_H
#define XAPIAN_BULK_READER_H

#include "bytes.h"

typedef struct reader {
    int file;
    uint64_t next, end; /* what has not been read into the buffer yet */
    bytes buffer;
    size_t at;
    bool failed;
    int reason; /* why it failed, as errno has it; 0: the file is not as it was written */
} reader;

void reader_open(reader *one, int file, uint64_t start, uint64_t end);
void reader_close(reader *one);

bool reader_at_end(reader *one);
uint64_t reader_uint(reader *one);
uint8_t reader_byte(reader *one);

/* A length and so many bytes; borrowed until the next call. */
void reader_string(reader *one, const uint8_t **data, size_t *length);

#endif
