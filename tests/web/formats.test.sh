#!/usr/bin/env bash
# What is taken away: files, feeds, and the description for a browser.
#
#     tests/web/formats.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"

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

by cgi fastcgi: taking_away feeds browser_box
finish_promises
