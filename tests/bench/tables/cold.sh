# Sourced by run: a new process for each question, as a shell or a CGI starts it: cfa-search, and SQLite's shell with the same question. The files
# are in memory; and what it takes to start and do nothing.

# cold MEASURE ENGINE COMMAND...: milliseconds
cold() {
  local measure=$1 engine=$2
  shift 2
  "$programs/cfa-measure" "$work/took" "$@" >/dev/null || [ $? -eq 1 ] # no hits
  record "$measure" "$engine" "$(times 1000 "$(took "$work/took" 1)")"
}

measure_cold() {
  local round kind words ours match
  need_index cfasearch "$work"
  need_index FTS5 "$work"
  for round in $(seq "$((rounds * 4))"); do
    cold "start of a program, ms" cfasearch "$search" --version
    cold "start of a program, ms" "the shell of SQLite" sqlite3 --version
    cold "start of a program, ms" true /bin/true
  done
  while IFS=$'\t' read -r kind words ours; do
    case "$kind" in
      phrase) match="\"$words\"" ;;
      prefix) match="$words*" ;;
      fields) continue ;;
      *) match=${words// / OR } ;;
    esac
    cold "question to a new process, ms" cfasearch "$search" --index "$work/cfasearch" -- "$ours"
    cold "question to a new process, ms" "the shell of FTS5" sqlite3 "$work/FTS5" \
      "SELECT name, snippet(docs, 3, '<b>', '</b>', '…', 40) FROM docs WHERE docs MATCH '$match' ORDER BY rank LIMIT 10"
  done < <(head -n "$((rounds * 20))" "$work/questions.tsv")
}
measure_cold
