#include "fuzz.h"

#include "folder.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The sanitizer asks for it. A fault of libxapian is not reported as ours, as in tests/shim:
 * Database::check() frees an object by the size of its base. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "new_delete_type_mismatch=0:quarantine_size_mb=64";
}

G_NORETURN void fuzz_fail(const char *file, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    dprintf(STDERR_FILENO, "%s:%d: %s\n", file, line, reason);
    abort();
}

/* ---- taking an input apart ---- */

guint fuzz_take_byte(fuzz_input *input)
{
    if (input->left == 0)
        return 0;
    input->left--;
    return *input->at++;
}

static char *take(fuzz_input *input, size_t length)
{
    char *text = g_malloc(length + 1);
    for (size_t i = 0; i < length; i++)
        text[i] = input->at[i] != '\0' ? (char)input->at[i] : ' ';
    text[length] = '\0';
    input->at += length;
    input->left -= length;
    return text;
}

char *fuzz_take_line(fuzz_input *input)
{
    const uint8_t *end = input->left > 0 ? memchr(input->at, '\n', input->left) : NULL;
    char *line = take(input, end != NULL ? (size_t)(end - input->at) : input->left);
    fuzz_take_byte(input);
    return line;
}

char *fuzz_take_rest(fuzz_input *input)
{
    return take(input, input->left);
}

char *fuzz_take_text(fuzz_input *input)
{
    g_autofree char *rest = fuzz_take_rest(input);
    g_autofree char *valid = g_utf8_make_valid(rest, -1);
    return g_utf8_normalize(valid, -1, G_NORMALIZE_NFC);
}

/* ---- what is promised of every answer ---- */

void fuzz_check_text(const char *text, const char *what)
{
    if (text == NULL || g_str_is_ascii(text))
        return;
    fuzz_check(g_utf8_validate(text, -1, NULL), "%s is no UTF-8: %s", what, text);
    g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    fuzz_check(strcmp(text, normal) == 0, "%s is not in NFC: %s", what, text);
}

void fuzz_check_error(const cfa_error *error)
{
    fuzz_check(error->status != CFA_OK && error->status != CFA_INTERNAL, "failed with status %d",
               error->status);
    fuzz_check(error->code[0] != '\0' &&
                   strspn(error->code, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(error->code),
               "the code of an error is \"%s\"", error->code);
    fuzz_check(error->reason[0] != '\0' && g_utf8_validate(error->reason, -1, NULL),
               "the reason of an error is \"%s\"", error->reason);
}

static void check_strings(json_t *value, const char *name)
{
    const char *key;
    json_t *member;
    size_t index;
    if (json_is_string(value) && strcmp(name, "url") != 0)
        fuzz_check_text(json_string_value(value), name);
    json_array_foreach(value, index, member) check_strings(member, name);
    json_object_foreach(value, key, member) check_strings(member, key);
}

void fuzz_check_json(const char *text)
{
    json_error_t failure;
    json_t *value = json_loads(text, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &failure);
    fuzz_check(value != NULL, "no JSON: %s in %s", failure.text, text);
    check_strings(value, "JSON");
    json_decref(value);
}

static void ignore(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

void fuzz_check_xml(const char *text, size_t length)
{
    xmlSetGenericErrorFunc(NULL, ignore);
    xmlParserCtxt *parser = xmlCreateMemoryParserCtxt(text, (int)length);
    fuzz_check(parser != NULL, "no XML: %s", text);
    *parser->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC}; /* keeps nothing of what it reads */
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    xmlParseDocument(parser);
    fuzz_check(parser->wellFormed, "not well-formed: line %d, %s in %s", parser->lastError.line,
               parser->lastError.message, text);
    xmlFreeParserCtxt(parser);
}

/* ---- where it happens ---- */

const char *fuzz_file(const void *bytes, size_t length)
{
    static int descriptor = -1;
    static char path[40];
    if (descriptor >= 0)
        close(descriptor);
    descriptor = memfd_create("fuzz", MFD_CLOEXEC);
    fuzz_check(descriptor >= 0 && write(descriptor, bytes, length) == (ssize_t)length,
               "no file can be written");
    g_snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    return path;
}

GString *fuzz_seal(const char *kind, const void *bytes, size_t length)
{
    g_autofree char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, length);
    GString *file = g_string_new(NULL);
    g_string_printf(file, "cfasearch-%s %zu %s\n", kind, length, digest);
    return g_string_append_len(file, bytes, (gssize)length);
}

GString *fuzz_columns(fuzz_input *input, const xc_database *database)
{
    xc_error failure = XC_ERROR_INIT;
    const guint high = fuzz_take_byte(input), low = fuzz_take_byte(input);
    const size_t numbers = MIN(high << 8 | low, input->left);
    char *uuid = xc_database_get_uuid(database, &failure);
    GString *bytes = g_string_new_len((const char *)input->at, (gssize)numbers);
    g_string_append_printf(bytes, "%s %" G_GUINT64_FORMAT "\n", uuid,
                           xc_database_get_revision(database, &failure));
    free(uuid);
    return g_string_append_len(bytes, (const char *)input->at + numbers, (gssize)(input->left - numbers));
}

static char *folder;
static pid_t owner; /* of the folder: a process that was forked leaves it alone */

static void remove_folder(void)
{
    if (getpid() == owner)
        cfa_folder_remove(folder);
    g_free(folder);
}

const char *fuzz_folder(void)
{
    if (folder == NULL) {
        const char *memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir();
        folder = g_build_filename(memory, "cfa-fuzz-XXXXXX", NULL);
        fuzz_check(g_mkdtemp(folder) != NULL, "no folder can be made in %s", memory);
        owner = getpid();
        atexit(remove_folder);
    }
    return folder;
}

static cfa_index *sample;

static void close_sample(void)
{
    cfa_index_free(sample);
}

const char *fuzz_sample_index_folder(void)
{
    return CFA_FUZZ_FOLDER "/library-index";
}

const char *fuzz_small_index_folder(void)
{
    return CFA_FUZZ_FOLDER "/small";
}

const cfa_index *fuzz_sample_index(void)
{
    if (sample == NULL) {
        cfa_error error = {0};
        sample = cfa_index_open(fuzz_sample_index_folder(), &error);
        fuzz_check(sample != NULL, "the sample's index cannot be opened: %s", error.reason);
        atexit(close_sample);
    }
    return sample;
}
