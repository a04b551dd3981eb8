/*
 * Citations and Conventions in a text: each lies in it where it says, behind the one before, and what is
 * printed of it is read back as the same.
 */
#include "fuzz.h"

#include "citation.h"
#include "convention.h"

#include <string.h>

static gboolean same(const cfa_citation *a, const cfa_citation *b)
{
    return a->kind == b->kind && a->number == b->number && a->first == b->first && a->last == b->last;
}

static void check_printed(const cfa_citation *citation)
{
    char id[CFA_CITATION_ID_SIZE];
    cfa_citation again = {0};
    cfa_citation_id(citation, id);
    fuzz_check(cfa_citation_parse(id, &again) && same(citation, &again), "%s is not read back", id);
    for (int l = CFA_LANGUAGE_UNKNOWN; l <= CFA_LANGUAGES; l++) {
        g_autofree char *name = cfa_citation_name((cfa_language)l, citation);
        fuzz_check_text(name, "the name of a citation");
        g_autoptr(GArray) found = cfa_citation_scan(name, strlen(name), (cfa_language)l, NULL);
        fuzz_check(found->len == 1 && same(citation, &g_array_index(found, cfa_mention, 0).citation),
                   "\"%s\", which is %s, is not read back", name, id);
    }
}

static void check_mentions(const char *text, cfa_language language)
{
    cfa_citation_context context = {0};
    const gsize length = strlen(text);
    gsize end = 0;
    g_autoptr(GArray) found = cfa_citation_scan(text, length, language, &context);
    fuzz_check(found->len <= 1000, "%u mentions", found->len);
    for (guint i = 0; i < found->len; i++) {
        const cfa_mention *mention = &g_array_index(found, cfa_mention, i);
        fuzz_check(mention->offset >= end && mention->length > 0 &&
                       mention->length <= length - mention->offset,
                   "a mention at %zu, %zu bytes long, after %zu", mention->offset, mention->length, end);
        fuzz_check(g_utf8_validate(text + mention->offset, (gssize)mention->length, NULL),
                   "a mention at %zu is cut out of a character", mention->offset);
        end = mention->offset + mention->length;
        check_printed(&mention->citation);
    }
}

static void check_conventions(const char *text)
{
    g_autoptr(GArray) named = cfa_convention_scan(text, strlen(text));
    guint last = 0, number = 0;
    for (guint i = 0; i < named->len; i++) {
        number = g_array_index(named, guint, i);
        fuzz_check(number > last && number <= CFA_CONVENTION_LAST, "Convention %u after %u", number, last);
        last = number;
    }
    fuzz_check(!cfa_convention_code(text, strlen(text), &number) || cfa_convention_parse(text, &number),
               "the code \"%s\" is not what a person says", text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_input input = {bytes, length};
    cfa_citation citation;
    g_autofree char *text = fuzz_take_text(&input);
    for (int l = CFA_LANGUAGE_UNKNOWN; l <= CFA_LANGUAGES; l++)
        check_mentions(text, (cfa_language)l);
    check_conventions(text);
    if (cfa_citation_parse(text, &citation))
        check_printed(&citation);
    return 0;
}
