#include "language_versions.h"

#include "database.h"
#include "stored_text.h"

#include <string.h>

/* What a text says of itself, or was told: of an entry, or of a text. */
typedef struct facts {
    guint *report;
    cfa_date *report_date;
    cfa_report_type *type;
    GPtrArray *cases;          /* cfa_case * */
    const GPtrArray *text_ids; /* char *, of all its pages */
    guint *told;
    cfa_language language;
    guint first, last; /* its paragraphs */
} facts;

void cfa_language_versions_add_numbers(GHashTable *numbers, const GPtrArray *text_ids)
{
    for (guint i = 0; i < text_ids->len; i++) {
        const char *text_id = g_ptr_array_index(text_ids, i);
        g_hash_table_add(numbers, g_strndup(text_id, strcspn(text_id, "/")));
    }
}

gboolean cfa_language_versions_leads(guint told, const GPtrArray *text_ids, guint other_told,
                                     const GPtrArray *other_text_ids)
{
    const gboolean was_told = (told & CFA_TOLD_REPORT) != 0,
                   other_was_told = (other_told & CFA_TOLD_REPORT) != 0;
    if (was_told != other_was_told)
        return other_was_told;
    return was_told && text_ids->len > 0 && other_text_ids->len > 0 &&
           strcmp(text_ids->pdata[0], other_text_ids->pdata[0]) < 0;
}

static guint case_number(const GPtrArray *cases)
{
    return cases->len > 0 ? ((const cfa_case *)g_ptr_array_index(cases, 0))->number : 0;
}

static gboolean lacks_something(const facts *one)
{
    return *one->report == 0 || one->report_date->year == 0 || *one->type == CFA_TYPE_UNKNOWN ||
           case_number(one->cases) == 0;
}

/* Whether one may be a rendering of the other. */
static gboolean are_language_versions(const facts *one, const facts *other)
{
    return one->language != other->language && one->first <= other->last && other->first <= one->last;
}

static void tell(facts *one, const facts *version)
{
    const guint told = *version->told; /* only what a page says of itself is told on */
    if (*one->report == 0 && *version->report != 0 && (told & CFA_TOLD_REPORT) == 0) {
        *one->report = *version->report;
        *one->told |= CFA_TOLD_REPORT;
    }
    if (one->report_date->year == 0 && version->report_date->year != 0 && (told & CFA_TOLD_DATE) == 0) {
        *one->report_date = *version->report_date;
        *one->told |= CFA_TOLD_DATE;
    }
    if (*one->type == CFA_TYPE_UNKNOWN && *version->type != CFA_TYPE_UNKNOWN && (told & CFA_TOLD_TYPE) == 0) {
        *one->type = *version->type;
        *one->told |= CFA_TOLD_TYPE;
    }
    if (case_number(version->cases) == 0 || (told & CFA_TOLD_CASES) != 0)
        return;
    /* Of joined cases each page may tell its own. */
    if (case_number(one->cases) == 0) {
        g_ptr_array_set_size(one->cases, 0);
        *one->told |= CFA_TOLD_CASES;
    }
    if ((*one->told & CFA_TOLD_CASES) != 0)
        cfa_cases_join(one->cases, version->cases);
}

/* Takes back what was told. A case that was told stood in the place of one without number, or of none. */
static void take_back(facts *one)
{
    if ((*one->told & CFA_TOLD_REPORT) != 0)
        *one->report = 0;
    if ((*one->told & CFA_TOLD_DATE) != 0)
        *one->report_date = (cfa_date){0};
    if ((*one->told & CFA_TOLD_TYPE) != 0)
        *one->type = CFA_TYPE_UNKNOWN;
    if ((*one->told & CFA_TOLD_CASES) != 0)
        g_ptr_array_set_size(one->cases, 0);
    *one->told = 0;
}

static int compare_numbers(gint64 left, gint64 right)
{
    return left < right ? -1 : left > right;
}

