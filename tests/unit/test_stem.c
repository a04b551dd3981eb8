/* Stems and stopwords: the forms of one word meet, with accents and without. */
#include "word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* The stem of a word as it stands in a text. */
static char *stem_of(cfa_stemmer *stemmer, cfa_language language, const char *text)
{
    g_autofree char *folded = cfa_word_fold(text, strlen(text));
    return g_strdup(cfa_stemmer_stem(stemmer, language, folded, strlen(folded)));
}

/* All the forms, parted by blanks, have the stem of the first. */
static void check_family(cfa_language language, const char *forms)
{
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    g_auto(GStrv) each = g_strsplit(forms, " ", -1);
    g_autofree char *first = stem_of(stemmer, language, each[0]);
    for (guint i = 1; each[i] != NULL; i++) {
        g_autofree char *stem = stem_of(stemmer, language, each[i]);
        if (strcmp(stem, first) != 0)
            fail_msg("the stem of %s is %s, but that of %s is %s", each[i], stem, each[0], first);
    }
}

static void forms_of_an_english_word_share_a_stem(void **state)
{
    (void)state;
    check_family(CFA_ENGLISH, "strike strikes striking");
    check_family(CFA_ENGLISH, "dismissal dismissals");
    check_family(CFA_ENGLISH, "arrest arrests arrested arresting");
}

static void british_and_american_spellings_share_a_stem(void **state)
{
    (void)state;
    check_family(CFA_ENGLISH,
                 "organize organise organizes organises organized organised organizing organising "
                 "organization organisation organizations organisations");
    check_family(CFA_ENGLISH, "organizer organiser organizers organisers");
    check_family(CFA_ENGLISH, "unauthorized unauthorised");
    check_family(CFA_ENGLISH, "promise promises promised");
    check_family(CFA_ENGLISH, "labour labor labours labors");
    check_family(CFA_ENGLISH, "favour favor favourable favorable");
    check_family(CFA_ENGLISH, "unfavourable unfavorable");
    check_family(CFA_ENGLISH, "honour honor honoured honored");
    check_family(CFA_ENGLISH, "centre center centres centers");
    check_family(CFA_ENGLISH, "programme program programmes programs programmed");
    check_family(CFA_ENGLISH, "defence defense defences defenses");
    check_family(CFA_ENGLISH, "offence offense");
    check_family(CFA_ENGLISH, "licence license licensed");
    check_family(CFA_ENGLISH, "practise practice practised practiced");
    check_family(CFA_ENGLISH, "judgement judgment judgements judgments");
    check_family(CFA_ENGLISH, "enrolment enrollment enrol enroll enrolled");
    check_family(CFA_ENGLISH, "fulfil fulfill fulfilment fulfillment");
    check_family(CFA_ENGLISH, "cancelled canceled cancelling canceling");
    check_family(CFA_ENGLISH, "travelling traveling travelled traveled");
    check_family(CFA_ENGLISH, "analyse analyze analysed analyzed");
    check_family(CFA_ENGLISH, "paralyse paralyze paralysed paralyzed");
    check_family(CFA_ENGLISH, "industrialise industrialize industrialization");
    check_family(CFA_ENGLISH, "dialogue dialog");
    check_family(CFA_ENGLISH, "wilful willful wilfully willfully");
}

static void old_and_new_spellings_share_a_stem(void **state)
{
    (void)state;
    check_family(CFA_ENGLISH, "connexion connection");
    check_family(CFA_ENGLISH, "enquiry inquiry enquiries inquiries");
    check_family(CFA_ENGLISH, "gaol jail gaoled jailed");
    check_family(CFA_FRENCH, "clé clef clés clefs");
    check_family(CFA_FRENCH, "paiement payement paiements");
    check_family(CFA_FRENCH, "événement évènement evenement");
    check_family(CFA_SPANISH, "fue fué");
    check_family(CFA_SPANISH, "dio dió");
    check_family(CFA_SPANISH, "sustitución substitución sustituciones");
    check_family(CFA_SPANISH, "suscribir subscribir");
    check_family(CFA_SPANISH, "septiembre setiembre");
    check_family(CFA_SPANISH, "reemplazo remplazo");
    check_family(CFA_SPANISH, "quórum cuórum");
}

