#!/usr/bin/env bash
# An imitation of NORMLEX, in the form of its public addresses: it serves the pages pID-LANG.html that lie beside it, and what
# goes wrong on a real site under ids of its own. It writes each request into the file requests.
#
# English pages have an ETag, French ones a date, Spanish ones neither. The file edition tells how often they were changed.
here=$(dirname "$0")
edition=$(cat "$here/edition")
date='Mon, 02 Nov 2026 08:00:00 GMT'

answer() { # STATUS TYPE [HEADER...], and the body on standard input
  printf 'Status: %s\r\nContent-Type: %s\r\n' "$1" "$2"
  shift 2
  [ $# -eq 0 ] || printf '%s\r\n' "$@"
  printf '\r\n'
  cat
}

page() { # ID: the case text under that id
  if [ ! -e "$here/p$1-$language.html" ]; then
    answer 404 'text/html; charset=utf-8' <<<'<html><body>Nothing here.</body></html>'
    return
  fi
  local -a tags=()
  case $language in
    en) tags=("ETag: \"$1-$edition\"") ;;
    fr) tags=("Last-Modified: ${date/02/0$edition}") ;;
  esac
  if [ "${HTTP_IF_NONE_MATCH:-}" = "\"$1-$edition\"" ] || [ "${HTTP_IF_MODIFIED_SINCE:-}" = "${date/02/0$edition}" ]; then
    answer 304 text/html "${tags[@]}" </dev/null
  else
    sed "s|</html>|<!-- edition $edition --></html>|" "$here/p$1-$language.html" |
      answer 200 'text/html; charset=utf-8' "${tags[@]}"
  fi
}

shell() { # WORDS
  answer 200 text/html <<<"<html><body><div>NORMLEX</div><div>$1</div></body></html>"
}

# Sends less than it promises, and goes.
drop() {
  printf 'Status: 200\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n<html><body><li>1. The Committee'
}

[[ $QUERY_STRING =~ ^p=NORMLEXPUB:50002:0::NO::P50002_COMPLAINT_TEXT_ID,P50002_LANG_CODE:([0-9]+),([a-z]+)$ ]] || {
  shell 'Information System on International Labour Standards'
  exit
}
id=${BASH_REMATCH[1]} language=${BASH_REMATCH[2]}
printf '%s\n' "$id-$language" >>"$here/requests"
printf '%s\n' "$HTTP_USER_AGENT" >>"$here/agents"
time=$(grep -c "^$id-$language\$" "$here/requests")
good=9000025

case $id:$time in
  9100200:*) shell 'No text was found.' ;;
  9100201:*) shell '<ol><li>1. A shopping list</li></ol>' ;;
  9100302:*) answer 302 text/html 'Location: /dyn/normlex/en/f?p=NORMLEXPUB:1:0' </dev/null ;;
  9100403:*) answer 403 text/html </dev/null ;;
  9100410:*) answer 410 text/html </dev/null ;;
  9100429:1) answer 429 text/html 'Retry-After: 37' </dev/null ;;
  9100430:1) answer 503 text/html "Retry-After: $(date -Ru -d 'now 90 minutes' | sed 's/+0000/GMT/')" </dev/null ;;
  9100431:*) answer 429 text/html </dev/null ;;
  9100500:[12]) answer 500 text/html </dev/null ;;
  910051?:*) answer 500 text/html </dev/null ;;
  9100600:1) drop ;;
  9100601:1) printf '<html><body><li>1. The Committee and the Government' | answer 200 text/html ;;
  9100602:1)
    for ((i = 0; i < 200; i++)); do
      [ -e "$here/go" ] && break
      sleep 0.1
    done
    page $good
    ;;
  91*) page $good ;;
  *) page "$id" ;;
esac
