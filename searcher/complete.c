#include "complete.h"

#include "fields.h"
#include "lookup.h"
#include "pieces.h"
#include "written.h"

#include <string.h>

enum {
    CASE_DIGITS = 4,
    LABEL_WORDS = 3 /* before a number: "Case No. ", "394th Report, para. " */
};

static const char before_words[] = " \t\n\"(+-";

/* A question under way: what stays, and the word that goes on. */
typedef struct completer {
    const cfa_index *index;
    cfa_language language;
    char *kept;          /* all before the last word */
    char *last;          /* the last word, folded */
    gboolean is_country; /* it stands after "country:" */
    GPtrArray *found;    /* cfa_completion */
    xc_error failure;
} completer;

static void completion_free(gpointer data)
{
    cfa_completion *completion = data;
    g_free(completion->text);
    g_free(completion->label);
    g_free(completion->case_id);
    g_free(completion);
}

static cfa_completion *add(completer *this, cfa_completion_kind kind, const char *goes_on, const char *label,
                           guint frequency)
{
    cfa_completion *one = g_new0(cfa_completion, 1);
    one->kind = kind;
    one->text = g_strconcat(this->kept, goes_on, NULL);
    one->label = g_strdup(label);
    one->frequency = frequency;
    g_ptr_array_add(this->found, one);
    return one;
}

static guint frequency_of(completer *this, const char *term)
{
    return xc_database_get_termfreq(this->index->database, term, strlen(term), &this->failure);
}

/* The record of a document; NULL where it cannot be read, which is for who shows it to tell. */
static cfa_record *record_of(completer *this, xc_docid docid)
{
    return cfa_lookup_document(this->index, docid, &this->failure, NULL);
}

/* ---- words ---- */

typedef struct frequent_word {
    char text[CFA_WORD_MAX + 1];
    cfa_language_set languages; /* that have it */
    guint frequency;
} frequent_word;

typedef struct frequent_words {
    const char *begun;
    gsize length;
    cfa_language language;
    frequent_word best[CFA_COMPLETE_WORDS]; /* those of the language first, the most frequent of them first */
    guint count;
} frequent_words;

static gboolean is_stopword(const cfa_vocabulary_word *word)
{
    for (int l = 1; l <= CFA_LANGUAGES; l++)
        if ((word->languages & CFA_LANGUAGE_BIT(l)) != 0 &&
            !cfa_word_is_stopword((cfa_language)l, word->text, word->length))
            return FALSE;
    return word->languages != 0;
}

/* Whether a word goes before one that came earlier: "servicio" begins as "services" does, and would be odd in
 * a question in French. */
static gboolean is_before(const cfa_vocabulary_word *word, const frequent_word *other, cfa_language language)
{
    const cfa_language_set ours = CFA_LANGUAGE_BIT(language);
    if ((word->languages & ours) != (other->languages & ours))
        return (word->languages & ours) != 0;
    return word->frequency > other->frequency;
}

/* Keeps the best; equal ones in the order in which they come. */
static void keep_frequent(const cfa_table_line *line, gpointer data)
{
    frequent_words *words = data;
    cfa_vocabulary_word word;
    guint at = words->count;
    if (!cfa_vocabulary_read(line, &word) || word.length > CFA_WORD_MAX || word.length == words->length)
        return;
    while (at > 0 && is_before(&word, &words->best[at - 1], words->language))
        at--;
    if (at == CFA_COMPLETE_WORDS || is_stopword(&word))
        return;
    words->count = MIN(words->count + 1, CFA_COMPLETE_WORDS);
    memmove(words->best + at + 1, words->best + at, (words->count - at - 1) * sizeof *words->best);
    memcpy(words->best[at].text, word.text, word.length);
    words->best[at].text[word.length] = '\0';
    words->best[at].languages = word.languages;
    words->best[at].frequency = word.frequency;
}

