# Read before ratios.awk and chart.awk: takes in the results, lines of measure, engine and value. Measures and engines keep the order in which
# they first came.
BEGIN { FS = "\t" }

FNR < NR {
  if (!(($1, $2) in count)) {
    if (!($1 in engines)) measure[++measures] = $1
    engine[$1, ++engines[$1]] = $2
  }
  value[$1, $2, ++count[$1, $2]] = $3 + 0
}

# Puts the values of an engine in order, too.
function median(what, who, i, j, n, held) {
  n = count[what, who]
  for (i = 2; i <= n; i++) {
    held = value[what, who, i]
    for (j = i - 1; j >= 1 && value[what, who, j] > held; j--) value[what, who, j + 1] = value[what, who, j]
    value[what, who, j + 1] = held
  }
  return value[what, who, int((n + 1) / 2)]
}
