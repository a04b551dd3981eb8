# Sourced by run: requests a second over lighttpd, the same question again and again for a second: our page by FastCGI (two processes) and
# by CGI, omega's by CGI, and a program that does nothing by CGI. In each round another question. Then, once, how long a page takes while
# many are asked for: 50,000 of them, 16 at once, of 20 questions on the collection in three languages; none may fail.
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

# load CLIENTS ADDRESS: requests a second; every one is to be answered by a page
load() {
  ab -q -l -t 1 -n 50000 -c "$1" "$2" >"$work/load" 2>&1 && ! grep -q 'Non-2xx' "$work/load" ||
    { echo "run: $2 is not answered" >&2; cat "$work/load" >&2; exit 1; }
  awk '/^Requests per second/ { print $4 }' "$work/load"
}

# hold NAME ADDRESS QUESTIONS: records how long each of many requests takes; each is to be answered by a page
hold() {
  local said each
  each=$((requests / $(wc -l <"$3")))
  : >"$work/times"
  while read -r said; do
    ab -q -l -n "$each" -c 16 -g "$work/asked" "$2$said" >"$work/load" 2>&1 </dev/null && ! grep -q 'Non-2xx' "$work/load" &&
      grep -q '^Failed requests: *0$' "$work/load" || { echo "run: $2$said is not answered" >&2; cat "$work/load" >&2; exit 1; }
    tail -n +2 "$work/asked" | awk -F '\t' '{ print "all\t" $5 }' >>"$work/times"
  done <"$3"
  record "a page while 16 ask, ms, 50%" "$1" "$(hundredth 50 all "$work/times")"
  record "a page while 16 ask, ms, 99%" "$1" "$(hundredth 99 all "$work/times")"
}

# three_words FOLDER: 20 questions as addresses have them, words of paragraphs of the collection
three_words() {
  "$search" -i "$1/index" --json --by paragraph --limit 20 --offset 4000 lang:en |
    jq -r '.hits[].passages[0].snippet | map(.text) | join("")' |
    awk '{ said = ""; for (i = 6; i <= NF && split(said, word, "+") < 3; i++) if (length($i) > 3 && $i ~ /^[a-z]+$/) said = said (said == "" ? "" : "+") $i; print said }'
}

measure_load() {
  local servers="" folder=$programs/work/$paragraphs-in-three
  need_three "$folder"
  three_words "$folder" >"$work/said"
  export XDG_RUNTIME_DIR CFA_CGI=$build/searcher/web/cfa-search.cgi CFA_INDEX=$folder/index CFA_PROCS=2 CFA_EMPTY=$programs/cfa-empty
  XDG_RUNTIME_DIR=$(mktemp -d)
  trap stop_servers EXIT
  CFA_MODE=fastcgi serve "$root/searcher/web/lighttpd.conf"
  hold cfasearch "$site/?q=" "$work/said"
  serve "$here/peers.conf"
  hold "an empty CGI" "$site/empty?" "$work/said"
  record "a page while 16 ask, ms, 50%" "the aim" 5
  record "a page while 16 ask, ms, 99%" "the aim" 25
  stop_servers
  trap - EXIT
  rm -rf "$XDG_RUNTIME_DIR"
}

measure_web() {
  local servers="" round clients said fastcgi cgi peers
  need_index cfasearch "$work"
  need_index omega "$work"
  export XDG_RUNTIME_DIR CFA_CGI=$build/searcher/web/cfa-search.cgi CFA_INDEX=$work/cfasearch CFA_PROCS=2
  export CFA_EMPTY=$programs/cfa-empty OMEGA_CONFIG_FILE=$work/omega.conf
  XDG_RUNTIME_DIR=$(mktemp -d)
  printf 'database_dir %s\ntemplate_dir /usr/share/xapian-omega/templates\nlog_dir %s\ncdb_dir %s\n' "$work" "$work" "$work" >"$work/omega.conf"
  trap stop_servers EXIT
  CFA_MODE=fastcgi serve "$root/searcher/web/lighttpd.conf"
  fastcgi=$site
  CFA_MODE=cgi serve "$root/searcher/web/lighttpd.conf"
  cgi=$site
  serve "$here/peers.conf"
  peers=$site
  for round in $(seq "$rounds"); do
    said=$(awk -F '\t' -v round="$round" '$1 == "three words" && ++seen == round { gsub(/ /, "+", $2); print $2 }' "$work/questions.tsv")
    for clients in 1 4 16; do
      record "requests a second, FastCGI, $clients at once" cfasearch "$(load "$clients" "$fastcgi/?q=$said")"
      record "requests a second, FastCGI, $clients at once" "an empty CGI" "$(load "$clients" "$peers/empty")"
      record "requests a second, FastCGI, $clients at once" "omega" "$(load "$clients" "$peers/omega?DB=omega&DEFAULTOP=or&P=$said")"
      record "requests a second, CGI, $clients at once" cfasearch "$(load "$clients" "$cgi/?q=$said")"
      record "requests a second, CGI, $clients at once" "omega" "$(load "$clients" "$peers/omega?DB=omega&DEFAULTOP=or&P=$said")"
      record "requests a second, CGI, $clients at once" "omega without a question" "$(load "$clients" "$peers/omega?DB=omega")"
    done
  done
  stop_servers
  trap - EXIT
  rm -rf "$XDG_RUNTIME_DIR"
}
measure_web
measure_load