/* By language and paragraphs; of what has the same, by all that can be told, so that the order does not hang
 * on which was read first. */
static int compare_facts(gconstpointer a, gconstpointer b)
{
    const facts *left = *(facts *const *)a, *right = *(facts *const *)b;
    const gint64 order[][2] = {{left->language, right->language},
                               {left->first, right->first},
                               {left->last, right->last},
                               {*left->report, *right->report},
                               {left->report_date->year, right->report_date->year},
                               {left->report_date->month, right->report_date->month},
                               {*left->type, *right->type},
                               {case_number(left->cases), case_number(right->cases)}};
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        if (order[i][0] != order[i][1])
            return compare_numbers(order[i][0], order[i][1]);
    return 0;
}

/* By the numbers of pages: arrays of the facts of all texts that come from one. */
static GHashTable *families_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

static void add_to_families(GHashTable *families, facts *one)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter each;
    gpointer number;
    cfa_language_versions_add_numbers(numbers, one->text_ids);
    g_hash_table_iter_init(&each, numbers);
    while (g_hash_table_iter_next(&each, &number, NULL)) {
        GPtrArray *family = g_hash_table_lookup(families, number);
        if (family == NULL) {
            family = g_ptr_array_new();
            g_hash_table_insert(families, g_strdup(number), family);
        }
        g_ptr_array_add(family, one);
    }
}

/* Tells a text what those that share a page's number with it know. */
static void tell_one(facts *one, GHashTable *families)
{
    g_autoptr(GPtrArray) versions = g_ptr_array_new();
    if (!lacks_something(one))
        return;
    for (guint i = 0; i < one->text_ids->len; i++) {
        const char *text_id = g_ptr_array_index(one->text_ids, i);
        g_autofree char *number = g_strndup(text_id, strcspn(text_id, "/"));
        GPtrArray *family = g_hash_table_lookup(families, number);
        if (family != NULL)
            g_ptr_array_extend(versions, family, NULL, NULL);
    }
    g_ptr_array_sort(versions, compare_facts);
    for (guint i = 0; i < versions->len; i++)
        if (are_language_versions(one, g_ptr_array_index(versions, i)))
            tell(one, g_ptr_array_index(versions, i));
}

/* ---- entries ---- */

static facts *facts_of_entry(cfa_entry *entry)
{
    facts *one = g_new0(facts, 1);
    *one = (facts){.report = &entry->report,
                   .report_date = &entry->report_date,
                   .type = &entry->type,
                   .cases = entry->cases,
                   .text_ids = entry->origin.text_ids,
                   .told = &entry->told,
                   .language = entry->language,
                   .first = entry->numbers[0],
                   .last = entry->numbers[entry->paragraphs - 1]};
    return one;
}

/* Whether another language version told what a warning misses. */
static gboolean is_settled(const cfa_entry *entry, const cfa_remark *warning)
{
    return ((entry->told & CFA_TOLD_REPORT) != 0 && strcmp(warning->error.code, "report-unknown") == 0) ||
           ((entry->told & CFA_TOLD_CASES) != 0 && strcmp(warning->error.code, "case-unknown") == 0);
}

static void drop_warnings(const GPtrArray *entries, GPtrArray *warnings)
{
    gsize count;
    g_autofree gpointer *all = g_ptr_array_steal(warnings, &count);
    g_autoptr(GHashTable) by_order = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < entries->len; i++) {
        cfa_entry *entry = g_ptr_array_index(entries, i);
        for (guint j = 0; entry->told != 0 && j < entry->orders->len; j++)
            g_hash_table_insert(by_order, &g_array_index(entry->orders, guint64, j), entry);
    }
    for (gsize i = 0; i < count; i++) {
        cfa_remark *warning = all[i];
        const cfa_entry *entry = g_hash_table_lookup(by_order, &warning->order);
        if (entry != NULL && is_settled(entry, warning))
            cfa_remark_free(warning);
        else
            g_ptr_array_add(warnings, warning);
    }
}

