#include "render.h"

#include "bulletin.h"
#include "container.h"
#include "encode.h"
#include "labels.h"
#include "page.h"

enum { FIRST_TEXT_ID = 9000001, GZIP_LEVEL = 6, ALL_LANGUAGES = (1 << BODY_LANGUAGES) - 1 };

/* One run. A manifest is the lines for one folder, which is a year. */
typedef struct rendering {
    const char *output;
    GHashTable *manifests; /* folder -> GString */
    guint text_id, pages;
} rendering;

static void free_string(gpointer string)
{
    g_string_free(string, TRUE);
}

static char *folder_of(const sample_text *text)
{
    return g_strdup_printf("%u", text->date.year);
}

/* What the manifest says of a file that does not say it itself. A bulletin has many cases: `shown` is then
 * NULL. */
static void add_to_manifest(rendering *run, const sample_text *text, const sample_case *shown,
                            const char *file, sample_language body)
{
    char *folder = folder_of(text);
    GString *lines = g_hash_table_lookup(run->manifests, folder);
    if (lines == NULL) {
        lines = g_string_new("file\ttext_id\treport\treport_date\tcase\tcountry\tlang\turl\n");
        g_hash_table_insert(run->manifests, folder, lines);
    } else {
        g_free(folder);
    }
    g_string_append_printf(lines, "%s\t", file);
    if (shown != NULL)
        g_string_append_printf(lines, "%u", run->text_id);
    g_string_append_printf(lines, "\t%u\t%u", text->report, text->date.year);
    if (text->date.month != 0)
        g_string_append_printf(lines, "-%02u", text->date.month);
    g_string_append_c(lines, '\t');
    if (shown != NULL)
        g_string_append_printf(lines, "%u\t%s", shown->number, shown->country[ENGLISH]);
    else
        g_string_append_c(lines, '\t');
    g_string_append_printf(lines, "\t%s\t\n", sample_label_code(body));
}

static gboolean write_page(rendering *run, const char *folder, const char *name, GBytes *bytes,
                           sample_file file, GError **error)
{
    gsize length;
    const guint8 *content = g_bytes_get_data(bytes, &length);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (file == PLAIN)
        return sample_file_write(run->output, path, content, length, error);
    g_autoptr(GByteArray) packed = g_byte_array_new();
    gsize first = file == GZIP_TWO_MEMBERS ? length / 2 : length;
    sample_gzip(packed, content, first, GZIP_LEVEL);
    if (first < length)
        sample_gzip(packed, content + first, length - first, GZIP_LEVEL);
    return sample_file_write(run->output, path, packed->data, packed->len, error);
}

/* A page into the archive, or where there is none into a file of its own. */
static gboolean store_page(rendering *run, const sample_page *page, sample_archive *archive, GError **error)
{
    g_autofree char *folder = folder_of(page->text);
    const char *suffix = page->form.rendering == HTML ? "html" : "txt";
    const char *packed = archive != NULL || page->form.file == PLAIN ? "" : ".gz";
    g_autofree char *name =
        g_strdup_printf("p%u-%s.%s%s", page->text_id, sample_label_code(page->body), suffix, packed);
    g_autoptr(GBytes) bytes = sample_encode(sample_page_print(page), page->form.encoding);
    run->pages++;
    if (archive != NULL) {
        g_autofree char *inside = g_strdup_printf("%u/%s", page->text->report, name);
        return sample_archive_add(archive, inside, bytes, error);
    }
    if (sample_form_is_mute(&page->form))
        add_to_manifest(run, page->text, page->shown, name, page->body);
    return write_page(run, folder, name, bytes, page->form.file, error);
}

