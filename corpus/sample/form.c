#include "form.h"

enum { ANY_LANGUAGE = -1, SAME = -1 };

/* The pages that are not of the usual form: page language SAME is the body's. The first line that fits,
 * holds. */
static const struct exception {
    guint report, case_number;
    int body;
    sample_rendering rendering;
    int page;
    sample_encoding encoding;
    sample_file file;
    guint features;
} exceptions[] = {
    {127, 9911, ENGLISH, TEXT_FULL, SAME, UTF_8, GZIP, LETTER_TWICE},
    {127, 9911, FRENCH, HTML, SAME, WINDOWS_1252, GZIP, OLD_TAGS | LETTER_TWICE},
    {127, 9911, SPANISH, HTML, SAME, UTF_8, GZIP, OLD_TAGS | LETTER_TWICE | WITHOUT_ALLEGATIONS},
    {127, 9912, ENGLISH, TEXT_CONDENSED, SAME, UTF_8, GZIP, 0},
    {127, 9912, FRENCH, TEXT_FULL, SAME, UTF_8, GZIP, WITHOUT_HEADER},
    {127, 9912, SPANISH, TEXT_FULL, SAME, UTF_8, GZIP, NUMBERS_WITHOUT_STOP | FIRST_OUTSIDE | SHORT_TOP},
    {208, 9921, FRENCH, HTML, ENGLISH, UTF_8, PLAIN, OLD_TAGS},
    {208, 9922, SPANISH, HTML, FRENCH, UTF_8, PLAIN, OLD_TAGS | ALLEGATIONS_IN_BULLET},
    {208, 0, ANY_LANGUAGE, HTML, SAME, UTF_8, PLAIN, OLD_TAGS},
    {262, 9931, ENGLISH, TEXT_BARE_DASH, SAME, UTF_8, GZIP, 0},
    {262, 9931, FRENCH, HTML, SAME, LATIN_1, GZIP, OLD_TAGS},
    {262, 9931, SPANISH, TEXT_WRAPPED, SAME, UTF_8, GZIP, 0},
    {262, 9932, ENGLISH, TEXT_FULL, SAME, UTF_8, GZIP, FIRST_TWICE},
    {262, 9932, FRENCH, TEXT_WRAPPED, ENGLISH, UTF_8, GZIP, 0},
    {262, 9932, SPANISH, HTML, GERMAN, UTF_8, GZIP, SHORT_TOP},
    {306, 9941, SPANISH, HTML, ENGLISH, UTF_8, PLAIN, LONG_STATUS},
    {306, 9941, ANY_LANGUAGE, HTML, SAME, UTF_8, PLAIN, LONG_STATUS},
    {306, 9942, FRENCH, HTML, SPANISH, UTF_8, PLAIN, ENCODED_LINKS},
    {325, 2090, ENGLISH, HTML, SAME, UTF_8, PLAIN, 0},
    {325, 2090, FRENCH, HTML, GERMAN, UTF_8, GZIP, ENCODED_LINKS},
    {325, 2090, SPANISH, HTML, SAME, UTF_8, GZIP_TWO_MEMBERS, 0},
    {325, 9951, SPANISH, TEXT_CONDENSED, ENGLISH, UTF_8, GZIP, NUMBERS_WITHOUT_STOP},
    {333, 9961, ENGLISH, HTML, SAME, UTF_8, GZIP, FIRST_TWICE | ENCODED_LINKS},
    {333, 9962, FRENCH, TEXT_FULL, GERMAN, UTF_8, GZIP, SHORT_TOP},
    {333, 9962, SPANISH, TEXT_FULL, SAME, UTF_8, GZIP, ALLEGATIONS_IN_BULLET},
    {349, 9972, SPANISH, HTML, ENGLISH, UTF_8, GZIP, ENCODED_LINKS},
    {349, 9973, FRENCH, HTML, SAME, UTF_8_DECOMPOSED, GZIP, 0},
    {367, 9981, FRENCH, TEXT_CONDENSED, SAME, UTF_8, GZIP, 0},
    {367, 9982, ENGLISH, TEXT_WRAPPED, SAME, UTF_8, GZIP, 0},
    {380, 9984, SPANISH, HTML, ENGLISH, UTF_8, GZIP, 0},
    {380, 9985, FRENCH, HTML, SPANISH, UTF_8, GZIP, 0},
    {391, 9987, ENGLISH, TEXT_FULL, SAME, UTF_8, GZIP, 0},
    {391, 9988, FRENCH, HTML, GERMAN, UTF_8, GZIP, ENCODED_LINKS},
    {394, 2090, FRENCH, HTML, ENGLISH, UTF_8, GZIP, ENCODED_LINKS},
    {394, 9990, ENGLISH, HTML, FRENCH, UTF_8, GZIP, 0},
    {396, 2090, SPANISH, HTML, GERMAN, UTF_8, GZIP, 0},
    {396, 9991, ENGLISH, HTML, SAME, UTF_8, GZIP, WITHOUT_HEADER},
    {396, 9991, FRENCH, TEXT_BARE_DASH, SAME, UTF_8, GZIP, 0},
    {396, 9991, SPANISH, TEXT_CONDENSED, SAME, UTF_8, GZIP, 0},
    {396, 9992, ENGLISH, HTML, FRENCH, UTF_8, GZIP, 0},
    {396, 9992, FRENCH, TEXT_FULL, SAME, UTF_8, GZIP, 0},
    {396, 9992, SPANISH, HTML, SAME, UTF_16, GZIP, 0},
    {400, 2090, ENGLISH, HTML, SAME, UTF_8, PLAIN, ENCODED_LINKS},
    {400, 9993, FRENCH, TEXT_FULL, SAME, UTF_8, PLAIN, WITHOUT_HEADER},
    {400, 9993, SPANISH, TEXT_BARE_DASH, SAME, UTF_8, GZIP, 0},
    {400, 9994, ENGLISH, HTML, SPANISH, UTF_8, GZIP, 0},
    {400, 9994, FRENCH, HTML, SAME, UTF_8, GZIP, WITHOUT_HEADER | ENCODED_LINKS},
    {404, 9996, ENGLISH, HTML, GERMAN, UTF_8, PLAIN, 0}};

