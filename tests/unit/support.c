#include "support.h"

#include "publish.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>

char *support_folder_new(void)
{
    char *folder = g_dir_make_tmp("cfasearch-test-XXXXXX", NULL);
    assert_non_null(folder);
    return folder;
}

static int remove_one(const char *path, const struct stat *state, int kind, struct FTW *walk)
{
    (void)state;
    (void)kind;
    (void)walk;
    return g_remove(path);
}

void support_folder_free(char *folder)
{
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    g_free(folder);
}

char *support_folder;

int support_make_folder(void **state)
{
    (void)state;
    support_folder = support_folder_new();
    return 0;
}

int support_remove_folder(void **state)
{
    (void)state;
    support_folder_free(g_steal_pointer(&support_folder));
    return 0;
}

void support_write(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *above = g_path_get_dirname(path);
    assert_int_equal(g_mkdir_with_parents(above, 0755), 0);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

char *support_read(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? text : NULL;
}

gboolean support_exists(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

cfa_case_text *support_text_new(guint report, cfa_language language, const char *date)
{
    cfa_case_text *text = cfa_case_text_new();
    const char *code = cfa_language_code(language);
    text->source = g_strdup_printf("invented/%u-%s.html", report, code != NULL ? code : "unknown");
    text->digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->source, -1);
    text->report = report;
    text->report_date = cfa_date_parse_iso(date);
    text->language = language;
    text->languages = language != CFA_LANGUAGE_UNKNOWN ? CFA_LANGUAGE_BIT(language) : 0;
    return text;
}

void support_add_case(cfa_case_text *text, guint number, const char *country, cfa_case_status status)
{
    cfa_case *one = cfa_case_text_add_case(text, number);
    const char *code = country != NULL ? cfa_country_code(country, strlen(country)) : NULL;
    one->country = g_strdup(country);
    g_strlcpy(one->country_code, code != NULL ? code : "", sizeof one->country_code);
    one->status = status;
}

static void add_citation(cfa_paragraph *paragraph, const char *id)
{
    cfa_mention mention = {0};
    if (!cfa_citation_parse(id, &mention.citation))
        fail_msg("\"%s\" is no citation", id);
    cfa_paragraph_add_mention(paragraph, &mention);
}

void support_add_paragraph(cfa_case_text *text, guint number, cfa_section section, const char *words,
                           const char *cites)
{
    cfa_paragraph *paragraph = cfa_case_text_add_paragraph(text, number);
    paragraph->section = section;
    paragraph->text = g_strdup(words);
    g_auto(GStrv) ids = g_strsplit(cites != NULL ? cites : "", " ", -1);
    for (guint i = 0; ids[i] != NULL; i++)
        add_citation(paragraph, ids[i]);
}

void support_add_conclusions(cfa_case_text *text, const char *const *words, guint count)
{
    for (guint i = 0; i < count; i++)
        support_add_paragraph(text, i + 1, CFA_SECTION_CONCLUSIONS, words[i], NULL);
}

void support_write_page(const char *folder, const char *name, guint report, guint case_number, guint first,
                        const char *words)
{
    g_autofree char *page = g_strdup_printf(
        "NORMLEX\nInformation System on International Labour Standards\n\n"
        "Interim Report - Report No %u, March 2023\n\n"
        "Case No %u (Ruritania) - Complaint date: 03-MAY-22 - Active\n\nDisplay in: French - Spanish\n\n"
        "  1. %u. The Committee has before it the complaint that the porters of the harbour sent to it.\n\n"
        "C. The Committee's conclusions\n\nC. The Committee's conclusions\n"
        "  1. %u. %s\n",
        report, case_number, first, first + 1, words);
    support_write(folder, name, page);
}

cfa_batch *support_read_batch(const char *folder, const char *pages, GHashTable *known)
{
    const char *const sources[] = {pages, NULL};
    const cfa_reading_options reading = {.sources = sources, .jobs = 2, .memory = 1 << 20, .known = known};
    cfa_error error = {0};
    cfa_batch *batch = cfa_batch_new(folder, &reading, NULL, &error);
    if (batch == NULL || !cfa_batch_read(batch, &error))
        fail_msg("%s", error.reason);
    return batch;
}

xc_database *support_database_new(const char *path, cfa_case_text *const *texts, guint count)
{
    cfa_error error = {0};
    cfa_writer *writer = cfa_writer_open(path, CFA_WRITER_SCRATCH, 1 << 20, &error);
    assert_non_null(writer);
    for (guint i = 0; i < count; i++) {
        cfa_origin origin;
        cfa_origin_init(&origin);
        g_ptr_array_add(origin.digests, g_strndup(texts[i]->digest, CFA_LAYOUT_DIGEST));
        if (texts[i]->text_id != NULL)
            g_ptr_array_add(origin.text_ids, g_strdup_printf("%s/%s", texts[i]->text_id,
                                                             cfa_language_code(texts[i]->language)));
        assert_true(cfa_writer_add(writer, texts[i], &origin, NULL, &error));
        cfa_origin_clear(&origin);
    }
    assert_true(cfa_writer_close(writer, &error));
    for (guint i = 0; i < count; i++)
        cfa_case_text_free(texts[i]);
    xc_database *database = xc_database_open(path, NULL);
    assert_non_null(database);
    return database;
}

void support_publish(const char *index, cfa_case_text *const *texts, guint count)
{
    cfa_error error = {0};
    g_autoptr(cfa_publication) publication = cfa_publication_begin(index, 0, &error);
    assert_non_null(publication);
    const char *folder = cfa_publication_folder(publication);
    g_autofree char *paragraphs = g_build_filename(folder, CFA_PARAGRAPHS, NULL);
    g_autofree char *vocabulary = g_build_filename(folder, CFA_VOCABULARY, NULL);
    xc_database *database = support_database_new(paragraphs, texts, count);
    assert_true(cfa_vocabulary_make(database, vocabulary, NULL));
    xc_database_free(database);
    assert_true(cfa_publication_commit(publication, 1, &error));
}

static cfa_index *open_index(const char *folder)
{
    cfa_error error = {0};
    cfa_index *index = cfa_index_open(folder, &error);
    if (index == NULL)
        fail_msg("%s", error.reason);
    return index;
}

cfa_index *support_index_new(cfa_case_text *const *texts, guint count)
{
    g_autofree char *folder = support_folder_new();
    support_publish(folder, texts, count);
    return open_index(folder);
}

cfa_index *support_index_by(void (*publish)(const char *index))
{
    g_autofree char *folder = support_folder_new();
    publish(folder);
    return open_index(folder);
}

void support_index_free(cfa_index *index)
{
    char *folder = g_strdup(index->directory);
    cfa_index_free(index);
    support_folder_free(folder);
}

/* ---- the disputes ---- */

typedef struct words {
    guint number;
    cfa_section section;
    const char *words, *cites;
} words;

static const words porters_english[] = {
    {10, CFA_SECTION_OTHER, "The Union of Harbour Porters presented its complaint on 3 May 2022.", NULL},
    {11, CFA_SECTION_ALLEGATIONS,
     "The complainant alleges the arrest of 40,000 porters during an unauthorized picket at the quay, and "
     "states that "
     "the right to strike was denied.",
     NULL},
    {12, CFA_SECTION_REPLY, "The Government replies that the police acted within the law of the harbour.",
     NULL},
    {13, CFA_SECTION_CONCLUSIONS,
     "The Committee recalls that arresting porters for a peaceful picket violates freedom of association "
     "[see 306th "
     "Report, para. 123].",
     "306/123"},
    {14, CFA_SECTION_RECOMMENDATIONS,
     "The Committee requests the Government to release the porters and to keep it informed.", NULL}};

static const words porters_french[] = {
    {10, CFA_SECTION_OTHER, "Le Syndicat des porteurs du port a présenté sa plainte le 3 mai 2022.", NULL},
    {11, CFA_SECTION_ALLEGATIONS,
     "L’organisation plaignante dénonce l’incarcération de 40 000 porteurs lors d’un piquet sur le quai, et "
     "indique que "
     "le droit de grève a été refusé.",
     NULL},
    {12, CFA_SECTION_REPLY, "Le gouvernement répond que la police a respecté la loi du port.", NULL},
    {13, CFA_SECTION_CONCLUSIONS,
     "Le comité rappelle que l’incarcération de porteurs pour un piquet pacifique viole la liberté syndicale "
     "[voir "
     "306e rapport, paragr. 123].",
     "306/123"},
    {14, CFA_SECTION_RECOMMENDATIONS,
     "Le comité prie le gouvernement de libérer les porteurs et de le tenir informé.", NULL}};

static const words porters_spanish[] = {
    {10, CFA_SECTION_OTHER, "El Sindicato de Estibadores del Puerto presentó su queja el 3 de mayo de 2022.",
     NULL},
    {11, CFA_SECTION_ALLEGATIONS,
     "La organización querellante alega el encarcelamiento de 40.000 estibadores en un piquete en el muelle, "
     "y señala "
     "que se negó el derecho de huelga.",
     NULL},
    {12, CFA_SECTION_REPLY, "El Gobierno responde que la policía respetó la ley del puerto.", NULL},
    {13, CFA_SECTION_CONCLUSIONS,
     "El Comité recuerda que encarcelar a estibadores por un piquete pacífico viola la libertad sindical "
     "[véase 306.º "
     "informe, párrafo 123].",
     "306/123"},
    {14, CFA_SECTION_RECOMMENDATIONS,
     "El Comité pide al Gobierno que libere a los estibadores y que lo mantenga informado.", NULL}};

static const words lamplighters[] = {{20, CFA_SECTION_ALLEGATIONS,
                                      "The lamplighters allege that the dismissal of their secretary "
                                      "followed a strike, and that collective bargaining "
                                      "was refused.",
                                      NULL},
                                     {21, CFA_SECTION_CONCLUSIONS,
                                      "The Committee considers that dismissing an officer for having "
                                      "organised a strike is contrary to the principles "
                                      "of freedom of association.",
                                      "digest:2006/581"},
                                     {22, CFA_SECTION_RECOMMENDATIONS,
                                      "The Committee invites the Government to reinstate the secretary.",
                                      NULL}};

static const words bakers[] = {
    {5, CFA_SECTION_OTHER,
     "Le comité a examiné ce cas pour la dernière fois en 2018 [voir 306e rapport, paragr. 123 à 131].",
     "306/123-131"},
    {6, CFA_SECTION_CONCLUSIONS,
     "Le comité note la réintégration des boulangers licenciés et la reprise de la négociation collective, "
     "que prévoit la convention no 98.",
     NULL}};

static const words lighthouse[] = {
    {1, CFA_SECTION_OTHER, "Los trabajadores del faro pidieron organizar un sindicato.", NULL},
    {2, CFA_SECTION_CONCLUSIONS,
     "Las organizaciones de trabajadores eligen libremente a sus dirigentes, según el "
     "Convenio núm. 87.",
     NULL}};

static void add_words(cfa_case_text *text, const words *rows, gsize count)
{
    for (gsize i = 0; i < count; i++)
        support_add_paragraph(text, rows[i].number, rows[i].section, rows[i].words, rows[i].cites);
}

static cfa_case_text *porters_text(cfa_language language, const char *text_id, const words *rows)
{
    cfa_case_text *text = support_text_new(401, language, "2023-03");
    text->text_id = g_strdup(text_id);
    text->url = g_strdup_printf("https://library.example/%s", text_id);
    text->languages = CFA_EVERY_LANGUAGE;
    text->type = CFA_TYPE_INTERIM;
    support_add_case(text, 3101, "Ruritania", CFA_CASE_ACTIVE);
    add_words(text, rows, G_N_ELEMENTS(porters_english));
    return text;
}

void support_publish_disputes(const char *index)
{
    cfa_case_text *texts[] = {porters_text(CFA_ENGLISH, "7000001", porters_english),
                              porters_text(CFA_FRENCH, "7000001", porters_french),
                              porters_text(CFA_SPANISH, "7000001", porters_spanish),
                              support_text_new(402, CFA_ENGLISH, "2023-06"),
                              support_text_new(390, CFA_FRENCH, "2019-11"),
                              support_text_new(0, CFA_SPANISH, "")};
    texts[3]->type = CFA_TYPE_DEFINITIVE;
    texts[3]->subject = g_strdup("Dismissals after a strike");
    support_add_case(texts[3], 3102, "Costa Rica", CFA_CASE_CLOSED);
    support_add_case(texts[3], 3103, "Costa Rica", CFA_CASE_CLOSED);
    add_words(texts[3], lamplighters, G_N_ELEMENTS(lamplighters));
    texts[4]->type = CFA_TYPE_FOLLOW_UP;
    support_add_case(texts[4], 2999, "Côte d’Ivoire", CFA_CASE_FOLLOW_UP);
    add_words(texts[4], bakers, G_N_ELEMENTS(bakers));
    texts[5]->text_id = g_strdup("7654321");
    add_words(texts[5], lighthouse, G_N_ELEMENTS(lighthouse));
    support_publish(index, texts, G_N_ELEMENTS(texts));
}

cfa_index *support_disputes;

int support_open_disputes(void **state)
{
    (void)state;
    support_disputes = support_index_by(support_publish_disputes);
    return 0;
}

int support_close_disputes(void **state)
{
    (void)state;
    support_index_free(support_disputes);
    return 0;
}

void support_publish_workshops(const char *index)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    for (guint i = 0; i < SUPPORT_WORKSHOPS; i++) {
        g_autofree char *date = g_strdup_printf("%u-%02u", 2000 + i * 7 % 20, 1 + i * 5 % 12);
        for (guint l = CFA_ENGLISH; l <= (i % 4 == 0 ? CFA_FRENCH : CFA_ENGLISH); l++) {
            cfa_case_text *text = support_text_new(300 + i, (cfa_language)l, date);
            support_add_case(text, 1000 + i, "Ruritania", CFA_CASE_CLOSED);
            for (guint j = 1; j <= 1 + i % 2; j++)
                support_add_paragraph(text, j, CFA_SECTION_CONCLUSIONS,
                                      l == CFA_ENGLISH
                                          ? "The glaziers asked the Committee for a hearing."
                                          : "Les vitriers ont saisi le comité; glaziers, dit-on.",
                                      NULL);
            g_ptr_array_add(texts, text);
        }
    }
    support_publish(index, (cfa_case_text *const *)texts->pdata, texts->len);
}

