#!/usr/bin/env bash
# Requests: what is refused and how, what is not sent twice, JSON, and what a box offers.
#
#     tests/web/requests.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"
nbsp=$'\u00a0'

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
  promise 'nor what is asked for unless it is there at all' answers 304 '/?q=strike' -H 'If-None-Match: *'
  promise 'which a page that is not there is not' answers 404 /no-such-page -H 'If-None-Match: *'
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
  promise 'of a case text, and not of its first paragraph' same_as_command '/paragraph/394/70-95/fr?format=json' --show 394/70-95/fr
  promise 'of a case text in the language that is preferred' same_as_command '/paragraph/394/70-95?lang=es&format=json' --lang es --show 394/70-95
  promise 'of a case text that is not there' eval 'answers 404 "/paragraph/394/70-96?format=json" && body_has "\"code\":\"no-such-case-text\""'
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
  promise 'in the language of the page' suggests 'belar&ui=fr' '.[1] | index("pays:Bélarus")'
  promise 'a number goes on as a case' suggests 209 '.[1] == ["case:2090"] and .[2] == ["Case No. 2090 (Belarus)"]'
  promise 'nothing goes on as nothing' suggests zzzqx '.[1] == []'
  promise 'suggestions are kept as long as the generation' not_modified '/suggest?q=stri'
  promise 'what is no beginning is no fault' answers 200 '/suggest?q=%22%28%2B+-%FF'
}

by cgi fastcgi nginx: refusals conditional json suggestions
finish_promises
