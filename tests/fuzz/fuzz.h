/*
 * What the fuzzers share. A fuzzer is a file beside this one: it is given bytes, has a part of ours read
 * them, and checks what is promised of the answer, so that a wrong answer is a find as a crash is.
 *
 *     int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
 *     {
 *         fuzz_input input = {bytes, length};
 *         const guint limit = fuzz_take_byte(&input);
 *         g_autofree char *text = fuzz_take_rest(&input);
 *         …
 *         fuzz_check(g_utf8_validate(answer, -1, NULL), "the answer is no UTF-8");
 *         return 0;
 *     }
 *
 * Linked with libFuzzer it looks for inputs; linked with replay.c it is a test, which reads again those that
 * are kept.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "index.h"

#include <stddef.h>
#include <stdint.h>

/* The fuzzer's one function. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* One that has it changes inputs by itself, in their place, to `most` bytes. Returns their new length. */
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned int seed);

/* Ends the process, with what is wrong on standard error, unless the condition holds. */
#define fuzz_check(condition, ...)                                                                           \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            fuzz_fail(__FILE__, __LINE__, __VA_ARGS__);                                                      \
    } while (0)
G_NORETURN void fuzz_fail(const char *file, int line, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Bytes of which parts are taken from the front. */
typedef struct fuzz_input {
    const uint8_t *at;
    size_t left;
} fuzz_input;

/* The next byte, 0 at the end. */
guint fuzz_take_byte(fuzz_input *input);

/* The next line without its end, and all that is left; NULs in them become blanks. The caller frees. */
char *fuzz_take_line(fuzz_input *input);
char *fuzz_take_rest(fuzz_input *input);

/* The same of any bytes, as valid UTF-8 in NFC, which is what texts of ours are. The caller frees. */
char *fuzz_take_text(fuzz_input *input);

/* Checks that a text is valid UTF-8 in NFC; `what` names it. NULL is none, and well. */
void fuzz_check_text(const char *text, const char *what);

/* Checks that an error is told as error.h has it. */
void fuzz_check_error(const cfa_error *error);

/* Checks that it is one value of JSON, and what is text in it in NFC: all but addresses, which are left as
 * pages have them. */
void fuzz_check_json(const char *text);

/* Checks that it is a well-formed XML document. */
void fuzz_check_xml(const char *text, size_t length);

/* A file that has these bytes and is gone with the process; its path is good until the next call. */
const char *fuzz_file(const void *bytes, size_t length);

/* A sealed file of a kind (sealed_file.h) that has these bytes, its header as it should be. */
GString *fuzz_seal(const char *kind, const void *bytes, size_t length);

/* Bytes of columns (columns.h) of this database: `input` has the length of the numbers in its first two
 * bytes, then the numbers, then the lines of values; the line that says of which database they are is put
 * between. */
GString *fuzz_columns(fuzz_input *input, const xc_database *database);

/* A folder in memory, the same in each call, that is removed when the process ends as it should. */
const char *fuzz_folder(void);

/* The index of the sample, opened once. */
const cfa_index *fuzz_sample_index(void);
const char *fuzz_sample_index_folder(void);

/* The folder of an index of a few paragraphs. */
const char *fuzz_small_index_folder(void);

#endif
