/*
 * A fuzzer without a fuzzer: reads the inputs that are kept once more, files or folders of them, and says how
 * many they were. What is wrong with one ends the process; its name stands above.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static guint inputs;

static void replay(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    if (folder != NULL) {
        while ((name = g_dir_read_name(folder)) != NULL) {
            g_autofree char *below = g_build_filename(path, name, NULL);
            replay(below);
        }
        return;
    }
    g_autoptr(GError) failure = NULL;
    g_autofree char *bytes = NULL;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, &failure)) {
        fprintf(stderr, "%s\n", failure->message);
        exit(EXIT_FAILURE);
    }
    /* Its end is the end of what was allocated, so that a sanitizer sees what is read beyond it. */
    g_autofree uint8_t *exact = g_memdup2(bytes, length);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(exact, length);
    inputs++;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        replay(argv[i]);
    printf("%u inputs\n", inputs);
    return inputs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
