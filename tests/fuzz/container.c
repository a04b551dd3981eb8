/*
 * Containers: whatever a file holds, as it is or packed in one gzip more, its documents come within the
 * limits, or a named error does.
 */
#include "fuzz.h"

#include "source.h"

#include <string.h>
#include <zlib.h>

static const cfa_source_limits limits = {.document_bytes = 1 << 20,
                                         .container_bytes = 4 << 20,
                                         .ratio = 200,
                                         .nesting = 4,
                                         .entries = 1000,
                                         .depth = 4};

typedef struct sums {
    guint64 bytes;
    guint documents;
} sums;

static gboolean visit(const cfa_document *document, const cfa_error *error, gpointer data)
{
    sums *all = data;
    fuzz_check(g_utf8_validate(document->name, -1, NULL) && strstr(document->name, "/../") == NULL,
               "a document is called %s", document->name);
    if (error != NULL) {
        fuzz_check_error(error);
        return TRUE;
    }
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, document->bytes, document->length);
    fuzz_check(document->digest == NULL || strcmp(document->digest, digest) == 0, "%s has another digest",
               document->name);
    all->bytes += document->length;
    all->documents++;
    fuzz_check(document->length <= limits.document_bytes, "a document of %zu bytes", document->length);
    fuzz_check(all->bytes <= limits.container_bytes, "%" G_GUINT64_FORMAT " bytes came out", all->bytes);
    return TRUE;
}

static void read_file(const void *bytes, size_t length)
{
    sums all = {0, 0};
    const char *const paths[] = {fuzz_file(bytes, length), NULL};
    fuzz_check(cfa_source_read(paths, &limits, NULL, visit, NULL, &all), "the walk ended early");
}

/* A gzip with a checksum that is right, so that what is in it is read. */
static GByteArray *pack(const uint8_t *bytes, size_t length)
{
    z_stream stream = {.next_in = (z_const Bytef *)(uintptr_t)bytes, .avail_in = (uInt)length};
    GByteArray *packed = g_byte_array_new();
    fuzz_check(deflateInit2(&stream, 1, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK,
               "no zlib");
    g_byte_array_set_size(packed, (guint)deflateBound(&stream, length));
    stream.next_out = packed->data;
    stream.avail_out = packed->len;
    fuzz_check(deflate(&stream, Z_FINISH) == Z_STREAM_END, "nothing is packed");
    g_byte_array_set_size(packed, (guint)stream.total_out);
    deflateEnd(&stream);
    return packed;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    GByteArray *packed = pack(bytes, length);
    read_file(bytes, length);
    read_file(packed->data, packed->len);
    g_byte_array_unref(packed);
    return 0;
}
