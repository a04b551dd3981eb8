# Sourced by the tests of this folder: promises, and a lighttpd that listens to this machine alone.
#
#     . "$(dirname "$0")/server.sh"
#     mode='by CGI'                     stands before the name of each promise
#     serve my.conf                     leaves its address in $site; the file reads the port as env.CFA_PORT
#     promise 'it answers' curl -fsS "$site"
#     finish_promises                   how many there were, and the exit status
PATH=$PATH:/usr/sbin
scratch=$(mktemp -d)
server=
failed=0
count=0
unset "${!CFA_@}" "${!XAPIAN_@}" http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

stop_server() {
  [ -n "$server" ] && kill "$server" && wait "$server"
  server=
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

# serve CONF [NAME=VALUE…]: starts the server with these in its environment, in the place of the one before.
serve() {
  local conf=$1 port
  shift
  stop_server
  for port in $(shuf -i 20000-29999 -n 20); do
    is_taken "$port" || break
  done
  site=http://127.0.0.1:$port
  env CFA_PORT="$port" "$@" lighttpd -D -f "$conf" >"$scratch/server.log" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    is_taken "$port" && return
    sleep 0.1
  done
  echo "Bail out! lighttpd does not start"
  cat "$scratch/server.log"
  exit 1
}
