#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "citation.h"

typedef struct row {
    const char *text, *expected;
} row;

/* The identifiers found, or with `places` each with its text in angle brackets, parted by blanks. */
static char *found_in(const char *text, cfa_language language, cfa_citation_context *context, gboolean places)
{
    g_autoptr(GArray) mentions = cfa_citation_scan(text, strlen(text), language, context);
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < mentions->len; i++) {
        const cfa_mention *mention = &g_array_index(mentions, cfa_mention, i);
        char id[CFA_CITATION_ID_SIZE];
        g_string_append_printf(found, "%s%s", i > 0 ? " " : "", cfa_citation_id(&mention->citation, id));
        if (places)
            g_string_append_printf(found, "<%.*s>", (int)mention->length, text + mention->offset);
    }
    return g_string_free(found, FALSE);
}

static void check_rows(const row *rows, gsize count, gboolean places)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *found = found_in(rows[i].text, CFA_LANGUAGE_UNKNOWN, NULL, places);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("in \"%s\" found \"%s\", not \"%s\"", rows[i].text, found, rows[i].expected);
    }
}

#define CHECK(rows) check_rows(rows, G_N_ELEMENTS(rows), FALSE)

static void english_reports_give_their_paragraphs(void **state)
{
    static const row rows[] = {
        {"[see 957th Report, paras 591–628]", "957/591-628"},
        {"[see 951st Report, paras 1313–1338, approved by the Governing Body at its 303rd Session]",
         "951/1313-1338"},
        {"(see 918th Report, paras. 74-76)", "918/74-76"},
        {"[982nd Report, para. 42]", "982/42"},
        {"[ 394th Report , paras . 83 - 85 ]", "394/83-85"},
        {"394th Report (paras 70–95) and 395th Report (paras 96 to 98)", "394/70-95 395/96-98"},
        {"In its 366th Report (November 2012), paragraphs 5–7, the Committee", "366/5-7"},
        {"Report No. 394, para. 83; Reports Nos 394 and 395", "394/83 394 395"},
        {"the 394th Report’s paragraph 83", "394/83"},
        {"“394th Report”, § 83 and §§ 85–87", "394/83 394/85-87"},
        {"330th Report, paras 1313–38, and 331st Report, paras 74-6", "330/1313-1338 331/74-76"},
        {"30th report of the Committee, paragraph 5", "30/5"},
        {"394th Rep., para. 83; Report 394, para. 83; the report 394 on workers", "394/83 394/83"},
        {"[see the 394th Report, at paras 83–85, and the 395th, at para. 7]", "394/83-85 395/7"},
        {"330th\nReport, paras\n5 and\n7", "330/5 330/7"},
    };
    (void)state;
    CHECK(rows);
}

static void french_reports_give_their_paragraphs(void **state)
{
    static const row rows[] = {
        {"[Voir 946e rapport, paragr. 150 à 176.]", "946/150-176"},
        {"(Voir 965e rapport, paragr. 5.)", "965/5"},
        {"[Voir 959e rapport du comité, paragr. 561 à 579, approuvé par le Conseil d'administration à sa "
         "310e "
         "session]",
         "959/561-579"},
        {"[Voir 976e rapport, paragr. 89-91.]", "976/89-91"},
        {"le 1er rapport, paragr. 12; 394ème rapport, paragraphe 83 a)", "1/12 394/83"},
        {"voir 394 e rapport, par. 83", "394/83"},
        {"le 394e rapport, approuvé par 83 membres", "394"},
        {"voir 330e rapport, paragr. 1 023 et 1 027", "330/1023 330/1027"},
        {"le rapport no 394 du comité, paragr. 5", "394/5"},
        {"Rapport No. 938, Novembre 2005", "938"},
        {"dans le 394e rapport du comité", "394"},
    };
    (void)state;
    CHECK(rows);
}

