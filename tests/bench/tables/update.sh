# Sourced by run: what an update costs beside a build: one report added to those that are there, nothing new at all, and as much again.

# update WHAT: a copy of the index is updated from $folder/pages, as what is to be measured.
update() {
  rm -rf "$folder/index"
  cp -a "$folder/$1" "$folder/index"
  "$programs/cfa-measure" "$folder/took" "$index" update --json --quiet --index "$folder/index" "$folder/pages" >"$folder/said.json"
}

measure_update() {
  local folder=$work/update round report build
  report=$(cd "$work/pages" && printf '%s\n' * | sed -n 51p)
  rm -rf "$folder"
  mkdir "$folder"
  cp -al "$work/pages" "$folder/pages"
  mkdir "$folder/second"
  mv "$folder/pages/$report" "$folder"
  "$programs/cfa-measure" "$folder/took" "$index" build --quiet --index "$folder/hundred" "$folder/pages"
  build=$(took "$folder/took" 1)

  for round in $(seq "$rounds"); do
    update hundred
    record "update that finds nothing new, s" cfasearch "$(took "$folder/took" 1)"
    jq -e '.published == false and .sources.added == 0' "$folder/said.json" >/dev/null && [ ! -e "$folder/index/gen-000002" ] ||
      { echo "run: an update that finds nothing new made a generation" >&2; exit 1; }
  done
  record "update that finds nothing new, s" "a build" "$build"

  mv "$folder/$report" "$folder/pages"
  for round in $(seq "$rounds"); do
    update hundred
    record "update by one report in a hundred, s" cfasearch "$(took "$folder/took" 1)"
    jq -e '.published and .sources.added > 0' "$folder/said.json" >/dev/null || { echo "run: an update missed what is new" >&2; exit 1; }
  done
  record "update by one report in a hundred, s" "a build" "$build"

  (cd "$folder/pages" && printf '%s\n' * | awk 'NR % 2 == 0' | xargs mv -t ../second)
  "$index" build --quiet --index "$folder/half" "$folder/pages"
  mv "$folder"/second/* "$folder/pages"
  update half
  record "update by as much again, s" cfasearch "$(took "$folder/took" 1)"
  record "update by as much again, s" "half a build" "$(times 0.5 "$build")"
  rm -rf "$folder"
}
measure_update