void cfa_language_versions_tell_entries(const GPtrArray *entries, GPtrArray *warnings)
{
    g_autoptr(GHashTable) families = families_new();
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < entries->len; i++) {
        facts *one = facts_of_entry(g_ptr_array_index(entries, i));
        g_ptr_array_add(all, one);
        add_to_families(families, one);
    }
    for (guint i = 0; i < all->len; i++)
        tell_one(g_ptr_array_index(all, i), families);
    for (guint i = 0; i < entries->len; i++)
        cfa_entry_rename(g_ptr_array_index(entries, i));
    drop_warnings(entries, warnings);
}

/* ---- an index ---- */

/* A case text of the index, and the head of its records as it was. */
typedef struct member {
    cfa_stored_text *stored;
    char *head;
    facts *known; /* of the stored text */
} member;

typedef struct telling {
    cfa_writer *writer;
    const xc_database *database;
    GHashTable *touched;
    GPtrArray *later; /* numbers of pages with a text that is to get another identifier; borrowed */
    gboolean changed;
    xc_error failure;
} telling;

static void member_free(gpointer data)
{
    member *one = data;
    cfa_stored_text_free(one->stored);
    g_free(one->head);
    g_free(one->known);
    g_free(one);
}

static facts *facts_of_text(cfa_case_text *text, const GPtrArray *text_ids)
{
    facts *one = g_new0(facts, 1);
    *one = (facts){.report = &text->report,
                   .report_date = &text->report_date,
                   .type = &text->type,
                   .cases = text->cases,
                   .text_ids = text_ids,
                   .told = &text->told,
                   .language = text->language,
                   .first = cfa_case_text_first(text),
                   .last = cfa_case_text_last(text)};
    return one;
}

/* The identifiers of all case texts of pages of a number. */
static GPtrArray *case_texts_of(telling *this, const char *number)
{
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) pages =
        cfa_filter_values_below(this->database, CFA_FILTER_TEXT_ID, number, &this->failure);
    for (guint i = 0; i < pages->len; i++) {
        g_autoptr(GArray) docids =
            cfa_filter_documents(this->database, CFA_FILTER_TEXT_ID, pages->pdata[i], &this->failure);
        for (guint j = 0; j < docids->len; j++) {
            g_autoptr(GPtrArray) of_one = cfa_filter_values_of(
                this->database, g_array_index(docids, xc_docid, j), CFA_FILTER_CASE_TEXT, &this->failure);
            cfa_filter_add_all_once(of_one, ids);
        }
    }
    return ids;
}

/* Notes the paragraphs of a text under an identifier that it had, or has. */
static void touch(telling *this, const cfa_case_text *text, const char *id)
{
    g_autofree char *stem = g_strndup(id, strcspn(id, "/"));
    for (guint i = 0; i < text->paragraphs->len; i++) {
        const guint number = ((const cfa_paragraph *)g_ptr_array_index(text->paragraphs, i))->number;
        g_hash_table_add(this->touched, cfa_id_make(stem, number, number, CFA_LANGUAGE_UNKNOWN));
    }
}

/* Where another text has the identifier already, the two become one: the words of the one that leads, the
 * cases and sources of both. */
static gboolean join_other(telling *this, member *one, const char *id, cfa_error *error)
{
    cfa_error failure = {0};
    cfa_stored_text *other =
        strcmp(id, one->stored->id) != 0 ? cfa_stored_text_load(this->database, id, &failure) : NULL;
    if (other == NULL && failure.status != CFA_OK) {
        *error = failure;
        return FALSE;
    }
    if (other == NULL)
        return TRUE;
    touch(this, other->text, id);
    if (!cfa_language_versions_leads(one->stored->text->told, one->stored->origin.text_ids, other->text->told,
                                     other->origin.text_ids)) {
        cfa_stored_text *led = one->stored;
        one->stored = other;
        other = led;
    }
    cfa_cases_join(one->stored->text->cases, other->text->cases);
    cfa_origin_join(&one->stored->origin, &other->origin);
    cfa_stored_text_free(other);
    return cfa_writer_remove(this->writer, CFA_FILTER_CASE_TEXT, id, error);
}

