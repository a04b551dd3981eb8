# Writes the words of citation-words.tsv as rows of C, in the order of strcmp, for citation_words.c:
#
#     awk -f citation_words.awk citation-words.tsv >citation-words.inc
function refuse(why) {
  print FILENAME ":" FNR ": " why >"/dev/stderr"
  exit 1
}

BEGIN {
  FS = "\t"
  split("CFA_LANGUAGE_UNKNOWN CFA_ENGLISH CFA_FRENCH CFA_SPANISH", languages, " ")
}

/^(#|$)/ { next }

NF != 6 { refuse("a row has " NF " columns of 6") }
$1 !~ /^SAYS_[A-Z_]+( \| SAYS_[A-Z_]+)*$/ { refuse("\"" $1 "\" are no meanings") }
$2 !~ /^[0-9]*$/ { refuse("\"" $2 "\" is no value") }

{
  for (column = 3; column <= 6; column++) {
    count = split($column, words, "|")
    for (i = 1; i <= count; i++) {
      if (words[i] !~ /^[a-z]+$/)
        refuse("\"" words[i] "\" is no word")
      if (words[i] in lines)
        refuse("\"" words[i] "\" stands in line " lines[words[i]] ", too")
      lines[words[i]] = FNR
      printf "{\"%s\", %s, %s, %d},\n", words[i], languages[column - 2], $1, $2 | "LC_ALL=C sort"
    }
  }
}
