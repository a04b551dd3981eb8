#!/usr/bin/env bash
# Pages to read on: the history of a case, the contents of a report, languages side by side, what is alike.
#
#     tests/web/reading.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"
nbsp=$'\u00a0'

# The history of a case and the contents of a report, and how one gets there.
histories() {
  get '/?q=arrest+for+unauthorised+picket'
  promise 'a hit leads to the history of its case' body_has '<a href="/case/2090?q=arrest+for+unauthorised+picket">History of Case'"$nbsp"'No.'"$nbsp"'2090</a>'
  promise 'and to the contents of its report' body_has '<a href="/report/394?q=arrest+for+unauthorised+picket">Contents of the 394th Report</a>'
  get /paragraph/394/83?ui=fr
  promise 'a paragraph leads to the history of its case' body_has '<a href="/case/2090?ui=fr">Historique du cas'"$nbsp"'no'"$nbsp"'2090</a>'
  promise 'and to the contents of its report' body_has '<a href="/report/394?ui=fr">Sommaire du 394e rapport</a>'
  get /paragraph/394/70
  promise 'the first paragraph of a case text leads to the one before it' body_has 'href="/paragraph/394/69/en" rel="prev"'
  get /paragraph/349/200
  promise 'joined cases lead to the history of each' eval 'body_has "History of Case${nbsp}No.${nbsp}9971" && body_has "/case/9972"'
  for language in en fr es; do
    promise "a case has a page in $language" answers 200 "/case/2090?ui=$language"
    promise "which is well-formed" is_page_in "$language"
    promise "and has the texts in $language" body_has "<a href=\"/paragraph/394/70/$language?ui=$language\">"
    promise "a report has a page in $language" answers 200 "/report/394?ui=$language"
    promise "which is well-formed too" is_page_in "$language"
  done
  get /case/2090
  promise 'it carries the guards' is_guarded
  promise 'it has a title of its own' body_has '<title>History of Case'"$nbsp"'No.'"$nbsp"'2090 (Belarus) – Decisions on freedom of association</title>'
  promise 'it is drawn without a style in it' eval 'body_has "<svg class=\"timeline\"" && body_lacks "style="'
  promise 'each examination stands in the table' [ "$(xmllint --xpath 'count(//table/tbody/tr)' "$scratch/body")" = 5 ]
  promise 'each row leads to its examination' [ "$(xmllint --xpath 'count(//tr//a[substring(@href, 2) = //section/@id])' "$scratch/body")" = 4 ]
  promise 'and each point' [ "$(xmllint --xpath 'count(//*[local-name()="svg"]//*[local-name()="a"][substring(@href, 2) = //section/@id])' "$scratch/body")" = 4 ]
  promise 'one can search in the case' body_has '<a href="/?q=case:2090">Search in this case</a>'
  promise 'and be told when it is examined again' body_has '<a href="/feed?q=case:2090">Alerts (Atom feed)</a>'
  promise 'which a feed reader finds by the address of the page' body_has '<link rel="alternate" type="application/atom+xml" title="Alerts (Atom feed)" href="/feed?q=case:2090" />'
  promise 'what the case is called counts for nothing' eval 'answers 200 /case/Case%20No.%202090 && body_has "href=\"/case/2090\""'
  get '/case/9971?ui=es'
  promise 'a joined case leads to the other' body_has '<a href="/case/9972?ui=es">Caso'"$nbsp"'núm.'"$nbsp"'9972</a>'
  get /report/394
  promise 'a report leads to its cases' body_has '<a href="/case/9989">History of Case'"$nbsp"'No.'"$nbsp"'9989</a>'
  promise 'and to its texts' body_has 'href="/paragraph/394/52/en"'
  promise 'one can search in the report' body_has '<a href="/?q=report:394">Search in this report</a>'
  promise 'a report leads to the reports beside it' eval 'body_has "href=\"/report/391\" rel=\"prev\"" && body_has "href=\"/report/396\" rel=\"next\""'
  get '/case/9999?ui=fr'
  promise 'a case that is not there is named' grep -q "Absent de cet index.*cas${nbsp}no${nbsp}9999" "$scratch/body"
}