static void unaccented_capitals_share_a_stem_with_what_they_stand_for(void **state)
{
    (void)state;
    check_family(CFA_FRENCH, "ETAT État état");
    check_family(CFA_FRENCH, "GREVE grève GRÈVES");
    check_family(CFA_FRENCH, "ELECTION élection ÉLECTIONS");
    check_family(CFA_FRENCH, "DELEGUES délégués délégué");
    check_family(CFA_SPANISH, "HUELGA huelga");
    check_family(CFA_SPANISH, "PUBLICOS públicos PÚBLICO");
    check_family(CFA_SPANISH, "SINDICACION sindicación");
}

static void check_strangers(cfa_language language, const char *one, const char *other)
{
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    g_autofree char *first = stem_of(stemmer, language, one);
    g_autofree char *second = stem_of(stemmer, language, other);
    if (strcmp(first, second) == 0)
        fail_msg("%s and %s have the same stem, %s", one, other, first);
}

static void names_of_countries_are_no_forms_of_common_words(void **state)
{
    (void)state;
    check_strangers(CFA_FRENCH, "Mali", "mal");
    check_strangers(CFA_FRENCH, "Dominique", "dominant");
    check_strangers(CFA_FRENCH, "Martinique", "Martin");
    check_strangers(CFA_SPANISH, "Canadá", "caña");
    check_strangers(CFA_SPANISH, "Granada", "gran");
    check_strangers(CFA_SPANISH, "Malí", "malos");
    check_strangers(CFA_SPANISH, "Belice", "bélico");
    check_family(CFA_SPANISH, "Canadá Canada CANADA");
}

static void spelling_does_not_make_different_words_one(void **state)
{
    (void)state;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    g_autofree char *organ = stem_of(stemmer, CFA_ENGLISH, "organ");
    g_autofree char *organize = stem_of(stemmer, CFA_ENGLISH, "organize");
    assert_string_not_equal(organ, organize);
}

static void accented_and_unaccented_words_share_a_stem(void **state)
{
    (void)state;
    check_family(CFA_FRENCH, "grève greve grèves greves");
    check_family(CFA_FRENCH, "liberté liberte libertés libertes");
    check_family(CFA_FRENCH, "licencié licencie licenciés licenciées licenciees");
    check_family(CFA_FRENCH, "négociation negociation négociations negociations");
    check_family(CFA_FRENCH, "allégué allegue");
    check_family(CFA_SPANISH, "detención detencion detenciones");
    check_family(CFA_SPANISH, "negociación negociacion negociaciones");
    check_family(CFA_SPANISH, "párrafo parrafo párrafos parrafos");
}

static void spanish_action_actions_and_verb_share_a_stem(void **state)
{
    (void)state;
    check_family(CFA_SPANISH, "organización organizacion organizaciones organizar");
}

