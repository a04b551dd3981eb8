# Sourced by run: requests a second over lighttpd, the same question again and again for a second: our page by FastCGI (two processes) and
# by CGI, omega's by CGI, and a program that does nothing by CGI. In each round another question.
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
    done
  done
  stop_servers
  trap - EXIT
  rm -rf "$XDG_RUNTIME_DIR"
}
measure_web
