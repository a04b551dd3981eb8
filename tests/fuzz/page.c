/*
 * Pages: what a document holds is text within bounds, its paragraphs rise, its identifiers are read back, and
 * JSON made of it is made again of what that JSON says.
 */
#include "fuzz.h"

#include "country.h"
#include "library_json.h"
#include "reader.h"

#include <string.h>

static void check_case(const cfa_case *one)
{
    fuzz_check_text(one->country, "a country");
    fuzz_check(one->country_code[0] == '\0' || cfa_country_name(one->country_code, CFA_ENGLISH) != NULL,
               "a country's code is \"%s\"", one->country_code);
}

static void check_paragraph(const cfa_case_text *text, const cfa_paragraph *paragraph)
{
    g_autofree char *of_text = cfa_case_text_stem(text), *stem = NULL;
    g_autofree char *id = cfa_id_make(of_text, paragraph->number, paragraph->number, text->language);
    cfa_language language;
    guint first, last;
    gsize end = 0;
    fuzz_check(cfa_id_parse(id, &stem, &first, &last, &language) && first == paragraph->number &&
                   last == first && language == text->language,
               "the identifier \"%s\" is not read back", id);
    fuzz_check_text(paragraph->text, "a paragraph");
    for (guint i = 0; i < paragraph->mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(paragraph->mentions, cfa_mention, i);
        fuzz_check(mention->offset >= end && mention->length <= strlen(paragraph->text) - mention->offset,
                   "a mention lies outside of its paragraph");
        end = mention->offset + mention->length;
    }
}

static void check_case_text(const cfa_case_text *text)
{
    guint last = 0;
    fuzz_check(text->paragraphs->len > 0, "a case text without paragraphs");
    fuzz_check_text(text->subject, "a subject");
    for (guint i = 0; i < text->cases->len; i++)
        check_case(g_ptr_array_index(text->cases, i));
    for (guint i = 0; i < text->paragraphs->len; i++) {
        const cfa_paragraph *paragraph = g_ptr_array_index(text->paragraphs, i);
        fuzz_check(paragraph->number > last, "paragraph %u stands after %u", paragraph->number, last);
        last = paragraph->number;
        check_paragraph(text, paragraph);
    }
    g_autofree char *json = cfa_case_text_to_json(text);
    fuzz_check_json(json);
}

static void check_again(json_t *object, json_t *again)
{
    g_autofree char *once = cfa_json_line(object), *twice = cfa_json_line(again);
    fuzz_check_json(once);
    fuzz_check(strcmp(once, twice) == 0, "%s is read as %s", once, twice);
    json_decref(object);
    json_decref(again);
}

static void check_principle(const cfa_principle *one)
{
    json_t *object = cfa_principle_json(one);
    g_autoptr(cfa_principle) again = cfa_principle_from_json(object);
    fuzz_check(again != NULL && cfa_principle_is_id(one->id), "a principle is called %s", one->id);
    check_again(object, cfa_principle_json(again));
}

static void check_listed_case(const cfa_listed_case *one)
{
    json_t *object = cfa_listed_case_json(one);
    g_autoptr(cfa_listed_case) again = cfa_listed_case_from_json(object);
    fuzz_check(again != NULL, "a listed case is not read back");
    check_again(object, cfa_listed_case_json(again));
}

static void check_holding(const cfa_holding *holding)
{
    for (guint i = 0; holding->texts != NULL && i < holding->texts->len; i++)
        check_case_text(g_ptr_array_index(holding->texts, i));
    for (guint i = 0; holding->principles != NULL && i < holding->principles->len; i++)
        check_principle(g_ptr_array_index(holding->principles, i));
    for (guint i = 0; holding->cases != NULL && i < holding->cases->len; i++)
        check_listed_case(g_ptr_array_index(holding->cases, i));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const cfa_document document = {.name = "p3112113.html", .bytes = bytes, .length = length};
    cfa_error error = {0};
    g_auto(cfa_holding) holding = {0};
    if (cfa_reader_read(&document, &holding, &error))
        check_holding(&holding);
    else
        fuzz_check_error(&error);
    return 0;
}