/* Stems words that begin with one or two letters and end in what Snowball takes away. */
static void where_a_stem_is_said_to_begin_as_its_word_it_does(void **state)
{
    static const char *const endings[] = {"",    "y",    "s",    "ies",  "ing",   "ying", "ed",     "ly",
                                          "aux", "ites", "ment", "ance", "ation", "cion", "amente", "iendo"};
    (void)state;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    for (int i = 0; i < 27 * 26 * (int)G_N_ELEMENTS(endings) * CFA_LANGUAGES; i++) {
        const cfa_language language = (cfa_language)(i % CFA_LANGUAGES + 1);
        const int start = i / CFA_LANGUAGES / (int)G_N_ELEMENTS(endings);
        const char letters[] = {(char)('a' + start % 26), start < 26 ? '\0' : (char)('a' + start / 26 - 1),
                                '\0'};
        g_autofree char *word =
            g_strconcat(letters, endings[i / CFA_LANGUAGES % (int)G_N_ELEMENTS(endings)], NULL);
        const char *stem = cfa_stemmer_stem(stemmer, language, word, strlen(word));
        if (stem[0] != word[0] && cfa_stemmer_keeps_initial(stemmer, language, word))
            fail_msg("the stem of %s is %s", word, stem);
    }
    assert_true(cfa_stemmer_keeps_initial(stemmer, CFA_ENGLISH, "strike"));
    assert_false(cfa_stemmer_keeps_initial(stemmer, CFA_ENGLISH, "gaoled"));
    assert_false(cfa_stemmer_keeps_initial(stemmer, CFA_ENGLISH, "enquiry"));
    assert_true(cfa_stemmer_keeps_initial(stemmer, CFA_FRENCH, "enquete"));
}

static void stems_are_folded_and_fit_a_word(void **state)
{
    static const char *const words[] = {"grève",       "liberté", "organización", "queja",
                                        "sindicación", "œuvre",   "ﬁnal",         "中国"};
    (void)state;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
            g_autofree char *stem = stem_of(stemmer, (cfa_language)l, words[i]);
            g_autofree char *again = cfa_word_fold(stem, strlen(stem));
            assert_string_equal(again, stem);
            assert_in_range(strlen(stem), 1, CFA_WORD_MAX);
        }
}

static void words_with_a_digit_are_their_own_stem(void **state)
{
    (void)state;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    for (int l = 0; l <= CFA_LANGUAGES; l++) {
        assert_string_equal(cfa_stemmer_stem(stemmer, (cfa_language)l, "2090", 4), "2090");
        assert_string_equal(cfa_stemmer_stem(stemmer, (cfa_language)l, "c87s", 4), "c87s");
    }
}

static void words_of_an_unknown_language_are_their_own_stem(void **state)
{
    (void)state;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    assert_string_equal(cfa_stemmer_stem(stemmer, CFA_ENGLISH, "strikes", 7), "strike");
    assert_string_equal(cfa_stemmer_stem(stemmer, CFA_LANGUAGE_UNKNOWN, "strikes", 7), "strikes");
    assert_string_equal(cfa_stemmer_stem(stemmer, CFA_ENGLISH, "strikes", 7), "strike");
}

static void length_bounds_the_word(void **state)
{
    (void)state;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    assert_string_equal(cfa_stemmer_stem(stemmer, CFA_ENGLISH, "porterships", 6), "porter");
    assert_string_equal(cfa_stemmer_stem(stemmer, CFA_ENGLISH, "", 0), "");
}

/* More different words than the cache holds, and each twice. */
static void stems_stay_the_same_when_the_cache_is_full(void **state)
{
    enum { WORDS = 70000 };
    (void)state;
    g_autoptr(cfa_stemmer) stemmer = cfa_stemmer_new();
    for (int i = 0; i < WORDS; i++) {
        char word[] = "aaaaports";
        for (int j = 0, rest = i; j < 4; j++, rest /= 20)
            word[j] = (char)('b' + rest % 20);
        g_autofree char *expected = g_strndup(word, strlen(word) - 1);
        assert_string_equal(cfa_stemmer_stem(stemmer, CFA_ENGLISH, word, strlen(word)), expected);
        assert_string_equal(cfa_stemmer_stem(stemmer, CFA_ENGLISH, word, strlen(word)), expected);
    }
}

static gboolean stops(cfa_language language, const char *word)
{
    return cfa_word_is_stopword(language, word, strlen(word));
}

