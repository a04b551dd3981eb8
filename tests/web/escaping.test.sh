#!/usr/bin/env bash
# Whatever a request says, it stays text.
#
#     tests/web/escaping.test.sh BINARIES INDEX LIBRARY    see client.sh
set -u

. "$(dirname "$0")/client.sh"

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

escaping() {
  local word
  for word in "${hostile[@]}"; do
    promise "it stays text: $(printf '%s' "$word" | tr -c '[:print:]' '.')" stays_text "$word"
  done
}

by cgi fastcgi: escaping
finish_promises
