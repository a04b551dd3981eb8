# Sourced by the tests of this folder that ask for pages: a server with the index of the sample, and what is looked for in what comes.
#
#     . "$(dirname "$0")/client.sh"          of a script that gets BINARIES INDEX LIBRARY: the programs are found anywhere below the first;
#                                            INDEX holds the sample reports, LIBRARY principles, too
#     by cgi fastcgi nginx: pages facets     calls the functions with each server in turn: lighttpd, by the lighttpd.conf that is installed,
#                                            or nginx by its own
#     get '/?q=strike'                       and then
#     promise 'it is there' body_has '<h1>'
#     finish_promises
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/server.sh"
conf=$here/../../searcher/web/lighttpd.conf
cgi=$(find "$(realpath "$1")" -name cfa-search.cgi -type f -perm -u+x | head -n 1)
cli=$(find "$(realpath "$1")" -name cfa-search -type f -perm -u+x | head -n 1)
index=$(realpath "$2")
library=$(realpath "$3")

# start_server MODE INDEX [CONF]: leaves its address in $site.
start_server() {
  serve "${3:-$conf}" CFA_MODE="$1" CFA_CGI="$cgi" CFA_INDEX="$2" CFA_PROCS=2
}

# by MODE…: FUNCTION…
by() {
  local modes=() name
  while [ "${1%:}" = "$1" ]; do
    modes+=("$1")
    shift
  done
  modes+=("${1%:}")
  shift
  for mode in "${modes[@]}"; do
    case $mode in
      nginx) serve_by_nginx "$here/../../searcher/web/nginx.conf" "$cgi" "$index" ;;
      *) start_server "$mode" "$index" ;;
    esac
    for name in "$@"; do "$name"; done
  done
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
    [ "$name" = "$line" ] || headers[${name,,}]+=${headers[${name,,}]:+, }${line#*: }
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

# counts EXPECTED XPATH: as many of these has the page at hand.
counts() {
  local found
  found=$(xmllint --nonet --xpath "count($2)" "$scratch/body")
  echo "$found of $2"
  [ "$found" = "$1" ]
}

# leaves COUNT: as many were found, says the heading.
leaves() {
  sed -n 's/.*<h1>\([0-9]*\) .*/\1/p' "$scratch/body" | grep -qx "$1"
}

# offers: "ADDRESS COUNT" of each link that narrows the page at hand, values and years alike.
offers() {
  sed -n 's/.*<li><a href="\([^"]*\)">.*<\/a> \([0-9]*\)<.*/\1 \2/p' "$scratch/body"
  tr -d '\n' <"$scratch/body" | grep -o '<a href="[^"]*"><title>[^<]*' | sed 's/<a href="\([^"]*\)"><title>[0-9–]*: /\1 /'
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

same_body() { # PATH PATH
  get "$1"
  cp "$scratch/body" "$scratch/first"
  get "$2"
  cmp "$scratch/first" "$scratch/body"
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
