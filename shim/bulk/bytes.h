/*
 * bytes.h - a growing buffer, the numbers in it as libxapian packs them, and errors
 *
 * A buffer begins as {0} and is given back by bytes_free(). Failing is sticky: after memory has run out
 * `failed` is set, and what is added is dropped, so that the code between reads straight. Numbers are packed
 * as in libxapian's common/pack.h.
 */
#ifndef XAPIAN_BULK_BYTES_H
#define XAPIAN_BULK_BYTES_H

#include <xapian-c.h>

typedef struct bytes {
    uint8_t *data;
    size_t length, capacity;
    bool failed;
} bytes;

void bytes_free(bytes *buffer);

/* Makes room for `more` bytes; false when memory has run out. */
bool bytes_reserve(bytes *buffer, size_t more);

void bytes_add(bytes *buffer, const void *data, size_t length);
void bytes_add_byte(bytes *buffer, uint8_t byte);

/* pack_uint(): seven bits a byte, the lowest first, the eighth set on all but the last. */
void bytes_add_uint(bytes *buffer, uint64_t value);

/* pack_uint_last(): the lowest byte first, without its length. */
void bytes_add_uint_last(bytes *buffer, uint64_t value);

/* pack_uint_preserving_sort(): bytes that sort as the numbers do. */
void bytes_add_sortable_uint(bytes *buffer, uint32_t value);

/* pack_string(): the length, and the bytes. */
void bytes_add_string(bytes *buffer, const void *data, size_t length);

/* pack_string_preserving_sort(): each zero byte followed by 0xff; `last` leaves out the zero byte that ends
 * it otherwise. */
void bytes_add_sortable_string(bytes *buffer, const void *data, size_t length, bool last);

/* Below, equal to or above 0 as the left bytes sort before, as or after the right ones. */
int compare_bytes(const void *left, size_t left_length, const void *right, size_t right_length);

/* Writes an error of this module into *error, which may be NULL. Returns false. */
bool fail(xc_error *error, xc_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The same for the system's errno, as XC_IO, or XC_MEMORY where it says so: "path: No space left on device".
 */
bool fail_errno(xc_error *error, const char *path);

/* XC_MEMORY. */
bool fail_memory(xc_error *error);

/* Writes all of it at an offset of a file; false with errno. */
bool write_all(int file, const void *data, size_t length, uint64_t offset);

#endif
