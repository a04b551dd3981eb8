/*
 * The file `current`: of any bytes comes a generation whose parts lie below the index, or a named
 * error. */
#include "fuzz.h"

#include "current.h"

#include <string.h>

static void check_path(const char *path)
{
    fuzz_check(path == NULL || (g_str_has_prefix(path, fuzz_folder()) && strstr(path, "/../") == NULL),
               "%s lies outside of the index", path);
}

static void check_shard(const cfa_shard *shard)
{
    fuzz_check((shard->path == NULL) != (shard->host == NULL), "a shard is neither here nor elsewhere");
    fuzz_check(shard->host == NULL || (shard->host[0] != '\0' && shard->port > 0), "a shard is nowhere");
    check_path(shard->path);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    g_autofree char *path = g_build_filename(fuzz_folder(), "current", NULL);
    cfa_error error = {0};
    fuzz_check(g_file_set_contents_full(path, (const char *)bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE,
                                        0644, NULL),
               "%s cannot be written", path);
    g_autoptr(cfa_current) current = cfa_current_read(fuzz_folder(), &error);
    if (current == NULL) {
        fuzz_check_error(&error);
        return 0;
    }
    fuzz_check(current->shards->len > 0, "a generation without a database");
    for (guint i = 0; i < current->shards->len; i++)
        check_shard(g_ptr_array_index(current->shards, i));
    check_path(current->translations);
    check_path(current->vocabulary);
    check_path(current->columns);
    check_path(current->library);
    return 0;
}
