#!/usr/bin/env bash
# The pages of a search and of a paragraph, over HTTP.
#
#     tests/web/pages.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"
nbsp=$'\u00a0'

pages() {
  promise 'the search page is there' answers 200 /
  promise 'it leads to the latest report' body_has '<a href="/report/404">404th Report, October 2023</a>'
  promise 'it is an English page by default' is_page_in en
  promise 'it carries the guards' is_guarded
  promise 'it has a labelled box' body_has '<label for="q"'
  promise 'no page has a script or a style written in it' has_nothing_active
  for language in en fr es; do
    promise "ui=$language chooses the language of the page" answers 200 "/?q=strike&ui=$language" -H 'Accept-Language: es;q=0.1'
    promise "the page is in $language" is_page_in "$language"
    get / -H "Accept-Language: de, $language;q=0.5, en;q=0.2"
    promise "Accept-Language chooses $language" is_page_in "$language"
  done
  for path in / '/?q=strike' /help /paragraph/394/83 /paragraph/394/83/en /case/2090 /report/394 /cites/306/123 /similar/394/83; do
    promise "it is a guarded page that can be read by machines: $path" eval "answers 200 '$path' && is_guarded && is_page_in en"
  done
  for path in '/suggest?q=stri' '/feed?q=strike' /opensearch.xml /health; do
    promise "what is there for programs is guarded, too: $path" eval "answers 200 '$path' && is_guarded"
  done
  get '/?q=arrest+for+unauthorised+picket'
  promise 'what was found is marked' body_has '<mark>picket</mark>'
  promise 'the title says how much was found' eval 'grep -q "<title>arrest for unauthorised picket – [0-9]* case texts – " "$scratch/body"'
  promise 'a hit leads to its paragraph' body_has 'href="/paragraph/394/76/en"'
  get '/?q=%22gr%C3%A8ve%22&lang=fr&country=BY&utm_source=letter'
  promise 'a link carries the search on' body_has '/?q=%22gr%C3%A8ve%22&amp;lang=fr&amp;sort=newest&amp;country=BY'
  promise 'and nothing that is not ours' body_lacks utm_source
  get '/?q=dismissal&convention=C087,98&convention=144&ui=fr'
  promise 'a Convention is named among the filters' body_has '>Convention'"$nbsp"'no'"$nbsp"'87</a>'
  promise 'and narrows the search' leaves 1
  promise 'and each can be left out' body_has 'href="/?q=dismissal&amp;convention=87,144&amp;ui=fr"'
  get '/?q=zzzqx&lang=fr'
  promise 'a search that finds nothing is answered' is_page_in en
  promise 'and says what was searched' body_has '<bdi>zzzqx</bdi>'
  promise 'and in its title, which is heard first, that there is nothing' body_has '<title>zzzqx – Nothing found – '
  promise 'and suggests nothing for what is like no word' body_lacks 'did you mean'
  get '/?q=con*&ui=es'
  promise 'a prefix of too many words is told' body_has 'solo se buscaron las más frecuentes: con*'
  get '/?q=%F0%9F%98%80'
  promise 'a search without a word is answered' is_page_in en
  promise 'and says what was typed' body_has '<bdi>😀</bdi>'
  get '/?q=colective+bargaining&lang=en&sort=newest&page=2'
  promise 'a mistyped search is answered as typed' body_has '<bdi>colective bargaining</bdi>'
  promise 'and a link says what was meant, with filters and order' body_has \
    'Did you mean:</span> <a href="/?q=collective+bargaining&amp;lang=en&amp;sort=newest"><bdi>collective bargaining</bdi></a>'
  get '/?q=dismisal&match=all&lang=en&ui=fr'
  promise 'it says so where nothing is found, in the language of the page' body_has \
    "Vouliez-vous dire$nbsp:</span> <a href=\"/?q=dismissal&amp;lang=en&amp;match=all&amp;ui=fr\"><bdi>dismissal</bdi></a>"
  promise 'on a well-formed page' is_page_in fr
  get '/?q=dismisal&ui=es'
  promise 'and in Spanish' body_has 'Quizás quiso decir:</span>'
  promise 'a paragraph is there' answers 200 /paragraph/394/83
  promise 'its page is well-formed' is_page_in en
  for language in en fr es; do
    promise "the paragraph stands there in $language" xmllint --xpath "//*[@class=\"body\"][ancestor-or-self::*[@lang][1]/@lang = \"$language\"]" "$scratch/body"
    promise "the paragraph has a page in $language" answers 200 "/paragraph/394/83/$language"
    promise "its case text is in $language" xmllint --xpath "//*[@id=\"p70\"]/p[ancestor-or-self::*[@lang][1]/@lang = \"$language\"]" "$scratch/body"
  done
  promise 'the style sheet is there' answers 200 /style.css
  promise 'and is a style sheet' has_header Content-Type '^text/css; charset=utf-8$'
  promise 'its named version may be kept' eval "get \"\$(curl -s $site/ | grep -o '/style.css?v=[0-9a-f]*')\"; has_header Cache-Control immutable"
  promise 'the script is there, and is one' eval 'answers 200 /script.js && has_header Content-Type "^text/javascript"'
  promise 'health is there' answers 200 /health
  promise 'and says which generation answers, and what confines the program' grep -Eqx '\{"status":"ok","generation":[0-9]+,"fence":\[("[a-z-]+",?)*\]\}' "$scratch/body"
}

