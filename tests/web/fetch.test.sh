#!/usr/bin/env bash
# Getting pages from an imitation of NORMLEX over a real lighttpd: see normlex.cgi. Nothing is asked of any other machine.
#
#     tests/web/fetch.test.sh FETCH VERSION CFA-INDEX SAMPLE        the sample's pages are what the imitation serves
set -u

here=$(cd "$(dirname "$0")" && pwd)
. "$here/server.sh"
fetch=$(realpath "$1")
version=$2
index=$(realpath "$3")
sample=$(realpath "$4")
normlex=$scratch/normlex
item=NORMLEXPUB:50002:0::NO::P50002_COMPLAINT_TEXT_ID,P50002_LANG_CODE
folder=$scratch/pages

# The site, and a `sleep` that takes no time and writes down how long it was told to.
make_site() {
  local page
  mkdir -p "$normlex/root" "$scratch/bin"
  cp "$here/normlex.cgi" "$normlex"
  for page in "$sample"/*/p*.html "$sample"/*/p*.html.gz; do
    gzip -cdf "$page" >"$normlex/$(basename "$page" .gz)"
  done
  cat >"$scratch/site.conf" <<END
server.port = env.CFA_PORT
server.bind = "127.0.0.1"
server.document-root = "$normlex/root"
server.modules = ( "mod_alias", "mod_cgi" )
server.stream-response-body = 1
server.max-keep-alive-idle = 1 # seconds until a connection is dropped whose answer was cut short
server.stat-cache-engine = "disable"
alias.url = ( "/dyn/normlex/en/f" => "$normlex/normlex.cgi", "/dyn/normlex/fr/f" => "$normlex/normlex.cgi",
  "/dyn/normlex/es/f" => "$normlex/normlex.cgi" )
cgi.assign = ( ".cgi" => "$BASH" )
END
  printf '#!/bin/sh\necho "$1" >>"%s"\n' "$normlex/rests" >"$scratch/bin/sleep"
  chmod +x "$scratch/bin/sleep"
}

# A new site and an empty folder, for what follows.
begin() { # WHAT
  mode=$1
  rm -rf "$folder" "$normlex/root/robots.txt" "$normlex/go"
  echo 1 >"$normlex/edition"
  forget
}

forget() {
  : >"$normlex/requests"
  : >"$normlex/agents"
  : >"$normlex/rests"
}

get() { # ARGUMENTS: of cfa-fetch, after the folder
  PATH=$scratch/bin:$PATH timeout 120 "$fetch" --address "$site/dyn/normlex/{lang}/f?p=$item:{id},{lang}" \
    "$folder" "$@" >"$scratch/out" 2>"$scratch/err"
  status=$?
  cat "$scratch/err"
}

ends_with() { # STATUS ARGUMENTS
  local expected=$1
  shift
  get "$@"
  echo "status $status"
  [ "$status" = "$expected" ]
}

says() { # WORDS
  cat "$scratch/err"
  grep -Fq -- "$1" "$scratch/err"
}

asked() { # PAGES
  cat "$normlex/requests"
  [ "$(tr '\n' ' ' <"$normlex/requests")" = "${*:+$* }" ]
}

rested() { # SECONDS...
  cat "$normlex/rests"
  [ "$(sed 's/\.000$//' "$normlex/rests" | tr '\n' ' ')" = "${*:+$* }" ]
}

holds() { # FILES
  ls -A "$folder"
  [ "$(cd "$folder" && ls -A | tr '\n' ' ')" = "$* " ]
}

is_page_of() { # FILE PAGE
  sed "s|</html>|<!-- edition $(cat "$normlex/edition") --></html>|" "$normlex/p$2.html" | cmp - <(gzip -dc "$folder/$1")
}

row() { # FILE: its cells that are not empty
  grep "^$1"$'\t' "$folder/manifest.tsv" | tr -s '\t' ' '
}

