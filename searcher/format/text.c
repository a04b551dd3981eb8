#include "text.h"

#include "facet_table.h"
#include "fields.h"
#include "filler.h"
#include "principle.h"
#include "rank.h"
#include "search.h"

#include <string.h>

enum { NAMED = 8 /* of what was left out */ };

static void add_passage(cfa_filler *fill, const cfa_passage *passage)
{
    const cfa_record *record = passage->record;
    g_autofree char *label =
        g_strdup_printf("%s \u00b7 %s", cfa_section_name(record->paragraph->section), record->id);
    cfa_filler_number(fill, record->paragraph->number, " ", cfa_style_strong);
    cfa_filler_styled(fill, label, cfa_style_faint);
    cfa_filler_line(fill, CFA_FILLER_MARGIN);
    cfa_filler_runs(fill, passage->snippet);
}

/* " + strike 5.759 (en strike, typed)", or nothing where it gave nothing that three digits show. */
static void add_part(GString *sum, double weight, const char *name, const char *how)
{
    if (weight >= 0.0005)
        g_string_append_printf(sum, " %s %s %.3f%s", strchr(sum->str, '=') == NULL ? "=" : "+", name, weight,
                               how);
}

/* Each word with what it gave; what was learned as one sum, since it is many stems that nobody typed. */
static void add_reasons(cfa_filler *fill, const GPtrArray *reasons, double score)
{
    double sums[CFA_PATH_CASE_TEXT + 1] = {0};
    g_autoptr(GString) sum = g_string_new(NULL);
    g_string_printf(sum, "score %.3f", score);
    for (guint i = 0; i < reasons->len; i++) {
        const cfa_reason *reason = g_ptr_array_index(reasons, i);
        sums[reason->path] += reason->weight;
        if (reason->path == CFA_PATH_CITATION)
            add_part(sum, reason->weight, reason->term, " (shared citation)");
        if (reason->word == NULL)
            continue;
        const char *language = cfa_language_code(reason->language);
        g_autofree char *probability =
            reason->probability < 1 ? g_strdup_printf(" %.2f", reason->probability) : g_strdup("");
        g_autofree char *how = g_strdup_printf(" (%s %s, %s%s)", language != NULL ? language : "any language",
                                               reason->term, cfa_path_name(reason->path), probability);
        add_part(sum, reason->weight, reason->word, how);
    }
    add_part(sum, sums[CFA_PATH_LEARNED], "what the best hits have in common", "");
    add_part(sum, sums[CFA_PATH_SECTION], "its section", "");
    add_part(sum, sums[CFA_PATH_CASE_TEXT], "the rest of its case text", "");
    cfa_filler_line(fill, fill->indent);
    cfa_filler_styled(fill, sum->str, cfa_style_faint);
}

static void add_hit(cfa_filler *fill, const cfa_hit *hit, gboolean by_paragraph)
{
    g_autofree char *rank = g_strdup_printf("%2u.", hit->rank);
    g_autofree char *citation =
        by_paragraph ? cfa_answer_cite_paragraph(hit->record) : cfa_answer_cite_case_text(hit->record);
    g_autofree char *line = cfa_filler_describe(hit->record, hit->languages);
    cfa_filler_line(fill, 0);
    cfa_filler_line(fill, 0);
    g_string_append(fill->out, rank);
    g_string_append(fill->out, " ");
    fill->column = fill->indent = (guint)strlen(rank) + 1;
    cfa_filler_styled(fill, citation, cfa_style_strong);
    cfa_filler_line(fill, fill->indent);
    cfa_filler_styled(fill, line, cfa_style_faint);
    if (hit->reasons != NULL && hit->reasons->len > 0)
        add_reasons(fill, hit->reasons, hit->score);
    for (guint i = 0; i < hit->passages->len; i++)
        add_passage(fill, g_ptr_array_index(hit->passages, i));
}

