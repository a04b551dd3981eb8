/*
 * The records of the library: any JSON is a principle or a listed case that is written as it was read, or
 * none.
 */
#include "fuzz.h"

#include "library_json.h"

#include <string.h>

static void check_same(json_t *once, json_t *twice)
{
    g_autofree char *first = cfa_json_line(once), *second = cfa_json_line(twice);
    fuzz_check(strcmp(first, second) == 0, "%s is read as %s", first, second);
    json_decref(once);
    json_decref(twice);
}

static void check_principle(const json_t *record)
{
    g_autoptr(cfa_principle) principle = cfa_principle_from_json(record);
    if (principle == NULL)
        return;
    json_t *written = cfa_principle_json(principle);
    g_autoptr(cfa_principle) again = cfa_principle_from_json(written);
    fuzz_check(again != NULL, "what was written of a principle is not read back");
    for (int l = CFA_LANGUAGE_UNKNOWN; l <= CFA_LANGUAGES; l++)
        g_free(cfa_principle_cite(principle, (cfa_language)l));
    g_free(cfa_principle_basis(principle));
    check_same(written, cfa_principle_json(again));
}

static void check_listed_case(const json_t *record)
{
    g_autoptr(cfa_listed_case) one = cfa_listed_case_from_json(record);
    if (one == NULL)
        return;
    json_t *written = cfa_listed_case_json(one);
    g_autoptr(cfa_listed_case) again = cfa_listed_case_from_json(written);
    fuzz_check(again != NULL, "what was written of a listed case is not read back");
    check_same(written, cfa_listed_case_json(again));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    json_t *record = json_loadb((const char *)bytes, length, 0, NULL);
    if (record != NULL) {
        check_principle(record);
        check_listed_case(record);
    }
    json_decref(record);
    return 0;
}