saving() {
  begin 'saving'
  promise 'a text is saved in three languages' ends_with 0 9000025
  promise 'each as a file, with a manifest' holds .cfa-fetch.tsv manifest.tsv p9000025-en.html.gz p9000025-es.html.gz p9000025-fr.html.gz
  promise 'the page is kept byte for byte' is_page_of p9000025-en.html.gz 9000025-en
  promise 'the manifest has the header that cfa-index knows' eval \
    '[ "$(head -n 1 "$folder/manifest.tsv" | tr "\t" " ")" = "file text_id report report_date case country lang url" ]'
  promise 'and the text, language and address of a page' eval '[ "$(row p9000025-fr.html.gz)" = \
    "p9000025-fr.html.gz 9000025 fr $site/dyn/normlex/fr/f?p=$item:9000025,fr" ]'
  promise 'it rests between two requests' rested 2 2 2
  promise 'nothing goes to standard output' [ ! -s "$scratch/out" ]
  promise 'the User-Agent says who asks' eval '[ "$(sort -u "$normlex/agents")" = "cfa-fetch/$version (saves pages for cfasearch)" ]'
  promise 'the same command' ends_with 0 9000025
  promise 'asks for no page again' asked 9000025-en 9000025-fr 9000025-es
  promise 'not even for robots.txt' rested 2 2 2
  forget
  promise 'whom to write to' ends_with 0 --contact=https://example.org/robot --lang fr --pause 0.5 9000026
  promise 'is in the User-Agent' grep -Fqx "cfa-fetch/$version (https://example.org/robot; saves pages for cfasearch)" "$normlex/agents"
  promise 'and a pause can be chosen' rested 0.500
  forget
  rm "$folder/manifest.tsv"
  promise 'a row of the manifest that is missing' ends_with 0 --quiet 9000025 9000026
  promise 'is written' eval '[ "$(wc -l <"$folder/manifest.tsv")" = 7 ]'
  promise 'without asking for the page' eval '! grep -q 9000025 "$normlex/requests"'
  promise 'and --quiet says nothing' [ ! -s "$scratch/err" ]
}

lists() {
  begin 'lists'
  cat >"$scratch/list" <<END
# what the library wants
9000027

https://www.ilo.org/dyn/normlex/es/f?p=1000:50002:0::NO::P50002_COMPLAINT_TEXT_ID%2CP50002_LANG_CODE%3A9000028%2Cfr
$site/dyn/normlex/en/f?p=NORMLEXPUB:50002:0::NO:50002:P50002_COMPLAINT_TEXT_ID:9000030
9000027
END
  promise 'a list has ids and addresses' ends_with 0 --lang=en,es "$scratch/list"
  promise 'an address asks for its text, in its language if it has one, and no page is asked for twice' \
    asked 9000027-en 9000027-es 9000028-fr 9000030-en 9000030-es
  promise 'a list is read from standard input' ends_with 0 --lang=en - <<<9000025-9000027
  promise 'with ranges' asked 9000027-en 9000027-es 9000028-fr 9000030-en 9000030-es 9000025-en 9000026-en
  promise 'also as Windows writes it' ends_with 0 --lang=en - <<<$'\xef\xbb\xbf9000025\r\n9000026\r'
  forget
  promise 'a line that is none of these is refused' ends_with 2 - <<<$'9000025\n9000026-9000025'
  promise 'and named' says "-, line 2: '9000026-9000025' is no text id"
  promise 'before anything is asked' asked
  promise 'and so is an address of another kind of page' ends_with 2 'https://example.org/f?p=1000:20060:0'
  local bad
  for bad in --pause=fast --tries=0 --lang=de --lang= --contact='a (b)' --address=https://example.org/f --wait=1 --patience; do
    promise "$bad is refused" ends_with 2 9000025 "$bad"
  done
}

