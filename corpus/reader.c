#include "reader.h"

#include "bulletin.h"
#include "case_list.h"
#include "compilation.h"
#include "country.h"
#include "labels.h"
#include "markup.h"
#include "normlex.h"
#include "page_kind.h"

#include <string.h>

static gboolean any_page(const cfa_markup *page)
{
    return page != NULL;
}

static gboolean read_bulletin(const cfa_markup *page, cfa_holding *holding, cfa_error *error)
{
    holding->texts = cfa_bulletin_read(page, error);
    return holding->texts != NULL;
}

/* ---- pages of NORMLEX ---- */

static gboolean read_compilation(const cfa_markup *page, cfa_lines *lines, cfa_holding *holding,
                                 cfa_error *error)
{
    holding->principles = cfa_compilation_read(lines, holding->warnings, error);
    for (guint i = 0; holding->principles != NULL && i < holding->principles->len; i++)
        ((cfa_principle *)g_ptr_array_index(holding->principles, i))->url = g_strdup(page->url);
    return holding->principles != NULL;
}

static gboolean read_case_list(const cfa_markup *page, cfa_lines *lines, cfa_holding *holding,
                               cfa_error *error)
{
    (void)page;
    holding->cases = cfa_case_list_read(lines, error);
    return holding->cases != NULL;
}

static gboolean read_case_page(const cfa_markup *page, cfa_lines *lines, cfa_holding *holding,
                               cfa_error *error)
{
    cfa_case_text *text = cfa_normlex_read(page, lines, error);
    if (text == NULL)
        return FALSE;
    holding->texts = g_ptr_array_new_with_free_func((GDestroyNotify)cfa_case_text_free);
    g_ptr_array_add(holding->texts, text);
    return TRUE;
}

static const struct {
    cfa_page_kind kind;
    gboolean (*read)(const cfa_markup *page, cfa_lines *lines, cfa_holding *holding, cfa_error *error);
} KINDS[] = {
    {CFA_PAGE_COMPILATION, read_compilation},
    {CFA_PAGE_LIST, read_case_list},
    {CFA_PAGE_CASE, read_case_page},
    {CFA_PAGE_ANY, read_case_page},
};

static gboolean read_page(const cfa_markup *page, cfa_holding *holding, cfa_error *error)
{
    g_autoptr(cfa_lines) lines = cfa_lines_read(page, error);
    if (lines == NULL)
        return FALSE;
    const cfa_page_kind kind = cfa_page_kind_find(page, lines);
    for (gsize i = 0; i < G_N_ELEMENTS(KINDS); i++)
        if (KINDS[i].kind == kind)
            return KINDS[i].read(page, lines, holding, error);
    return cfa_error_set(error, CFA_BAD_INPUT, "not-a-case", -1, "the page is %s", cfa_label_page_name(kind));
}

/* Forms of input, in the order in which they are tried; the last one takes any page, and says what is wrong
 * with it. */
static const struct {
    gboolean (*matches)(const cfa_markup *page);
    gboolean (*read)(const cfa_markup *page, cfa_holding *holding, cfa_error *error);
} FORMS[] = {
    {cfa_bulletin_matches, read_bulletin},
    {any_page, read_page},
};

char *cfa_reader_text_id_of_name(const char *source)
{
    enum { PAGE_DIGITS = 7 };
    static const char item[] = "COMPLAINT_TEXT_ID";
    static const char *const parts[] = {",", "%2C", "_", "P50002_LANG_CODE", ":", "%3A", "-", "="};
    const char *slash = strrchr(source, '/');
    const char *name = slash != NULL ? slash + 1 : source;
    if (name[0] == 'p' && strspn(name + 1, "0123456789") == PAGE_DIGITS)
        return g_strndup(name + 1, PAGE_DIGITS);
    const char *at = strstr(name, item);
    if (at == NULL)
        return NULL;
    at += strlen(item);
    for (gsize skipped = 1; skipped > 0; at += skipped) {
        skipped = 0;
        for (gsize i = 0; i < G_N_ELEMENTS(parts) && skipped == 0; i++) {
            if (g_ascii_strncasecmp(at, parts[i], strlen(parts[i])) == 0)
                skipped = strlen(parts[i]);
        }
    }
    gsize digits = strspn(at, "0123456789");
    return digits > 0 && digits <= 20 ? g_strndup(at, digits) : NULL;
}

static void fill_case(cfa_case_text *text, const cfa_manifest_row *facts)
{
    cfa_case *one = text->cases->len > 0 ? g_ptr_array_index(text->cases, 0) : NULL;
    if (one == NULL && (facts->case_number != 0 || facts->country != NULL))
        one = cfa_case_text_add_case(text, 0);
    if (one == NULL)
        return;
    if (one->number == 0)
        one->number = facts->case_number;
    if (one->country == NULL && facts->country != NULL) {
        const char *code = cfa_country_code(facts->country, strlen(facts->country));
        one->country = g_utf8_normalize(facts->country, -1, G_NORMALIZE_NFC);
        cfa_case_set_country_code(one, code);
    }
}

/* What the manifest knows and the page does not say. A row about a document of many case texts is about their
 * report alone. */
