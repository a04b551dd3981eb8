# awk -f results.awk -f ratios.awk aims.tsv results.tsv: the table of ratios in Markdown, a row for each measure and peer; the figure of a measure is the
# median of its values, beside it the least and the most.
FNR == NR { if ($0 !~ /^#/) aim[$1, $2] = $3 ($3 != "" && $4 != "" ? ", then " : "") $4; next }

END {
  print "| measure | cfasearch | of | | ratio | aim |"
  print "| --- | --- | --- | --- | --- | --- |"
  for (i = 1; i <= measures; i++) {
    what = measure[i]
    ours = median(what, "cfasearch")
    for (j = 1; j <= engines[what]; j++) {
      peer = engine[what, j]
      if (peer == "cfasearch") continue
      theirs = median(what, peer)
      printf "| %s | %s | %s | %s | %s | %s |\n", what, spread(what, "cfasearch"), peer, spread(what, peer),
        (ours > 0 && theirs > 0 ? short(ours / theirs) : ""), aim[what, peer]
    }
  }
}

function short(number) {
  return sprintf(number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : number >= 0.1 ? "%.2f" : "%.3f", number)
}

function spread(what, who, n) {
  n = count[what, who]
  if (n < 2) return short(median(what, who))
  return short(median(what, who)) " (" short(value[what, who, 1]) "–" short(value[what, who, n]) ")"
}