citations() {
  get /paragraph/394/83
  promise 'what it cites is a link' body_has '<a href="/paragraph/306/123">306th Report, para.'"$nbsp"'123</a>'
  promise 'and so are those who cite it' body_has '<a href="/cites/394/83">Cited by 3 paragraphs</a>'
  promise 'a book that the index has not is cited without one' answers 200 /paragraph/404/635/en
  promise 'as plain text' body_lacks '">Compilation of'
  promise 'who cites a paragraph is there' answers 200 /cites/306/123?n=2
  promise 'with what is cited' body_has '<h1>15 paragraphs cite <a href="/paragraph/306/123">306th Report, para.'"$nbsp"'123</a>'
  promise 'with the sentence, and the citation marked' body_has 'peaceful strike [see <mark>306th Report, para.'"$nbsp"'123</mark>]'
  promise 'and its next page' body_has 'href="/cites/306/123?n=2&amp;page=2"'
  promise 'its countries and years narrow the same list down' body_has 'href="/cites/306/123?n=2&amp;from=2005&amp;to=2009"'
  promise 'and so it is counted' eval 'get "/cites/306/123?from=2005&to=2009" && body_has "<h1>2 paragraphs cite"'
  promise 'the language of a paragraph does no harm there' answers 200 /cites/394/83/en
  promise 'its feed is of those who cite the same' \
    eval 'get "/cites/306/123?country=BY" && body_has "href=\"/feed?q=cites:306/123&amp;country=BY\""'
  promise 'what is like a paragraph has no feed' eval 'get /similar/394/83 && body_lacks "href=\"/feed"'
  promise 'and by what it is compared is folded away' body_has '<details><summary>What is compared</summary>'
  promise 'and neither has what applied a principle, nor any of them by its format' \
    eval 'answers 400 "/cites/306/123?format=atom" && answers 400 "/principle/digest:2006/581?format=atom"'
  promise 'the page of a case leads to who cites it' \
    eval 'get /case/2090 && body_has "<a href=\"/cites/case%3A2090\">Cited by 8 paragraphs</a>"'
  promise 'where there is no such page, one can search' eval 'get /case/77777 && body_has "<form role=\"search\""'
  promise 'a case text among the hits leads to who cites it' citing_hits '/?q=strike&n=50'
  promise 'and so does a paragraph' citing_hits '/?q=strike&by=paragraph&n=50'
  promise 'a paragraph that nobody cites has the page too' answers 200 /cites/400/57
}