static void spanish_reports_give_their_paragraphs(void **state)
{
    static const row rows[] = {
        {"(véase 914.o informe, párrafos 42 a 77)", "914/42-77"},
        {"[véase 992.º informe, aprobado por el Consejo de Administración en su 340.ª reunión, párrafos "
         "655-677]",
         "992/655-677"},
        {"[véase 973.er informe, ..., párrafos 310 a 323]", "973/310-323"},
        {"[véase 973.er informe, aprobado por el Consejo de Administración en su 322.ª reunión (noviembre de "
         "2014), párrafos 310 a 323]",
         "973/310-323"},
        {"[véase 971.er informe del Comité, párrafos 655 a 669 aprobado por el Consejo]", "971/655-669"},
        {"[véase 980.º informe, párrafos 811 a 858, que el Consejo aprobó en su 328.ª reunión]",
         "980/811-858"},
        {"394º informe, párr. 83; 394° informe, párrs. 5 y 7", "394/83 394/5 394/7"},
        {"véanse los informes 330.º y 331.º, párrafos 5 y 7, respectivamente", "330/5 331/7"},
        {"informe núm. 394, párrafo 5; Informe núm. 953, Marzo 2009", "394/5 953"},
        {"el 394.º informe para 83 trabajadores", "394"},
    };
    (void)state;
    CHECK(rows);
}

static void paragraphs_named_before_their_report_go_with_it(void **state)
{
    static const row rows[] = {
        {"paragraphs 236 to 249 of its 958th Report", "958/236-249"},
        {"paragraph 557 of the 997th Report", "997/557"},
        {"paragraph 17 of its 127th Report", "127/17"},
        {"Paragraph 281 of the 60th Report of the Committee", "60/281"},
        {"aux paragraphes 213 à 230 de son quatre-vingt-dix-huitième rapport", "98/213-230"},
        {"au paragraphe 5 du 330e rapport et au paragraphe 9 du 331e rapport", "330/5 331/9"},
        {"el párrafo 17 de su 127.º informe y los párrafos 5 a 7 del informe núm. 394", "127/17 394/5-7"},
        {"para. 83 del 394.º informe", "394/83"},
        {"paragraph 83 (b) of its 394th Report", "394/83"},
        {"paragraphs 83 et seq. of its 394th Report; párrafos 83 y siguientes del informe 394",
         "394/83 394/83"},
        {"paragraphs 83(a), 85(b) and 87 of the Committee's 394th Report", "394/83 394/85 394/87"},
        {"paragraph 5 of its 330th Report and paragraph 7 of its 331st Report", "330/5 331/7"},
        {"paragraphs 7 and 5, respectively, of its 958th and 959th Reports", "958/7 959/5"},
        {"See paras 83–85, 394th Report. See para. 5, 330th Report, para. 7", "394/83-85 330/7"},
    };
    (void)state;
    CHECK(rows);
}

static void reports_without_paragraphs_are_cited_whole(void **state)
{
    static const row rows[] = {
        {"in its 60th, 64th and 66th Reports", "60 64 66"},
        {"Ninth Report, First Report", "9 1"},
        {"the Committee’s 394th Report of March 2021", "394"},
        {"In its 394th Report, the Committee asked the Government to amend section 5, paragraph 7, of the "
         "Act",
         "394"},
        {"In its 394th Report the Committee noted (paragraph 7)", "394"},
        {"aux 330e et 331e rapports", "330 331"},
        {"1er juin 2017, 394e rapport", "394"},
    };
    (void)state;
    CHECK(rows);
}

static void several_reports_take_their_paragraphs_in_turn(void **state)
{
    static const row rows[] = {
        {"[see 958th and 959th Reports, paras 7 and 5, respectively]", "958/7 959/5"},
        {"[voir 958e et 959e rapports, paragr. 7 à 9 et 5, respectivement]", "958/7-9 959/5"},
        {"[see 958th, 959th and 960th Reports, paras 5, 7 and 9]", "958/5 959/7 960/9"},
        {"[see 958th and 959th Reports, para. 7]", "958 959/7"},
        {"[see 958th and 959th Reports, paras 7, 9 and 11]", "958 959"},
        {"aux paragraphes 5 et 7 de son 330e et de son 331e rapports", "330/5 331/7"},
    };
    (void)state;
    CHECK(rows);
}