no_texts() {
  begin 'no case texts'
  promise 'pages that are none are no failure' ends_with 0 --lang en 9100410 9100200 9100201 9100302 9000023
  promise 'each is named with its reason' eval 'says "9100410 en: status 410: no case text" &&
    says "9100200 en: no numbered paragraph in it: no case text" &&
    says "9100201 en: nothing of a committee in it: no case text" &&
    says "9100302 en: another page, 1, in its place: no case text" && says "9000023 en: status 404: no case text"'
  promise 'none of them is kept' holds .cfa-fetch.tsv
  forget
  promise 'and none' ends_with 0 --lang en 9100410 9100200 9100201 9100302 9000023
  promise 'is asked for again' asked
  promise 'unless that is asked for' ends_with 0 --again --lang en 9100410
  promise 'with --again' asked 9100410-en
}

again() {
  begin 'again'
  get 9000025 >"$scratch/said"
  forget
  promise 'who looks again' ends_with 0 --again 9000025
  promise 'asks for every page' asked 9000025-en 9000025-fr 9000025-es
  promise 'and finds the same by tag, by date and by content' says 'saved 0, changed 0, unchanged 3'
  promise 'and keeps the page' is_page_of p9000025-es.html.gz 9000025-es
  echo 3 >"$normlex/edition"
  promise 'what the site has changed' ends_with 0 --again 9000025
  promise 'is saved anew' says 'saved 0, changed 3, unchanged 0'
  promise 'in its place' eval 'is_page_of p9000025-en.html.gz 9000025-en && is_page_of p9000025-fr.html.gz 9000025-fr'
  promise 'and stays one row of the manifest' eval '[ "$(wc -l <"$folder/manifest.tsv")" = 4 ]'
  promise 'the new tags are what is asked by' ends_with 0 --again 9000025
  promise 'from then on' says 'saved 0, changed 0, unchanged 3'
  mv "$normlex/p9000025-en.html" "$normlex/hidden"
  promise 'a page that is gone from the site' ends_with 0 --again --lang=en 9000025
  mv "$normlex/hidden" "$normlex/p9000025-en.html"
  promise 'is kept' is_page_of p9000025-en.html.gz 9000025-en
  promise 'and that is said' says 'status 404: no case text; the file of before is kept'
}

trouble() {
  begin 'trouble'
  promise 'a site that asks for fewer requests' ends_with 0 --lang en 9100429
  promise 'is asked again when it says' rested 2 37 2
  forget
  promise 'one that fails' ends_with 0 --lang en 9100500
  promise 'is asked more and more seldom' rested 2 10 2 20 2
  promise 'until it answers' is_page_of p9100500-en.html.gz 9000025-en
  forget
  promise 'a connection that is dropped in a page' ends_with 0 --lang en 9100600
  promise 'is opened again' asked 9100600-en 9100600-en
  promise 'and the whole page is kept' is_page_of p9100600-en.html.gz 9000025-en
  promise 'a page that is cut short unnoticed' ends_with 0 --lang en 9100601
  promise 'is seen to be' says '9100601 en: the page is cut short; again in 10 seconds'
  promise 'and asked for again' is_page_of p9100601-en.html.gz 9000025-en
  forget
  promise 'a page that fails to the end' ends_with 1 --lang en --tries=3 --patience=15 9100510 9000026
  promise 'is left after so many tries, none after a longer rest than the longest' rested 2 10 2 15 2 2
  promise 'and the next one is saved' is_page_of p9000026-en.html.gz 9000026-en
  promise 'it is no page that is remembered' ends_with 1 --lang en --tries=1 9100510
}