static gboolean rewrite(telling *this, member *one, cfa_error *error)
{
    g_autofree char *id = cfa_case_text_id(one->stored->text);
    this->changed = TRUE;
    touch(this, one->stored->text, one->stored->id);
    touch(this, one->stored->text, id);
    if (!cfa_writer_remove(this->writer, CFA_FILTER_CASE_TEXT, one->stored->id, error) ||
        !join_other(this, one, id, error))
        return FALSE;
    return cfa_writer_add(this->writer, one->stored->text, &one->stored->origin, NULL, error);
}

/* Whether any of the case texts lacks something, or was told it. One paragraph of each tells; most pages say
 * all of it themselves. */
static gboolean may_be_told(telling *this, const GPtrArray *ids)
{
    for (guint i = 0; i < ids->len; i++) {
        g_autoptr(GArray) docids =
            cfa_filter_documents(this->database, CFA_FILTER_CASE_TEXT, ids->pdata[i], &this->failure);
        g_autoptr(cfa_record) record =
            docids->len > 0 ? cfa_database_read_record(this->database, g_array_index(docids, xc_docid, 0),
                                                       &this->failure, NULL)
                            : NULL;
        if (record == NULL)
            return TRUE; /* what is wrong is told when all of it is loaded */
        g_autofree facts *known = facts_of_text(record->text, NULL);
        if (record->text->told != 0 || lacks_something(known))
            return TRUE;
    }
    return FALSE;
}

/* Loads a text, once, and adds what it says to the families of its pages. */
static member *load_member(telling *this, GHashTable *members, const char *id, cfa_error *error)
{
    member *one = g_hash_table_lookup(members, id);
    if (one != NULL)
        return one;
    one = g_new0(member, 1);
    g_hash_table_insert(members, g_strdup(id), one);
    one->stored = cfa_stored_text_load(this->database, id, error);
    if (one->stored == NULL)
        return NULL;
    one->head = cfa_record_head(one->stored->text);
    one->known = facts_of_text(one->stored->text, one->stored->origin.text_ids);
    return one;
}

/* Loads all texts of the pages of a text, which are those that may tell it something. */
static gboolean load_family(telling *this, GHashTable *members, const member *one, cfa_error *error)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter each;
    gpointer number;
    cfa_language_versions_add_numbers(numbers, one->stored->origin.text_ids);
    g_hash_table_iter_init(&each, numbers);
    while (g_hash_table_iter_next(&each, &number, NULL)) {
        g_autoptr(GPtrArray) ids = case_texts_of(this, number);
        for (guint i = 0; i < ids->len; i++)
            if (load_member(this, members, ids->pdata[i], error) == NULL)
                return FALSE;
    }
    return TRUE;
}

/* Loads the texts of these identifiers, as they say themselves, and what may tell them something. */
static gboolean load_members(telling *this, GHashTable *members, const GPtrArray *ids, cfa_error *error)
{
    for (guint i = 0; i < ids->len; i++) {
        const member *one = load_member(this, members, ids->pdata[i], error);
        if (one == NULL || !load_family(this, members, one, error))
            return FALSE;
        take_back(one->known);
    }
    return TRUE;
}

static gboolean is_renamed(const member *one)
{
    g_autofree char *id = cfa_case_text_id(one->stored->text);
    return strcmp(id, one->stored->id) != 0;
}

static gboolean has_changed(const member *one)
{
    g_autofree char *head = cfa_record_head(one->stored->text);
    return strcmp(head, one->head) != 0;
}

/* Tells the texts of the pages of a number, and writes those that change by it: those that keep their
 * identifiers, or those that do not. Notes the number for later where there are others. */
