#include "json.h"

#include "rank.h"

#include <math.h>

static json_t *take_text(char *text)
{
    json_t *string = cfa_text_json(text);
    g_free(text);
    return string;
}

/* Three decimals are enough, and print the same everywhere. */
static json_t *rounded(double number)
{
    return json_real(round(number * 1000) / 1000);
}

static json_t *snippet_json(const GPtrArray *snippet)
{
    json_t *list = json_array();
    for (guint i = 0; i < snippet->len; i++) {
        const cfa_run *run = g_ptr_array_index(snippet, i);
        json_t *object = json_object();
        json_object_set_new(object, "text", cfa_text_json(run->text));
        json_object_set_new(object, "match", json_boolean(run->match));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *passage_json(const cfa_passage *passage)
{
    const cfa_record *record = passage->record;
    json_t *object = json_object();
    json_object_set_new(object, "id", cfa_text_json(record->id));
    json_object_set_new(object, "paragraph", json_integer(record->paragraph->number));
    json_object_set_new(object, "section", json_string(cfa_section_name(record->paragraph->section)));
    json_object_set_new(object, "matched_lang", cfa_text_json(cfa_language_code(record->text->language)));
    json_object_set_new(object, "snippet", snippet_json(passage->snippet));
    json_object_set_new(object, "cites", cfa_cites_json(record->paragraph->cites));
    return object;
}

/* What a hit and a reading both say of a case text. */
static void describe_case_text(json_t *object, const cfa_record *record, cfa_language_set languages,
                               char *citation)
{
    const cfa_case_text *text = record->text;
    json_object_set_new(object, "report", cfa_number_json(text->report));
    json_object_set_new(object, "report_date", cfa_date_json(text->report_date));
    json_object_set_new(object, "cases", cfa_cases_json(text->cases));
    json_object_set_new(object, "type", cfa_text_json(cfa_report_type_name(text->type)));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(text->language)));
    json_object_set_new(object, "languages", cfa_languages_json(languages));
    json_object_set_new(object, "citation", take_text(citation));
    json_object_set_new(object, "url", cfa_text_json(text->url));
}

static json_t *reasons_json(const GPtrArray *reasons)
{
    json_t *list = json_array();
    for (guint i = 0; i < reasons->len; i++) {
        const cfa_reason *reason = g_ptr_array_index(reasons, i);
        json_t *object = json_object();
        json_object_set_new(object, "word", cfa_text_json(reason->word));
        json_object_set_new(object, "stem", cfa_text_json(reason->term));
        json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(reason->language)));
        json_object_set_new(object, "path", json_string(cfa_path_name(reason->path)));
        json_object_set_new(object, "probability", rounded(reason->probability));
        json_object_set_new(object, "weight", rounded(reason->weight));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *hit_json(const cfa_hit *hit, gboolean by_paragraph)
{
    json_t *object = json_object();
    json_t *passages = json_array();
    for (guint i = 0; i < hit->passages->len; i++)
        json_array_append_new(passages, passage_json(g_ptr_array_index(hit->passages, i)));
    json_object_set_new(object, "rank", json_integer(hit->rank));
    json_object_set_new(object, "score", rounded(hit->score));
    json_object_set_new(object, "id", cfa_text_json(hit->id));
    describe_case_text(object, hit->record, hit->languages,
                       by_paragraph ? cfa_answer_cite_paragraph(hit->record)
                                    : cfa_answer_cite_case_text(hit->record));
    json_object_set_new(object, "passages", passages);
    if (hit->reasons != NULL)
        json_object_set_new(object, "reasons", reasons_json(hit->reasons));
    return object;
}

