#include "positions.h"

typedef struct bit_writer {
    bytes *buffer;
    uint64_t bits;
    unsigned count; /* of bits, below 8 between calls */
} bit_writer;

static void put_bits(bit_writer *writer, uint32_t value, unsigned count)
{
    writer->bits |= (uint64_t)value << writer->count;
    writer->count += count;
    for (; writer->count >= 8; writer->count -= 8) {
        bytes_add_byte(writer->buffer, (uint8_t)writer->bits);
        writer->bits >>= 8;
    }
}

/* The place of the highest bit, from 1; 0 for none. */
static unsigned width_of(uint32_t value)
{
    return value != 0 ? 32 - (unsigned)__builtin_clz(value) : 0;
}

/* A value below `bound`. Where the bound is no power of two, the values in the middle are written in a bit
 * less. */
static void put_value(bit_writer *writer, uint32_t value, uint32_t bound)
{
    unsigned count = width_of(bound - 1);
    const uint32_t spare = (count < 32 ? UINT32_C(1) << count : 0) - bound;
    if (spare != 0) {
        const uint32_t middle = (bound - spare) / 2;
        if (value >= middle + spare)
            value = (value - (middle + spare)) | UINT32_C(1) << (count - 1);
        else if (value >= middle)
            count--;
    }
    put_bits(writer, value, count);
}

/* The positions between two that are known, the middle one first. Its depth is the logarithm of their
 * number. */
static void put_between(bit_writer *writer, const uint32_t *positions, uint32_t left, uint32_t right)
{
    while (left + 1 < right) {
        const uint32_t middle = left + (right - left) / 2;
        const uint32_t bound = positions[right] - positions[left] + left - right + 1;
        const uint32_t lowest = positions[left] + middle - left;
        put_value(writer, positions[middle] - lowest, bound);
        put_between(writer, positions, left, middle);
        left = middle;
    }
}

void positions_encode(bytes *buffer, const uint32_t *positions, uint32_t count)
{
    const uint32_t first = positions[0], last = positions[count - 1];
    bit_writer writer = {.buffer = buffer};
    bytes_add_uint(buffer, last);
    if (count == 1)
        return;
    put_value(&writer, first, last);
    put_value(&writer, count - 2, last - first);
    put_between(&writer, positions, 0, count - 1);
    if (writer.count > 0)
        bytes_add_byte(buffer, (uint8_t)writer.bits);
}
