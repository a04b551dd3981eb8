#!/usr/bin/env bash
# By what the pages are served: servers and paths, no index or a damaged one, shards elsewhere, no server at all.
#
#     tests/web/servers.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"

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

without_index() {
  start_server "$mode" "$scratch/index"
  promise '503 without an index' answers 503 '/?q=strike'
  promise 'and when to try again' has_header Retry-After '^[0-9]+$'
  promise 'and a guarded page' eval 'is_guarded && is_page_in en'
  promise 'with a link to try again' body_has '<a href="">Try again</a>'
  promise 'that tells nothing of the folders' body_lacks "$scratch"
  promise 'as JSON' eval 'answers 503 "/?q=strike&format=json" && body_has "\"code\":\"no-index\"" && body_lacks "$scratch"'
  promise 'and so says health' answers 503 /health
  promise 'but the style sheet is there' answers 200 /style.css
  promise 'and how to search' answers 200 /help
  cp -r "$index" "$scratch/index"
  promise 'an index that comes is found without a new start' answers 200 '/?q=strike'
  truncate -s 100 "$scratch/index/gen-000001/paragraphs/postlist.glass"
  start_server "$mode" "$scratch/index"
  promise '503 for an index that is damaged' eval 'answers 503 "/?q=strike" && has_header Retry-After "^[0-9]+$" && is_guarded && is_page_in en'
  rm -rf "$scratch/index"
  with_damaged_words
}

# Behind its fence a process can read the folder alone that was there when it was started.
moved_index() {
  cp -r "$index" "$scratch/index"
  start_server fastcgi "$scratch/index"
  promise 'an index answers' answers 200 '/?q=strike'
  mv "$scratch/index" "$scratch/moved"
  promise '503 while it is moved away' answers 503 '/?q=strike'
  cp -r "$index" "$scratch/index"
  promise 'another one in its place is found by processes that are started for it' answers_soon 200 '/?q=strike'
  promise 'and by all of them' eval 'for i in 1 2 3 4 5 6 7 8; do answers 200 /health || return; done'
  rm -rf "$scratch/index" "$scratch/moved"
}

answers_soon() {
  for _ in $(seq 100); do
    answers "$@" && return
    sleep 0.1
  done
  return 1
}

# Every block of what a generation holds beside its tables is damaged, but for the columns.
with_damaged_words() {
  local file at
  cp -r "$index" "$scratch/index"
  for file in "$scratch"/index/gen-000001/{translations,vocabulary}; do
    for at in $(seq 4001 8192 "$(stat -c %s "$file")"); do
      printf '\252' | dd of="$file" bs=1 seek="$at" conv=notrunc status=none
    done
  done
  start_server "$mode" "$scratch/index"
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

by_hand() {
  promise 'arguments count for nothing in a request' eval \
    'REQUEST_METHOD=GET PATH_INFO=/health CFA_INDEX=$index "$cgi" --version </dev/null | grep -q "\"status\":\"ok\""'
  promise 'variables of libxapian are ignored' eval \
    'XAPIAN_FLUSH_THRESHOLD=x XAPIAN_CJK_NGRAM=1 REQUEST_METHOD=GET PATH_INFO=/health CFA_INDEX=$index "$cgi" </dev/null | grep -q "\"status\":\"ok\""'
  promise '--version tells the version' eval '"$cgi" --version </dev/null | grep -Eq "^cfa-search.cgi [0-9.]+$"'
  promise '--help tells what it is' eval '"$cgi" --help </dev/null | grep -q "CFA_INDEX"'
  promise 'or that it cannot be written' eval 'for option in --help --version; do "$cgi" $option </dev/null >/dev/full; [ $? = 74 ] || exit 1; done'
  promise 'without a request it says so' eval '"$cgi" </dev/null; [ $? = 2 ]'
  promise 'CFA_BASE_URL goes before what the server says' eval \
    'CFA_BASE_URL=https://example.org/cfa/ REQUEST_METHOD=GET PATH_INFO=/paragraph/394/83 SCRIPT_NAME=/x CFA_INDEX=$index "$cgi" </dev/null |
       tee "$scratch/body" | grep -q "href=\"https://example.org/cfa/paragraph/394/83/en\"" && body_has "href=\"/cfa/style.css" && body_lacks "\"/x"'
  promise 'and one that is no address is told, and not used' eval \
    'CFA_BASE_URL=example.org REQUEST_METHOD=GET PATH_INFO=/ CFA_INDEX=$index "$cgi" </dev/null 2>"$scratch/log" >"$scratch/body" &&
       grep -q "CFA_BASE_URL.*example\.org" "$scratch/log" && body_lacks "href=\"#\"" && body_has "href=\"/style.css"'
}

# Where nobody is there to answer, nginx answers by a page of ours.
busy() {
  serve_by_nginx "$here/../../searcher/web/nginx.conf" "$cgi" "$index"
  kill "$responder"
  wait "$responder"
  for page in "fr:Trop de recherches sont en cours" "es:Hay demasiadas búsquedas en curso" "en:Too many people are searching at once"; do
    promise "what nobody can answer gets 503, and is told so in the language of the browser (${page%%:*})" eval \
      'answers 503 "/?q=strike" -H "Accept-Language: ${page%%:*}-CA,de" && has_header Retry-After "^[0-9]+$" && has_header Content-Type "^text/html" && body_has "<html lang=\"${page%%:*}\"" && body_has "<h1>${page#*:}</h1>" && body_has "<a href=\"\">"'
    promise "or of the page (${page%%:*})" eval 'answers 503 "/?q=strike&ui=${page%%:*}" -H "Accept-Language: de" && body_has "<h1>${page#*:}</h1>"'
  done
}

# What nginx.conf says of another path, and what it tells the program and the caches on the way.
by_nginx() {
  local shipped=$here/../../searcher/web/nginx.conf
  sed 's#location / {#location /cfasearch/ {#; s#^\( *fastcgi_split_path_info (?s)^(\))#\1/cfasearch)#; s#\$https if_not_empty#on#' \
    "$shipped" >"$scratch/below.conf"
  below=/cfasearch serve_by_nginx "$scratch/below.conf" "$cgi" "$index"
  promise 'it can be mounted below a path' answers 200 '/cfasearch/?q=strike'
  promise 'and its links lead there' body_has 'href="/cfasearch/paragraph/'
  promise 'and none elsewhere' eval '! grep -Eo "(href|src|action)=\"/[^\"]*" "$scratch/body" | grep -v "\"/cfasearch/"'
  promise 'and its pages are there' eval 'answers 200 /cfasearch/paragraph/394/83 && answers 200 /cfasearch/style.css'
  promise 'where it is asked by https, addresses in full are so, too' eval 'answers 200 /cfasearch/feed && body_has "href=\"https://"'
  serve_by_nginx "$shipped" "$cgi" "$index"
  promise 'and where not, not' eval 'answers 200 /feed && body_lacks "href=\"https://"'
  promise 'a page that can come packed or not says so to a cache' eval \
    'answers 200 /style.css -H "Accept-Encoding: gzip" && grep -qi "^content-encoding: gzip" "$scratch/head" && grep -qi "^vary: accept-encoding" "$scratch/head"'
  promise 'a line break in a path is part of it' eval 'answers 404 /help%0A && answers 404 /help%0Ax'
}

by cgi: refused_by_server without_index
by fastcgi: refused_by_server without_index
mode="moved index"
moved_index
mode='by hand'
by_hand
mode=elsewhere
elsewhere
mode=nginx
busy
by_nginx
mode='remote shard'
command -v xapian-tcpsrv >/dev/null && remote_shard
finish_promises
