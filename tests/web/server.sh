# Sourced by the tests of this folder and by tests/load: promises, and a lighttpd or nginx that listens to this machine alone.
#
#     . "$(dirname "$0")/server.sh"
#     mode='by CGI'                     stands before the name of each promise
#     serve my.conf                     leaves its address in $site; the file reads the port as env.CFA_PORT
#     promise 'it answers' curl -fsS "$site"
#     finish_promises                   how many there were, and the exit status
PATH=$PATH:/usr/sbin
scratch=$(mktemp -d)
server=
responder=
failed=0
count=0
unset "${!CFA_@}" "${!XAPIAN_@}" http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

stop_server() {
  [ -n "$server" ] && kill "$server" && wait "$server"
  [ -n "$responder" ] && kill "$responder" && wait "$responder"
  server= responder=
} 2>/dev/null

clean_up() {
  stop_server
  rm -rf "$scratch"
}
trap clean_up EXIT

# promise NAME COMMAND…: it is kept when the command succeeds.
promise() {
  local name=$1
  shift
  count=$((count + 1))
  if "$@" >"$scratch/said" 2>&1; then
    echo "ok - $mode: $name"
  else
    echo "not ok - $mode: $name"
    head -c 1500 "$scratch/said" | sed 's/^/# /'
    failed=1
  fi
}

finish_promises() {
  echo "1..$count"
  exit $failed
}

is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Ends the server before, and finds a port for the next: $port, and $site, its address.
free_port() {
  stop_server
  for port in $(shuf -i 20000-29999 -n 20); do
    is_taken "$port" || break
  done
  site=http://127.0.0.1:$port
}

await_server() {
  for _ in $(seq 100); do
    is_taken "$port" && return
    sleep 0.1
  done
  echo "Bail out! the server does not start"
  cat "$scratch/server.log"
  exit 1
}

# A server may listen before the process that answers for it does.
await_responder() {
  for _ in $(seq 100); do
    curl -fs -o "$scratch/health" "$site${below:-}/health" && return
    sleep 0.1
  done
  echo "Bail out! what is behind the server does not answer"
  exit 1
}

# serve CONF [NAME=VALUE…]: starts lighttpd with these in its environment, in the place of the server before.
serve() {
  local conf=$1 port
  shift
  free_port
  env CFA_PORT="$port" "$@" lighttpd -D -f "$conf" >"$scratch/server.log" 2>&1 &
  server=$!
  await_server
}

# The processes that lighttpd has started, in that order.
server_processes() {
  cat "/proc/$server/task/$server/children"
}

# serve_by_nginx CONF CGI INDEX [OPTIONS OF SPAWN-FCGI…]: starts nginx in its place, and a process that answers, $responder;
# $below is the path that the pages are below, if any.
serve_by_nginx() {
  local conf=$1 cgi=$2 index=$3 port folder=$scratch/nginx
  shift 3
  free_port
  mkdir -p "$folder"
  sed "s#unix:[^;]*#unix:$folder/socket#; s#127.0.0.1:8080#127.0.0.1:$port#" "$conf" >"$folder/site.conf"
  cat >"$folder/nginx.conf" <<END
daemon off; user $(id -un); pid $folder/pid; error_log stderr; worker_processes 1; events {}
http { access_log off; client_body_temp_path $folder/a; fastcgi_temp_path $folder/b; proxy_temp_path $folder/c;
uwsgi_temp_path $folder/d; scgi_temp_path $folder/e; include $folder/site.conf; }
END
  CFA_INDEX=$index spawn-fcgi -n "$@" -s "$folder/socket" -- "$cgi" >/dev/null 2>&1 &
  responder=$!
  nginx -e stderr -c "$folder/nginx.conf" >"$scratch/server.log" 2>&1 &
  server=$!
  await_server
  await_responder
}
