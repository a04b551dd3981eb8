# Sourced by run: questions of each kind in one process, warm, the best ten with snippets: ours, Lucene with its unified highlighter, FTS5 with
# snippet(). The engines are asked in turn, all questions of a round each.

# ask ENGINE: prints "KIND TAB MILLISECONDS" for each question
ask() {
  case "$1" in
    cfasearch) "$programs/cfa-ask" "$work/cfasearch" "$work/questions.tsv" ;;
    Lucene) $lucene ask "$work/Lucene" "$work/questions.tsv" ;;
    FTS5) "$programs/cfa-bench-fts5" ask "$work/FTS5" "$work/questions.tsv" ;;
  esac
}

measure_latency() {
  local round engine kind which
  for round in $(seq "$rounds"); do
    for engine in cfasearch Lucene FTS5; do
      need_index "$engine" "$work"
      ask "$engine" >"$work/asked"
      for kind in "one word" "three words" phrase fields prefix all; do
        for which in 50 99; do
          record "$kind, ms, $which%" "$engine" "$(hundredth "$which" "$kind" "$work/asked")"
        done
      done
    done
  done
}
measure_latency
