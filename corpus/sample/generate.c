#include "generate.h"

#include "container.h"
#include "countries.h"
#include "invent.h"
#include "labels.h"
#include "page.h"

enum {
    FIRST_TEXT_ID = 9100001,
    GZIP_LEVEL = 4,
    USUAL_REPORT = 1050,   /* paragraphs, on average: half as many to half as many again */
    LARGEST_REPORT = 6000, /* on average, so that no number has more than four digits */
    LAST_NUMBER = 9999,
    USUAL_LAST_REPORT = 410,  /* higher numbers are not cited as reports of the Committee */
    BYTES_OF_PARAGRAPH = 720, /* on average, to plan with */
    FIRST_YEAR = 1952,
    LAST_YEAR = 2024,
    LAST_YEAR_WITHOUT_MONTH = 1976,
    FIRST_CURLY_YEAR = 2000,
    LEAST_TEXT = 10, /* paragraphs of a case text */
    TEXT_SPREAD = 51,
    RECENT_CASES = 80, /* that may come back in a report */
    MOST_CASES = 9999,
    NEW_PERCENT = 50,
    CITING_PERCENT = 12,
    RANGE_PERCENT = 30,
    LONGEST_RANGE = 20
};

/* A case of the pool, and its last examination. */
typedef struct known_case {
    sample_case facts;
    sample_citation last;
} known_case;

typedef struct generation {
    const sample_order *order;
    const char *output;
    sample_invention invention;
    sample_random random;
    GArray *cases;   /* of known_case */
    GArray *reports; /* of sample_citation: each earlier report and its last paragraph */
    sample_yield *yield;
    guint languages; /* how many */
    guint64 wanted;  /* paragraphs in each language, to plan with; 0 leaves it to the reports */
    guint mean, text_id;
} generation;

static guint64 count_reports(const sample_order *order, guint64 paragraphs)
{
    if (order->reports != 0)
        return MAX(order->reports, (paragraphs + LARGEST_REPORT - 1) / LARGEST_REPORT);
    guint64 usual = CLAMP((paragraphs + USUAL_REPORT / 2) / USUAL_REPORT, 1, USUAL_LAST_REPORT);
    return MAX(usual, (paragraphs + LARGEST_REPORT - 1) / LARGEST_REPORT);
}

/* The numbers of few reports are spread over the whole series, so that their years are, too. */
static guint report_number(guint index, guint reports)
{
    if (reports == 1)
        return USUAL_LAST_REPORT;
    return reports <= USUAL_LAST_REPORT ? 1 + index * (USUAL_LAST_REPORT - 1) / (reports - 1) : index + 1;
}

static sample_date report_date(guint number, guint reports)
{
    static const guint sessions[] = {3, 6, 11};
    guint most = MAX(reports, USUAL_LAST_REPORT) + 1;
    guint session = (guint)((guint64)number * (LAST_YEAR - FIRST_YEAR + 1) * G_N_ELEMENTS(sessions) / most);
    sample_date date = {.year = FIRST_YEAR + session / (guint)G_N_ELEMENTS(sessions)};
    if (date.year > LAST_YEAR_WITHOUT_MONTH)
        date.month = sessions[session % G_N_ELEMENTS(sessions)];
    return date;
}

static sample_date complaint_date(sample_random *random, const sample_date *report)
{
    sample_date date = {.year = MAX(report->year - 1 - sample_random_below(random, 2), 1951)};
    date.month = 1 + sample_random_below(random, 12);
    date.day = 1 + sample_random_below(random, 28);
    return date;
}

/* A new case, or one that was examined before and not in this report yet. */
static known_case *draw_case(generation *run, guint report, const sample_date *date)
{
    guint known = run->cases->len;
    if (known > 0 && (known >= MOST_CASES || !sample_random_chance(&run->random, NEW_PERCENT))) {
        guint recent = MIN(known, RECENT_CASES);
        known_case *old =
            &g_array_index(run->cases, known_case, known - 1 - sample_random_below(&run->random, recent));
        if (old->last.report != report || known >= MOST_CASES)
            return old;
    }
    known_case added = {.facts = {.number = known + 1}};
    guint country = sample_random_below(&run->random, SAMPLE_COUNTRIES);
    for (guint language = 0; language < BODY_LANGUAGES; language++)
        added.facts.country[language] = (char *)(guintptr)sample_countries[country][language];
    added.facts.complaint = complaint_date(&run->random, date);
    added.facts.status = (sample_status)sample_random_below(&run->random, SAMPLE_STATUSES);
    g_array_append_val(run->cases, added);
    return &g_array_index(run->cases, known_case, known);
}

