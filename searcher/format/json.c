#include "json.h"

#include "json_parts.h"
#include "principle.h"
#include "rank.h"

#include <string.h>

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
        json_object_set_new(object, "probability", cfa_json_rounded(reason->probability));
        json_object_set_new(object, "weight", cfa_json_rounded(reason->weight));
        json_array_append_new(list, object);
    }
    return list;
}

/* Adds all that is told of a hit. */
static void describe_hit(json_t *object, const cfa_hit *hit, gboolean by_paragraph)
{
    json_t *passages = json_array();
    for (guint i = 0; i < hit->passages->len; i++)
        json_array_append_new(passages, cfa_json_passage(g_ptr_array_index(hit->passages, i)));
    json_object_set_new(object, "rank", json_integer(hit->rank));
    json_object_set_new(object, "score", cfa_json_rounded(hit->score));
    json_object_set_new(object, "id", cfa_text_json(hit->id));
    cfa_json_describe(object, hit->record, hit->languages,
                      by_paragraph ? cfa_answer_cite_paragraph(hit->record)
                                   : cfa_answer_cite_case_text(hit->record));
    json_object_set_new(object, "citations", cfa_json_citations(hit->record, !by_paragraph));
    json_object_set_new(object, "passages", passages);
    if (hit->reasons != NULL)
        json_object_set_new(object, "reasons", reasons_json(hit->reasons));
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

static json_t *value_json(cfa_facet facet, const char *value)
{
    return cfa_facet_is_number(facet) ? json_integer((json_int_t)g_ascii_strtoull(value, NULL, 10))
                                      : cfa_text_json(value);
}

/* A country without a code is called what stands for one. */
static json_t *counts_json(cfa_facet facet, const GArray *counts)
{
    json_t *list = json_array();
    for (guint i = 0; i < counts->len; i++) {
        const cfa_facet_count *count = &g_array_index(counts, cfa_facet_count, i);
        const char *label = cfa_facet_label(facet, count->value, CFA_ENGLISH);
        json_t *object = json_object();
        json_object_set_new(object, "value", value_json(facet, count->value));
        if (facet == CFA_FACET_COUNTRY)
            json_object_set_new(object, "label", cfa_text_json(label != NULL ? label : count->value));
        json_object_set_new(object, "count", json_integer(count->count));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *facets_json(const cfa_facets *facets)
{
    json_t *object = json_object();
    for (cfa_facet facet = 0; facet < CFA_FACETS; facet++)
        json_object_set_new(object, cfa_facet_name(facet), counts_json(facet, facets->counts[facet]));
    return object;
}

static json_t *hit_json(const cfa_hit *hit, gboolean by_paragraph)
{
    json_t *object = json_object();
    describe_hit(object, hit, by_paragraph);
    return object;
}

/* All that stands before the hits. */
static json_t *head_json(const cfa_answer *answer)
{
    json_t *object = json_object();
    json_t *total = json_object();
    json_object_set_new(total, "lower", json_integer(answer->lower));
    json_object_set_new(total, "estimated", json_integer(answer->estimated));
    json_object_set_new(total, "upper", json_integer(answer->upper));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "query", cfa_text_json(answer->query));
    json_object_set_new(object, "parsed", cfa_text_json(answer->parsed));
    json_object_set_new(object, "generation", json_integer((json_int_t)answer->generation));
    json_object_set_new(object, "took_ms", cfa_json_rounded(answer->took_ms));
    json_object_set_new(object, "total", total);
    json_object_set_new(object, "relaxed", relaxed_json(answer));
    json_object_set_new(object, "suggestion", cfa_text_json(answer->suggestion));
    if (answer->passages_each > 0)
        json_object_set_new(object, "passages_each", json_integer(answer->passages_each));
    if (answer->principles != NULL)
        json_object_set_new(object, "principles", cfa_json_principles(answer->principles));
    if (answer->principle != NULL)
        json_object_set_new(object, "principle", cfa_json_principle(answer->principle));
    return object;
}

/* Hit by hit: a thousand of them as one value would take ten times the memory of their text. */
char *cfa_json_answer(const cfa_answer *answer)
{
    GString *text = g_string_new(NULL);
    cfa_json_append(text, head_json(answer));
    g_string_truncate(text, text->len - strlen("}"));
    g_string_append(text, ",\"hits\":[");
    for (guint i = 0; i < answer->hits->len; i++) {
        if (i > 0)
            g_string_append_c(text, ',');
        cfa_json_append(text, hit_json(g_ptr_array_index(answer->hits, i), answer->by_paragraph));
    }
    g_string_append_c(text, ']');
    if (answer->facets != NULL) {
        g_string_append(text, ",\"facets\":");
        cfa_json_append(text, facets_json(answer->facets));
    }
    g_string_append(text, "}\n");
    return g_string_free(text, FALSE);
}

char *cfa_json_lines(const cfa_answer *answer)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < answer->hits->len; i++) {
        json_t *hit = json_object();
        json_object_set_new(hit, "schema", json_integer(1));
        describe_hit(hit, g_ptr_array_index(answer->hits, i), answer->by_paragraph);
        cfa_json_append(lines, hit);
        g_string_append_c(lines, '\n');
    }
    return g_string_free(lines, FALSE);
}

static json_t *listed_json(const cfa_listed_case *one)
{
    if (one == NULL)
        return json_null();
    json_t *object = json_object();
    json_object_set_new(object, "number", json_integer(one->facts.number));
    json_object_set_new(object, "lang", cfa_text_json(cfa_language_code(one->language)));
    json_object_set_new(object, "complainant", cfa_text_json(one->complainant));
    json_object_set_new(object, "subject", cfa_text_json(one->subject));
    return object;
}

char *cfa_json_reading(const cfa_reading *reading)
{
    json_t *object = json_object();
    json_t *case_text = json_object(), *neighbours = json_object();
    json_t *paragraph = cfa_json_paragraph(reading->record);
    json_object_set_new(paragraph, "citations", cfa_json_citations(reading->record, FALSE));
    json_object_set_new(case_text, "id", cfa_text_json(reading->record->case_text_id));
    cfa_json_describe(case_text, reading->record, cfa_reading_languages(reading),
                      cfa_answer_cite_case_text(reading->record));
    json_object_set_new(case_text, "citations", cfa_json_citations(reading->record, TRUE));
    json_object_set_new(case_text, "paragraphs", cfa_json_paragraphs(reading->case_text));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "paragraph", paragraph);
    json_object_set_new(object, "cited_by", json_integer(reading->cited_by));
    json_object_set_new(object, "case_text", case_text);
    json_object_set_new(object, "other_languages", cfa_json_paragraphs(reading->other_languages));
    json_object_set_new(neighbours, "previous", cfa_text_json(reading->previous));
    json_object_set_new(neighbours, "next", cfa_text_json(reading->next));
    json_object_set_new(object, "neighbours", neighbours);
    json_object_set_new(object, "principles", cfa_json_principles(reading->principles));
    json_object_set_new(object, "listed_case", listed_json(reading->listed));
    return cfa_json_finish(object);
}

char *cfa_json_error(const cfa_error *error)
{
    json_t *object = json_object();
    json_t *what = json_object();
    json_object_set_new(what, "code", cfa_text_json(error->code));
    json_object_set_new(what, "reason", cfa_text_json(error->reason));
    if (error->meant[0] != '\0')
        json_object_set_new(what, "suggestion", cfa_text_json(error->meant));
    json_object_set_new(object, "schema", json_integer(1));
    json_object_set_new(object, "error", what);
    return cfa_json_finish(object);
}