static void lists_give_each_entry_and_end_where_something_else_begins(void **state)
{
    static const row rows[] = {
        {"[see 330th Report, paras 5, 6, 8–10, 12 and 14–16]", "330/5 330/6 330/8-10 330/12 330/14-16"},
        {"[330th Report, paras 5 and 7, and 335th Report, para. 9, 12 June 2003]", "330/5 330/7 335/9"},
        {"[330th Report, para. 5; 335th, para. 9]", "330/5 335/9"},
        {"[330th Report, para. 5, 2003]", "330/5"},
        {"330th Report, paras 5, 7 and 12 workers were named", "330/5 330/7"},
        {"330th Report, para. 5, 300 trade unionists", "330/5"},
        {"[330th Report, paras 1,023 and 1,027 to 1,030]", "330/1023 330/1027-1030"},
        {"[véase 914.º informe, párrafo 77, incisos a), b), d) y e), y 915.º informe, párrafos 5 y 7]",
         "914/77 915/5 915/7"},
        {"[see 394th Report, paras 83(a)–(c) and 85]", "394/83 394/85"},
        {"[330th Report, para. 5 and paras 7 to 9]", "330/5 330/7-9"},
        {"[330th Report, para. 5, and paragraph 7 of Convention No. 87]", "330/5"},
        {"párrafos 5, 7 y 9 del 394.º informe, 13 de enero de 2015", "394/5 394/7 394/9"},
    };
    (void)state;
    CHECK(rows);
}

static void ordinals_in_words_are_read(void **state)
{
    static const row rows[] = {
        {"Twentieth Report, para. 5; Nineteenth Report, para. 7", "20/5 19/7"},
        {"soixante seizième rapport, paragr. 7", "76/7"},
        {"vingt et unième rapport, paragr. 7; vingt-deuxième rapport, paragr. 8", "21/7 22/8"},
        {"quatre-vingtième rapport, paragr. 2; quatre-vingt-onzième rapport, paragr. 3", "80/2 91/3"},
        {"soixante et onzième rapport, paragr. 5; quatre-vingt-dix-neuvième rapport, paragr. 1", "71/5 99/1"},
        {"dix-septième rapport, paragr. 5; premier rapport, paragr. 4", "17/5 1/4"},
        {"vigésimo primer informe, párrafo 5; decimotercer informe, párrafo 7", "21/5 13/7"},
        {"primer informe, párrafo 2; vigésimo informe, párrafo 3; sexto informe, párrafo 9", "1/2 20/3 6/9"},
        {"Dans son douzième rapport, le comité a rappelé", "12"},
        {"le Comité, à ses vingt et unième et vingt-deuxième sessions", ""},
    };
    (void)state;
    CHECK(rows);
}