/* How many there are, and of what. */
static void say_count(GString *line, const cfa_answer *answer)
{
    const char *noun = answer->by_paragraph ? "paragraph" : "case text";
    if (answer->upper == 0 && answer->cites != NULL)
        g_string_printf(line, "No %s found that cites %s", noun, answer->cites);
    else if (answer->upper == 0)
        g_string_printf(line, "No %s found", noun);
    else
        g_string_printf(line, "%s%u %s%s", answer->lower < answer->upper ? "about " : "", answer->estimated,
                        noun, answer->estimated == 1 ? "" : "s");
    if (answer->upper > 0 && answer->cites != NULL)
        g_string_append_printf(line, " cite%s %s", answer->estimated == 1 ? "s" : "", answer->cites);
    if (answer->like != NULL)
        g_string_append_printf(line, " like %s", answer->like);
}

/* Common words and costly parts that were not searched: the first of them by name. */
static void say_left_out(GString *line, const GPtrArray *parts)
{
    for (guint i = 0; i < MIN(parts->len, NAMED); i++)
        g_string_append_printf(line, "%s%s", i == 0 ? "; left out, there being too many: " : ", ",
                               (const char *)g_ptr_array_index(parts, i));
    if (parts->len > NAMED)
        g_string_append_printf(line, ", and %u more", parts->len - NAMED);
}

/* Which words they need not have, and which were not searched. */
static void say_words(GString *line, const cfa_answer *answer)
{
    if (answer->relaxed && answer->every == 0)
        g_string_append(line, " with some of the words; no paragraph has them all");
    else if (answer->relaxed)
        g_string_append_printf(line, ": %u with every %sword in a paragraph, the others with some",
                               answer->every, answer->unknown->len > 0 ? "other " : "");
    for (guint i = 0; i < answer->unknown->len; i++)
        g_string_append_printf(line, "%s%s",
                               i == 0                         ? "; no text has "
                               : i + 1 < answer->unknown->len ? ", "
                                                              : " or ",
                               (const char *)g_ptr_array_index(answer->unknown, i));
    say_left_out(line, answer->left_out);
    for (guint i = 0; i < answer->cut->len; i++)
        g_string_append_printf(line, "%s%s", i == 0 ? "; of " : ", ",
                               (const char *)g_ptr_array_index(answer->cut, i));
    if (answer->cut->len > 0)
        g_string_append(line, " only the most frequent words were searched");
}

static void say_passages(GString *line, const cfa_answer *answer)
{
    if (answer->passages_each > 0)
        g_string_append_printf(line, "; of so many hits at most %u passage%s each are shown",
                               answer->passages_each, answer->passages_each == 1 ? "" : "s");
}

static void add_total(cfa_filler *fill, const cfa_answer *answer)
{
    g_autoptr(GString) line = g_string_new(NULL);
    say_count(line, answer);
    say_words(line, answer);
    if (answer->upper == 0)
        g_string_append_c(line, '.');
    say_passages(line, answer);
    if (answer->upper > 0 && answer->hits->len == 0)
        g_string_append_printf(line, "; none are left behind the first %u", answer->offset);
    if (answer->has_cited && cfa_principle_is_id(answer->cites))
        g_string_append_printf(line, "\nWhat applied it: cfa-search --principle %.*s",
                               (int)strcspn(answer->cites, "-"), answer->cites); /* of a range the first */
    cfa_filler_text(fill, line->str);
}

static void add_suggestion(cfa_filler *fill, const cfa_answer *answer)
{
    if (answer->suggestion == NULL)
        return;
    cfa_filler_line(fill, 0);
    cfa_filler_text(fill, "Did you mean: ");
    cfa_filler_styled(fill, answer->suggestion, cfa_style_strong);
}