giving_up() {
  begin 'giving up'
  promise 'three pages in a row that fail end it' ends_with 75 --lang en --tries 1 9000025 9100510-9100519
  promise 'after the third' asked 9000025-en 9100510-en 9100511-en 9100512-en
  promise 'with a word' says 'cfa-fetch: three pages in a row failed: try again later'
  promise 'and what was got is kept' holds .cfa-fetch.tsv manifest.tsv p9000025-en.html.gz
  forget
  promise 'two, one that answers, and two more do not' ends_with 1 --lang en --tries 1 9100510-9100511 9000026 9100512-9100513
  promise 'a site that asks for a rest longer than patience ends it' ends_with 75 --lang en 9100430 9000027
  promise 'with how long' grep -Eq '9100430 en: status 503, and the site asks to wait 5[34][0-9][0-9] seconds' "$scratch/err"
  promise 'it rests so long for the patient' eval ': >"$normlex/requests"; ends_with 0 --lang en --patience 6000 9100430'
  promise 'one that asks for fewer requests to the end, too' ends_with 75 --lang en --tries 2 9100431 9000027
  promise 'one that forbids it, at once' ends_with 77 --lang en 9100403 9000027
  forget
  promise 'another run in the same folder is not disturbed' flock "$folder" bash -c "$(declare -f get ends_with)
    fetch=$fetch folder=$folder scratch=$scratch site=$site item=$item; ends_with 4 9000025"
  promise 'and nothing is asked' asked
  stop_server
  promise 'a site that is not there ends it' ends_with 75 --lang en --tries 2 9000027
  promise 'with its name' says "cfa-fetch: $site does not answer: Failed to connect"
  serve "$scratch/site.conf"
}

robots() {
  begin 'robots.txt'
  printf 'User-agent: *\nDisallow: /dyn/*/es/\n' >"$normlex/root/robots.txt"
  promise 'what it keeps from robots' ends_with 77 --lang en,es 9000025
  promise 'is not asked for' asked 9000025-en
  promise 'and that is said' says "robots.txt of $site does not permit $site/dyn/normlex/es/f?p="
  printf 'User-agent: other\nDisallow: /\n\nUser-Agent: *\nAllow: /dyn/normlex/es/f?p=*:50002:\nDisallow: /dyn/\n' >"$normlex/root/robots.txt"
  promise 'the longest rule decides' ends_with 0 --lang es 9000025
  promise 'and the shorter one elsewhere' ends_with 77 --lang fr 9000025
  printf 'User-agent: *\nDisallow:\n\nUser-agent: a\nUser-agent: CFA-Fetch # us\nCrawl-delay: 7.5\nDisallow: /*fr$\n' >"$normlex/root/robots.txt"
  forget
  promise 'rules for us go before those for everybody' ends_with 77 --lang en,fr 9000026
  promise 'and a pause asked for is kept' rested 7.500
  printf '\357\273\277User-agent: *\nDisallow: /dyn/*/es/\n' >"$normlex/root/robots.txt"
  promise 'a byte order mark is no part of the first rule' ends_with 77 --lang es 9000026
  : >"$normlex/root/robots.txt"
  promise 'an empty one permits all' ends_with 0 9000026
}

# A run that waits for a page, in a group of its own as a terminal would have it; its id in $run.
start_run() {
  PATH=$scratch/bin:$PATH setsid env --default-signal=INT "$fetch" --lang en \
    --address "$site/dyn/normlex/{lang}/f?p=$item:{id},{lang}" \
    "$folder" 9000025 9100602 9000026 >"$scratch/out" 2>"$scratch/err" &
  run=$!
  for _ in $(seq 200); do
    grep -q 9100602 "$normlex/requests" && return
    sleep 0.1
  done
}

is_stopped_by() { # SIGNAL STATUS
  start_run
  kill -s "$1" -- "-$run"
  wait "$run"
  status=$?
  touch "$normlex/go"
  cat "$scratch/err"
  echo "status $status"
  [ "$status" = "$2" ]
}

