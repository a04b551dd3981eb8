#!/usr/bin/env bash
# The page on how to search, and what leads to it.
#
#     tests/web/help.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"

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
  for language in en fr es; do
    promise "each example of how to search finds something in $language" examples_find "$language"
  done
  get '/help?ui=fr'
  promise 'the limits of a search are said there' body_has $'2\u202f048 octets'
  for path in / '/?q=strike' /paragraph/394/83 '/?q=%22porters+of+nowhere%22' /no-such-page; do
    promise "how to search is told from $path" eval 'get "$path" -H "Accept-Language: es" && body_has "<a href=\"/help\" rel=\"help\">Cómo buscar</a>"'
  done
  promise 'a phrase that no text has leads to its words' eval 'get "/?q=%22porters+of+nowhere%22&lang=fr" && body_has "<a href=\"/?q=porters+of+nowhere&amp;lang=fr\">Search without quotation marks</a>"'
  promise 'whatever marks it stands in' eval 'get "/?q=«+porters+of+nowhere+»&lang=fr" && body_has "<a href=\"/?q=+porters+of+nowhere+&amp;lang=fr\">Search without quotation marks</a>" &&
    get "/?q=“porters+of+nowhere”&lang=fr" && body_has "<a href=\"/?q=porters+of+nowhere&amp;lang=fr\">Search without quotation marks</a>"'
  promise 'the value of a field keeps its quotation marks' eval 'for marks in "%22 %22" "“ ”"; do get "/?q=country:${marks% *}Costa+Rica${marks#* }+zzzqx" && body_lacks "Search without quotation marks" || return; done'
  promise 'and first of all where nothing is found' eval 'get "/?q=%22porters+of+nowhere%22" && [ "$(xmllint --xpath "count(//main//ul[@class=\"hints\"]//a[@href=\"/help\"])" "$scratch/body")" = 1 ]'
}

index=$library
by fastcgi: helping
finish_promises
