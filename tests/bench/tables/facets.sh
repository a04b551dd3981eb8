# Sourced by run: what facets of all that is found cost, on the commonest word: asked with and without them in alternation, in one process and
# warm. On the collection in three languages, and on the one in English.

# ask_facets MEASURE INDEX
ask_facets() {
  "$programs/cfa-facets" "$2" >"$work/asked"
  record "$1, ms" cfasearch "$(awk '$1 == "with" { print $2 }' "$work/asked")"
  record "$1, ms" "without facets" "$(awk '$1 == "without" { print $2 }' "$work/asked")"
}

measure_facets() {
  local round folder=$programs/work/$paragraphs-in-three
  need_three "$folder"
  need_index cfasearch "$work"
  for round in $(seq "$rounds"); do
    ask_facets "facets of the commonest word in three languages" "$folder/index"
    ask_facets "facets of the commonest word in English" "$work/cfasearch"
  done
}
measure_facets