# A case text in several languages, side by side and in step.
reading() {
  local language rows='//section[@id="case"]/div[@id]' lang='ancestor-or-self::*[@lang][1]/@lang'
  get /paragraph/394/83/en
  promise 'a case text is read in one language' counts 0 "$rows/div"
  promise 'and offers to set each other beside it' eval \
    'body_has "href=\"/paragraph/394/83/en?lang=en,fr#case\"" && body_has "href=\"/paragraph/394/83/en?lang=en,es#case\""'
  promise 'two languages stand in columns' answers 200 '/paragraph/394/83/en?lang=en,fr'
  promise 'on a well-formed page' is_page_in en
  promise 'with the guards' is_guarded
  promise 'a row for each paragraph' counts 26 "$rows"
  promise 'with its number once and a cell for each language' counts 26 "$rows[count(a[@class=\"number\"]) = 1 and count(div) = 2]"
  promise 'paragraph beside paragraph' counts 26 "$rows[div[1]/p[@class=\"body\"]/$lang = \"en\" and div[2]/p[@class=\"body\"]/$lang = \"fr\"]"
  promise 'each with the name of its language' counts 52 "$rows/div[p[1][@class=\"language\"]/$lang = p[2]/$lang]"
  promise 'sections stand over both' counts 4 '//section[@id="case"]/h3'
  promise 'the paragraph that is read is set off' counts 1 "$rows[@id=\"p83\" and @aria-current=\"true\"]"
  promise 'either language can be taken away' eval 'body_has "href=\"/paragraph/394/83/en?lang=fr#case\" aria-current=\"true\" aria-label=\"Without English\"" &&
    body_has "href=\"/paragraph/394/83/en#case\" aria-current=\"true\" aria-label=\"Without Français\""'
  promise 'and the third set beside them' body_has 'href="/paragraph/394/83/en?lang=en,fr,es#case"'
  promise 'the next paragraph is read in both' body_has 'href="/paragraph/394/84/en?lang=en,fr" rel="next"'
  promise 'and the page of another language' body_has 'href="/paragraph/394/83/en?lang=en,fr&amp;ui=fr"'
  promise 'languages come by commas or repetition' same_body '/paragraph/394/83/en?lang=en,fr' '/paragraph/394/83/en?lang=en&lang=fr'
  promise 'and each counts once' same_body '/paragraph/394/83/en?lang=en,fr' '/paragraph/394/83/en?lang=en,fr&lang=fr,en'
  for language in en fr es; do
    promise "three stand in columns in $language" answers 200 "/paragraph/394/83/$language?lang=es,en,fr&ui=$language"
    promise 'on a well-formed page, too' is_page_in "$language"
    promise 'in the order asked for' counts 26 "$rows[div[1]/p/$lang = \"es\" and div[2]/p/$lang = \"en\" and div[3]/p/$lang = \"fr\"]"
  done
  for query in 'lang=xx' 'lang=en,xx' 'lang=en&lang=%FF' 'lang=%3Cscript%3E' 'marks=maybe' 'marks=on&marks=off'; do
    promise "400 for $query" answers 400 "/paragraph/394/83/en?$query"
    promise 'with a guarded page' eval 'is_guarded && is_page_in en && has_nothing_active'
  done
  promise 'a paragraph that is not there is not there in any' answers 404 '/paragraph/394/99999?lang=en,fr'
}

# What was searched goes with the reader, and leads back.
reading_on() {
  local path query='q=release&country=BY&page=1'
  get "/?$query&lang=en"
  promise 'a hit is read with the search that found it' body_has 'href="/paragraph/394/83/en?q=release&amp;page=1&amp;country=BY&amp;texts=en"'
  get "/paragraph/394/83/en?$query&lang=en,es"
  promise 'what was searched is marked in each column' counts 2 '//div[@id="p83"]/div[.//mark]'
  promise 'one can read without marks' body_has '<a href="/paragraph/394/83/en?q=release&amp;page=1&amp;country=BY&amp;lang=en,es&amp;marks=off">Read without marks</a>'
  get "/paragraph/394/83/en?$query&lang=en,es&marks=off"
  promise 'then nothing is marked' counts 0 '//mark'
  promise 'and the next paragraph neither' body_has 'lang=en,es&amp;marks=off" rel="next"'
  promise 'and one can read with marks again' body_has '<a href="/paragraph/394/83/en?q=release&amp;page=1&amp;country=BY&amp;lang=en,es">Read with marks</a>'
  for path in /paragraph/394/83/en /case/2090 /report/394; do
    get "$path?$query&texts=es,en&lang=fr&ui=fr"
    promise "one can go back from $path" body_has '<a href="/?q=release&amp;page=1&amp;country=BY&amp;ui=fr&amp;lang=es,en">Retour aux résultats</a>'
    get "$path"
    promise "without a search there is no way back from $path" body_lacks 'Back to the results'
  done
  for path in /paragraph/394/83/en /case/2090 /report/394 /cites/306/123 /similar/394/83; do
    get "$path?q=release&ui=es"
    promise "the box stands once, at the head of $path" counts 1 '//main/*[1][self::form and count(//form) = 1]'
    promise 'with what was searched' counts 1 '//form//input[@id="q" and @value="release"]'
    promise 'and the language of the page, and nothing else' counts 1 '//form//input[@type="hidden" and @name="ui" and @value="es" and count(//input) = 2]'
  done
}

likenesses() {
  local like
  promise 'a paragraph leads to what is like it' eval "get /paragraph/394/83; body_has 'href=\"/similar/394/83/en\"'"
  promise 'and a case' eval "get /case/2090; body_has 'href=\"/similar/2090\"'"
  promise 'and so does a hit' eval "get '/?q=strike'; body_has 'href=\"/similar/'"
  for like in /similar/394/83 /similar/394/70-95/fr /similar/2090; do
    promise "what is like it is there: $like" answers 200 "$like?ui=fr"
    promise 'on a well-formed page' is_page_in fr
    promise 'which names it' body_has "<h1>Semblable à$nbsp: <cite>"
    promise 'and lists by paragraph what it is like, too' body_has "href=\"$like?by=paragraph&amp;ui=fr\""
  done
  promise 'nothing is counted there that is not listed' body_lacks 'id="facets"'
  promise 'what is like a thing has an order of its own' answers 400 '/similar/394/83?sort=newest'
  get /similar/41/28?country=LU
  promise 'where nothing is like it the page says so' body_has 'No other case shares distinctive words or citations with it.'
  promise 'and takes back a filter there' body_has 'href="/similar/41/28"'
}

by cgi fastcgi nginx: histories reading reading_on likenesses
finish_promises