static gboolean tell_number(telling *this, char *number, gboolean renamed, cfa_error *error)
{
    g_autoptr(GPtrArray) ids = case_texts_of(this, number);
    g_autoptr(GHashTable) members = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, member_free);
    g_autoptr(GHashTable) families = families_new();
    GHashTableIter each;
    gpointer one;
    if (!may_be_told(this, ids))
        return TRUE;
    if (!load_members(this, members, ids, error))
        return FALSE;
    g_hash_table_iter_init(&each, members);
    while (g_hash_table_iter_next(&each, NULL, &one))
        add_to_families(families, ((member *)one)->known);
    gboolean well = TRUE, is_later = FALSE;
    for (guint i = 0; i < ids->len; i++)
        tell_one(((member *)g_hash_table_lookup(members, ids->pdata[i]))->known, families);
    for (guint i = 0; well && i < ids->len; i++) {
        member *told = g_hash_table_lookup(members, ids->pdata[i]);
        if (!has_changed(told))
            continue;
        if (is_renamed(told) == renamed)
            well = rewrite(this, told, error);
        else
            is_later = !renamed;
    }
    if (is_later)
        g_ptr_array_add(this->later, number);
    return well;
}

static gboolean entry_lacks_something(cfa_entry *entry)
{
    g_autofree facts *known = facts_of_entry(entry);
    return lacks_something(known);
}

/* Notes what an index knows of an entry and its page does not say. */
static gboolean note_told(const xc_database *database, cfa_entry *entry, cfa_error *error)
{
    xc_error failure = XC_ERROR_INIT;
    g_autoptr(GArray) docids =
        cfa_filter_documents(database, CFA_FILTER_SOURCE, entry->origin.digests->pdata[0], &failure);
    for (guint i = 0; i < docids->len; i++) {
        g_autoptr(cfa_record) record =
            cfa_database_read_record(database, g_array_index(docids, xc_docid, i), &failure, error);
        if (record == NULL)
            return failure.status != XC_OK ? cfa_database_error(error, &failure) : FALSE;
        if (record->text->language != entry->language || record->first != entry->numbers[0])
            continue;
        if (record->text->report != 0)
            entry->told |= CFA_TOLD_REPORT;
        if (case_number(record->text->cases) != 0)
            entry->told |= CFA_TOLD_CASES;
        return TRUE;
    }
    return failure.status == XC_OK || cfa_database_error(error, &failure);
}

gboolean cfa_language_versions_settle_warnings(const xc_database *database, const GPtrArray *entries,
                                               GPtrArray *warnings, cfa_error *error)
{
    for (guint i = 0; i < entries->len; i++) {
        cfa_entry *entry = g_ptr_array_index(entries, i);
        if (entry->origin.text_ids->len > 0 && entry_lacks_something(entry) &&
            !note_told(database, entry, error))
            return FALSE;
    }
    drop_warnings(entries, warnings);
    return TRUE;
}

void cfa_language_versions_take_back(cfa_case_text *text)
{
    g_autofree facts *known = facts_of_text(text, NULL);
    take_back(known);
}

gboolean cfa_language_versions_tell_index(cfa_writer *writer, GHashTable *numbers, GHashTable *touched,
                                          gboolean *changed, cfa_error *error)
{
    g_autoptr(GPtrArray) later = g_ptr_array_new();
    telling this = {.writer = writer,
                    .database = cfa_writer_database(writer),
                    .touched = touched,
                    .later = later,
                    .failure = XC_ERROR_INIT};
    GHashTableIter each;
    gpointer number;
    gboolean well = TRUE;
    g_hash_table_iter_init(&each, numbers);
    while (well && g_hash_table_iter_next(&each, &number, NULL))
        well = tell_number(&this, number, FALSE, error);
    /* Last those that get another identifier: each may become one with another text, and has to find that
     * told. */
    for (guint i = 0; well && i < later->len; i++)
        well = tell_number(&this, later->pdata[i], TRUE, error);
    *changed = this.changed;
    if (this.failure.status != XC_OK)
        return cfa_database_error(error, &this.failure);
    return well;
}