/* A paragraph of an earlier report now and then, and of the last examination at once. */
static sample_citation draw_citation(generation *run, sample_kind kind, const sample_citation *last)
{
    sample_random *random = &run->random;
    if (last->report != 0 && (kind == PREVIOUS || kind == EFFECT) && sample_random_chance(random, 50))
        return *last;
    if (run->reports->len == 0 || !sample_random_chance(random, CITING_PERCENT))
        return (sample_citation){0};
    sample_citation cited =
        g_array_index(run->reports, sample_citation, sample_random_below(random, run->reports->len));
    guint end = cited.last;
    cited.first = 1 + sample_random_below(random, end);
    cited.last = cited.first;
    if (sample_random_chance(random, RANGE_PERCENT))
        cited.last = MIN(cited.first + sample_random_below(random, LONGEST_RANGE), end);
    return cited;
}

/* One case text while it is made. */
typedef struct draft {
    generation *run;
    sample_text *text;
    const known_case *of;
    guint next, left; /* number of the next paragraph, and how many are to come */
} draft;

static void add_section(draft *it, sample_kind kind, guint count)
{
    sample_section *section = sample_text_add_section(it->text, kind);
    for (guint i = 0; i < count && it->left > 0; i++, it->left--, it->next++) {
        sample_paragraph *paragraph = sample_section_add_paragraph(section, it->next);
        sample_invention *invention = &it->run->invention;
        gsize bytes;
        if (kind == INTRODUCTION && i == 0) {
            bytes = sample_invent_complaint(invention, paragraph, &it->of->facts);
        } else if (kind == INTRODUCTION && i == 2) {
            bytes = sample_invent_ratification(invention, paragraph, &it->of->facts);
        } else {
            sample_citation citation = draw_citation(it->run, kind, &it->of->last);
            bytes = sample_invent_paragraph(invention, paragraph, kind, it->text->curly, &citation);
        }
        if (kind == RECOMMENDATIONS && i + 1 == count)
            bytes += sample_invent_items(invention, paragraph, it->text->curly,
                                         2 + sample_random_below(&it->run->random, 5));
        it->run->yield->bytes += bytes;
    }
}

/* The sections of a text by its type: what comes back has a previous examination, or is about the effect
 * alone. */
static void add_sections(draft *it)
{
    guint count = it->left;
    if (it->text->type == FOLLOW_UP) {
        add_section(it, EFFECT, count);
        return;
    }
    add_section(it, INTRODUCTION, MIN(3, count));
    if (it->of->last.report != 0 && it->left > 0)
        add_section(it, PREVIOUS, MIN(2, it->left));
    const struct {
        sample_kind kind;
        guint share;
    } body[] = {{ALLEGATIONS, 30}, {REPLY, 30}, {CONCLUSIONS, 30}};
    for (gsize i = 0; i < G_N_ELEMENTS(body) && it->left > 1; i++)
        add_section(it, body[i].kind, CLAMP(count * body[i].share / 100, 1, it->left - 1));
    if (it->left > 0)
        add_section(it, RECOMMENDATIONS, it->left);
}

static gboolean write_pages(generation *run, const sample_text *text, GError **error)
{
    sample_page page = {.text = text,
                        .shown = g_ptr_array_index(text->cases, 0),
                        .languages = run->order->languages,
                        .text_id = run->text_id++};
    for (page.body = ENGLISH; page.body <= SPANISH; page.body++) {
        if ((page.languages & (1U << page.body)) == 0)
            continue;
        page.form = (sample_form){
            .rendering = HTML, .page = page.body, .features = page.text_id % 2 == 1 ? ENCODED_LINKS : 0};
        g_autoptr(GString) html = sample_page_print(&page);
        g_autoptr(GByteArray) packed = g_byte_array_new();
        sample_gzip(packed, html->str, html->len, GZIP_LEVEL);
        g_autofree char *name =
            g_strdup_printf("%04u/p%u-%s.html.gz", text->report, page.text_id, sample_label_code(page.body));
        if (!sample_file_write(run->output, name, packed->data, packed->len, error))
            return FALSE;
        run->yield->pages++;
    }
    return TRUE;
}

