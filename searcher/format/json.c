#include "json.h"

#include "json_parts.h"
#include "principle.h"
#include "rank.h"

static void write_reasons(GString *json, const GPtrArray *reasons)
{
    cfa_json_open(json, "reasons", '[');
    for (guint i = 0; i < reasons->len; i++) {
        const cfa_reason *reason = g_ptr_array_index(reasons, i);
        cfa_json_open(json, NULL, '{');
        cfa_json_add_text(json, "word", reason->word);
        cfa_json_add_text(json, "stem", reason->term);
        cfa_json_add_text(json, "lang", cfa_language_code(reason->language));
        cfa_json_add_text(json, "path", cfa_path_name(reason->path));
        cfa_json_add_rounded(json, "probability", reason->probability);
        cfa_json_add_rounded(json, "weight", reason->weight);
        cfa_json_close(json, '}');
    }
    cfa_json_close(json, ']');
}

static void write_snippet(GString *json, const GPtrArray *snippet)
{
    cfa_json_open(json, "snippet", '[');
    for (guint i = 0; i < snippet->len; i++) {
        const cfa_run *run = g_ptr_array_index(snippet, i);
        cfa_json_open(json, NULL, '{');
        cfa_json_add_text(json, "text", run->text);
        cfa_json_add_boolean(json, "match", run->match);
        cfa_json_close(json, '}');
    }
    cfa_json_close(json, ']');
}

static void write_passage(GString *json, const cfa_passage *passage)
{
    const cfa_record *record = passage->record;
    cfa_json_open(json, NULL, '{');
    cfa_json_add_text(json, "id", record->id);
    cfa_json_add_integer(json, "paragraph", record->paragraph->number);
    cfa_json_add_text(json, "section", cfa_section_name(record->paragraph->section));
    cfa_json_add_text(json, "matched_lang", cfa_language_code(record->text->language));
    write_snippet(json, passage->snippet);
    cfa_json_add_tree(json, "cites", cfa_cites_json(record->paragraph->cites));
    cfa_json_close(json, '}');
}

/* All that is told of a hit. */
static void describe_hit(GString *json, const cfa_hit *hit, gboolean by_paragraph)
{
    cfa_json_add_integer(json, "rank", hit->rank);
    cfa_json_add_rounded(json, "score", hit->score);
    cfa_json_add_text(json, "id", hit->id);
    cfa_json_describe(json, hit->record, hit->languages,
                      by_paragraph ? cfa_answer_cite_paragraph(hit->record)
                                   : cfa_answer_cite_case_text(hit->record));
    cfa_json_citations(json, hit->record, !by_paragraph);
    cfa_json_open(json, "passages", '[');
    for (guint i = 0; i < hit->passages->len; i++)
        write_passage(json, g_ptr_array_index(hit->passages, i));
    cfa_json_close(json, ']');
    if (hit->reasons != NULL)
        write_reasons(json, hit->reasons);
}

/* How many hits have every word that was searched: unknown where that was not asked for. */
static json_t *json_every(const cfa_answer *answer)
{
    if (answer->matches_any && !answer->relaxed)
        return json_null();
    return json_integer(answer->relaxed ? answer->every : answer->estimated);
}

static void write_relaxed(GString *json, const cfa_answer *answer)
{
    const guint not_searched = answer->left_out->len + answer->unknown->len + answer->cut->len;
    if (!answer->relaxed && not_searched + answer->unread->len == 0) {
        cfa_json_add_text(json, "relaxed", NULL);
        return;
    }
    cfa_json_open(json, "relaxed", '{');
    cfa_json_add_text(json, "match", answer->matches_any ? "any" : "all");
    cfa_json_add_tree(json, "every", json_every(answer));
    cfa_json_add_tree(json, "left_out", cfa_cites_json(answer->left_out));
    if (answer->unknown->len > 0)
        cfa_json_add_tree(json, "unknown", cfa_cites_json(answer->unknown));
    if (answer->unread->len > 0)
        cfa_json_add_tree(json, "unread", cfa_cites_json(answer->unread));
    if (answer->cut->len > 0)
        cfa_json_add_tree(json, "cut", cfa_cites_json(answer->cut));
    cfa_json_close(json, '}');
}

static void write_value(GString *json, cfa_facet facet, const char *value)
{
    if (cfa_facet_is_number(facet))
        cfa_json_add_integer(json, "value", g_ascii_strtoull(value, NULL, 10));
    else
        cfa_json_add_text(json, "value", value);
}

/* A country without a code is called what stands for one. */
static void write_counts(GString *json, cfa_facet facet, const GArray *counts)
{
    cfa_json_open(json, cfa_facet_name(facet), '[');
    for (guint i = 0; i < counts->len; i++) {
        const cfa_facet_count *count = &g_array_index(counts, cfa_facet_count, i);
        const char *label = cfa_facet_label(facet, count->value, CFA_ENGLISH);
        cfa_json_open(json, NULL, '{');
        write_value(json, facet, count->value);
        if (facet == CFA_FACET_COUNTRY)
            cfa_json_add_text(json, "label", label != NULL ? label : count->value);
        cfa_json_add_integer(json, "count", count->count);
        cfa_json_close(json, '}');
    }
    cfa_json_close(json, ']');
}

