# Sourced by run: the collections, how the peers get them, and how each engine makes its index of one.

# pages MEGABYTES: makes a collection where it is missing, and prints its folder, in which `pages` is what cfa-index reads: a page in gzip
# for each case text, in 101 reports for each 100 MB.
pages() {
  local folder=$programs/work/$1
  if [ ! -e "$folder/made" ]; then
    rm -rf "$folder"
    "$sample" generate --seed 1 --languages en --megabytes "$1" --reports "$(($1 > 100 ? 101 * $1 / 100 : 101))" "$folder/pages" >&2
    touch "$folder/made"
  fi
  echo "$folder"
}

# for_peers FOLDER: the same paragraphs as docs.tsv.gz: name, section, year, text; and as dump.gz for omega's scriptindex
for_peers() {
  [ ! -e "$1/dump.gz" ] || return 0
  "$index" parse --json --quiet "$1/pages" | jq -r '
      (.report | tostring) as $report | (.report_date // "0")[:4] as $year
      | .paragraphs[] | [$report + "/" + (.paragraph | tostring), .section, $year, .text]
      | @tsv' | sed 's/\\[nrt]/ /g' | gzip >"$1/docs.tsv.gz"
  zcat "$1/docs.tsv.gz" | awk -F '\t' '{ printf "id=%s\ntext=%s\n\n", $1, $4 }' | gzip >"$1/dump.part"
  mv "$1/dump.part" "$1/dump.gz"
}

# text_of FOLDER: millions of bytes of all paragraphs
text_of() {
  zcat "$1/docs.tsv.gz" | cut -f 4 | wc -c | awk '{ print $1 / 1e6 }'
}

# questions FOLDER COUNT: so many of each kind, out of paragraphs far from each other, always the same; no stopwords, but in phrases. Lines of
# kind, words, and the words in our own syntax.
questions() {
  zcat "$1/docs.tsv.gz" | awk -F '\t' -v count="$2" -v lines="$(zcat "$1/docs.tsv.gz" | wc -l)" '
    BEGIN {
      split("about after also because been being both could does from have having into more most other over should some such than " \
        "that their them then there these they this those through under upon were what when where which while whom whose will with would",
        stopwords, " ")
      for (i in stopwords) is_stopword[stopwords[i]]
      srand(1); kinds = split("one word,three words,phrase,fields,prefix", kind, ","); step = int(lines / (count * kinds))
    }
    NR % step == 0 { wanted = 1 }
    wanted && asked < count * kinds {
      words = split(tolower($4), word, /[^a-z]+/)
      if (words < 20) next
      need = 0
      at = 2 + int(rand() * (words - 14))
      this = kind[asked % kinds + 1]
      if (this == "phrase") said = word[at] " " word[at + 1]
      else {
        said = ""
        need = this == "three words" ? 3 : this == "fields" ? 2 : 1
        for (; need > 0 && at < words; at++)
          if (length(word[at]) > 3 && !(word[at] in is_stopword)) { said = said (said == "" ? "" : " ") word[at]; need-- }
        if (need > 0) next # words too short: the next paragraph will do
        if (this == "prefix") said = substr(said, 1, 4)
      }
      wanted = 0
      asked++
      ours = this == "phrase" ? "\"" said "\"" : this == "prefix" ? said "*" : said
      print this "\t" said "\t" ours (this == "fields" ? " in:conclusions year:1990..2010" : "")
    }'
}

# build_command ENGINE FOLDER
build_command() {
  case "$1" in
    cfasearch) echo "'$index' build --quiet --index '$2/cfasearch' '$2/pages'" ;;
    floor) echo "find '$2/pages' -type f | '$programs/cfa-floor' '$2/floor'" ;;
    Lucene) echo "$lucene build '$2/Lucene' '$2/docs.tsv.gz'" ;;
    FTS5) echo "'$programs/cfa-bench-fts5' build '$2/FTS5' '$2/docs.tsv.gz'" ;;
    libxapian) echo "'$programs/cfa-bench-xapian' '$2/libxapian' '$2/docs.tsv.gz'" ;;
    omega) echo "zcat '$2/dump.gz' | scriptindex --overwrite '$2/omega' '$here/omega.script' >/dev/null" ;;
  esac
}

# build_index ENGINE FOLDER: from nothing; leaves what it took in FOLDER/took, and FOLDER/ENGINE.made where it ended well
build_index() {
  rm -rf "$2/$1" "$2/$1.made"
  "$programs/cfa-measure" "$2/took" sh -c "$(build_command "$1" "$2")"
  touch "$2/$1.made"
}

# need_index ENGINE FOLDER: where it is missing; ours, where it is older than the program that makes it
need_index() {
  case "$1" in
    cfasearch) [ "$2/cfasearch.made" -nt "$index" ] || build_index cfasearch "$2" ;;
    *) [ -e "$2/$1.made" ] || build_index "$1" "$2" ;;
  esac
}

# need_three FOLDER: a collection in three languages and its index, where they are missing or older than the program that makes them
need_three() {
  mkdir -p "$1"
  [ -e "$1/pages" ] || "$sample" generate --seed 1 --paragraphs "$paragraphs" "$1/pages" >&2
  [ ! "$1/index/current" -nt "$index" ] || return 0
  rm -rf "$1/index" "$1/incomplete"
  "$index" build --json --index "$1/index" "$1/pages" >"$1/built.json"
}
