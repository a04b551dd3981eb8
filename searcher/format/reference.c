#include "reference.h"

#include "address.h"

/* What is the same of every report, by language; the unknown one is English. */
static const struct {
    const char *author, *genre, *publisher, *place;
} names[CFA_LANGUAGES + 1] = {
    {"ILO Committee on Freedom of Association", "Report", "International Labour Office", "Geneva"},
    {"ILO Committee on Freedom of Association", "Report", "International Labour Office", "Geneva"},
    {"Comité de la liberté syndicale de l’OIT", "Rapport", "Bureau international du Travail", "Genève"},
    {"Comité de Libertad Sindical de la OIT", "Informe", "Oficina Internacional del Trabajo", "Ginebra"},
};

/* Lines and what else is blank become single blanks, since the formats have no room for more. */
static char *in_one_line(char *text)
{
    char *end = text;
    for (const char *at = text; *at != '\0'; at++) {
        const gboolean is_blank = g_ascii_isspace(*at) || g_ascii_iscntrl(*at);
        if (!is_blank)
            *end++ = *at;
        else if (end > text && end[-1] != ' ')
            *end++ = ' ';
    }
    *end = '\0';
    return g_strchomp(text);
}

const char *cfa_reference_author(cfa_language language)
{
    return names[language].author;
}

cfa_reference cfa_reference_make(const cfa_item *item)
{
    const cfa_case_text *text = item->record->text;
    return (cfa_reference){
        .key = cfa_item_key(item->id),
        .title = in_one_line(cfa_answer_title(item->record, item->case_text)),
        .citation = in_one_line(cfa_answer_cite(item->record, item->case_text, text->language)),
        .text = in_one_line(cfa_item_text(item)),
        .author = cfa_reference_author(text->language),
        .genre = names[text->language].genre,
        .publisher = names[text->language].publisher,
        .place = names[text->language].place,
        .report = text->report,
        .date = text->report_date,
        .language = text->language,
        .url = text->url != NULL && cfa_address_is_web(text->url) ? text->url : NULL,
    };
}

void cfa_reference_clear(cfa_reference *reference)
{
    g_free(reference->key);
    g_free(reference->title);
    g_free(reference->citation);
    g_free(reference->text);
}