static gboolean make_text(generation *run, guint report, const sample_date *date, guint first, guint count,
                          GError **error)
{
    known_case *drawn = draw_case(run, report, date);
    g_autoptr(sample_text) text = sample_text_new();
    text->report = report;
    text->date = *date;
    text->curly = date->year >= FIRST_CURLY_YEAR;
    text->type =
        (sample_type)sample_random_below(&run->random, drawn->last.report != 0 ? SAMPLE_TYPES : FOLLOW_UP);
    sample_case *shown = sample_text_add_case(text, drawn->facts.number);
    shown->complaint = drawn->facts.complaint;
    shown->status = drawn->facts.status;
    for (guint language = 0; language < BODY_LANGUAGES; language++)
        shown->country[language] = g_strdup(drawn->facts.country[language]);
    sample_invent_allegations(&run->invention, text);
    draft it = {.run = run, .text = text, .of = drawn, .next = first, .left = count};
    add_sections(&it);
    run->yield->paragraphs += (guint64)count * run->languages;
    drawn->last = (sample_citation){report, first, first + count - 1};
    return write_pages(run, text, error);
}

/* The paragraphs that may still come, in each language; many where the order leaves it open. */
static guint64 paragraphs_left(const generation *run)
{
    if (run->order->megabytes != 0)
        return run->yield->bytes < (guint64)run->order->megabytes * 1000000 ? G_MAXUINT32 : 0;
    if (run->order->paragraphs != 0)
        return run->wanted - run->yield->paragraphs / run->languages;
    return G_MAXUINT32;
}

static gboolean make_report(generation *run, guint index, guint reports, GError **error)
{
    guint number = report_number(index, reports);
    sample_date date = report_date(number, reports);
    guint size = MAX(run->mean * (50 + sample_random_below(&run->random, 101)) / 100, 1);
    /* The last report takes what the plan left over. */
    if (index + 1 == reports && run->wanted != 0)
        size = LAST_NUMBER;
    guint next = 1;
    while (next <= size && paragraphs_left(run) > 0) {
        guint length = LEAST_TEXT + MIN(sample_random_below(&run->random, TEXT_SPREAD),
                                        sample_random_below(&run->random, TEXT_SPREAD));
        length = (guint)MIN(MIN(length, size - next + 1), paragraphs_left(run));
        if (!make_text(run, number, &date, next, length, error))
            return FALSE;
        next += length;
    }
    if (next > 1) {
        sample_citation whole = {number, 1, next - 1};
        g_array_append_val(run->reports, whole);
        run->yield->reports++;
    }
    return TRUE;
}

gboolean sample_generate(const sample_order *order, const char *output_folder, sample_yield *yield,
                         GError **error)
{
    g_autoptr(sample_words) words = sample_words_new();
    g_autoptr(GArray) cases = g_array_new(FALSE, FALSE, sizeof(known_case));
    g_autoptr(GArray) reports = g_array_new(FALSE, FALSE, sizeof(sample_citation));
    generation run = {.order = order,
                      .output = output_folder,
                      .cases = cases,
                      .reports = reports,
                      .yield = yield,
                      .text_id = FIRST_TEXT_ID};
    run.invention = sample_invention_new(words, order->seed, order->languages);
    run.random = sample_random_new(order->seed, BODY_LANGUAGES + 1);
    for (guint language = 0; language < BODY_LANGUAGES; language++)
        run.languages += (order->languages >> language) & 1;
    run.wanted = order->paragraphs / run.languages;
    if (order->megabytes != 0)
        run.wanted = (guint64)order->megabytes * 1000000 / run.languages / BYTES_OF_PARAGRAPH;
    guint count = (guint)count_reports(order, run.wanted);
    run.mean = run.wanted != 0 ? (guint)((run.wanted + count - 1) / count) : USUAL_REPORT;
    *yield = (sample_yield){0};
    for (guint i = 0; i < count && paragraphs_left(&run) > 0; i++) {
        if (!make_report(&run, i, count, error))
            return FALSE;
    }
    return TRUE;
}
