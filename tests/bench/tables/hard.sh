# Sourced by run: what the hardest questions take, on a collection in three languages: the table goes to hard.md.
measure_hard() {
  local folder=$programs/work/$paragraphs-in-three
  need_three "$folder"
  "$programs/cfa-hard" "$folder/index" "$questions" || echo "run: a question takes more than it may" >&2
}
measure_hard | tee "$programs/hard.md"