stopping() {
  begin 'stopping'
  promise 'Ctrl-C stops it' is_stopped_by INT 130
  promise 'which it says' says 'cfa-fetch: stopped: the same command goes on from here'
  promise 'what it has is whole, and nothing is half' holds .cfa-fetch.tsv manifest.tsv p9000025-en.html.gz
  promise 'the same command' ends_with 0 --lang en 9000025 9100602 9000026
  promise 'goes on where it was' asked 9000025-en 9100602-en 9100602-en 9000026-en
  begin 'stopping'
  promise 'and so does a service manager' is_stopped_by TERM 143
  begin 'killed'
  promise 'a run that is killed' is_stopped_by KILL 137
  printf 'half a page' >"$folder/.cfa-fetch/page"
  promise 'is gone on with, too' ends_with 0 --lang en 9000025 9100602 9000026
  promise 'and what it left is gone' holds .cfa-fetch.tsv manifest.tsv p9000025-en.html.gz p9000026-en.html.gz p9100602-en.html.gz
}

# Commands that do their work, but for call number $CFA_FAULT of any of them: it fails, or ends the run as kill -9 does.
make_faults() {
  local name
  mkdir "$scratch/faults"
  for name in gzip sync mv; do
    cat >"$scratch/faults/$name" <<END
#!/bin/sh
echo >>"$scratch/calls"
if [ "\$(wc -l <"$scratch/calls")" = "\$CFA_FAULT" ]; then
  [ "\$CFA_FAULT_KIND" = fails ] || kill -9 "\$PPID"
  exit 1
fi
exec $(command -v "$name") "\$@"
END
    chmod +x "$scratch/faults/$name"
  done
}

