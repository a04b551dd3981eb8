# awk -f results.awk -f chart.awk aims.tsv results.tsv: the same ratios as a chart in SVG, on a logarithmic scale: a bar from 1 to the ratio, and a mark
# where it is to be.
BEGIN {
  row = 18; left = 420; unit = 90 # pixels of a power of ten
  low = -3; high = 3
}

FNR == NR { if ($0 !~ /^#/) { mark = $4 != "" ? $4 : $3; gsub(/[^0-9.]/, "", mark); aim[$1, $2] = mark; at_least[$1, $2] = /≥/ } next }

END {
  for (i = 1; i <= measures; i++) {
    ours = median(measure[i], "cfasearch")
    for (j = 1; j <= engines[measure[i]]; j++) {
      theirs = median(measure[i], engine[measure[i], j])
      if (engine[measure[i], j] != "cfasearch" && ours > 0 && theirs > 0) add_bar(measure[i], engine[measure[i], j], ours / theirs)
    }
  }
  width = left + (high - low) * unit + 60
  height = (bars + 3) * row
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n", width, height
  print "<title>cfasearch to its peers</title>"
  print "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
  for (power = low; power <= high; power++) {
    printf "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n", x(10 ^ power), x(10 ^ power), row, height - row, power == 0 ? "#000" : "#ccc"
    printf "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x(10 ^ power), height - 4, 10 ^ power
  }
  printf "%s</svg>\n", drawn
}

function add_bar(what, peer, ratio, y, from, to, well) {
  y = ++bars * row + 4
  from = x(1); to = x(ratio)
  well = (what, peer) in aim ? (at_least[what, peer] ? ratio >= aim[what, peer] : ratio <= aim[what, peer]) : -1
  drawn = drawn sprintf("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s, to %s</text>\n", left - 8, y + 11, escaped(what), escaped(peer))
  drawn = drawn sprintf("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n", from < to ? from : to, y, from < to ? to - from : from - to,
    row - 5, well < 0 ? "#999" : well ? "#2a7" : "#c52")
  if ((what, peer) in aim)
    drawn = drawn sprintf("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#000\" stroke-width=\"2\"/>\n", x(aim[what, peer]), x(aim[what, peer]), y - 2, y + row - 3)
  drawn = drawn sprintf("<text x=\"%.1f\" y=\"%d\">%.3g</text>\n", (from < to ? to : from) + 4, y + 11, ratio)
}

function x(ratio, power) {
  power = log(ratio) / log(10)
  if (power < low) power = low
  if (power > high) power = high
  return left + (power - low) * unit
}

function escaped(text) {
  gsub(/&/, "\\&amp;", text)
  gsub(/</, "\\&lt;", text)
  return text
}
