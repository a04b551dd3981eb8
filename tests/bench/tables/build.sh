# Sourced by run: what a build costs, ours and the peers', in turn; those that take minutes are measured once.
measure_build() {
  local engine round text
  text=$(text_of "$work")
  for round in $(seq "$rounds"); do
    for engine in cfasearch floor Lucene FTS5 libxapian omega; do
      case "$engine,$round" in
        libxapian,[!1]* | omega,[!1]*) continue ;;
      esac
      build_index "$engine" "$work"
      record "build, s" "$engine" "$(took "$work/took" 1)"
      record "build, s of processors" "$engine" "$(took "$work/took" 2)"
      record "build, MiB of memory" "$engine" "$(took "$work/took" 3)"
    done
  done
  record "build, MiB of memory" "the limit" 400
  for engine in cfasearch floor Lucene FTS5 libxapian omega; do
    record "index, MB" "$engine" "$(size_of "$work/$engine")"
  done
  record "index, MB" "the text" "$text"
}
measure_build
