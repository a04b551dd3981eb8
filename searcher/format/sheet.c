#include "sheet.h"

#include "item.h"

#include <string.h>

/* ---- the columns ---- */

static char *number(guint value)
{
    return value > 0 ? g_strdup_printf("%u", value) : NULL;
}

static char *rank(const cfa_item *item)
{
    return number(item->rank);
}

static char *id(const cfa_item *item)
{
    return g_strdup(item->id);
}

static char *citation(const cfa_item *item)
{
    return cfa_answer_cite(item->record, item->case_text, item->record->text->language);
}

static char *report(const cfa_item *item)
{
    return number(item->record->text->report);
}

static char *report_date(const cfa_item *item)
{
    char text[CFA_DATE_SIZE];
    return g_strdup(cfa_date_format(item->record->text->report_date, text));
}

static void add_value(GString *values, const char *value)
{
    g_string_append_printf(values, "%s%s", values->len > 0 ? ";" : "", value != NULL ? value : "");
}

static char *cases(const cfa_item *item)
{
    GString *values = g_string_new(NULL);
    const GPtrArray *all = item->record->text->cases;
    for (guint i = 0; i < all->len; i++) {
        const cfa_case *one = g_ptr_array_index(all, i);
        g_autofree char *value = number(one->number);
        add_value(values, value);
    }
    return g_string_free(values, FALSE);
}

static char *country(const cfa_item *item)
{
    return g_strdup(cfa_answer_country(item->record, item->record->text->language));
}

static char *country_code(const cfa_item *item)
{
    const GPtrArray *all = item->record->text->cases;
    const cfa_case *first = all->len > 0 ? g_ptr_array_index(all, 0) : NULL;
    return first != NULL ? g_strdup(first->country_code) : NULL;
}

static char *type(const cfa_item *item)
{
    return g_strdup(cfa_report_type_name(item->record->text->type));
}

static char *status(const cfa_item *item)
{
    GString *values = g_string_new(NULL);
    const GPtrArray *all = item->record->text->cases;
    for (guint i = 0; i < all->len; i++) {
        const cfa_case *one = g_ptr_array_index(all, i);
        add_value(values, cfa_case_status_name(one->status));
    }
    return g_string_free(values, FALSE);
}

static char *lang(const cfa_item *item)
{
    return g_strdup(cfa_language_code(item->record->text->language));
}

static char *languages(const cfa_item *item)
{
    GString *values = g_string_new(NULL);
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((item->languages & CFA_LANGUAGE_BIT(l)) != 0)
            add_value(values, cfa_language_code((cfa_language)l));
    return g_string_free(values, FALSE);
}

static char *first(const cfa_item *item)
{
    return number(item->case_text ? item->record->first : item->record->paragraph->number);
}

static char *last(const cfa_item *item)
{
    return number(item->case_text ? item->record->last : item->record->paragraph->number);
}

static char *paragraph(const cfa_item *item)
{
    return number(item->record->paragraph->number);
}

static char *section(const cfa_item *item)
{
    return g_strdup(cfa_section_name(item->record->paragraph->section));
}

static char *url(const cfa_item *item)
{
    return g_strdup(item->record->text->url);
}

/* What each cell holds: new, NULL for unknown. A new column is added at the end, where it disturbs nobody. */
static const struct {
    const char *name;
    char *(*value)(const cfa_item *item);
} columns[] = {
    {"rank", rank},
    {"id", id},
    {"citation", citation},
    {"report", report},
    {"report_date", report_date},
    {"cases", cases},
    {"country", country},
    {"country_code", country_code},
    {"type", type},
    {"status", status},
    {"lang", lang},
    {"languages", languages},
    {"first", first},
    {"last", last},
    {"paragraph", paragraph},
    {"section", section},
    {"url", url},
    {"text", cfa_item_text},
};

/* ---- the lines ---- */

/* How cells and lines end, what a cell that may be a formula begins with, and how a cell is written. */
typedef struct dialect {
    const char *cell_end, *line_end, *formula;
    void (*write)(GString *out, const char *cell);
} dialect;

/* No control character but the end of a line is part of a text. */
static char *clean(const char *text, gboolean keep_lines)
{
    char *cell = g_strdup(text);
    for (char *at = cell; *at != '\0'; at++)
        if (g_ascii_iscntrl(*at) && !(keep_lines && *at == '\n'))
            *at = ' ';
    return cell;
}

static void write_csv_cell(GString *out, const char *text)
{
    g_autofree char *cell = clean(text, TRUE);
    if (strpbrk(cell, ",\"\n") == NULL) {
        g_string_append(out, cell);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *at = cell; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

static void write_tsv_cell(GString *out, const char *text)
{
    g_autofree char *cell = clean(text, FALSE);
    g_string_append(out, cell);
}

/* Spreadsheets for East Asia take the wide signs for the same. */
#define FORMULA "=+-@\uFF1D\uFF0B\uFF0D\uFF20"

/* A spreadsheet takes quotation marks off a cell of TSV, and sees what stood within them. */
static const dialect csv = {",", "\r\n", FORMULA, write_csv_cell},
                     tsv = {"\t", "\n", FORMULA "\"", write_tsv_cell};

static gboolean is_formula(const dialect *way, const char *text)
{
    return text[0] != '\0' && g_utf8_strchr(way->formula, -1, g_utf8_get_char(text)) != NULL;
}

static void write_cell(GString *out, const dialect *way, guint column, const char *text)
{
    g_autofree char *guarded = text != NULL && is_formula(way, text) ? g_strconcat("'", text, NULL) : NULL;
    way->write(out, guarded != NULL ? guarded : text != NULL ? text : "");
    g_string_append(out, column + 1 < G_N_ELEMENTS(columns) ? way->cell_end : way->line_end);
}

static char *write_sheet(const GArray *items, const dialect *way)
{
    GString *out = g_string_new(NULL);
    for (guint c = 0; c < G_N_ELEMENTS(columns); c++)
        write_cell(out, way, c, columns[c].name);
    for (guint i = 0; i < items->len; i++)
        for (guint c = 0; c < G_N_ELEMENTS(columns); c++) {
            g_autofree char *text = columns[c].value(&g_array_index(items, cfa_item, i));
            write_cell(out, way, c, text);
        }
    return g_string_free(out, FALSE);
}

char *cfa_sheet_csv(const GArray *items)
{
    return write_sheet(items, &csv);
}

char *cfa_sheet_tsv(const GArray *items)
{
    return write_sheet(items, &tsv);
}
