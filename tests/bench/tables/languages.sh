# Sourced by run: how long questions take on a collection in three languages, as shipped and plain, beside each other in one process; then
# what is looked up; then the same of a collection in which every text lacks one language. These tables go to languages.md.
measure_languages() {
  local folder=$programs/work/$paragraphs-in-three
  need_three "$folder"
  jq -r '"Built in \(.seconds | round) seconds, \(.seconds_learning * 1000 / .seconds | round / 10)% of them learning"' "$folder/built.json"
  "$programs/cfa-latency" "$folder/index" "$questions"

  # The names of a text in its three languages stand together: of each text another one is left out.
  if [ ! -e "$folder/incomplete/current" ]; then
    (cd "$folder/pages" && find . -type f | sort |
      awk '{ text = int((NR - 1) / 3); if ((NR - 1) % 3 != text % 3) print }' | tar -c -T -) |
      "$index" build --quiet --index "$folder/incomplete" -
  fi
  printf '\nEvery text in two of the three languages: '
  "$programs/cfa-latency" "$folder/incomplete" "$questions"
}
measure_languages | tee "$programs/languages.md"
