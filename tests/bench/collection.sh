# Sourced by run: the collection, and how the peers get it.

# collection MEGABYTES: makes it where it is missing, and prints its folder:
#
#     pages/         what cfa-index reads: a page in gzip for each case text, in 101 reports (more where the text is larger)
#     docs.tsv.gz    the same paragraphs for the peers: name, section, year, text
#     dump.gz        the same for omega's scriptindex
collection() {
  local folder=$programs/work/$1
  if [ ! -e "$folder/dump.gz" ]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    "$sample" generate --seed 1 --languages en --megabytes "$1" --reports "$(($1 > 100 ? 101 * $1 / 100 : 101))" "$folder/pages" >&2
    "$index" parse --json --quiet "$folder/pages" | jq -r '
        .report as $report | (.report_date // "0")[:4] as $year
        | .paragraphs[] | [($report | tostring) + "/" + (.paragraph | tostring), .section, $year, (.text | gsub("[\\s]+"; " "))]
        | join("\t")' | gzip >"$folder/docs.tsv.gz"
    zcat "$folder/docs.tsv.gz" | awk -F '\t' '{ printf "id=%s\ntext=%s\n\n", $1, $4 }' | gzip >"$folder/dump.gz"
  fi
  echo "$folder"
}

# text_bytes FOLDER: of all paragraphs
text_bytes() {
  zcat "$1/docs.tsv.gz" | cut -f 4 | wc -c
}

# build_command ENGINE FOLDER: what makes its index of a collection
build_command() {
  local lucene="java -Xshare:auto -Xmx1g -cp $programs/classes:$jars BenchLucene"
  case "$1" in
    cfasearch) echo "'$index' build --quiet --index '$2/cfasearch' '$2/pages'" ;;
    floor) echo "find '$2/pages' -type f | '$programs/cfa-floor' '$2/floor'" ;;
    Lucene) echo "$lucene build '$2/Lucene' '$2/docs.tsv.gz'" ;;
    FTS5) echo "'$programs/cfa-bench-fts5' build '$2/FTS5' '$2/docs.tsv.gz'" ;;
    libxapian) echo "'$programs/cfa-bench-xapian' '$2/libxapian' '$2/docs.tsv.gz'" ;;
    omega) echo "zcat '$2/dump.gz' | scriptindex --overwrite '$2/omega' '$here/omega.script' >/dev/null" ;;
  esac
}

# build_index ENGINE FOLDER: leaves what it took in FOLDER/took
build_index() {
  rm -rf "$2/$1" "$2/took"
  "$programs/cfa-measure" "$2/took" sh -c "$(build_command "$1" "$2")"
}
