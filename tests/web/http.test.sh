#!/usr/bin/env bash
# The pages over HTTP: a real lighttpd with the lighttpd.conf that is installed, once by CGI and once by FastCGI.
#
#     tests/web/http.test.sh BINARIES INDEX LIBRARY    the programs are found anywhere below BINARIES; INDEX holds the sample reports,
#                                                      LIBRARY principles, too
set -u

here=$(cd "$(dirname "$0")" && pwd)
. "$here/server.sh"
conf=$here/../../searcher/web/lighttpd.conf
cgi=$(find "$(realpath "$1")" -name cfa-search.cgi -type f -perm -u+x | head -n 1)
cli=$(find "$(realpath "$1")" -name cfa-search -type f -perm -u+x | head -n 1)
index=$(realpath "$2")
library=$(realpath "$3")
nbsp=$'\u00a0'

# start_server MODE INDEX [CONF]: leaves its address in $site.
start_server() {
  serve "${3:-$conf}" CFA_MODE="$1" CFA_CGI="$cgi" CFA_INDEX="$2" CFA_PROCS=2
}

# get PATH [CURL OPTIONS…]: leaves $scratch/head, $scratch/body, $status, and the value of each header by its name in $headers.
declare -A headers
get() {
  local path=$1 line name
  shift
  : >"$scratch/body"
  status=$(curl -sS --max-time 60 --path-as-is -o "$scratch/body" -D "$scratch/head" -w '%{http_code}' "$@" "$site$path")
  headers=()
  while IFS= read -r line; do
    line=${line%$'\r'} name=${line%%: *}
    [ "$name" = "$line" ] || [ -n "${headers[${name,,}]+seen}" ] || headers[${name,,}]=${line#*: }
  done <"$scratch/head"
}

header() {
  printf '%s\n' "${headers[${1,,}]:-}"
}

answers() { # STATUS PATH [CURL OPTIONS…]
  local expected=$1
  shift
  get "$@"
  echo "status $status"
  head -c 300 "$scratch/body"
  [ "$status" = "$expected" ]
}

has_header() { # NAME PATTERN
  local value=${headers[${1,,}]:-}
  echo "$1: $value"
  [[ $value =~ $2 ]]
}

body_has() {
  grep -Fq -- "$1" "$scratch/body"
}

body_lacks() {
  ! grep -Fiq -- "$1" "$scratch/body"
}

is_well_formed() {
  xmllint --noout --nonet "$scratch/body"
}

is_guarded() {
  has_header Content-Security-Policy "^default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$" &&
    has_header X-Content-Type-Options '^nosniff$' && has_header Referrer-Policy '^no-referrer$' &&
    has_header Vary 'Accept-Language' && has_header ETag '^(W/)?"[0-9a-f]{32}(-[a-z]+)?"$' && has_header Cache-Control '.'
}

is_page_in() { # LANGUAGE
  has_header Content-Type '^text/html; charset=utf-8$' && has_header Content-Language "^$1$" &&
    body_has "<html lang=\"$1\">" && is_well_formed
}

without_time() {
  sed -E 's/"took_ms":[-+0-9.eE]+/"took_ms":0/'
}

same_as_command() { # PATH ARGUMENTS OF cfa-search…
  local path=$1
  shift
  get "$path"
  without_time <"$scratch/body" >"$scratch/page.json"
  "$cli" --index="$index" --json "$@" | without_time >"$scratch/command.json"
  [ -s "$scratch/page.json" ] && cmp "$scratch/page.json" "$scratch/command.json" && has_header Content-Type '^application/json$'
}

not_modified() { # PATH [CURL OPTIONS…]
  get "$@"
  local tag
  tag=$(header ETag)
  get "$@" -H "If-None-Match: $tag"
  echo "status $status"
  [ "$status" = 304 ] && [ ! -s "$scratch/body" ] && [ "$(header ETag | sed 's#^W/##')" = "${tag#W/}" ] && is_guarded # a server that packs a body may weaken its tag
}

tags_differ() { # PATH PATH
  get "$1"
  local first
  first=$(header ETag)
  get "$2"
  [ "$first" != "$(header ETag)" ]
}

same_heads() { # PATH
  get "$1"
  grep -viE '^(date|etag|content-length):' "$scratch/head" | sort >"$scratch/first"
  get "$1" --head
  grep -viE '^(date|etag|content-length):' "$scratch/head" | sort >"$scratch/second"
  diff "$scratch/first" "$scratch/second"
}

hostile=(
  '<script>alert(1)</script>'
  '"><script>alert(1)</script>'
  "'><img src=x onerror=alert(1)>"
  '</title><script>alert(1)</script>'
  '</form><form action=//evil.example>'
  '" autofocus onfocus="alert(1)'
  'javascript:alert(1)'
  '--><script>alert(1)</script>'
  ']]><svg onload=alert(1)>'
  $'\xff\xfe<script>alert(1)</script>'
  $'\x01\x1b[31m<b>'
  $'a\nb\r\nSet-Cookie: x=y'
  $'\xe2\x80\xae<script>'
  '&lt;script&gt;&amp;#60;'
)

# No element, attribute or address that does anything; the one drawing is ours, and has links, bars and their names alone.
active='//script[node() or not(starts-with(@src, "/script.js?v="))] | //style | //img | //svg[not(@class="years" or parent::svg[@class="years"])] | //svg//*[not(self::a or self::g or self::path or self::rect or self::svg or self::text or self::title)] | //iframe | //object | //base | //meta[@http-equiv] | //@style | //@*[starts-with(name(), "on")] |
  //@href[not(starts-with(., "/") or starts-with(., "#"))] | //@href[starts-with(., "//")] | //form[@action != "/"]'

# Of a page that is not well-formed nothing can be counted.
has_nothing_active() {
  [ "$(xmllint --nonet --xpath "count($active)" "$scratch/body")" = 0 ]
}

# A hostile word may be anywhere in a request: in the query, in a value, a name, a path, a header.
stays_text() { # WORD
  local escaped printable place
  escaped=$(printf '%s' "$1" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g')
  printable=$(printf '%s' "$1" | LC_ALL=C tr -cd '[:print:]')
  for place in "/?q=$escaped" "/?q=strike+OR+$escaped&by=paragraph" "/?q=strike&country=$escaped" "/?q=strike&sort=$escaped" \
    "/?$escaped=$escaped&q=strike" "/paragraph/394/83?q=$escaped&lang=en,fr" "/paragraph/394/83?lang=$escaped" "/paragraph/394/83?marks=$escaped" "/?q=zzzqx+$escaped&match=all&lang=fr" "/paragraph/$escaped" "/case/$escaped" "/report/$escaped" "/$escaped" "/health/$escaped?q=$escaped"; do
    get "$place" -H "User-Agent: $printable" -H 'Accept-Language: en"<script>'
    echo "$place: $status"
    is_guarded && has_nothing_active && ! has_header Set-Cookie . || return 1
  done
}

# The history of a case and the contents of a report, and how one gets there.
histories() {
  get '/?q=arrest+for+unauthorised+picket'
  promise 'a hit leads to the history of its case' body_has '<a href="/case/2090?q=arrest+for+unauthorised+picket">History of the case</a>'
  promise 'and to the contents of its report' body_has '<a href="/report/394?q=arrest+for+unauthorised+picket">Contents of the 394th Report</a>'
  get /paragraph/394/83?ui=fr
  promise 'a paragraph leads to the history of its case' body_has '<a href="/case/2090?ui=fr">Historique du cas</a>'
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
  promise 'what the case is called counts for nothing' eval 'answers 200 /case/Case%20No.%202090 && body_has "href=\"/case/2090\""'
  get '/case/9971?ui=es'
  promise 'a joined case leads to the other' body_has '<a href="/case/9972?ui=es">Caso'"$nbsp"'núm.'"$nbsp"'9972</a>'
  get /report/394
  promise 'a report leads to its cases' body_has '<a href="/case/9989">History of the case</a>'
  promise 'and to its texts' body_has 'href="/paragraph/394/52/en"'
  promise 'and to the reports beside it' eval 'body_has "href=\"/report/391\" rel=\"prev\"" && body_has "href=\"/report/396\" rel=\"next\""'
  get '/case/9999?ui=fr'
  promise 'a case that is not there is named' grep -q "Absent de cet index.*cas${nbsp}no${nbsp}9999" "$scratch/body"
}

# counts EXPECTED XPATH: as many of these has the page at hand.
counts() {
  local found
  found=$(xmllint --nonet --xpath "count($2)" "$scratch/body")
  echo "$found of $2"
  [ "$found" = "$1" ]
}

same_body() { # PATH PATH
  get "$1"
  cp "$scratch/body" "$scratch/first"
  get "$2"
  cmp "$scratch/first" "$scratch/body"
}

# A case text in several languages, side by side and in step.
reading() {
  local language rows='//section[@id="case"]/div[@id]'
  get /paragraph/394/83/en
  promise 'a case text is read in one language' counts 0 "$rows/div"
  promise 'and offers to set each other beside it' eval \
    'body_has "href=\"/paragraph/394/83/en?lang=en,fr#case\"" && body_has "href=\"/paragraph/394/83/en?lang=en,es#case\""'
  promise 'two languages stand in columns' answers 200 '/paragraph/394/83/en?lang=en,fr'
  promise 'on a well-formed page' is_page_in en
  promise 'with the guards' is_guarded
  promise 'a row for each paragraph' counts 26 "$rows"
  promise 'with its number once and a cell for each language' counts 26 "$rows[count(a[@class=\"number\"]) = 1 and count(div) = 2]"
  promise 'paragraph beside paragraph' counts 26 "$rows[div[1]/p[@class=\"body\"]/@lang = \"en\" and div[2]/p[@class=\"body\"]/@lang = \"fr\"]"
  promise 'each with the name of its language' counts 52 "$rows/div[p[1][@class=\"language\" and @lang = following-sibling::p/@lang]]"
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
    promise 'in the order asked for' counts 26 "$rows[div[1]/p/@lang = \"es\" and div[2]/p/@lang = \"en\" and div[3]/p/@lang = \"fr\"]"
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
  promise 'a hit is read with the search that found it' body_has 'href="/paragraph/394/83/en?q=release&amp;page=1&amp;country=BY"'
  get "/paragraph/394/83/en?$query&lang=en,es"
  promise 'what was searched is marked in each column' counts 2 '//div[@id="p83"]/div[.//mark]'
  promise 'one can read without marks' body_has '<a href="/paragraph/394/83/en?q=release&amp;page=1&amp;country=BY&amp;lang=en,es&amp;marks=off">Read without marks</a>'
  get "/paragraph/394/83/en?$query&lang=en,es&marks=off"
  promise 'then nothing is marked' counts 0 '//mark'
  promise 'and the next paragraph neither' body_has 'lang=en,es&amp;marks=off" rel="next"'
  promise 'and one can read with marks again' body_has '<a href="/paragraph/394/83/en?q=release&amp;page=1&amp;country=BY&amp;lang=en,es">Read with marks</a>'
  for path in /paragraph/394/83/en /case/2090 /report/394; do
    get "$path?$query&ui=fr"
    promise "one can go back from $path" body_has '<a href="/?q=release&amp;page=1&amp;country=BY&amp;ui=fr">Retour aux résultats</a>'
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

# offers: "ADDRESS COUNT" of each link that narrows the page at hand, values and years alike.
offers() {
  sed -n 's/.*<li><a href="\([^"]*\)"><bdi>.*<\/a> \([0-9]*\)<.*/\1 \2/p' "$scratch/body"
  tr -d '\n' <"$scratch/body" | grep -o '<a href="[^"]*"><title>[^<]*' | sed 's/<a href="\([^"]*\)"><title>[0-9–]*: /\1 /'
}

# leaves COUNT: as many were found, says the heading.
leaves() {
  sed -n 's/.*<h1>\([0-9]*\) .*/\1/p' "$scratch/body" | grep -qx "$1"
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

# undoes TEXT NUMBER: the link after a text leads to a search that says how many are found.
undoes() {
  local address
  address=$(grep -F "$1" "$scratch/body" | sed 's/.* (<a href="\([^"]*\)">.*/\1/; s/&amp;/\&/g')
  echo "undone by $address"
  get "$address" && leaves "$2"
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
  get '/?q=Belar%C3%BAs+desde+2020&ui=es'
  promise 'years in words are offered as a filter' body_has '<a href="/?q=country:Belar%C3%BAs+year:2020..&amp;ui=es"><bdi>country:Belarús year:2020..</bdi></a>'
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

likenesses() {
  local like
  promise 'a paragraph leads to what is like it' eval "get /paragraph/394/83; body_has 'href=\"/similar/394/83/en\"'"
  promise 'and a case' eval "get /case/2090; body_has 'href=\"/similar/2090\"'"
  promise 'and so does a hit' eval "get '/?q=strike'; body_has 'href=\"/similar/'"
  for like in /similar/394/83 /similar/394/70-95/fr /similar/2090; do
    promise "what is like it is there: $like" answers 200 "$like?ui=fr"
    promise 'on a well-formed page' is_page_in fr
    promise 'which names it' body_has "<h1>Semblable à$nbsp: <cite lang=\"fr\">"
    promise 'and lists by paragraph what it is like, too' body_has "href=\"$like?by=paragraph&amp;ui=fr\""
  done
  promise 'nothing is counted there that is not listed' body_lacks 'id="facets"'
  promise 'what is like a thing has an order of its own' answers 400 '/similar/394/83?sort=newest'
  get /similar/41/28?country=LU
  promise 'where nothing is like it the page says so' body_has 'No other case shares distinctive words or citations with it.'
  promise 'and takes back a filter there' body_has 'href="/similar/41/28"'
}

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
  promise 'a hit leads to its paragraph' body_has 'href="/paragraph/394/76/en"'
  get '/?q=%22gr%C3%A8ve%22&lang=fr&country=BY&utm_source=letter'
  promise 'a link carries the search on' body_has '/?q=%22gr%C3%A8ve%22&amp;lang=fr&amp;sort=newest&amp;country=BY'
  promise 'and nothing that is not ours' body_lacks utm_source
  get '/?q=dismissal&convention=C087,98&convention=144&ui=fr'
  promise 'a Convention is named among the filters' body_has '<bdi>convention'"$nbsp"'no'"$nbsp"'87</bdi>'
  promise 'and narrows the search' leaves 1
  promise 'and each can be left out' body_has 'href="/?q=dismissal&amp;convention=87,144&amp;ui=fr"'
  get '/?q=zzzqx&lang=fr'
  promise 'a search that finds nothing is answered' is_page_in en
  promise 'and says what was searched' body_has '<bdi>zzzqx</bdi>'
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
    promise "the paragraph stands there in $language" body_has "class=\"body\" lang=\"$language\""
    promise "the paragraph has a page in $language" answers 200 "/paragraph/394/83/$language"
    promise "its case text is in $language" grep -q "id=\"p70\".*lang=\"$language\"" <(tr '\n' ' ' <"$scratch/body" | sed 's/<div/\n<div/g')
  done
  histories
  reading
  reading_on
  citations
  likenesses
  notes
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

# holds_in_box TEXT: the box has it, escaped as in an attribute.
holds_in_box() {
  [ "$(xmllint --nonet --xpath 'string(//input[@id="q"]/@value)' "$scratch/body")" = "$1" ]
}

# offers_link PATH NAME: on the page of a problem a link leads to what is near.
offers_link() {
  [ "$(xmllint --nonet --xpath "string(//main//a[@href='$1'])" "$scratch/body")" = "$2" ]
}

# What a page of a problem says, and what it leaves as it was.
refused_pages() {
  local long query
  long=$(printf 'a%.0s' $(seq 2049))
  for query in 'sort=up' 'n=0&country=BY' 'page=9999999' 'lang=de' 'x=%zz' 'format=pdf' 'page=1000000&n=1000'; do
    promise "the box is filled as typed: $query" eval "answers 400 '/?q=strike+%26+%22ban%22&$query' && holds_in_box 'strike & \"ban\"'"
    promise "and nothing carries on what was refused: $query" eval \
      'address="/?$(xmllint --nonet --xpath "//form//input[@type != \"checkbox\"]" "$scratch/body" | sed "s/.*name=\"\([^\"]*\)\".*value=\"\([^\"]*\)\".*/\1=\2/; s/ /+/g; s/&amp;/%26/g; s/&quot;/%22/g" | tr "\n" "&")"; answers 200 "$address"'
  done
  promise 'of two searches the first is in the box' eval 'answers 400 "/?q=picket&q=arrest" && holds_in_box picket'
  promise 'a search with a bad escape is there as it can be read' eval 'answers 400 "/?q=100%+strike%2" && holds_in_box "100% strike%2"'
  promise 'a search that is too long is there as a whole' eval 'answers 400 "/?q=$long" && holds_in_box "$long"'
  promise 'and of a longer one what has room in an address' eval 'answers 414 "/?ui=fr&q=$long$long$long$long" && is_page_in fr && holds_in_box "$(printf "a%.0s" $(seq 8192))"'
  promise 'what cannot be sent leaves it too' eval 'answers 405 "/?q=strike" -X POST -d x=1 && holds_in_box strike'
  get '/?q=strike&sort=newset&ui=fr'
  promise 'it says in the language of the page what is wrong' body_has "Dans l’adresse, «${nbsp}sort$nbsp» ne peut pas être"
  promise 'and what was probably meant' eval 'body_has "Vouliez-vous dire$nbsp:" && offers_link "/?q=strike&sort=newest&ui=fr" newest'
  promise 'and what it can be' eval 'for word in relevance oldest report; do offers_link "/?q=strike&sort=$word&ui=fr" $word || exit 1; done'
  promise 'and no English' body_lacks 'lang="en">sort'
  get '/?q=strike&n=5000&ui=es'
  promise 'a number has its limits told' eval 'body_has "Es un número del 1 al 1000." && offers_link "/?q=strike&n=1000&ui=es" 1000'
  promise 'a page of a problem has no feed' body_lacks 'application/atom+xml'
  promise 'a paragraph that is not there names those of its report' eval \
    'answers 404 /paragraph/394/999 && offers_link /report/394 "394th Report: paragraphs${nbsp}52 to 114 in this index" && offers_link /paragraph/394/114 "The nearest of them: paragraph${nbsp}114"'
  promise 'a report that is not there names those beside it' eval 'answers 404 /report/395 && offers_link /report/396 "Next: 396th Report" && offers_link /report/394 "Previous: 394th Report"'
  promise 'an identifier that goes on too long leads to what it begins with' eval 'answers 404 /paragraph/394/83/de && offers_link /paragraph/394/83 "394th Report, para.${nbsp}83"'
  promise 'a citation as people write it, where an identifier was asked for, is found' eval 'answers 404 "/paragraph/Case%20No.%202090" && offers_link /case/2090 "Case${nbsp}No.${nbsp}2090"'
  promise 'a case that was asked for as a report is found' eval 'answers 404 /report/2090 && offers_link /case/2090 "Case${nbsp}No.${nbsp}2090"'
  promise 'and a report as a case' eval 'answers 404 "/case/394?ui=fr" && offers_link "/report/394?ui=fr" "394e rapport" && answers 404 /similar/394 && offers_link /report/394 "394th Report"'
  promise 'a report where a paragraph was asked for is found' eval 'answers 404 /paragraph/394 && offers_link /report/394 "394th Report"'
  promise 'words where a number was asked for can be searched' eval 'answers 404 /case/Belarus && offers_link "/?q=Belarus" "Search for Belarus"'
}

refusals() {
  for query in 'n=999999999999' 'sort=up' 'q=%zz' 'q=a&q=b' 'q=%' 'page=0' 'lang=de' 'format=pdf' 'from=then' 'ui=de' 'match=' \
    'by=report' 'type=x' 'status=x' 'section=x' 'convention=0' 'page=1000000&n=1000' "q=$(printf 'a%.0s' $(seq 2049))" \
    "q=$(printf '(%.0s' $(seq 40))a$(printf ')%.0s' $(seq 40))"; do
    [ "$query" = match= ] && continue
    promise "400 for ${query:0:40}" answers 400 "/?$query"
    promise "with a guarded page for ${query:0:40}" eval 'is_guarded && is_page_in en'
  done
  promise 'the limit of length is named' eval 'answers 400 "/?q=$(printf "a%.0s" $(seq 2049))" && body_has "2,048 bytes"'
  promise 'and that of depth' eval 'answers 400 "/?q=$(printf "(%.0s" $(seq 17))a$(printf ")%.0s" $(seq 17))" && body_has "16 deep"'
  promise '400 for a bad value on any page' answers 400 '/paragraph/394/83?n=0'
  promise 'a refusal as JSON for who asked for JSON' answers 400 '/?sort=up&format=json'
  promise 'which names the fault' body_has '"code":"bad-value"'
  promise '414 for a query string over 8 KiB' answers 414 "/?q=$(printf 'a%.0s' $(seq 8200))"
  promise 'and for a much longer one' answers 414 "/?q=$(printf 'a%.0s' $(seq 30000))"
  promise 'with a guarded page' eval 'is_guarded && is_page_in en'
  for path in /no-such-page /cites/ /cites/x /cites/999/1 /cites/394/83/de /cites/394/0 /paragraph /paragraph/ /paragraph/394 /paragraph/394/99999 /paragraph/394/83/de /paragraph/394/83/en/ \
    /paragraph/x/y /case /case/ /case/9999 /case/0 /case/x /case/2090/en /report /report/ /report/395 /report/0394 \
    /report/394/83 /report/%FF /similar /similar/ /similar/x /similar/394/99999 /similar/394/83/de \
    /similar/394/70-96 /similar/9999 /suggest/x /feed/x /help/ /help/x /opensearch.xml/; do
    promise "404 for $path" answers 404 "$path"
    promise "with a guarded page for $path" eval 'is_guarded && is_page_in en'
  done
  # A server may refuse itself what leads out of the site.
  for path in /../../etc/passwd /%2e%2e/%2e%2e/etc/passwd; do
    promise "nothing for $path" eval "answers 404 '$path' || answers 400 '$path'"
  done
  for method in POST PUT DELETE OPTIONS PATCH; do
    promise "405 for $method" answers 405 / -X "$method" -d q=strike
    promise "with what is allowed instead of $method" has_header Allow '^GET, HEAD$'
  done
  refused_pages
  promise 'any bytes are a query' answers 200 '/?q=%FF%FE%0A%00%01'
  promise 'a parameter that is not ours is passed over' answers 200 '/?q=strike&fbclid=1&fbclid=2'
}

conditional() {
  promise 'the search page is not sent twice' not_modified /
  promise 'nor what was found' not_modified '/?q=strike&ui=fr'
  promise 'nor a paragraph' not_modified /paragraph/394/83
  promise 'nor a case text in three languages' not_modified '/paragraph/394/83?lang=en,fr,es&q=strike'
  promise 'nor a case' not_modified /case/2090
  promise 'nor a report' not_modified '/report/394?format=json'
  promise 'nor what is like it' not_modified /similar/394/83
  promise 'nor a JSON answer' not_modified '/?q=strike&format=json'
  promise 'nor the style sheet' not_modified /style.css
  promise 'nor what was packed' not_modified '/?q=strike' -H 'Accept-Encoding: gzip'
  promise 'another tag gets the page' answers 200 / -H 'If-None-Match: "0123"'
  promise 'tags differ by query' tags_differ '/?q=strike' '/?q=arrest'
  promise 'tags differ by language' tags_differ '/?ui=en' '/?ui=fr'
  promise 'a refusal is never "not modified"' answers 404 /no-such-page -H "If-None-Match: $(get /no-such-page; header ETag)"
  promise 'HEAD has no body' eval 'answers 200 "/?q=strike" --head; ! [ -s "$scratch/body" ] || cmp "$scratch/body" "$scratch/head"'
  promise 'HEAD has the headers of GET' same_heads '/?q=strike'
  promise 'HEAD of what is not there is 404' answers 404 /no-such-page --head
}

# Each narrows the search, so that one that is passed over is seen.
filtered_as_typed() {
  local pair
  for pair in country=BY:country:BY type=informed:type:informed status=active:status:active section=reply:in:reply \
    convention=98:convention:98 from=2016:year:2016.. to=1999:year:..1999; do
    get "/?q=dismissal&${pair%%:*}&n=50&format=json"
    jq -c '.total, .hits' "$scratch/body" >"$scratch/first"
    "$cli" --index="$index" --json --limit 50 "dismissal ${pair#*:}" | jq -c '.total, .hits' >"$scratch/second"
    echo "$pair"
    cmp "$scratch/first" "$scratch/second" && jq -e '.total.upper > 0 and .total.upper < 18' "$scratch/body" || return 1
  done
}

json() {
  promise 'JSON is what the command says' same_as_command '/?q=strike&format=json' strike
  promise 'of several words' same_as_command '/?q=arrest+for+unauthorised+picket&format=json' arrest for unauthorised picket
  promise 'with options' same_as_command '/?q=strike&lang=fr,es&by=paragraph&sort=newest&n=3&page=2&match=any&translate=off&format=json' \
    --lang=fr,es --by=paragraph --sort=newest --limit=3 --offset=3 --match=any --translate=off strike
  promise 'whatever language the page would have' eval \
    'get "/?q=gr%C3%A8ve&format=json" -H "Accept-Language: es"; without_time <"$scratch/body" >"$scratch/es.json"; "$cli" -i "$index" --json grève | without_time | cmp - "$scratch/es.json"'
  promise 'every filter is as if it had been typed' filtered_as_typed
  promise 'HTML is a format, too' eval 'answers 200 "/?q=strike&format=html" && is_page_in en'
  promise 'of operators' same_as_command '/?q=%22right+to+strike%22+-police+in%3Aconclusions&format=json' '"right to strike" -police in:conclusions'
  promise 'of nothing found' same_as_command '/?q=zzzqx&format=json' zzzqx
  promise 'of a paragraph' same_as_command '/paragraph/394/83?format=json' --show 394/83
  promise 'whatever stands beside it on the page' same_as_command '/paragraph/394/83?format=json&lang=fr,es' --lang fr,es --show 394/83
  promise 'of a case' same_as_command '/case/2090?format=json' --case 2090
  promise 'of a case in Spanish' same_as_command '/case/2090?format=json&lang=es' --lang es --case 2090
  promise 'of a report' same_as_command '/report/394?format=json' --show 394
  promise 'of a case that is not there' eval 'answers 404 "/case/9999?format=json" && body_has "\"code\":\"no-such-case\""'
  promise 'of a paragraph in one language' same_as_command '/paragraph/394/83/fr?format=json' --show 394/83/fr
  promise 'of a case text its first paragraph' same_as_command '/paragraph/394/70-95/fr?format=json' --show 394/70/fr
  promise 'of who cites it' same_as_command '/cites/306/123?format=json&n=3' --cites 306/123 --limit 3
  promise 'of who cites a case, by words' same_as_command '/cites/case:2090?format=json&q=release' --cites case:2090 release
  promise 'of what is like a paragraph' same_as_command '/similar/394/83?format=json' --similar 394/83
  promise 'of what is like a case, with options' same_as_command \
    '/similar/2090?lang=fr,es&by=paragraph&n=3&page=2&country=gondal&section=conclusions&format=json' \
    --lang=fr,es --by=paragraph --limit=3 --offset=3 --similar=2090 'country:gondal in:conclusions'
}

# suggests QUERY JQ: what is offered for a query string.
suggests() {
  get "/suggest?q=$1" && jq -e "$2" "$scratch/body"
}

suggestions() {
  promise 'what is typed goes on' suggests dismissal+of+stri '.[0] == "dismissal of stri" and (.[1] | index("dismissal of strike"))'
  promise 'each completion has its description and address' suggests stri '(.[1] | length) > 1 and (map(select(type == "array") | length) | unique | length) == 1'
  promise 'in the language of the page' suggests 'belar&ui=fr' '.[1] | index("country:Bélarus")'
  promise 'a number goes on as a case' suggests 209 '.[1] == ["case:2090"] and .[2] == ["Case No. 2090 (Belarus)"]'
  promise 'nothing goes on as nothing' suggests zzzqx '.[1] == []'
  promise 'suggestions are kept as long as the generation' not_modified '/suggest?q=stri'
  promise 'what is no beginning is no fault' answers 200 '/suggest?q=%22%28%2B+-%FF'
}

is_file() { # NAME TYPE [DISPOSITION]
  has_header Content-Disposition "^${3:-attachment}; filename=\"$1\"$" && has_header Content-Type "^$2$" && is_guarded
}

# same_file PATH ARGUMENTS OF cfa-search…: but for the mark of UTF-8 that a file for a spreadsheet begins with.
same_file() {
  local path=$1
  shift
  get "$path"
  "$cli" --index="$index" "$@" >"$scratch/command.file"
  [ -s "$scratch/body" ] && sed '1s/^\xef\xbb\xbf//' "$scratch/body" | cmp - "$scratch/command.file"
}

taking_away() {
  local format
  for format in jsonl csv tsv bibtex ris csl; do
    promise "$format is what the command says" same_file "/?q=strike&lang=fr&n=3&page=2&format=$format" --format=$format --lang=fr --limit=3 --offset=3 strike
    promise "and of a paragraph" same_file "/paragraph/394/83/fr?format=$format" --format=$format --show 394/83/fr
    promise "$format is not sent twice" not_modified "/?q=strike&format=$format"
    promise "HEAD of $format has the headers of GET" same_heads "/?q=strike&format=$format"
  done
  get '/?q=gr%C3%A8ve+%22%3Cscript%3E%22%0D%0ASet-Cookie:x&format=csv'
  promise 'a file is named for what was searched' is_file cfa-greve-script-set-cookie-x.csv 'text/csv; charset=utf-8; header=present'
  promise 'a spreadsheet sees that it is UTF-8' eval '[ "$(head -c 3 "$scratch/body" | od -An -tx1)" = " ef bb bf" ]'
  get '/?country=BY&format=ris'
  promise 'also where no word was' is_file cfa.ris 'application/x-research-info-systems; charset=utf-8'
  get '/paragraph/394/83/fr?format=bibtex'
  promise 'and for its paragraph' is_file cfa-394-83-fr.bib 'application/x-bibtex; charset=utf-8'
  get '/paragraph/394/83?format=json'
  promise 'JSON is shown, but has a name' is_file cfa-394-83-en.json application/json inline
  get '/?q=%22gr%C3%A8ve%22&lang=fr&country=BY&sort=newest&page=1'
  promise 'a page of results offers all of them' body_has 'href="/?q=%22gr%C3%A8ve%22&amp;lang=fr&amp;sort=newest&amp;n=1000&amp;country=BY&amp;format=csv"'
  promise 'and their feed' body_has '<a href="/feed?q=%22gr%C3%A8ve%22&amp;lang=fr&amp;sort=newest&amp;country=BY" type="application/atom+xml"'
  get /paragraph/394/83/fr
  promise 'a paragraph offers itself' body_has 'href="/paragraph/394/83/fr?format=bibtex"'
  promise '400 for what cannot be taken away' answers 400 '/?q=strike&format=pdf'
  promise '400 for the feed of a paragraph' answers 400 '/paragraph/394/83?format=atom'
  promise 'and for that of what cites it' answers 400 '/cites/306/123?format=atom'
  promise '404 for a paragraph that is not there' answers 404 '/paragraph/394/99999?format=ris'
}

is_feed() {
  has_header Content-Type '^application/atom\+xml; charset=utf-8$' && is_guarded &&
    xmllint --nonet --noout --relaxng "$here/atom.rng" "$scratch/body"
}

in_feed() { # XPATH EXPECTED; a:name is an element of whatever namespace
  local path
  path=$(printf '%s' "$1" | sed -E "s,\ba:([A-Za-z]+),*[local-name()='\\1'],g")
  [ "$(xmllint --nonet --xpath "string($path)" "$scratch/body")" = "$2" ] || { xmllint --nonet --xpath "$path" "$scratch/body"; return 1; }
}

feeds() {
  local word escaped
  promise 'a search has a feed' answers 200 '/feed?q=strike&ui=fr'
  promise 'which is one' is_feed
  promise 'it is named for the search' in_feed 'a:feed/a:title' 'strike – Décisions sur la liberté syndicale'
  promise 'it says where it is' in_feed 'a:feed/a:link[@rel="self"]/@href' "$site/feed?q=strike&ui=fr"
  promise 'and where its page is' in_feed 'a:feed/a:link[@rel="alternate"]/@href' "$site/?q=strike&ui=fr"
  promise 'it is as new as its newest report' in_feed 'a:feed/a:updated' 2023-10-01T00:00:00Z
  promise 'the newest stands first' in_feed 'a:feed/a:entry[1]/a:updated' 2023-10-01T00:00:00Z
  promise 'an entry has a whole address' in_feed "starts-with(//a:entry[1]/a:link/@href, '$site/paragraph/404/')" true
  promise 'a query of the page gets the same by its format' eval \
    'cp "$scratch/body" "$scratch/feed" && get "/?q=strike&ui=fr&format=atom" && cmp "$scratch/body" "$scratch/feed"'
  promise 'a feed takes the parameters of a search' eval 'get "/feed?q=strike&country=BY&to=2021" && is_feed && in_feed "count(//a:entry)" 1'
  promise 'as many entries as are asked for' eval 'get "/feed?q=strike&n=2" && in_feed "count(//a:entry)" 2'
  promise 'a feed of nothing has none' eval 'get "/feed?q=zzzqx" && is_feed && in_feed "count(//a:entry)" 0'
  promise 'a feed for no words has all that is new' eval 'get "/feed" && is_feed && in_feed "count(//a:entry)" 37'
  promise 'a feed asks for every word' eval 'get "/feed?q=strike+zzzqx" && is_feed && in_feed "count(//a:entry)" 0'
  promise 'a feed is not sent twice' not_modified '/feed?q=strike'
  promise 'HEAD of a feed has the headers of GET' same_heads '/feed?q=strike'
  promise '400 for a bad value' answers 400 '/feed?sort=up'
  for word in "${hostile[@]}"; do
    escaped=$(printf '%s' "$word" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g')
    promise "a feed keeps as text: $(printf '%s' "$word" | tr -c '[:print:]' '.')" eval 'get "/feed?q=strike+OR+$escaped" -H "Host: $(printf "%s" "$word" | LC_ALL=C tr -cd "[:print:]")"; [ "$status" = 400 ] || is_feed'
  done
}

browser_box() {
  promise 'a browser can add the search' answers 200 '/opensearch.xml?ui=es'
  promise 'it is told so in the head of each page' eval 'get "/?ui=es" && body_has "rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"Decisiones CLS\" href=\"/opensearch.xml?ui=es\""'
  get '/opensearch.xml?ui=es'
  promise 'by a description' eval "has_header Content-Type '^application/opensearchdescription\+xml; charset=utf-8$' && is_guarded && is_well_formed"
  promise 'with the address of a search' in_feed '//a:Url[@type="text/html"]/@template' "$site/?ui=es&q={searchTerms}&n={count?}&page={startPage?}"
  promise 'and of its feed' in_feed '//a:Url[@type="application/atom+xml"]/@template' "$site/feed?ui=es&q={searchTerms}"
  promise 'and of what may be typed' in_feed '//a:Url[@type="application/x-suggestions+json"]/@template' "$site/suggest?ui=es&q={searchTerms}"
  promise 'what a browser leaves open is no fault' answers 200 '/?ui=es&q=huelga&n=&page='
  for language in en fr es; do
    promise "its name is short in $language" eval 'get "/opensearch.xml?ui=$language" && [ "$(xmllint --xpath "string-length(//*[local-name()=\"ShortName\"])" "$scratch/body")" -le 16 ]'
  done
}

escaping() {
  local word
  for word in "${hostile[@]}"; do
    promise "it stays text: $(printf '%s' "$word" | tr -c '[:print:]' '.')" stays_text "$word"
  done
}

elsewhere() {
  # The same program below /cgi-bin/, as most servers have it.
  cat >"$scratch/below.conf" <<END
include "$conf"
alias.url := ( "/cgi-bin/cfa-search.cgi" => env.CFA_CGI )
END
  start_server cgi "$index" "$scratch/below.conf"
  promise 'it can be mounted below /cgi-bin/' answers 200 '/cgi-bin/cfa-search.cgi?q=strike'
  promise 'and its links lead there' body_has 'href="/cgi-bin/cfa-search.cgi/paragraph/'
  promise 'and none elsewhere' eval '! grep -Eo "(href|src|action)=\"/[^\"]*" "$scratch/body" | grep -v "\"/cgi-bin/cfa-search.cgi"'
  promise 'and its form' body_has 'action="/cgi-bin/cfa-search.cgi/"'
  promise 'and its style sheet' eval 'body_has "href=\"/cgi-bin/cfa-search.cgi/style.css" && answers 200 /cgi-bin/cfa-search.cgi/style.css'
  promise 'and its pages are there' answers 200 /cgi-bin/cfa-search.cgi/paragraph/394/83
}

# What lighttpd itself refuses comes as a page of ours, too.
refused_by_server() {
  head -c 40000 /dev/zero | tr '\0' a >"$scratch/long"
  promise '400 for headers that are too large' answers 400 / -H "X-Long: $(<"$scratch/long")"
  promise 'and a guarded page' eval 'is_guarded && is_page_in en'
  promise 'an address that is that of its page is not there' answers 404 /busy
}

without_index() { # MODE
  start_server "$1" "$scratch/index"
  promise '503 without an index' answers 503 '/?q=strike'
  promise 'and when to try again' has_header Retry-After '^[0-9]+$'
  promise 'and a guarded page' eval 'is_guarded && is_page_in en'
  promise 'that tells nothing of the folders' body_lacks "$scratch"
  promise 'as JSON' eval 'answers 503 "/?q=strike&format=json" && body_has "\"code\":\"no-index\"" && body_lacks "$scratch"'
  promise 'and so says health' answers 503 /health
  promise 'but the style sheet is there' answers 200 /style.css
  promise 'and how to search' answers 200 /help
  cp -r "$index" "$scratch/index"
  promise 'an index that comes is found without a new start' answers 200 '/?q=strike'
  truncate -s 100 "$scratch/index/gen-000001/paragraphs/postlist.glass"
  start_server "$1" "$scratch/index"
  promise '503 for an index that is damaged' eval 'answers 503 "/?q=strike" && has_header Retry-After "^[0-9]+$" && is_guarded && is_page_in en'
  rm -rf "$scratch/index"
  with_damaged_words "$1"
}

# Every block of what a generation holds beside its tables is damaged, but for the columns.
with_damaged_words() { # MODE
  local file at
  cp -r "$index" "$scratch/index"
  for file in "$scratch"/index/gen-000001/{translations,vocabulary}; do
    for at in $(seq 4001 8192 "$(stat -c %s "$file")"); do
      printf '\252' | dd of="$file" bs=1 seek="$at" conv=notrunc status=none
    done
  done
  start_server "$1" "$scratch/index"
  promise 'health tells of damage that nobody came upon yet' answers 503 /health
  promise '503 for a question whose words are damaged' answers 503 '/?q=strike'
  promise 'and for what completes it' answers 503 '/suggest?q=stri'
  promise 'and for what it marks' answers 503 '/paragraph/394/83?q=strike'
  promise 'but a page that has nothing of them is there' answers 200 /paragraph/394/83
  rm -rf "$scratch/index"
}

# serve_shard PORT: serves the databases of the index there, and leaves the process in $shard.
serve_shard() {
  setsid xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$1" "$index/gen-000001/paragraphs" >/dev/null 2>&1 &
  shard=$!
  for _ in $(seq 100); do
    is_taken "$1" && return
    sleep 0.1
  done
}

stop_shard() {
  kill "$shard" && wait "$shard"
} 2>/dev/null

remote_shard() {
  local port
  for port in $(shuf -i 30000-32000 -n 20); do
    is_taken "$port" || break
  done
  mkdir "$scratch/remote"
  { head -n 2 "$index/current"; echo "remote 127.0.0.1:$port"; } >"$scratch/remote/current"
  serve_shard "$port"
  start_server fastcgi "$scratch/remote"
  promise 'a shard that a server has answers' eval 'answers 200 "/?q=strike" && answers 200 "/?q=strike"'
  promise 'and health' answers 200 /health
  stop_shard
  serve_shard "$port"
  promise 'a connection that its server ended is no error, in any process' eval \
    'answers 200 "/?q=picket" && answers 200 "/?q=picket" && answers 200 /health'
  stop_shard
  promise '503 where a shard is gone' answers 503 '/?q=lockout'
  promise 'with the time to try again' has_header Retry-After '^[0-9]+$'
  promise 'that does not name it' body_lacks "$port"
  serve_shard "$port"
  promise 'and an answer when it is back' eval 'answers 200 "/?q=lockout" && answers 200 "/?q=lockout"'
  stop_shard
}

# Each example of the page on how to search, asked in turn.
examples_find() { # LANGUAGE
  local address count=0
  get "/help?ui=$1"
  while read -r address; do
    get "${address//&amp;/&}&format=json"
    jq -e '.total.lower > 0 or (.principles | length) > 0' "$scratch/body" >/dev/null || { echo "$address"; return 1; }
    count=$((count + 1))
  done < <(grep -o 'href="/?q=[^"]*' "$scratch/body" | sed 's/href="//')
  [ "$count" -gt 30 ]
}

helping() {
  start_server fastcgi "$library"
  for language in en fr es; do
    promise "each example of how to search finds something in $language" examples_find "$language"
  done
  get '/help?ui=fr'
  promise 'the limits of a search are said there' body_has $'2\u202f048 octets'
  for path in / '/?q=strike' /paragraph/394/83 '/?q=%22porters+of+nowhere%22' /no-such-page; do
    promise "how to search is told from $path" eval 'get "$path" -H "Accept-Language: es" && body_has "<a href=\"/help\" rel=\"help\">Cómo buscar</a>"'
  done
  promise 'a phrase that no text has leads to its words' eval 'get "/?q=%22porters+of+nowhere%22&lang=fr" && body_has "<a href=\"/?q=porters+of+nowhere&amp;lang=fr\">Search without quotation marks</a>"'
  promise 'the value of a field keeps its quotation marks' eval 'get "/?q=country:%22Costa+Rica%22+zzzqx" && body_lacks "Search without quotation marks"'
  promise 'and first of all where nothing is found' eval 'get "/?q=%22porters+of+nowhere%22" && [ "$(xmllint --xpath "count(//main//ul[@class=\"hints\"]//a[@href=\"/help\"])" "$scratch/body")" = 1 ]'
}

principles() {
  local index=$library
  start_server fastcgi "$index"
  promise 'a principle has a page' answers 200 /principle/digest:2006/581
  promise 'in the language of the reader' is_page_in en
  promise 'with the principle in all languages' eval \
    'body_has "La grève ne peut" && body_has "La huelga solo puede" && body_has "A strike may be forbidden"'
  promise 'the paragraphs that applied it' body_has 'href="/paragraph/394/87/en"'
  promise 'and those that are not there' body_has '338th Report, Case'"$nbsp"'No.'"$nbsp"'9960 (Gondal), para.'"$nbsp"'451'
  promise 'its pages are pages of itself' eval \
    'answers 200 "/principle/digest:2006/581?n=2&page=2" && body_has "href=\"/principle/digest%3A2006/581?n=2&amp;page=3\""'
  promise 'in any order' eval \
    'answers 200 "/principle/digest:2006/581?sort=oldest" && grep -o "href=\"/paragraph/[0-9]*/[0-9]*/en" "$scratch/body" | head -n 1 | grep -q /208/133/ && body_has "href=\"/principle/digest%3A2006/581?sort=report\""'
  promise 'and of one country' eval \
    'answers 200 "/principle/digest:2006/581?country=BY" && body_has "href=\"/paragraph/394/87/en\"" && body_lacks "href=\"/paragraph/325/143" && body_has "Remove the filter Belarus"'
  promise 'but not by case text' eval 'answers 400 "/principle/digest:2006/581?by=case&ui=fr" && body_has "Ici, les paragraphes sont énumérés un par un." && answers 400 "/cites/306/123?by=case"'
  promise 'in French' eval 'answers 200 "/principle/principle:4d215b5e?ui=fr" && is_page_in fr && body_has "Compilation des décisions"'
  promise 'with the box at its head' eval 'get /principle/digest:2006/581 && counts 1 "//main/*[1][self::form and count(//form) = 1]"'
  promise 'as JSON it is what the command says' same_as_command '/principle/digest:2006/581?format=json' --principle digest:2006/581
  promise 'one that is not there is 404' answers 404 /principle/digest:2006/999
  promise 'who cites it by its number leads to what applied it' eval \
    'answers 200 /cites/digest:2006/581 && body_has "<a href=\"/principle/digest%3A2006/581\">Paragraphs that applied it</a>"'
  promise 'so is what can be none' answers 404 /principle/394/83
  promise 'and hostile ones' eval 'answers 404 "/principle/%3Cscript%3E" && is_well_formed && has_nothing_active'
  promise 'a search shows the principles that answer it' eval \
    'answers 200 "/?q=hospital+strike" && is_well_formed && body_has "href=\"/principle/digest%3A2006/585\""'
  promise 'a paragraph those that it applied' eval \
    'answers 200 /paragraph/394/84 && is_well_formed && body_has "Principles applied in this paragraph" && body_has "href=\"/principle/principle%3A4d215b5e\""'
  promise 'and who complained' eval 'body_has "Confederation of Workers of Belarus (CWB)"'
  promise 'and the one that it cites by its number, though no text is found' eval \
    'answers 200 "/?q=Digest+2006,+para.+581" && is_well_formed && body_has "<h1>No case text</h1>" && body_has "href=\"/principle/digest%3A2006/581\""'
  for page in "en:No text in this index cites it by its number." "fr:Aucun texte de cet index ne le cite par son numéro." "es:Ningún texto de este índice lo cita por su número."; do
    promise "and that none cites it, rather than to try other words (${page%%:*})" eval 'answers 200 "/?q=Digest+2006,+para.+581&ui=${page%%:*}" && body_has "<ul class=\"hints\"><li>${page#*:}" && is_well_formed'
  done
  promise 'a case that is not there leads to what is known of it' eval 'answers 200 "/?q=Case+No.+9999" && body_has "<a href=\"/case/9999\">Not in this index: Case${nbsp}No.${nbsp}9999.</a>"'
  promise 'unless a filter may have hidden it' eval 'answers 200 "/?q=394/83&country=CH" && body_lacks "Not in this index"'
  promise 'a filter alone has none' eval 'answers 200 "/?q=country:BY" && body_lacks "/principle/"'
}

by_hand() {
  promise 'arguments count for nothing in a request' eval \
    'REQUEST_METHOD=GET PATH_INFO=/health CFA_INDEX=$index "$cgi" --version </dev/null | grep -q "\"status\":\"ok\""'
  promise 'variables of libxapian are ignored' eval \
    'XAPIAN_FLUSH_THRESHOLD=x XAPIAN_CJK_NGRAM=1 REQUEST_METHOD=GET PATH_INFO=/health CFA_INDEX=$index "$cgi" </dev/null | grep -q "\"status\":\"ok\""'
  promise '--version tells the version' eval '"$cgi" --version </dev/null | grep -Eq "^cfa-search.cgi [0-9.]+$"'
  promise '--help tells what it is' eval '"$cgi" --help </dev/null | grep -q "CFA_INDEX"'
  promise 'without a request it says so' eval '"$cgi" </dev/null; [ $? = 2 ]'
  promise 'CFA_BASE_URL goes before what the server says' eval \
    'CFA_BASE_URL=https://example.org/cfa/ REQUEST_METHOD=GET PATH_INFO=/paragraph/394/83 SCRIPT_NAME=/x CFA_INDEX=$index "$cgi" </dev/null |
       tee "$scratch/body" | grep -q "href=\"https://example.org/cfa/paragraph/394/83/en\"" && body_has "href=\"/cfa/style.css" && body_lacks "\"/x"'
}

# By what is installed for nginx.
by_nginx() {
  serve_by_nginx "$here/../../searcher/web/nginx.conf" "$cgi" "$index"
  pages
  refusals
  conditional
  json
  suggestions
  kill "$responder"
  wait "$responder"
  for page in "fr:Trop de recherches sont en cours" "es:Hay demasiadas búsquedas en curso" "en:Too many people are searching at once"; do
    promise "what nobody can answer gets 503, and is told so in the language of the browser (${page%%:*})" eval \
      'answers 503 "/?q=strike" -H "Accept-Language: ${page%%:*}-CA,de" && has_header Retry-After "^[0-9]+$" && has_header Content-Type "^text/html" && body_has "<html lang=\"${page%%:*}\"" && body_has "<h1>${page#*:}</h1>"'
    promise "or of the page (${page%%:*})" eval 'answers 503 "/?q=strike&ui=${page%%:*}" -H "Accept-Language: de" && body_has "<h1>${page#*:}</h1>"'
  done
}

for mode in cgi fastcgi; do
  start_server "$mode" "$index"
  pages
  facets
  robots
  refusals
  conditional
  json
  suggestions
  taking_away
  feeds
  browser_box
  escaping
  refused_by_server
  without_index "$mode"
done
mode='by hand'
by_hand
mode='elsewhere'
elsewhere
mode='help'
helping
mode='principles'
principles
mode=nginx
by_nginx
mode='remote shard'
command -v xapian-tcpsrv >/dev/null && remote_shard
finish_promises