static void fill_from_manifest(cfa_case_text *text, const cfa_manifest_row *facts, gboolean alone)
{
    if (text->report == 0)
        text->report = facts->report;
    if (text->report_date.year == 0)
        text->report_date = facts->report_date;
    if (text->language == CFA_LANGUAGE_UNKNOWN && facts->language != CFA_LANGUAGE_UNKNOWN) {
        text->language = facts->language;
        text->languages |= CFA_LANGUAGE_BIT(facts->language);
    }
    if (text->url == NULL)
        text->url = g_strdup(facts->url);
    if (!alone)
        return;
    if (text->text_id == NULL)
        text->text_id = g_strdup(facts->text_id);
    fill_case(text, facts);
}

static void warn_of_manifest(cfa_case_text *text, const cfa_manifest_row *facts)
{
    if (facts->misread != NULL)
        cfa_case_text_warn(text, "manifest-value", "\"%s\" in the manifest is no value of its column %s",
                           facts->misread_cell, facts->misread);
}

static void warn_of_bytes(GPtrArray *warnings, const cfa_markup *page)
{
    if (page->replaced > 0)
        cfa_warnings_add(warnings, "bytes-replaced", "%u byte%s no text", page->replaced,
                         page->replaced == 1 ? " is" : "s are");
}

static void fill_from_document(cfa_case_text *text, const cfa_markup *page, const cfa_document *document,
                               gboolean alone)
{
    text->source = g_strdup(document->name);
    text->url = g_strdup(page->url);
    text->text_id = alone ? g_strdup(page->text_id) : NULL;
    if (document->facts != NULL) {
        fill_from_manifest(text, document->facts, alone);
        warn_of_manifest(text, document->facts);
    }
    if (text->text_id == NULL && alone)
        text->text_id = cfa_reader_text_id_of_name(document->name);
    warn_of_bytes(text->warnings, page);
}

/* Whether a complaint is dated after the report on it, as far as both dates go. */
static gboolean is_after(cfa_date complaint, cfa_date report)
{
    if (complaint.year == 0 || report.year == 0)
        return FALSE;
    complaint.day = 0;
    report.day = 0;
    if (report.month == 0 || complaint.month == 0)
        report.month = complaint.month = 0;
    return cfa_date_compare(complaint, report) > 0;
}

static void warn_of_unknowns(cfa_case_text *text, gboolean alone)
{
    if (text->report == 0)
        cfa_case_text_warn(text, "report-unknown", "nothing says which report this is");
    const cfa_case *first = text->cases->len > 0 ? g_ptr_array_index(text->cases, 0) : NULL;
    if (alone && (first == NULL || first->number == 0))
        cfa_case_text_warn(text, "case-unknown", "nothing says which case this is");
    if (text->language == CFA_LANGUAGE_UNKNOWN)
        cfa_case_text_warn(text, "language-unknown", "the text does not show its language");
    for (guint i = 0; i < text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(text->cases, i);
        if (is_after(one->complaint_date, text->report_date))
            cfa_case_text_warn(text, "complaint-after-report",
                               "the complaint in case %u is dated after the report", one->number);
    }
}

static void finish_texts(const cfa_holding *holding, const cfa_markup *page, const cfa_document *document)
{
    for (guint i = 0; i < holding->texts->len; i++) {
        cfa_case_text *text = g_ptr_array_index(holding->texts, i);
        gboolean alone = holding->texts->len == 1;
        text->digest = g_strdup(holding->digest);
        fill_from_document(text, page, document, alone);
        warn_of_unknowns(text, alone);
    }
}

/* What is said of a whole page that is no case text. */
static void finish_library(cfa_holding *holding, const cfa_markup *page, const cfa_document *document)
{
    for (guint i = 0; holding->principles != NULL && i < holding->principles->len; i++)
        ((cfa_principle *)g_ptr_array_index(holding->principles, i))->source = g_strdup(document->name);
    for (guint i = 0; holding->cases != NULL && i < holding->cases->len; i++)
        ((cfa_listed_case *)g_ptr_array_index(holding->cases, i))->source = g_strdup(document->name);
    warn_of_bytes(holding->warnings, page);
}

void cfa_holding_clear(cfa_holding *holding)
{
    g_clear_pointer(&holding->texts, g_ptr_array_unref);
    g_clear_pointer(&holding->principles, g_ptr_array_unref);
    g_clear_pointer(&holding->cases, g_ptr_array_unref);
    g_clear_pointer(&holding->warnings, g_ptr_array_unref);
    g_clear_pointer(&holding->digest, g_free);
}

gboolean cfa_reader_read(const cfa_document *document, cfa_holding *holding, cfa_error *error)
{
    *holding = (cfa_holding){0};
    g_autoptr(cfa_markup) page = cfa_markup_read(document->bytes, document->length, error);
    if (page == NULL)
        return FALSE;
    gsize form = 0;
    while (!FORMS[form].matches(page))
        form++;
    holding->warnings = cfa_warnings_new();
    if (!FORMS[form].read(page, holding, error)) {
        cfa_holding_clear(holding);
        return FALSE;
    }
    holding->digest = document->digest != NULL
                          ? g_strdup(document->digest)
                          : g_compute_checksum_for_data(G_CHECKSUM_SHA256, document->bytes, document->length);
    if (holding->texts != NULL)
        finish_texts(holding, page, document);
    else
        finish_library(holding, page, document);
    return TRUE;
}
