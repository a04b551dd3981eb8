# Sourced by run: whether time, memory and index grow with the text, and how long three words take. Each is built once, the floor beside it.
measure_sizes() {
  local size folder first="" first_asked="" seconds
  for size in $sizes; do
    folder=$(pages "$((megabytes * size))")
    build_index floor "$folder"
    record "build of $size times the text, s" floor "$(took "$folder/took" 1)"
    build_index cfasearch "$folder"
    seconds=$(took "$folder/took" 1)
    record "build of $size times the text, s" cfasearch "$seconds"
    [ -z "$first" ] || record "build of $size times the text, s" "as many of the first" "$(times "$size" "$first")"
    first=${first:-$(times "1 / $size" "$seconds")}
    record "build of $size times the text, MiB of memory" cfasearch "$(took "$folder/took" 3)"
    record "build of $size times the text, MiB of memory" "the limit" 400
    record "index of $size times the text, MB" cfasearch "$(size_of "$folder/cfasearch")"
    record "index of $size times the text, MB" "the text" "$((megabytes * size))"
    "$programs/cfa-ask" "$folder/cfasearch" "$work/questions.tsv" >"$folder/asked"
    seconds=$(hundredth 50 "three words" "$folder/asked")
    record "three words in $size times the text, ms" cfasearch "$seconds"
    [ -z "$first_asked" ] || record "three words in $size times the text, ms" "the first" "$first_asked"
    first_asked=${first_asked:-$seconds}
  done
}
measure_sizes