/* Whether there are more hits than are listed, and the reader may not know: not who chose how many. */
static gboolean is_cut(const cfa_answer *answer)
{
    return (answer->limit == CFA_LIMIT_DEFAULT || answer->limit == CFA_LIMIT_MAX) && answer->hits->len > 0 &&
           answer->hits->len < answer->estimated;
}

/* What a person is told who finds nothing; of a citation alone, which other words would not help, how things
 * stand. */
static char *advice(const cfa_answer *answer)
{
    cfa_citation citation;
    char id[CFA_CITATION_ID_SIZE];
    if (!cfa_query_read_citation(answer->query, &citation))
        return g_strdup("Try other words, another language, or leave out a filter.");
    if (citation.kind == CFA_CITES_DIGEST || citation.kind == CFA_CITES_COMPILATION)
        return g_strdup("No text in this index cites it by its number.");
    return g_strdup_printf(
        "Not in this index, or not in the language asked for.\nWho cites it: cfa-search --cites %s",
        cfa_citation_id(&citation, id));
}

/* How the query was read, where that is not what it says or nothing was found; and how to have it read as
 * words. */
static void add_reading(cfa_filler *fill, const cfa_answer *answer)
{
    if (answer->parsed[0] == '\0' || (answer->as_words == NULL && answer->upper > 0))
        return;
    g_autofree char *parsed =
        g_strdup_printf("Read as: %s%s%s", answer->parsed, answer->as_words != NULL ? "; as words: " : "",
                        answer->as_words != NULL ? answer->as_words : "");
    cfa_filler_line(fill, 0);
    cfa_filler_text(fill, parsed);
}

/* What was typed as a field, but has no value of it, and how that is written. */
static void add_unread(cfa_filler *fill, const cfa_answer *answer)
{
    for (guint i = 0; i < MIN(answer->unread->len, NAMED); i++) {
        const char *typed = g_ptr_array_index(answer->unread, i);
        cfa_field field;
        if (cfa_field_value_in(typed, strlen(typed), &field) == NULL)
            continue;
        g_autofree char *forms = cfa_field_forms(field);
        g_autofree char *line =
            g_strdup_printf("%s is read as words; that field is written %s", typed, forms);
        cfa_filler_line(fill, 0);
        cfa_filler_text(fill, line);
    }
}

char *cfa_text_unsaid(const cfa_answer *answer, cfa_text_style style)
{
    cfa_filler fill = cfa_filler_new(style);
    g_autoptr(GString) line = g_string_new(NULL);
    say_count(line, answer);
    const gsize counted = line->len;
    say_words(line, answer);
    if (is_cut(answer))
        g_string_append_printf(line, "; %u of them are listed", answer->hits->len);
    say_passages(line, answer);
    if (line->len > counted)
        cfa_filler_text(&fill, line->str);
    add_suggestion(&fill, answer);
    add_unread(&fill, answer);
    cfa_filler_line(&fill, 0);
    return cfa_filler_finish(&fill);
}

static void add_advice(cfa_filler *fill, const cfa_answer *answer)
{
    g_autofree char *advised = advice(answer);
    cfa_filler_line(fill, 0);
    cfa_filler_text(fill, answer->parsed[0] != '\0' ? advised : "There is no word in the query.");
}

char *cfa_text_answer(const cfa_answer *answer, cfa_text_style style)
{
    cfa_filler fill = cfa_filler_new(style);
    if (answer->principle != NULL)
        cfa_filler_principle(&fill, answer->principle);
    add_total(&fill, answer);
    add_suggestion(&fill, answer);
    const gboolean is_question = answer->like == NULL && answer->principle == NULL &&
                                 (answer->cites == NULL || answer->query[0] != '\0');
    if (is_question)
        add_reading(&fill, answer);
    add_unread(&fill, answer);
    if (is_question && answer->upper == 0)
        add_advice(&fill, answer);
    cfa_filler_principles(&fill, "Principles", answer->principles);
    for (guint i = 0; i < answer->hits->len; i++)
        add_hit(&fill, g_ptr_array_index(answer->hits, i), answer->by_paragraph);
    if (answer->principle != NULL)
        cfa_filler_absent(&fill, answer->principle);
    if (answer->facets != NULL)
        cfa_facet_table_add(&fill, answer->facets);
    cfa_filler_line(&fill, 0);
    return cfa_filler_finish(&fill);
}