static const struct bundled {
    guint report;
    sample_bundle bundle;
} bundles[] = {{41, BULLETIN}, {208, TAR}, {306, ZIP}, {404, TAR_GZ}};

enum { LAST_REPORT_WITH_OLD_TAGS = 262 };

sample_form sample_form_of(guint report, guint case_number, sample_language body)
{
    for (gsize i = 0; i < G_N_ELEMENTS(exceptions); i++) {
        const struct exception *row = &exceptions[i];
        if (row->report == report && (row->case_number == 0 || row->case_number == case_number) &&
            (row->body == ANY_LANGUAGE || row->body == (int)body))
            return (sample_form){.rendering = row->rendering,
                                 .page = row->page == SAME ? body : (sample_language)row->page,
                                 .encoding = row->encoding,
                                 .file = row->file,
                                 .features = row->features};
    }
    guint tags = report <= LAST_REPORT_WITH_OLD_TAGS ? OLD_TAGS : 0;
    guint links = case_number % 2 == 1 ? ENCODED_LINKS : 0;
    return (sample_form){.rendering = HTML, .page = body, .file = GZIP, .features = tags | links};
}

gboolean sample_form_is_mute(const sample_form *form)
{
    return (form->features & WITHOUT_HEADER) != 0 || form->rendering == TEXT_CONDENSED ||
           form->rendering == TEXT_WRAPPED || form->rendering == TEXT_BARE_DASH;
}

sample_bundle sample_form_bundle(guint report)
{
    for (gsize i = 0; i < G_N_ELEMENTS(bundles); i++) {
        if (bundles[i].report == report)
            return bundles[i].bundle;
    }
    return SINGLE_FILES;
}