# A hit says how many paragraphs cite it, and leads to them.
citing_hits() { # PATH
  local address count
  get "$1"
  grep -o '<a href="/cites/[^"]*">Cited by [0-9]* paragraph' "$scratch/body" | sed 's/<a href="\([^"]*\)">Cited by \([0-9]*\).*/\1 \2/' >"$scratch/offered"
  [ -s "$scratch/offered" ] || return 1
  while read -r address count; do
    get "$address"
    echo "$address: $count"
    leaves "$count" || return 1
  done <"$scratch/offered"
}

# What a search did with its question is said in a line each, with a link that undoes it.
notes() {
  local question=dismissal+of+strikers+in+essential+services
  get "/?q=$question"
  promise 'words that few paragraphs have together are said not to be in every hit' body_has 'class="note">1 with every word in a paragraph, the others with some. ('
  promise 'and those that have them all are a click away' undoes 'with every word in a paragraph' 1
  get "/?q=$question&match=all"
  promise 'which is taken back by another' body_has "<a href=\"/?q=$question\" title=\"Remove the filter every word\""
  get "/?q=$question&lang=fr&ui=es"
  promise 'what words stand for in another language is told, in the letters of that language' body_has 'Se buscó también: <i lang="fr">licenciement</i>, <i lang="fr">grévistes</i>'
  get "/?q=$question&lang=fr"
  promise 'and can be left out' undoes 'Also searched: ' 18
  promise 'which is told in its turn' body_has 'class="note">Words are searched only as typed. ('
  promise 'and undone' undoes 'only as typed' 32
  get '/?q=strikers&lang=fr&translate=off'
  promise 'where nothing is found it is offered, too' body_has '<a href="/?q=strikers&amp;lang=fr">Search the words in every language</a>'
  get '/?q=Hospital++strike&country=BY'
  promise 'a question that is read as it was typed is not repeated' body_lacks 'Read as'
  promise 'nor where it was read without its accents' eval 'answers 200 "/?q=l%E2%80%99h%C3%B4pital,+gr%C3%A8ve+?&ui=fr" && body_lacks "Compris comme"'
  get '/?q=case+2090&country=BY'
  promise 'and another is, without the filters beside it' body_has 'class="note">Read as <code><bdi>case:2090</bdi></code></p>'
  get '/?q=rapport+394+gr%C3%A8ve&ui=fr'
  promise 'what people say in another way is told as it was read, with a way to undo it' body_has 'class="note">Compris comme <code><bdi>report:394 greve</bdi></code> (<a href="/?q=rapport+%22394%22+gr%C3%A8ve&amp;ui=fr">chercher les mots</a>)</p>'
  get '/?q=rapport+%22394%22+gr%C3%A8ve&ui=fr'
  promise 'and then it is words' eval 'body_lacks "report:394" && body_lacks "chercher les mots"'
  answers 200 "/?q=lang:de+strike&sort=newest"
  promise 'how a field is written is told where it has no such value, and is a click away' body_has 'Searched as words: <code><bdi>lang:de</bdi></code> (this field is written: <a href="/?q=lang:en+strike&amp;sort=newest">lang:en</a>, '
  get '/?q=huelga+desde+2020&ui=es'
  promise 'years in words are offered as a filter' body_has '<a href="/?q=huelga+a%C3%B1o:2020..&amp;ui=es"><bdi>huelga año:2020..</bdi></a>'
}

# undoes TEXT NUMBER: the link after a text leads to a search that says how many are found.
undoes() {
  local address
  address=$(grep -F "$1" "$scratch/body" | sed 's/.* (<a href="\([^"]*\)">.*/\1/; s/&amp;/\&/g')
  echo "undone by $address"
  get "$address" && leaves "$2"
}