static void write_facets(GString *json, const cfa_facets *facets)
{
    cfa_json_open(json, "facets", '{');
    for (cfa_facet facet = 0; facet < CFA_FACETS; facet++)
        write_counts(json, facet, facets->counts[facet]);
    cfa_json_close(json, '}');
}

/* All that stands before the hits. */
static void write_head(GString *json, const cfa_answer *answer)
{
    cfa_json_add_text(json, "query", answer->query);
    cfa_json_add_text(json, "parsed", answer->parsed);
    cfa_json_add_integer(json, "generation", answer->generation);
    cfa_json_add_rounded(json, "took_ms", answer->took_ms);
    cfa_json_open(json, "total", '{');
    cfa_json_add_integer(json, "lower", answer->lower);
    cfa_json_add_integer(json, "estimated", answer->estimated);
    cfa_json_add_integer(json, "upper", answer->upper);
    cfa_json_close(json, '}');
    write_relaxed(json, answer);
    cfa_json_add_text(json, "suggestion", answer->suggestion);
    if (answer->passages_each > 0)
        cfa_json_add_integer(json, "passages_each", answer->passages_each);
    if (answer->principles != NULL)
        cfa_json_add_tree(json, "principles", cfa_json_principles(answer->principles));
    if (answer->principle != NULL)
        cfa_json_add_tree(json, "principle", cfa_json_principle(answer->principle));
}

char *cfa_json_answer(const cfa_answer *answer)
{
    GString *json = cfa_json_begin();
    write_head(json, answer);
    cfa_json_open(json, "hits", '[');
    for (guint i = 0; i < answer->hits->len; i++) {
        cfa_json_open(json, NULL, '{');
        describe_hit(json, g_ptr_array_index(answer->hits, i), answer->by_paragraph);
        cfa_json_close(json, '}');
    }
    cfa_json_close(json, ']');
    if (answer->facets != NULL)
        write_facets(json, answer->facets);
    cfa_json_close(json, '}');
    return cfa_json_finish(json);
}

char *cfa_json_lines(const cfa_answer *answer)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < answer->hits->len; i++) {
        cfa_json_open(lines, NULL, '{');
        cfa_json_add_integer(lines, "schema", 1);
        describe_hit(lines, g_ptr_array_index(answer->hits, i), answer->by_paragraph);
        cfa_json_close(lines, '}');
        g_string_append_c(lines, '\n');
    }
    return g_string_free(lines, FALSE);
}

static void write_listed(GString *json, const cfa_listed_case *one)
{
    if (one == NULL) {
        cfa_json_add_text(json, "listed_case", NULL);
        return;
    }
    cfa_json_open(json, "listed_case", '{');
    cfa_json_add_integer(json, "number", one->facts.number);
    cfa_json_add_text(json, "lang", cfa_language_code(one->language));
    cfa_json_add_text(json, "complainant", one->complainant);
    cfa_json_add_text(json, "subject", one->subject);
    cfa_json_close(json, '}');
}

static void write_case_text(GString *json, const cfa_reading *reading)
{
    const cfa_record *record = reading->record;
    cfa_json_open(json, "case_text", '{');
    cfa_json_add_text(json, "id", record->case_text_id);
    cfa_json_describe(json, record, cfa_reading_languages(reading), cfa_answer_cite_case_text(record));
    cfa_json_citations(json, record, TRUE);
    cfa_json_paragraphs(json, "paragraphs", reading->case_text);
    cfa_json_close(json, '}');
}

char *cfa_json_reading(const cfa_reading *reading)
{
    GString *json = cfa_json_begin();
    cfa_json_open(json, "paragraph", '{');
    cfa_json_paragraph(json, reading->record);
    cfa_json_citations(json, reading->record, FALSE);
    cfa_json_close(json, '}');
    cfa_json_add_integer(json, "cited_by", reading->cited_by);
    write_case_text(json, reading);
    cfa_json_paragraphs(json, "other_languages", reading->other_languages);
    cfa_json_open(json, "neighbours", '{');
    cfa_json_add_text(json, "previous", reading->previous);
    cfa_json_add_text(json, "next", reading->next);
    cfa_json_close(json, '}');
    cfa_json_add_tree(json, "principles", cfa_json_principles(reading->principles));
    write_listed(json, reading->listed);
    cfa_json_close(json, '}');
    return cfa_json_finish(json);
}

char *cfa_json_error(const cfa_error *error)
{
    GString *json = cfa_json_begin();
    cfa_json_open(json, "error", '{');
    cfa_json_add_text(json, "code", error->code);
    cfa_json_add_text(json, "reason", error->reason);
    if (error->meant[0] != '\0')
        cfa_json_add_text(json, "suggestion", error->meant);
    cfa_json_close(json, '}');
    cfa_json_close(json, '}');
    return cfa_json_finish(json);
}