static void complete_words(completer *this)
{
    frequent_words words = {.begun = this->last, .length = strlen(this->last), .language = this->language};
    if (this->index->vocabulary == NULL || words.length < CFA_COMPLETE_LETTERS)
        return;
    cfa_vocabulary_visit(this->index->vocabulary, words.begun, words.length, keep_frequent, &words);
    for (guint i = 0; i < words.count; i++) {
        const frequent_word *word = &words.best[i];
        const gboolean is_ours = (word->languages & CFA_LANGUAGE_BIT(this->language)) != 0;
        g_autofree char *form = cfa_written_word(
            this->index, word->text, is_ours ? this->language : CFA_LANGUAGE_UNKNOWN, &this->failure);
        add(this, CFA_COMPLETES_WORD, form, form, word->frequency);
    }
}

/* ---- countries ---- */

/* Whether a folded name, or one of its words, begins so. */
static gboolean begins(const char *name, const char *begun)
{
    const gsize length = strlen(begun);
    for (const char *word = name; word != NULL; word = strchr(word, ' ')) {
        word += *word == ' ';
        if (strncmp(word, begun, length) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_called(const char *code, const char *begun)
{
    guint count = 0;
    const char *const *names = cfa_country_names(code, &count);
    for (guint i = 0; i < count; i++) {
        g_autofree char *folded = cfa_word_fold(names[i], strlen(names[i]));
        if (begins(folded, begun))
            return TRUE;
    }
    return FALSE;
}

static int compare_frequency(gconstpointer a, gconstpointer b)
{
    const cfa_completion *left = *(const cfa_completion *const *)a,
                         *right = *(const cfa_completion *const *)b;
    if (left->frequency != right->frequency)
        return left->frequency > right->frequency ? -1 : 1;
    return strcmp(left->text, right->text);
}

/* The countries that have paragraphs are the terms of their filter: codes, or folded names where there is
 * none. */
static void complete_countries(completer *this)
{
    const char *prefix = cfa_layout_prefix(CFA_FILTER_COUNTRY), *term;
    GPtrArray *words = this->found;
    if (strlen(this->last) < CFA_COMPLETE_LETTERS && !this->is_country)
        return;
    this->found = g_ptr_array_new_with_free_func(completion_free);
    g_autoptr(xc_term_iterator) terms =
        xc_database_allterms(this->index->database, prefix, strlen(prefix), &this->failure);
    while ((term = xc_term_iterator_next(terms, NULL, &this->failure)) != NULL) {
        const char *value = term + strlen(prefix), *name = cfa_country_name(value, this->language);
        if (!(name != NULL ? is_called(value, this->last) : begins(value, this->last)))
            continue;
        const char *label = name != NULL ? name : value;
        g_autofree char *quoted = cfa_piece_quoted(label);
        g_autofree char *field =
            g_strconcat(cfa_field_name(CFA_FIELD_COUNTRY, this->language), ":", quoted, NULL);
        add(this, CFA_COMPLETES_COUNTRY, field, label, xc_term_iterator_get_termfreq(terms, &this->failure));
    }
    g_ptr_array_sort(this->found, compare_frequency);
    if (this->found->len > CFA_COMPLETE_COUNTRIES)
        g_ptr_array_set_size(this->found, CFA_COMPLETE_COUNTRIES);
    g_ptr_array_extend_and_steal(words, this->found);
    this->found = words;
}

/* ---- cases ---- */

/* "Case No. 2090 (Belarus)", as one of its paragraphs says. The caller frees. */
static char *name_case(completer *this, const char *term, guint number)
{
    const char *country = NULL;
    g_autoptr(cfa_record) record = NULL;
    g_autoptr(xc_posting_iterator) postings =
        xc_database_postlist(this->index->database, term, strlen(term), &this->failure);
    const xc_docid docid = xc_posting_iterator_next(postings, &this->failure);
    if (docid != 0)
        record = record_of(this, docid);
    for (guint i = 0; record != NULL && i < record->text->cases->len; i++) {
        const cfa_case *one = g_ptr_array_index(record->text->cases, i);
        if (one->number == number)
            country = cfa_answer_case_country(one, this->language);
    }
    return cfa_citation_print(this->language, 0, &number, 1, country, 0, 0);
}

/* Where the words before a number make a citation of a case with it, that goes on as a whole. FALSE where
 * they make one of something else. */
static gboolean take_label(completer *this, const char *typed)
{
    const char *from = typed + strlen(this->kept);
    for (guint words = 0; words < LABEL_WORDS; words++) {
        cfa_citation citation;
        while (from > typed && from[-1] == ' ')
            from--;
        while (from > typed && strchr(before_words, from[-1]) == NULL)
            from--;
        if (strchr(from, ' ') == NULL || !cfa_query_read_citation(from, &citation))
            continue;
        this->kept[from - typed] = '\0';
        return citation.kind == CFA_CITES_CASE;
    }
    return TRUE;
}

static void complete_cases(completer *this)
{
    g_autoptr(GString) prefix = g_string_new(NULL);
    cfa_layout_filter(prefix, CFA_FILTER_CASE, this->last);
    const gsize named = strlen(cfa_layout_prefix(CFA_FILTER_CASE));
    g_autoptr(xc_term_iterator) terms =
        xc_database_allterms(this->index->database, prefix->str, prefix->len, &this->failure);
    const char *term;
    while (this->found->len < CFA_COMPLETE_CASES &&
           (term = xc_term_iterator_next(terms, NULL, &this->failure)) != NULL) {
        g_autofree char *id = g_strdup(term + named);
        g_autofree char *field = g_strconcat(cfa_field_name(CFA_FIELD_CASE, this->language), ":", id, NULL);
        g_autofree char *label = name_case(this, term, (guint)g_ascii_strtoull(id, NULL, 10));
        cfa_completion *one = add(this, CFA_COMPLETES_CASE, field, label, frequency_of(this, term));
        one->case_id = g_steal_pointer(&id);
    }
}

/* ---- the whole ---- */

/* Parts the last word from what stands before it, with the sign or the bracket that it begins with. */
static void part(completer *this, const char *typed)
{
    const char *last = typed + strlen(typed);
    while (last > typed && strchr(before_words, last[-1]) == NULL)
        last--;
    this->kept = g_strndup(typed, (gsize)(last - typed));
    cfa_field field;
    const char *value = cfa_field_value_in(last, strlen(last), &field);
    this->is_country = value != NULL && field == CFA_FIELD_COUNTRY;
    if (this->is_country)
        last = value;
    this->last = strpbrk(last, CFA_FIELD_MARKS) == NULL ? cfa_word_fold(last, strlen(last)) : g_strdup("");
}

static gboolean is_number(const char *word)
{
    const gsize digits = strspn(word, "0123456789");
    return digits > 0 && digits <= CASE_DIGITS && word[digits] == '\0';
}

GPtrArray *cfa_complete(const cfa_index *index, const char *typed, cfa_language language, cfa_error *error)
{
    completer this = {.index = index,
                      .language = language,
                      .found = g_ptr_array_new_with_free_func(completion_free),
                      .failure = XC_ERROR_INIT};
    if (strlen(typed) > CFA_QUERY_BYTES || !g_utf8_validate(typed, -1, NULL))
        return this.found;
    part(&this, typed);
    /* "20 9" is no beginning of a word: what is folded into several is left as it is. */
    if (strchr(this.last, ' ') == NULL) {
        if (is_number(this.last) && !this.is_country && take_label(&this, typed))
            complete_cases(&this);
        else if (!is_number(this.last) && !this.is_country)
            complete_words(&this);
        if (!is_number(this.last))
            complete_countries(&this);
    }
    g_free(this.kept);
    g_free(this.last);
    const gboolean well = this.failure.status == XC_OK ? cfa_index_held(index, error)
                                                       : cfa_database_error(error, &this.failure);
    if (!well)
        g_clear_pointer(&this.found, g_ptr_array_unref);
    return this.found;
}