static void cases_are_found_one_and_several(void **state)
{
    static const row rows[] = {
        {"Case No. 9901. Case no. 9902, Case No 9903", "case:9901 case:9902 case:9903"},
        {"Cases Nos 9901 and 9902; Cases Nos. 9903, 9904 and 9905",
         "case:9901 case:9902 case:9903 case:9904 case:9905"},
        {"cas no 9901, cas nº 9902, cas n° 9903", "case:9901 case:9902 case:9903"},
        {"cas nos 9901, 9902 et 9903 (Ruritanie)", "case:9901 case:9902 case:9903"},
        {"caso núm. 9901, casos núms. 9902 y 9903", "case:9901 case:9902 case:9903"},
        {"Cases Nos 9901 (Ruritania), 9902 (Gondal (Federal Republic of)) and 9903 (Zamorna)",
         "case:9901 case:9902 case:9903"},
        {"casos n.os 9901 y 9902; caso N.º 9903", "case:9901 case:9902 case:9903"},
        {"casos núms. 9901 a 9904", "case:9901 case:9904"},
        {"Case No. 5 (Gondal)", "case:5"},
        {"in Case No. 9901 the Committee and in case 9902 the Committee; (case 9903)",
         "case:9901 case:9902 case:9903"},
        {"Case No. 9901 and 9902; Case No. 9903, 15 March 2003; Case No 9904, 2003",
         "case:9901 case:9902 case:9903 case:9904"},
        {"Cases Nos 9901 and 9902 and Conventions Nos. 87 and 98", "case:9901 case:9902"},
    };
    (void)state;
    CHECK(rows);
}

static void cases_within_a_reports_phrase_are_cited_too(void **state)
{
    static const row rows[] = {
        {"394th Report, Case No. 2090 (Belarus), paras 70–95", "394/70-95 case:2090"},
        {"[see 14th Report, Case No. 105 (Ruritania), paras. 120-137, and Sixth Report, Case No. 2, para. 7]",
         "14/120-137 case:105 6/7 case:2"},
        {"[voir 330e rapport, cas no 9901 (Ruritanie), paragr. 5; 331e rapport, cas nos 9902 et 9903, "
         "paragr. 7 et 9]",
         "330/5 case:9901 331/7 case:9902 case:9903 331/9"},
        {"(Voir 953e rapport, cas no 9925, paragr. 961, cas no 9937 (Gondal), paragr. 1051; 962e rapport, "
         "cas no 9920, "
         "paragr. 595.)",
         "953/961 case:9925 case:9937 953/1051 962/595 case:9920"},
        {"Case No. 9901 [330th Report, paras 5–7]", "case:9901 330/5-7"},
    };
    (void)state;
    CHECK(rows);
}

static void both_books_are_told_apart_by_edition_and_year(void **state)
{
    static const row rows[] = {
        {"Digest of decisions and principles of the Freedom of Association Committee, fifth edition, 2006, "
         "para. 45",
         "digest:2006/45"},
        {"[see Digest of decisions and principles of the Freedom of Association Committee, fifth (revised) "
         "edition, paras 45 and 47, and 330th Report, para. 292]",
         "digest:2006/45 digest:2006/47 330/292"},
        {"the 1996 Digest, paras 475, 477 and 479 to 481",
         "digest:1996/475 digest:1996/477 digest:1996/479-481"},
        {"Digest, 4th edition, para. 5; Digest (1985), para. 7", "digest:1996/5 digest:1985/7"},
        {"paragraph 45 of the 2006 Digest; para. 46 of the fifth edition of the Digest",
         "digest:2006/45 digest:2006/46"},
        {"Compilation of decisions of the Committee on Freedom of Association, sixth edition, 2018, "
         "paragraph 1047",
         "compilation:2018/1047"},
        {"paragraph 46 of the Compilation", "compilation:2018/46"},
        {"[voir Compilation des décisions du Comité de la liberté syndicale, sixième édition, 2018, paragr. "
         "1047]",
         "compilation:2018/1047"},
        {"Recueil de décisions et de principes du Comité de la liberté syndicale, cinquième édition, 2006, "
         "paragr. 45",
         "digest:2006/45"},
        {"Recopilación de decisiones del Comité de Libertad Sindical, sexta edición, 2018, párrafo 1047",
         "compilation:2018/1047"},
        {"Recopilación de decisiones y principios del Comité de Libertad Sindical, quinta edición, 2006, "
         "párrafo 45",
         "digest:2006/45"},
        {"la quinta edición de la Recopilación, párrafo 45", "digest:2006/45"},
        {"Recopilación, párrafo 45; Digest, para. 45; op. cit., para. 45", ""},
        {"a compilation of laws, paragraph 5; Compilation of laws, paragraph 5", ""},
        {"[see 330th Report and General Survey, 2012, para. 45]", "330"},
    };
    (void)state;
    CHECK(rows);
}