facets() {
  get '/?q=strike'
  promise 'a page says what it can be narrowed down to' body_has '<a href="/?q=strike&amp;country=BY"><bdi>Belarus</bdi></a> 1<'
  promise 'in one line where there is no room beside the hits' body_has "<details><summary>Narrow the search: years, country${nbsp}…</summary>"
  promise 'and draws its years, as many to a link as a finger is wide' body_has '<a href="/?q=strike&amp;from=2010&amp;to=2019"><title>2010–2019: 5</title>'
  promise 'with their numbers' body_has 'y="12%">5</text>'
  promise 'many values are folded' body_has '<summary>3 more</summary>'
  promise 'a line is not spent on unfolding one or two' eval "get '/?q=huelga+hospital' && body_has '<bdi>San Telmar</bdi>' && body_lacks ' more</summary>'"
  get '/?q=strike'
  promise 'a click finds as many as it says' offers_are_honest '/?q=strike' 30
  promise 'and among few years as many as are of one' offers_are_honest '/?q=strike&from=2016&to=2021' 15
  promise 'of paragraphs, too' offers_are_honest '/?q=strike&by=paragraph&from=2000' 20
  promise 'a country that there is none of is refused' answers 400 '/?q=strike&country=Belrus&ui=fr'
  promise 'and the nearest one offered, by its name in the language of the page' eval "body_has 'Vouliez-vous dire' && body_has '>Bélarus</a>'"
  promise 'by a link' body_has 'href="/?q=strike&amp;country=B%C3%A9larus&amp;ui=fr"'
  for page in en:Belarus fr:Bélarus es:Belarús; do
    promise "beside a text, too (${page%:*})" eval "answers 400 '/similar/394/83?country=Belrus&ui=${page%:*}' && body_has '>${page#*:}</a>'"
    promise "a query that has it is suggested with it (${page%:*})" eval "answers 200 '/?q=country:Belrus+type:intreim&match=any&ui=${page%:*}' && body_has '<bdi>country:${page#*:} type:interim</bdi>'"
  done
  get '/?q=strike&country=Belrus&format=json'
  promise 'as in JSON' body_has '"suggestion":"Belarus"'
  get '/?q=strike&ui=fr&country=belarus&country=CH'
  promise 'what was chosen is taken away by a second click' body_has '<a href="/?q=strike&amp;country=CH&amp;ui=fr" aria-current="true"><bdi>Bélarus</bdi></a> 1<'
  promise 'and stays though nothing is left of it' body_has '<a href="/?q=strike&amp;country=belarus&amp;ui=fr" aria-current="true"><bdi>Suisse</bdi></a> 0<'
  promise 'and no other is offered beside it' eval '! grep -q "country=belarus,CH," "$scratch/body"'
  get '/?q=strike+country:BY'
  promise 'what the query filters by is no link' body_lacks '&amp;country='
  get '/?q=strike&from=2016&to=2021'
  promise 'a year takes the place of the years before' eval 'body_has "q=strike&amp;from=2021&amp;to=2021" && body_lacks "from=2016&amp;to=2021&amp;from"'
  promise 'and both ends are taken away by one click' body_has '<a href="/?q=strike" title="Remove the filter 2016–2021" class="filter">'
  get '/?q=strike&from=2016'
  promise 'so is one of them' body_has '<a href="/?q=strike" title="Remove the filter from 2016" class="filter">'
}

offers_are_honest() { # PATH HOW-MANY-AT-LEAST
  local address count
  get "$1"
  offers | sed 's/&amp;/\&/g' >"$scratch/offered"
  [ "$(wc -l <"$scratch/offered")" -ge "$2" ] || return 1
  while read -r address count; do
    get "$address"
    echo "$address: $count"
    leaves "$count" || return 1
  done <"$scratch/offered"
}

# Robots come to texts, and are not led from filter to filter.
robots() {
  for path in '/?q=strike' /cites/306/123 /similar/394/83 '/?q=strike&sort=sideways'; do
    get "$path"
    promise "robots are asked to pass over $path" body_has '<meta name="robots" content="noindex, nofollow" />'
  done
  for path in / /paragraph/394/83 /case/2090 /report/394; do
    get "$path"
    promise "and not over $path" body_lacks 'name="robots"'
  done
}

by cgi fastcgi nginx: pages citations notes facets robots
finish_promises