# Whether what the folder holds is whole, and whether the next run has it all, having asked for a page at most once more.
recovers() {
  local page
  for page in "$folder"/p*.gz; do
    [ ! -e "$page" ] || is_page_of "${page##*/}" "$(basename "${page##*/p}" .html.gz)" || return 1
  done
  [ ! -e "$folder/manifest.tsv" ] || ! awk -F'\t' 'NF != 8' "$folder/manifest.tsv" | grep . || return 1
  ends_with 0 --lang en 9000025 9000026 &&
    holds .cfa-fetch.tsv manifest.tsv p9000025-en.html.gz p9000026-en.html.gz && row p9000025-en.html.gz && row p9000026-en.html.gz &&
    [ "$(wc -l <"$normlex/requests")" -le 3 ]
}

# Makes each place where a page is written fail once, until none does.
faults() {
  local kind expected
  make_faults
  for kind in fails 'is killed'; do
    if [ "$kind" = fails ]; then expected=74; else expected=137; fi
    for ((place = 1; place < 100; place++)); do
      begin 'faults'
      : >"$scratch/calls"
      PATH=$scratch/faults:$PATH CFA_FAULT=$place CFA_FAULT_KIND=$kind get --lang en 9000025 >"$scratch/said" 2>&1
      [ "$status" = "$expected" ] || break
      promise "a run that $kind at place $place leaves what is whole, and is gone on with" recovers
    done
    promise "a run that $kind has been tried at each of the seven places where a page is written" [ "$status:$place" = 0:8 ]
  done
  begin 'faults'
  promise 'a disk that is full ends it' eval '(trap "" XFSZ; ulimit -f 4; ends_with 74 --lang en 9000025)'
  promise 'with a word' says "cfa-fetch: $folder cannot be written"
  promise 'and without half a page' eval '[ -z "$(ls -A "$folder")" ]'
  make_dying_curl
  promise 'a curl that is killed is tried again' eval '(PATH=$scratch/dying:$PATH; ends_with 0 --lang en 9000025)'
  promise 'which is said' eval '[ "$(head -n 1 "$scratch/err")" = "robots.txt: curl was ended by signal 9; again in 10 seconds" ]'
}

# A curl that is killed the first time, as the system does that runs out of memory.
make_dying_curl() {
  mkdir "$scratch/dying"
  cat >"$scratch/dying/curl" <<END
#!/bin/sh
[ -e "$scratch/died" ] || { touch "$scratch/died" && kill -9 \$\$; }
exec $(command -v curl) "\$@"
END
  chmod +x "$scratch/dying/curl"
}

indexing() {
  local page
  begin 'indexing'
  for page in "$normlex"/p*.html; do
    page=$(basename "$page" .html)
    echo "$site/dyn/normlex/en/f?p=$item:$(tr - , <<<"${page#p}")"
  done >"$scratch/list"
  promise 'every page of the sample that is HTML is taken for a case text' ends_with 0 "$scratch/list"
  promise 'and saved' eval '[ "$(ls "$folder" | grep -c "^p.*gz$")" = "$(ls "$normlex" | grep -c "^p.*html$")" ]'
  promise 'cfa-index builds an index of the folder' "$index" build -q -i "$scratch/index" "$folder"
  "$index" parse --json "$folder" >"$scratch/parsed" 2>/dev/null
  promise 'and knows the text, language and address of each page' eval \
    '[ "$(jq -r "select(.url == \"$site/dyn/normlex/\(.lang)/f?p=$item:\(.text_id),\(.lang)\") | .source" "$scratch/parsed" | wc -l)" = \
       "$(ls "$folder" | grep -c "^p.*gz$")" ]'
  mkdir "$scratch/mine"
  folder=$scratch/mine
  printf 'report\tlang\tfile\n' >"$folder/manifest.tsv"
  printf '390\ten\tmine.html' >>"$folder/manifest.tsv"
  promise 'a manifest that is there, with columns of its own' ends_with 0 --lang fr 9000025
  promise 'is added to in these' eval '[ "$(tr "\t" " " <"$folder/manifest.tsv" | tail -n 2)" = \
    "390 en mine.html"$'"'\n'"'" fr p9000025-fr.html.gz" ]'
  printf 'Lang\t File\r\n\r\nfr\t./p9000025-fr.html.gz\r\n' >"$folder/manifest.tsv"
  promise 'it may come from Windows, and have empty lines' ends_with 0 --quiet --lang fr 9000025
  promise 'without a word' [ ! -s "$scratch/err" ]
  promise 'and what it lists is not listed again' eval '[ "$(wc -l <"$folder/manifest.tsv")" = 3 ]'
  echo >"$folder/manifest.tsv"
  promise 'one whose first line is empty is none' ends_with 74 --lang fr 9000025
  promise 'and is told so' says 'has no column "file"'
  printf 'name\n' >"$folder/manifest.tsv"
  promise 'one without a column for files is left alone' ends_with 74 --lang en 9000025
  promise 'as it is' eval '[ "$(cat "$folder/manifest.tsv")" = name ]'
  folder=$scratch/pages
}

# A curl that asks nobody: it writes down the address, and all that it finds is 404.
make_deaf_curl() {
  mkdir "$scratch/deaf"
  cat >"$scratch/deaf/curl" <<END
#!/bin/sh
for address; do :; done
echo "\$address" >>"$scratch/addresses"
echo "404 \$address"
END
  chmod +x "$scratch/deaf/curl"
}

manual() {
  begin 'manual'
  make_deaf_curl
  promise 'without --address it asks' env PATH="$scratch/deaf:$PATH" "$fetch" --pause 0 --lang fr "$folder" 9000025
  promise 'the public form of the addresses' eval '[ "$(tr "\n" " " <"$scratch/addresses")" = \
    "https://normlex.ilo.org/robots.txt https://normlex.ilo.org/dyn/normlex/fr/f?p=$item:9000025,fr " ]'
  promise '--version is that of the programs' eval '[ "$("$fetch" --version)" = "cfa-fetch $version" ]'
  promise '--help is on standard output' eval '"$fetch" --help | grep -q "^Usage: cfa-fetch"'
  promise 'or that is told to be full' eval 'for option in --help --version; do "$fetch" $option >/dev/full; [ $? = 74 ] || exit 1; done'
  promise 'who says nothing is told what to say' ends_with 2
}

make_site
serve "$scratch/site.conf"
saving
lists
no_texts
again
trouble
giving_up
robots
stopping
faults
indexing
manual
finish_promises