static void op_cit_means_the_book_that_the_document_cited_last(void **state)
{
    cfa_citation_context context = {0};
    static const row rows[] = {
        {"Recopilación, op. cit., párrafo 45", ""},
        {"[see Digest, fifth edition, 2006, para. 45]", "digest:2006/45"},
        {"Digest, op. cit., para. 46, and op. cit., para. 47", "digest:2006/46 digest:2006/47"},
        {"Recueil, op. cit., paragr. 48; Recopilación, op. cit., párrafo 49",
         "digest:2006/48 digest:2006/49"},
        {"Compilation, 2018, para. 1047", "compilation:2018/1047"},
        {"Recopilación, op. cit., párrafo 1048", "compilation:2018/1048"},
        {"Digest, op. cit., para. 50", "digest:2006/50"},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *found = found_in(rows[i].text, CFA_LANGUAGE_UNKNOWN, &context, FALSE);
        assert_string_equal(found, rows[i].expected);
    }
    assert_int_equal(context.digest_year, 2006);
    assert_int_equal(context.compilation_year, 2018);
}

static void numbers_that_cite_nothing_are_left_alone(void **state)
{
    static const row rows[] = {
        {"at its 29th Session, en su 322.ª reunión, à sa 310e session, the 98th ILC session, 111ª reunión "
         "CIT",
         ""},
        {"Convention No. 87, but not Convention No. 98 (No. 151)", ""},
        {"conventions nos 87 et 98, Convenios núms. 87 y 98, convention (no 87)", ""},
        {"Law No. 77-59, loi no 92/007 du 14 août 1992, decreto núm. 252, decision No. 39-2001", ""},
        {"article 24, sections 27 and 48, article 5, paragraph 7, paragraph 5 of article 7", ""},
        {"paragraph 644 of that report; see paragraph 83 above; párrafo 83 del presente informe", ""},
        {"[see 330th Report and paragraph 83 above]", "330"},
        {"in case No. 123/2006; case No. 45-2001; Case No. 5 of 1998; case no. 07-CA-12", ""},
        {"Case No. 9901 before the Supreme Court; criminal case No. 1234; caso núm. 5 del juzgado", ""},
        {"in this case, 300 workers; in any case 300 workers were dismissed; in the case 400,000 members",
         ""},
        {"dans ce cas 1500 de ses membres; en este caso 12 personas; in 12 cases", ""},
        {"In its second report, the police stated; the third report of the labour inspectorate", ""},
        {"5e rapport de la commission nationale; 2nd Report of the Ministry; police Report No. 12", ""},
        {"report No. 123 of the labour inspectorate; Report No. 45/2001", ""},
        {"1.o de abril, 1er juin, 1st; 13, 21, 22 y 26 de enero de 2015; mai-juin 2007", ""},
        {"394/83 and 12/2018; GB.306/7; C087", ""},
        {"1000th Report, para. 5; 0th Report; paragraph 5 of its 1000th Report", ""},
    };
    (void)state;
    CHECK(rows);
}

static void the_queries_of_the_interface_are_found_whole(void **state)
{
    static const row rows[] = {
        {"Case No. 2090", "case:2090<Case No. 2090>"},
        {"case 2090", "case:2090<case 2090>"},
        {"case 7", "case:7<case 7>"},
        {"cas no 2090", "case:2090<cas no 2090>"},
        {"caso núm. 2090", "case:2090<caso núm. 2090>"},
        {"394th Report, para. 83", "394/83<394th Report, para. 83>"},
        {"394e rapport, paragr. 83", "394/83<394e rapport, paragr. 83>"},
        {"394.º informe, párrafo 83", "394/83<394.º informe, párrafo 83>"},
        {"Compilation, 2018, para. 1047", "compilation:2018/1047<Compilation, 2018, para. 1047>"},
        {"Digest 2006, para. 45", "digest:2006/45<Digest 2006, para. 45>"},
        {"digest 2006 para 45", "digest:2006/45<digest 2006 para 45>"},
        {"report no 394", "394<report no 394>"},
    };
    (void)state;
    check_rows(rows, G_N_ELEMENTS(rows), TRUE);
}