static json_t *relaxed_json(const cfa_answer *answer)
{
    if (!answer->relaxed && answer->left_out->len + answer->unknown->len + answer->cut->len == 0)
        return json_null();
    json_t *object = json_object();
    json_object_set_new(object, "match", json_string(answer->relaxed ? "any" : "all"));
    json_object_set_new(object, "every", json_integer(answer->every));
    json_object_set_new(object, "left_out", cfa_cites_json(answer->left_out));
    if (answer->unknown->len > 0)
        json_object_set_new(object, "unknown", cfa_cites_json(answer->unknown));
    if (answer->cut->len > 0)
        json_object_set_new(object, "cut", cfa_cites_json(answer->cut));
    return object;
}

static char *finish(json_t *object)
{
    g_autofree char *line = cfa_json_line(object);
    json_decref(object);
    return g_strconcat(line, "\n", NULL);
}

char *cfa_json_answer(const cfa_answer *answer)
{
    json_t *object = json_object();
    json_t *total = json_object();
    json_t *hits = json_array();
    json_object_set_new(total, "lower", json_integer(answer->lower));
    json_object_set_new(total, "estimated", json_integer(answer->estimated));
    json_object_set_new(total, "upper", json_integer(answer->upper));
    for (guint i = 0; i < answer->hits->len; i++)
        json_array_append_new(hits, hit_json(g_ptr_array_index(answer->hits, i), answer->by_paragraph));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "query", cfa_text_json(answer->query));
    json_object_set_new(object, "parsed", cfa_text_json(answer->parsed));
    json_object_set_new(object, "generation", json_integer((json_int_t)answer->generation));
    json_object_set_new(object, "took_ms", rounded(answer->took_ms));
    json_object_set_new(object, "total", total);
    json_object_set_new(object, "relaxed", relaxed_json(answer));
    json_object_set_new(object, "suggestion", cfa_text_json(answer->suggestion));
    json_object_set_new(object, "hits", hits);
    return finish(object);
}

static json_t *paragraph_json(const cfa_record *record)
{
    json_t *object = json_object();
    json_object_set_new(object, "id", cfa_text_json(record->id));
    json_object_set_new(object, "paragraph", json_integer(record->paragraph->number));
    json_object_set_new(object, "section", json_string(cfa_section_name(record->paragraph->section)));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(record->text->language)));
    json_object_set_new(object, "citation", take_text(cfa_answer_cite_paragraph(record)));
    json_object_set_new(object, "text", cfa_text_json(record->paragraph->text));
    json_object_set_new(object, "cites", cfa_cites_json(record->paragraph->cites));
    return object;
}

static json_t *records_json(const GPtrArray *records)
{
    json_t *list = json_array();
    for (guint i = 0; i < records->len; i++)
        json_array_append_new(list, paragraph_json(g_ptr_array_index(records, i)));
    return list;
}

static cfa_language_set languages_of(const cfa_reading *reading)
{
    cfa_language_set languages = CFA_LANGUAGE_BIT(reading->record->text->language);
    for (guint i = 0; i < reading->other_languages->len; i++) {
        const cfa_record *other = g_ptr_array_index(reading->other_languages, i);
        languages |= CFA_LANGUAGE_BIT(other->text->language);
    }
    return languages;
}

char *cfa_json_reading(const cfa_reading *reading)
{
    json_t *object = json_object();
    json_t *case_text = json_object();
    json_object_set_new(case_text, "id", cfa_text_json(reading->record->case_text_id));
    describe_case_text(case_text, reading->record, languages_of(reading),
                       cfa_answer_cite_case_text(reading->record));
    json_object_set_new(case_text, "paragraphs", records_json(reading->case_text));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "paragraph", paragraph_json(reading->record));
    json_object_set_new(object, "case_text", case_text);
    json_object_set_new(object, "other_languages", records_json(reading->other_languages));
    return finish(object);
}

char *cfa_json_error(const cfa_error *error)
{
    json_t *object = json_object();
    json_t *what = json_object();
    json_object_set_new(what, "code", cfa_text_json(error->code));
    json_object_set_new(what, "reason", cfa_text_json(error->reason));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "error", what);
    return finish(object);
}
