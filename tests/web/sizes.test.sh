#!/usr/bin/env bash
# How much is sent: a page of results is under 40 KB and the style sheet under 10, of the sample and of a collection that is large enough
# for every facet to have more values than are shown. The style sheet, and the page of a question longer than people type, as browsers take
# them, which is packed.
#
#     tests/web/sizes.test.sh CFA-SEARCH.CGI CFA-SAMPLE CFA-INDEX LIBRARY    LIBRARY holds the sample reports and principles
set -u

here=$(cd "$(dirname "$0")" && pwd)
. "$here/server.sh"
cgi=$(realpath "$1")
library=$(realpath "$4")
"$2" generate --megabytes 12 "$scratch/collection" >/dev/null
"$3" build -q -i "$scratch/index" "$scratch/collection"

is_under() { # BYTES PATH [CURL OPTIONS…]
  local limit=$1 path=$2 size
  shift 2
  size=$(curl -fsS --max-time 60 "$@" "$site$path" | wc -c)
  echo "$size bytes"
  [ "$size" -gt 0 ] && [ "$size" -lt "$limit" ]
}

is_packed() { # PATH
  curl -fsS -o /dev/null -D - -H 'Accept-Encoding: gzip' "$site$1" | grep -qi '^content-encoding: gzip'
}

# Much is found by each of these, and what is long in a question is in every address of the page.
questions=(strike hospital+strike dismissal+of+strikers+in+essential+services complaint+against+the+government
  syndicalistes+d%C3%A9tenus '%22right+to+strike%22+in:conclusions+year:1952..2021' arrest+for+unauthorised+picket)
longest=$(printf 'strike+of+hospital+workers+%.0s' $(seq 75)) # 2,025 bytes, the longest that may be asked but a few

for mode in sample generated; do
  [ "$mode" = sample ] && index=$library || index=$scratch/index
  serve "$here/../../searcher/web/lighttpd.conf" CFA_MODE=fastcgi CFA_CGI="$cgi" CFA_INDEX="$index" CFA_PROCS=2
  for question in "${questions[@]}"; do
    for language in en fr es; do
      promise "a page of results is under 40 KB: $question in $language" is_under 40960 "/?q=$question&ui=$language"
    done
  done
  promise 'so is one of paragraphs' is_under 40960 '/?q=strike&by=paragraph'
  promise 'and one that is narrowed down' is_under 40960 '/?q=strike&country=BY,FR,CO&from=1952&to=2021'
  promise 'a page is packed for who takes it so' is_packed "/?q=$longest"
  promise 'and then under 40 KB whatever was asked' is_under 40960 "/?q=$longest" -H 'Accept-Encoding: gzip'
done
promise 'the style sheet is under 10 KB' is_under 10240 /style.css -H 'Accept-Encoding: gzip'
finish_promises
