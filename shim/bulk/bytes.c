#include "bytes.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void bytes_free(bytes *buffer)
{
    free(buffer->data);
    *buffer = (bytes){0};
}

bool bytes_reserve(bytes *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (more <= buffer->capacity - buffer->length)
        return true;
    size_t capacity = buffer->capacity < 64 ? 64 : buffer->capacity;
    while (capacity - buffer->length < more && capacity <= SIZE_MAX / 4)
        capacity += capacity / 2;
    uint8_t *data = capacity - buffer->length >= more ? realloc(buffer->data, capacity) : NULL;
    if (data == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void bytes_add(bytes *buffer, const void *data, size_t length)
{
    if (length == 0 || !bytes_reserve(buffer, length))
        return;
    memcpy(buffer->data + buffer->length, data, length);
    buffer->length += length;
}

void bytes_add_byte(bytes *buffer, uint8_t byte)
{
    if (!bytes_reserve(buffer, 1))
        return;
    buffer->data[buffer->length++] = byte;
}

void bytes_add_uint(bytes *buffer, uint64_t value)
{
    if (!bytes_reserve(buffer, 10))
        return;
    while (value >= 128) {
        buffer->data[buffer->length++] = (uint8_t)(value | 0x80);
        value >>= 7;
    }
    buffer->data[buffer->length++] = (uint8_t)value;
}

void bytes_add_uint_last(bytes *buffer, uint64_t value)
{
    for (; value != 0; value >>= 8)
        bytes_add_byte(buffer, (uint8_t)value);
}

void bytes_add_sortable_uint(bytes *buffer, uint32_t value)
{
    unsigned length = 2; /* the first byte says by its leading ones how many more there are */
    while (length < 5 && value >> (7 * length + 1) != 0)
        length++;
    const unsigned mark = length > 2 ? 0xffu << (10 - length) & 0xff : 0;
    for (unsigned i = 0; i < length; i++) {
        const unsigned shift = 8 * (length - 1 - i);
        const unsigned byte = shift < 32 ? value >> shift & 0xff : 0;
        bytes_add_byte(buffer, (uint8_t)(i == 0 ? byte | mark : byte));
    }
}

void bytes_add_string(bytes *buffer, const void *data, size_t length)
{
    bytes_add_uint(buffer, length);
    bytes_add(buffer, data, length);
}

void bytes_add_sortable_string(bytes *buffer, const void *data, size_t length, bool last)
{
    const uint8_t *at = data, *end = at + length;
    while (at < end) {
        const uint8_t *zero = memchr(at, 0, (size_t)(end - at));
        const uint8_t *stop = zero != NULL ? zero + 1 : end;
        bytes_add(buffer, at, (size_t)(stop - at));
        if (zero != NULL)
            bytes_add_byte(buffer, 0xff);
        at = stop;
    }
    if (!last)
        bytes_add_byte(buffer, 0);
}

int compare_bytes(const void *left, size_t left_length, const void *right, size_t right_length)
{
    const size_t least = left_length < right_length ? left_length : right_length;
    const int order = least > 0 ? memcmp(left, right, least) : 0;
    return order != 0 ? order : (left_length > right_length) - (left_length < right_length);
}

bool fail(xc_error *error, xc_status status, const char *format, ...)
{
    if (error == NULL)
        return false;
    va_list arguments;
    va_start(arguments, format);
    *error = (xc_error)XC_ERROR_INIT;
    error->status = status;
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return false;
}

bool fail_errno(xc_error *error, const char *path)
{
    char reason[128];
    return fail(error, errno == ENOMEM ? XC_MEMORY : XC_IO, "%.300s: %s", path,
                strerror_r(errno, reason, sizeof reason) == 0 ? reason : "failed");
}

bool fail_memory(xc_error *error)
{
    return fail(error, XC_MEMORY, "out of memory");
}

bool write_all(int file, const void *data, size_t length, uint64_t offset)
{
    const uint8_t *at = data;
    while (length > 0) {
        const ssize_t written = pwrite(file, at, length, (off_t)offset);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            at += written;
            length -= (size_t)written;
            offset += (uint64_t)written;
        }
    }
    return true;
}
