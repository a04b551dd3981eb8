# Sourced by run: pages a second over lighttpd, for a second at a time: ours by FastCGI (two processes) and by CGI, omega's by CGI, and a program
# that does nothing by CGI; by FastCGI with another question each time, and with one that many ask, which a process remembers the page of. Then, once,
# how long a page takes while 16 ask for one after the other without a pause, on the collection in three languages; none may fail.
PATH=$PATH:/usr/sbin

# serve CONFIGURATION: starts lighttpd on a free port; its site is in $site, its process in $servers.
serve() {
  local port
  for port in $(shuf -i 20000-29999 -n 20); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  CFA_PORT=$port lighttpd -D -f "$1" >>"$work/lighttpd.log" 2>&1 &
  servers="$servers $!"
  site=http://127.0.0.1:$port
  for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
    sleep 0.1
  done
  cat "$work/lighttpd.log" >&2
  exit 1
}

stop_servers() {
  [ -z "$servers" ] || kill $servers
  wait $servers || true
  servers=
}

# serve_anew: serves ours by FastCGI, at $fastcgi, by processes that remember nothing yet, in the place of those before.
serve_anew() {
  if [ -n "$fastcgi" ]; then
    kill "$fastcgi_server"
    wait "$fastcgi_server" || true
    servers=${servers/ $fastcgi_server/}
  fi
  CFA_MODE=fastcgi serve "$root/searcher/web/lighttpd.conf"
  fastcgi=$site fastcgi_server=${servers##* }
}

# load CLIENTS SECONDS ADDRESS QUESTIONS: has the questions asked, and prints what ask.lua does; every one is to be answered by a page
load() {
  CFA_ASK=$4 wrk -t $(($1 < 2 ? $1 : 2)) -c "$1" -d "$2" --timeout 60 -s "$here/ask.lua" "$3" >"$work/load" 2>&1 &&
    grep -Pq '^said\t.*\t0$' "$work/load" || { echo "run: $3 is not answered" >&2; cat "$work/load" >&2; exit 1; }
  grep '^said' "$work/load"
}

# rate MEASURE ENGINE CLIENTS ADDRESS QUESTIONS: records how many are answered in a second
rate() {
  record "$1, $3 at once" "$2" "$(load "$3" 1 "$4" "$5" | cut -f 4)"
}

# hold WHICH ENGINE ADDRESS QUESTIONS: records how long a page takes while many are asked for
hold() {
  load 16 "$seconds" "$3" "$4" >"$work/held"
  record "$1 while 16 ask, ms, 50%" "$2" "$(cut -f 2 "$work/held")"
  record "$1 while 16 ask, ms, 99%" "$2" "$(cut -f 3 "$work/held")"
  echo "run: $1 while 16 ask, $2: $(cut -f 4 "$work/held") answered" >&2
}

# three_words INDEX THOUSANDS: so many thousand questions as addresses have them, words of paragraphs of the collection. Two processes remember some four
# thousand pages, so that who asks for ten thousand one after the other finds none remembered.
three_words() {
  local offset
  for offset in $(seq 2000 1000 $((1000 + $2 * 1000))); do
    "$search" -i "$1" --json --by paragraph --limit 1000 --offset "$offset" lang:en
  done | jq -r '.hits[].passages[0].snippet | map(.text) | join("")' |
    awk '{ said = ""; for (i = 6; i <= NF && split(said, word, "+") < 3; i++) if (length($i) > 3 && $i ~ /^[a-z]+$/) said = said (said == "" ? "" : "+") $i; print said }'
}

# by_demand FILE: 50,000 questions of those in the file, the first asked for twice as often as the second, three times as often as the third and
# so on, which is how words of a language and pages of a site are asked for (Zipf); always the same.
by_demand() {
  awk '
    { question[NR] = $0; upto[NR] = upto[NR - 1] + 1 / NR }
    END {
      srand(1)
      for (i = 0; i < 50000; i++) {
        drawn = rand() * upto[NR]
        low = 1
        high = NR
        while (low < high) { middle = int((low + high) / 2); if (upto[middle] < drawn) low = middle + 1; else high = middle }
        print question[low]
      }
    }' "$1"
}

measure_load() {
  local servers="" folder=$programs/work/$paragraphs-in-three which
  need_three "$folder"
  three_words "$folder/index" 10 >"$work/new"
  head -n 20 "$work/new" >"$work/known"
  head -n 2000 "$work/new" >"$work/first"
  by_demand "$work/first" >"$work/demand"
  export XDG_RUNTIME_DIR CFA_CGI=$build/searcher/web/cfa-search.cgi CFA_INDEX=$folder/index CFA_PROCS=2 CFA_EMPTY=$programs/cfa-empty
  XDG_RUNTIME_DIR=$(mktemp -d)
  trap stop_servers EXIT
  # Each by processes that remember nothing yet.
  for which in "a new page:new" "a page by demand:demand" "a page of 20:known"; do
    CFA_MODE=fastcgi serve "$root/searcher/web/lighttpd.conf"
    hold "${which%:*}" cfasearch "$site/?q=" "$work/${which#*:}"
    stop_servers
  done
  serve "$here/peers.conf"
  for which in "a new page" "a page by demand" "a page of 20"; do
    hold "$which" "an empty CGI" "$site/empty?" "$work/new"
    record "$which while 16 ask, ms, 50%" "the aim" 5
    record "$which while 16 ask, ms, 99%" "the aim" 25
  done
  stop_servers
  trap - EXIT
  rm -rf "$XDG_RUNTIME_DIR"
}

measure_web() {
  local servers="" round clients fastcgi="" fastcgi_server cgi peers way
  need_index cfasearch "$work"
  need_index omega "$work"
  three_words "$work/cfasearch" 10 >"$work/new"
  head -n 1 "$work/new" >"$work/known"
  export XDG_RUNTIME_DIR CFA_CGI=$build/searcher/web/cfa-search.cgi CFA_INDEX=$work/cfasearch CFA_PROCS=2
  export CFA_EMPTY=$programs/cfa-empty OMEGA_CONFIG_FILE=$work/omega.conf
  XDG_RUNTIME_DIR=$(mktemp -d)
  printf 'database_dir %s\ntemplate_dir /usr/share/xapian-omega/templates\nlog_dir %s\ncdb_dir %s\n' "$work" "$work" "$work" >"$work/omega.conf"
  echo >"$work/nothing"
  trap stop_servers EXIT
  CFA_MODE=cgi serve "$root/searcher/web/lighttpd.conf"
  cgi=$site
  serve "$here/peers.conf"
  peers=$site
  for round in $(seq "$rounds"); do
    for clients in 1 4 16; do
      for way in new known; do
        serve_anew
        rate "$way pages a second, FastCGI" cfasearch $clients "$fastcgi/?q=" "$work/$way"
        rate "$way pages a second, FastCGI" "an empty CGI" $clients "$peers/empty?" "$work/$way"
        rate "$way pages a second, FastCGI" omega $clients "$peers/omega?DB=omega&DEFAULTOP=or&P=" "$work/$way"
      done
      rate "new pages a second, CGI" cfasearch $clients "$cgi/?q=" "$work/new"
      rate "new pages a second, CGI" omega $clients "$peers/omega?DB=omega&DEFAULTOP=or&P=" "$work/new"
      rate "new pages a second, CGI" "omega without a question" $clients "$peers/omega?DB=omega&P=" "$work/nothing"
    done
  done
  stop_servers
  trap - EXIT
  rm -rf "$XDG_RUNTIME_DIR"
}
measure_web
measure_load
