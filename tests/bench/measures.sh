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
  du -sb $path | awk '{ printf "%.1f\n", $1 / 1e6 }'
}

# times N VALUE
times() {
  awk -v n="$1" -v value="$2" 'BEGIN { printf "%.6f\n", n * value }'
}

# median_of MEASURE ENGINE: of what is recorded
median_of() {
  awk -F '\t' -v measure="$1" -v engine="$2" '$1 == measure && $2 == engine { print $3 }' "$results" | sort -g |
    awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}
