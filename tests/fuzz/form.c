/*
 * Forms: each of the readers of pages has any page read, whether it looks like one of its own or not. The
 * first byte of an input says which reader.
 */
#include "fuzz.h"

#include "bulletin.h"
#include "case_list.h"
#include "compilation.h"
#include "normlex.h"

typedef GPtrArray *(*reader)(const cfa_markup *page, cfa_lines *lines, cfa_error *error);

static GPtrArray *read_normlex(const cfa_markup *page, cfa_lines *lines, cfa_error *error)
{
    cfa_case_text *text = cfa_normlex_read(page, lines, error);
    GPtrArray *texts =
        text != NULL ? g_ptr_array_new_with_free_func((GDestroyNotify)cfa_case_text_free) : NULL;
    if (text != NULL)
        g_ptr_array_add(texts, text);
    return texts;
}

static GPtrArray *read_bulletin(const cfa_markup *page, cfa_lines *lines, cfa_error *error)
{
    (void)lines;
    return cfa_bulletin_read(page, error);
}

static GPtrArray *read_compilation(const cfa_markup *page, cfa_lines *lines, cfa_error *error)
{
    g_autoptr(GPtrArray) warnings = cfa_warnings_new();
    (void)page;
    return cfa_compilation_read(lines, warnings, error);
}

static GPtrArray *read_case_list(const cfa_markup *page, cfa_lines *lines, cfa_error *error)
{
    (void)page;
    return cfa_case_list_read(lines, error);
}

static void check_form(const cfa_markup *page, reader read)
{
    cfa_error error = {0};
    g_autoptr(cfa_lines) lines = cfa_lines_read(page, &error);
    g_autoptr(GPtrArray) found = lines != NULL ? read(page, lines, &error) : NULL;
    if (found == NULL)
        fuzz_check_error(&error);
    else
        fuzz_check(found->len > 0, "a page holds nothing, and that is no error");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const reader readers[] = {read_normlex, read_bulletin, read_compilation, read_case_list};
    fuzz_input input = {bytes, length};
    const guint choice = fuzz_take_byte(&input);
    cfa_error error = {0};
    g_autoptr(cfa_markup) page = cfa_markup_read(input.at, input.left, &error);
    if (page != NULL)
        check_form(page, readers[choice % G_N_ELEMENTS(readers)]);
    return 0;
}