/* Were a table out of order, some word of it would not be found. */
static void stopword_tables_are_in_order(void **state)
{
    static const char *const lists[CFA_LANGUAGES + 1] = {
        [CFA_ENGLISH] =
            "a about after all also an and any are as at be because been being both but by can could did do "
            "does for from had has have having he her his how i if in into is it its may more most no nor "
            "not of on or other our out own she should so some such than that the their them then there "
            "these they this those through to under up upon was we were what when where which while who "
            "whom whose why will with would you",
        [CFA_FRENCH] =
            "a afin ai alors apres au aucun aucune aussi autre autres aux avait avec avoir ayant c ce cela "
            "celle celui ces cet cette ceux comme d dans de des donc dont du elle elles en entre est et "
            "etaient etait etant ete etre eu eux il ils j je l la le les leur leurs lors lui m mais me meme "
            "n "
            "ne ni nos notre nous on ont ou par pas plus pour qu que quel quelle qui s sa sans se selon ses "
            "si soit son sont sous sur t tous tout toute toutes un une vers vos votre vous y",
        [CFA_SPANISH] =
            "a al algun alguna ante asi aun aunque bajo cada como con cual cuando cuyo de del desde donde "
            "dos e el ella ellos en entre era es esa ese eso esta estaba estan estas este esto estos fue "
            "fueron ha habia habian haber haya hacia han hasta la las le les lo los mas mi ni no nos o otra "
            "otras otro otros para pero por porque pues que quien se sea segun ser si sido sin sino sobre "
            "son su sus tal tambien tanto todo todos tras u un una unas unos y ya"};
    (void)state;
    for (int l = 1; l <= CFA_LANGUAGES; l++) {
        g_auto(GStrv) words = g_strsplit(lists[l], " ", -1);
        for (guint i = 0; words[i] != NULL; i++)
            if (!stops((cfa_language)l, words[i]))
                fail_msg("\"%s\" is no stopword of %s", words[i], cfa_language_code((cfa_language)l));
    }
}

static void words_that_carry_meaning_are_no_stopwords(void **state)
{
    static const char *const words[] = {"strike", "greve", "huelga", "union", "syndicat",
                                        "2090",   "",      "thee",   "th"};
    (void)state;
    for (int l = 0; l <= CFA_LANGUAGES; l++)
        for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
            assert_false(stops((cfa_language)l, words[i]));
}

static void stopwords_are_those_of_one_language(void **state)
{
    (void)state;
    assert_true(stops(CFA_ENGLISH, "the"));
    assert_false(stops(CFA_FRENCH, "the"));
    assert_false(stops(CFA_LANGUAGE_UNKNOWN, "the"));
    assert_true(cfa_word_is_stopword(CFA_ENGLISH, "theory", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_an_english_word_share_a_stem),
        cmocka_unit_test(british_and_american_spellings_share_a_stem),
        cmocka_unit_test(old_and_new_spellings_share_a_stem),
        cmocka_unit_test(unaccented_capitals_share_a_stem_with_what_they_stand_for),
        cmocka_unit_test(names_of_countries_are_no_forms_of_common_words),
        cmocka_unit_test(spelling_does_not_make_different_words_one),
        cmocka_unit_test(accented_and_unaccented_words_share_a_stem),
        cmocka_unit_test(spanish_action_actions_and_verb_share_a_stem),
        cmocka_unit_test(where_a_stem_is_said_to_begin_as_its_word_it_does),
        cmocka_unit_test(stems_are_folded_and_fit_a_word),
        cmocka_unit_test(words_with_a_digit_are_their_own_stem),
        cmocka_unit_test(words_of_an_unknown_language_are_their_own_stem),
        cmocka_unit_test(length_bounds_the_word),
        cmocka_unit_test(stems_stay_the_same_when_the_cache_is_full),
        cmocka_unit_test(stopword_tables_are_in_order),
        cmocka_unit_test(words_that_carry_meaning_are_no_stopwords),
        cmocka_unit_test(stopwords_are_those_of_one_language),
    };
    return cmocka_run_group_tests_name("stem", tests, NULL, NULL);
}
