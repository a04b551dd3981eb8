/*
 * A generation of which one file is damaged under a header that is right, as one that was changed in place: a
 * search says that it is corrupt, or answers with text as it should be. The first byte of an input says which
 * file.
 */
#include "fuzz.h"

#include "searcher.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const names[] = {CFA_TRANSLATIONS, CFA_VOCABULARY, CFA_COLUMNS};
static const char *const kinds[] = {"translations 1", "vocabulary 2", "columns 2"};

/* The path of a file of the generation in the fuzzer's folder. The caller frees. */
static char *path_of(const char *name)
{
    return g_build_filename(fuzz_folder(), "gen-000001", name, NULL);
}

static void link_to(const char *name)
{
    g_autofree char *path = path_of(name),
                    *last = g_build_filename(fuzz_small_index_folder(), "gen-000001", name, NULL);
    unlink(path);
    fuzz_check(symlink(last, path) == 0, "%s cannot be made", path);
}

/* A generation whose parts are those of the small index. */
static void make_generation(void)
{
    g_autofree char *generation = path_of(NULL);
    cfa_error error = {0};
    if (mkdir(generation, 0700) != 0)
        return; /* it is there */
    link_to(CFA_PARAGRAPHS);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        link_to(names[i]);
    fuzz_check(cfa_current_write(fuzz_folder(), 1, &error), "no generation: %s", error.reason);
}

static xc_database *database_of_generation(void)
{
    static xc_database *database;
    xc_error failure = XC_ERROR_INIT;
    g_autofree char *path = path_of(CFA_PARAGRAPHS);
    if (database == NULL)
        database = xc_database_open(path, &failure);
    return database;
}

static void damage(guint which, fuzz_input *input)
{
    g_autofree char *path = path_of(names[which]);
    g_autoptr(GString) bytes = which == 2 ? fuzz_columns(input, database_of_generation())
                                          : g_string_new_len((const char *)input->at, (gssize)input->left);
    g_autoptr(GString) file = fuzz_seal(kinds[which], bytes->str, bytes->len);
    unlink(path);
    fuzz_check(
        g_file_set_contents_full(path, file->str, (gssize)file->len, G_FILE_SET_CONTENTS_NONE, 0644, NULL),
        "%s cannot be written", path);
}

static void search(const cfa_index *index, const char *query)
{
    cfa_error error = {0};
    cfa_request request = CFA_REQUEST_INIT;
    request.query = query;
    request.explain = request.facets = TRUE;
    g_autoptr(cfa_answer) answer = cfa_search(index, &request, &error);
    if (answer == NULL) {
        fuzz_check(error.status == CFA_CORRUPT, "a search fails: %s", error.reason);
        return;
    }
    g_autofree char *json = cfa_json_answer(answer),
                    *text = cfa_text_answer(answer, (cfa_text_style){.width = 80});
    fuzz_check_json(json);
    fuzz_check(g_utf8_validate(text, -1, NULL), "an answer as text is no UTF-8");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    cfa_error error = {0};
    fuzz_input input = {bytes, length};
    const guint which = fuzz_take_byte(&input) % G_N_ELEMENTS(names);
    make_generation();
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        link_to(names[i]);
    damage(which, &input);
    g_autoptr(cfa_index) index = cfa_index_open(fuzz_folder(), &error);
    if (index == NULL) {
        fuzz_check_error(&error);
        fuzz_check(error.status == CFA_CORRUPT, "opening fails with status %d", error.status);
        return 0;
    }
    search(index, "gouvernment of gondal");
    search(index, "comite greve 1960");
    return 0;
}