/* The text once for each of its cases, under a number of its own, in every language. */
static gboolean render_text(rendering *run, const sample_text *text, sample_archive *archive, GError **error)
{
    for (guint i = 0; i < text->cases->len; i++, run->text_id++) {
        const sample_case *joined = g_ptr_array_index(text->cases, i);
        sample_case shown = *joined;
        sample_page page = {
            .text = text, .shown = &shown, .languages = ALL_LANGUAGES, .text_id = run->text_id};
        for (page.body = ENGLISH; page.body <= SPANISH; page.body++) {
            page.form = sample_form_of(text->report, shown.number, page.body);
            shown.status = (page.form.features & LONG_STATUS) != 0 ? SILENT : joined->status;
            if (!store_page(run, &page, archive, error))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean render_bulletin(rendering *run, const GPtrArray *report, GError **error)
{
    const sample_text *first = g_ptr_array_index(report, 0);
    g_autofree char *folder = folder_of(first);
    for (sample_language body = ENGLISH; body <= SPANISH; body++) {
        gboolean printed = body == ENGLISH;
        g_autofree char *name = g_strdup_printf("report-%u-%s.%s", first->report, sample_label_code(body),
                                                printed ? "txt" : "html");
        g_autoptr(GBytes) bytes = g_string_free_to_bytes(printed ? sample_bulletin_text(report, body)
                                                                 : sample_bulletin_html(report, body));
        add_to_manifest(run, first, NULL, name, body);
        run->pages++;
        if (!write_page(run, folder, name, bytes, PLAIN, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_archive(rendering *run, const sample_text *text, sample_bundle bundle,
                              sample_archive *archive, GError **error)
{
    static const char *const suffixes[] = {[TAR] = "tar", [TAR_GZ] = "tar.gz", [ZIP] = "zip"};
    g_autoptr(GByteArray) bytes = sample_archive_finish(archive, error);
    if (bytes == NULL)
        return FALSE;
    g_autofree char *folder = folder_of(text);
    g_autofree char *name = g_strdup_printf("report-%u.%s", text->report, suffixes[bundle]);
    g_autoptr(GBytes) whole = g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
    return write_page(run, folder, name, whole, bundle == TAR_GZ ? GZIP : PLAIN, error);
}

static gboolean render_report(rendering *run, const GPtrArray *report, GError **error)
{
    const sample_text *first = g_ptr_array_index(report, 0);
    sample_bundle bundle = sample_form_bundle(first->report);
    if (bundle == BULLETIN)
        return render_bulletin(run, report, error);
    g_autoptr(sample_archive) archive = NULL;
    if (bundle != SINGLE_FILES) {
        archive = sample_archive_new(bundle == ZIP, error);
        if (archive == NULL)
            return FALSE;
    }
    for (guint i = 0; i < report->len; i++) {
        if (!render_text(run, g_ptr_array_index(report, i), archive, error))
            return FALSE;
    }
    return archive == NULL || write_archive(run, first, bundle, g_steal_pointer(&archive), error);
}

static gboolean write_manifests(const rendering *run, GError **error)
{
    GHashTableIter folders;
    gpointer folder, lines;
    g_hash_table_iter_init(&folders, run->manifests);
    while (g_hash_table_iter_next(&folders, &folder, &lines)) {
        const GString *manifest = lines;
        g_autofree char *path = g_build_filename(folder, "manifest.tsv", NULL);
        if (!sample_file_write(run->output, path, manifest->str, manifest->len, error))
            return FALSE;
    }
    return TRUE;
}

gboolean sample_render(const char *texts_folder, const char *output_folder, guint *pages, GError **error)
{
    g_autoptr(GPtrArray) texts = sample_texts_read(texts_folder, error);
    if (texts == NULL)
        return FALSE;
    g_autoptr(GHashTable) manifests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_string);
    rendering run = {.output = output_folder, .manifests = manifests, .text_id = FIRST_TEXT_ID};
    g_autoptr(GPtrArray) report = g_ptr_array_new();
    for (guint i = 0; i < texts->len; i++) {
        const sample_text *next = i + 1 < texts->len ? g_ptr_array_index(texts, i + 1) : NULL;
        const sample_text *text = g_ptr_array_index(texts, i);
        g_ptr_array_add(report, g_ptr_array_index(texts, i));
        if (next != NULL && next->report == text->report)
            continue;
        if (!render_report(&run, report, error))
            return FALSE;
        g_ptr_array_set_size(report, 0);
    }
    *pages = run.pages;
    return write_manifests(&run, error);
}
