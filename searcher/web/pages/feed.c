/*
 * /feed?q=…: the newest that a search finds, as an Atom feed (RFC 4287), for who wants to hear of new
 * reports.
 *
 * A feed reader shows an entry once, by its id, and again when it is said to be updated. So both come from
 * the report alone and not from the index or the host: the id from what stands for the text in every
 * language, the time from the month of the report. The order, which decides what falls off the end, is by
 * month, report and paragraph. What has no date comes last there, and since no entry may lack one, it is left
 * out.
 */
#include "frame.h"
#include "listing.h"

#include "format/item.h"
#include "format/reference.h"

#include <string.h>

enum { UUID_BYTES = 16, SHA1_BYTES = 20, TIME_SIZE = 24 };

/* "urn:uuid:…" of a name, as RFC 4122 makes them (version 5), in a namespace of our own. The caller frees. */
static char *make_urn(const char *name)
{
    static const guchar space[UUID_BYTES] = {0x6b, 0x1d, 0x0c, 0x9e, 0x43, 0x7a, 0x4f, 0x52,
                                             0x9a, 0x35, 0xd8, 0x11, 0x27, 0xe6, 0xb4, 0x70};
    guint8 bytes[SHA1_BYTES];
    gsize length = sizeof bytes;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(checksum, space, sizeof space);
    g_checksum_update(checksum, (const guchar *)name, (gssize)strlen(name));
    g_checksum_get_digest(checksum, bytes, &length);
    bytes[6] = (guint8)((bytes[6] & 0x0F) | 0x50);
    bytes[8] = (guint8)((bytes[8] & 0x3F) | 0x80);
    GString *urn = g_string_new("urn:uuid:");
    for (guint i = 0; i < UUID_BYTES; i++)
        g_string_append_printf(urn, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", bytes[i]);
    return g_string_free(urn, FALSE);
}

/* What a hit is, whatever its language. */
static char *entry_urn(const char *id)
{
    g_autofree char *stem = NULL;
    guint first = 0, last = 0;
    cfa_language language;
    if (!cfa_id_parse(id, &stem, &first, &last, &language))
        return make_urn(id);
    g_autofree char *any_language = cfa_id_make(stem, first, last, CFA_LANGUAGE_UNKNOWN);
    return make_urn(any_language);
}

/* The first moment of a date: what is not known of it is its beginning. */
static const char *format_time(cfa_date date, char text[static TIME_SIZE])
{
    g_snprintf(text, TIME_SIZE, "%04u-%02u-%02uT00:00:00Z", date.year, MAX(date.month, 1u),
               MAX(date.day, 1u));
    return text;
}

static void write_link(cfa_draft *draft, const char *relation, const char *type, const char *link,
                       const char *lang)
{
    g_autofree char *whole = cfa_link_whole(draft->request, link);
    cfa_html_open(draft->html, "link", "rel", relation, "type", type, "hreflang", lang, "href", whole, NULL);
}

static void write_entry(cfa_draft *draft, const cfa_item *item)
{
    cfa_html *xml = draft->html;
    const cfa_language language = item->record->text->language;
    const char *lang = cfa_language_code(language);
    char time[TIME_SIZE];
    g_autofree char *title = cfa_answer_cite(item->record, item->case_text, language);
    g_autofree char *urn = entry_urn(item->id);
    g_autofree char *path = cfa_frame_paragraph_path(item->record);
    g_autofree char *link = cfa_link_page(draft->request, path);
    g_autofree char *text = cfa_item_text(item);
    /* It may be taken out of the feed, which has a language, too. */
    cfa_html_open(xml, "entry", "xml:lang", lang != NULL ? lang : "", NULL);
    cfa_html_element(xml, "title", title, NULL);
    cfa_html_element(xml, "id", urn, NULL);
    cfa_html_element(xml, "updated", format_time(item->record->text->report_date, time), NULL);
    write_link(draft, "alternate", "text/html", link, lang);
    cfa_html_element(xml, "summary", text, "type", "text", NULL);
    cfa_html_close(xml, "entry");
}

/* The last that happened in the feed; where nothing did, the year of the Committee's first report. */
static cfa_date find_newest(const GArray *items)
{
    cfa_date newest = {.year = 1952};
    for (guint i = 0; i < items->len; i++) {
        const cfa_date date = g_array_index(items, cfa_item, i).record->text->report_date;
        if (cfa_date_compare(date, newest) > 0)
            newest = date;
    }
    return newest;
}

static void write_head(cfa_draft *draft, const char *query, cfa_date newest)
{
    cfa_html *xml = draft->html;
    const char *site = cfa_say(CFA_SAY_SITE, draft->language);
    char time[TIME_SIZE];
    g_autofree char *title = query[0] != '\0' ? g_strdup_printf("%s – %s", query, site) : g_strdup(site);
    g_autofree char *self = cfa_link_feed(draft->request);
    g_autofree char *page = cfa_link_search_page(draft->request);
    g_autofree char *urn = make_urn(self + strlen(draft->request->base));
    cfa_html_element(xml, "title", title, NULL);
    cfa_html_element(xml, "id", urn, NULL);
    cfa_html_element(xml, "updated", format_time(newest, time), NULL);
    write_link(draft, "self", "application/atom+xml", self, NULL);
    write_link(draft, "alternate", "text/html", page, cfa_language_code(draft->language));
    cfa_html_open(xml, "author", NULL);
    cfa_html_element(xml, "name", cfa_reference_author(draft->language), NULL);
    cfa_html_close(xml, "author");
}

/* What else a search can be is not of a feed. */
static gboolean check_format(const cfa_web_request *request, cfa_error *error)
{
    const cfa_parameters *parameters = &request->parameters;
    if (cfa_parameters_count(parameters, CFA_PARAMETER_FORMAT) == 0 ||
        strcmp(cfa_parameters_word(parameters, CFA_PARAMETER_FORMAT), "atom") == 0)
        return TRUE;
    cfa_error_set(error, CFA_USAGE, "bad-format", -1,
                  "a feed is in Atom alone: other formats are those of /?q=");
    return cfa_error_about(error, cfa_parameter_name(CFA_PARAMETER_FORMAT), "");
}

gboolean cfa_page_feed(cfa_visit *visit, cfa_error *error)
{
    cfa_web_response *response = visit->response;
    cfa_draft draft = {.request = visit->request, .language = visit->request->language};
    if (!check_format(visit->request, error))
        return FALSE;
    response->type = "application/atom+xml; charset=utf-8";
    response->language = draft.language;
    if (cfa_visit_has_response(visit))
        return TRUE;
    g_autoptr(cfa_answer) answer = cfa_listing_newest(visit, error);
    if (answer == NULL)
        return FALSE;
    g_autoptr(GArray) items = cfa_items_of_answer(answer);
    draft.html = cfa_html_new_xml();
    cfa_html_open(draft.html, "feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang",
                  cfa_language_code(draft.language), NULL);
    write_head(&draft, answer->query, find_newest(items));
    for (guint i = 0; i < items->len; i++)
        if (g_array_index(items, cfa_item, i).record->text->report_date.year != 0)
            write_entry(&draft, &g_array_index(items, cfa_item, i));
    cfa_web_response_take(response, cfa_html_finish(draft.html));
    return TRUE;
}