cfa_index *support_workshops;

int support_open_workshops(void **state)
{
    (void)state;
    support_workshops = support_index_by(support_publish_workshops);
    return 0;
}

int support_close_workshops(void **state)
{
    (void)state;
    support_index_free(support_workshops);
    return 0;
}

/* ---- answers ---- */

cfa_request support_request(const char *query)
{
    cfa_request request = CFA_REQUEST_INIT;
    request.query = query;
    return request;
}

cfa_answer *support_search(const cfa_index *index, const cfa_request *request)
{
    cfa_error error = {0};
    cfa_answer *answer = cfa_search(index, request, &error);
    if (answer == NULL)
        fail_msg("\"%s\" has no answer: %s", request->query, error.reason);
    return answer;
}

char *support_ids(const cfa_answer *answer)
{
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < answer->hits->len; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? " " : "",
                               ((const cfa_hit *)g_ptr_array_index(answer->hits, i))->id);
    return g_string_free(ids, FALSE);
}

char *support_search_ids(const cfa_index *index, const cfa_request *request)
{
    g_autoptr(cfa_answer) answer = support_search(index, request);
    return support_ids(answer);
}

char *support_runs(const GPtrArray *runs)
{
    GString *line = g_string_new(NULL);
    for (guint i = 0; i < runs->len; i++) {
        const cfa_run *run = g_ptr_array_index(runs, i);
        g_string_append_printf(line, run->match ? "[%s]" : "%s", run->text);
    }
    return g_string_free(line, FALSE);
}