static void mentions_cover_the_phrase_and_then_each_entry(void **state)
{
    static const row rows[] = {
        {"[see 394th Report, paras 7, 9 and 12–14.]",
         "394/7<394th Report, paras 7> 394/9<9> 394/12-14<12–14>"},
        {"its 60th, 64th and 66th Reports,", "60<60th> 64<64th> 66<66th Reports>"},
        {"Cases Nos 9901 and 9902 (Gondal)", "case:9901<Cases Nos 9901> case:9902<9902>"},
        {"in paragraphs 5 and 7 of its 394th Report", "394/5<paragraphs 5> 394/7<7 of its 394th Report>"},
        {"958th and 959th Reports, paras 7 and 5,", "958/7<958th and 959th Reports, paras 7> 959/5<5>"},
        {"394th Report, Case No. 2090 (Belarus), para. 70", "394/70<394th Report> case:2090<Case No. 2090>"},
        {"the 2006 Digest, paras 5 and 7", "digest:2006/5<2006 Digest, paras 5> digest:2006/7<7>"},
        {"the 394th Report (paras 83 to 85).", "394/83-85<394th Report (paras 83 to 85)>"},
        {"l'informe 394.º, párrafo 83", "394/83<informe 394.º, párrafo 83>"},
    };
    (void)state;
    check_rows(rows, G_N_ELEMENTS(rows), TRUE);
}

static void the_language_decides_what_para_means(void **state)
{
    g_autofree char *spanish = found_in("para 83 of the 394th Report", CFA_SPANISH, NULL, FALSE);
    g_autofree char *english = found_in("para 83 of the 394th Report", CFA_ENGLISH, NULL, FALSE);
    (void)state;
    assert_string_equal(spanish, "394");
    assert_string_equal(english, "394/83");
}

static void no_more_than_a_thousand_mentions_are_made(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    (void)state;
    for (guint i = 0; i < 3000; i++)
        g_string_append(text, "Case No. 9901; ");
    g_autoptr(GArray) mentions = cfa_citation_scan(text->str, text->len, CFA_ENGLISH, NULL);
    assert_int_equal(mentions->len, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_reports_give_their_paragraphs),
        cmocka_unit_test(french_reports_give_their_paragraphs),
        cmocka_unit_test(spanish_reports_give_their_paragraphs),
        cmocka_unit_test(paragraphs_named_before_their_report_go_with_it),
        cmocka_unit_test(reports_without_paragraphs_are_cited_whole),
        cmocka_unit_test(several_reports_take_their_paragraphs_in_turn),
        cmocka_unit_test(lists_give_each_entry_and_end_where_something_else_begins),
        cmocka_unit_test(ordinals_in_words_are_read),
        cmocka_unit_test(cases_are_found_one_and_several),
        cmocka_unit_test(cases_within_a_reports_phrase_are_cited_too),
        cmocka_unit_test(both_books_are_told_apart_by_edition_and_year),
        cmocka_unit_test(op_cit_means_the_book_that_the_document_cited_last),
        cmocka_unit_test(numbers_that_cite_nothing_are_left_alone),
        cmocka_unit_test(the_queries_of_the_interface_are_found_whole),
        cmocka_unit_test(mentions_cover_the_phrase_and_then_each_entry),
        cmocka_unit_test(the_language_decides_what_para_means),
        cmocka_unit_test(no_more_than_a_thousand_mentions_are_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