/* The identifiers of the paragraphs on either side of the one that is read. */
static void add_neighbours(cfa_filler *fill, const cfa_reading *reading)
{
    g_autofree char *previous =
        reading->previous != NULL ? g_strconcat("previous ", reading->previous, NULL) : NULL;
    g_autofree char *next = reading->next != NULL ? g_strconcat("next ", reading->next, NULL) : NULL;
    cfa_filler_line(fill, 0);
    if (previous != NULL)
        cfa_filler_styled(fill, previous, cfa_style_faint);
    if (previous != NULL && next != NULL)
        cfa_filler_styled(fill, " \u00b7 ", cfa_style_faint);
    if (next != NULL)
        cfa_filler_styled(fill, next, cfa_style_faint);
}

/* When it was said, in what kind of report and in which part of it. */
static void add_facts(cfa_filler *fill, const cfa_record *record)
{
    const char *section = cfa_section_name(record->paragraph->section);
    g_autofree char *described = cfa_filler_describe(record, 0);
    g_autofree char *facts =
        described[0] != '\0' ? g_strdup_printf("%s \u00b7 %s", described, section) : g_strdup(section);
    cfa_filler_line(fill, 0);
    cfa_filler_styled(fill, facts, cfa_style_faint);
}

static void add_cited_by(cfa_filler *fill, const cfa_reading *reading)
{
    if (reading->cited_by == 0)
        return;
    const cfa_record *record = reading->record;
    g_autofree char *line =
        g_strdup_printf("Cited by %u paragraph%s: cfa-search --cites %u/%u", reading->cited_by,
                        reading->cited_by == 1 ? "" : "s", record->text->report, record->paragraph->number);
    cfa_filler_line(fill, 0);
    cfa_filler_line(fill, CFA_FILLER_MARGIN);
    cfa_filler_styled(fill, line, cfa_style_faint);
}

/* What a list of cases says of the case. */
static void add_listed(cfa_filler *fill, const cfa_listed_case *one)
{
    const char *const parts[] = {one->complainant, one->subject};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i] != NULL) {
            cfa_filler_line(fill, 0);
            cfa_filler_styled(fill, parts[i], cfa_style_faint);
        }
}

char *cfa_text_reading(const cfa_reading *reading, cfa_text_style style)
{
    cfa_filler fill = cfa_filler_new(style);
    const cfa_record *record = reading->record;
    g_autofree char *citation = cfa_answer_cite_paragraph(record);
    g_autofree char *whole = cfa_answer_cite_case_text(record);
    cfa_filler_styled(&fill, citation, cfa_style_strong);
    add_facts(&fill, record);
    cfa_filler_paragraph(&fill, record, FALSE);
    add_cited_by(&fill, reading);
    for (guint i = 0; i < reading->other_languages->len; i++) {
        const cfa_record *other = g_ptr_array_index(reading->other_languages, i);
        g_autofree char *other_citation = cfa_answer_cite_paragraph(other);
        cfa_filler_heading(&fill, other_citation);
        cfa_filler_paragraph(&fill, other, FALSE);
    }
    cfa_filler_principles(&fill, "Principles applied in this paragraph", reading->principles);
    cfa_filler_heading(&fill, whole);
    if (reading->listed != NULL)
        add_listed(&fill, reading->listed);
    if (reading->previous != NULL || reading->next != NULL)
        add_neighbours(&fill, reading);
    cfa_filler_case_text(&fill, reading->case_text, record->paragraph->number);
    cfa_filler_line(&fill, 0);
    return cfa_filler_finish(&fill);
}
