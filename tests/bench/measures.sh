# Sourced by run: how a figure gets into the results. A line there is measure, engine and value, parted by tabs; ratios.awk takes the median
# of those that are alike, and puts that of cfasearch to each of the others.

# record MEASURE ENGINE VALUE
record() {
  printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$results"
}

# took FILE COLUMN: a figure of the last line of what cfa-measure wrote: 1 seconds, 2 of them of a processor, 3 MiB
took() {
  tail -n 1 "$1" | cut -f "$2"
}

# size_of PATH: millions of bytes on disk; of an index of ours, of the generation in service alone
size_of() {
  local path=$1
  [ ! -e "$path/current" ] || path=$(echo "$path"/gen-*)
  du -sb "$path" | awk '{ printf "%.1f\n", $1 / 1e6 }'
}

# times FACTOR VALUE
times() {
  awk "BEGIN { printf \"%.6f\\n\", $1 * $2 }"
}

# hundredth WHICH KIND FILE: of "KIND TAB NUMBER" lines; 50 is the median; every line counts for "all"
hundredth() {
  awk -F '\t' -v kind="$2" 'kind == "all" || $1 == kind { print $2 }' "$3" | sort -g |
    awk -v which="$1" '{ value[NR] = $1 } END { print value[int((NR - 1) * which / 100) + 1] }'
}
