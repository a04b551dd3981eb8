#include "reader.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { AHEAD = 64 << 10 };

void reader_open(reader *one, int file, uint64_t start, uint64_t end)
{
    *one = (reader){.file = file, .next = start, .end = end};
}

void reader_close(reader *one)
{
    bytes_free(&one->buffer);
}

static void give_up(reader *one, int reason)
{
    one->failed = true;
    one->reason = reason;
    one->at = one->buffer.length = 0;
    one->next = one->end;
}

/* Makes `wanted` bytes stand in the buffer, if there are so many left. */
static bool fetch(reader *one, size_t wanted)
{
    const size_t left = one->buffer.length - one->at;
    if (left >= wanted)
        return true;
    if (left > 0)
        memmove(one->buffer.data, one->buffer.data + one->at, left);
    one->at = 0;
    one->buffer.length = left;
    const uint64_t unread = one->end - one->next;
    size_t more = wanted - left > AHEAD ? wanted - left : AHEAD;
    if (more > unread)
        more = (size_t)unread;
    if (left + more < wanted || !bytes_reserve(&one->buffer, more)) {
        give_up(one, one->buffer.failed ? ENOMEM : 0);
        return false;
    }
    while (more > 0) {
        const ssize_t got = pread(one->file, one->buffer.data + one->buffer.length, more, (off_t)one->next);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            give_up(one, got == 0 ? 0 : errno);
            return false;
        }
        if (got > 0) {
            one->buffer.length += (size_t)got;
            one->next += (uint64_t)got;
            more -= (size_t)got;
        }
    }
    return true;
}

bool reader_at_end(reader *one)
{
    return one->at == one->buffer.length && one->next == one->end;
}

uint8_t reader_byte(reader *one)
{
    if (one->at == one->buffer.length && !fetch(one, 1))
        return 0;
    return one->buffer.data[one->at++];
}

uint64_t reader_uint(reader *one)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const uint8_t byte = reader_byte(one);
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    give_up(one, 0);
    return 0;
}

void reader_string(reader *one, const uint8_t **data, size_t *length)
{
    const uint64_t wanted = reader_uint(one);
    *data = (const uint8_t *)"";
    *length = 0;
    if (wanted == 0 || wanted > SIZE_MAX / 2 || !fetch(one, (size_t)wanted))
        return; /* nothing is added to NULL, which the buffer may be as yet */
    *data = one->buffer.data + one->at;
    *length = (size_t)wanted;
    one->at += (size_t)wanted;
}
