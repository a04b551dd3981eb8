# Writes the strings of say.tsv as calls of a macro, which say.h and say.c define each for itself:
#
#     awk -f say.awk say.tsv >say.inc
function refuse(why) {
  print FILENAME ":" FNR ": " why >"/dev/stderr"
  exit 1
}

BEGIN { FS = "\t" }

/^(#|$)/ { next }

$1 !~ /^CFA_SAY_[A-Z0-9_]+$/ { refuse("\"" $1 "\" is no name of a string") }
$1 in lines { refuse($1 " stands in line " lines[$1] ", too") }
NF != 4 { refuse($1 " has " NF " columns of 4") }
$2 == "" || $3 == "" || $4 == "" { refuse($1 " is not there in every language") }

{
  lines[$1] = FNR
  plain = $0
  gsub(/\\(n|u00A0|u202F)/, "", plain)
  if (plain ~ /\\/)
    refuse($1 " has a \\ that is none of \\n, \\u00A0 and \\u202F")
  gsub(/"/, "\\\\\"")
  printf "SAYING(%s, \"%s\", \"%s\", \"%s\")\n", $1, $2, $3, $4
}
