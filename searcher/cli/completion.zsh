#compdef cfa-search
# The options are those that its --help has.
_arguments -S '*:query:' -- \
  '--index=*:folder of an index:_files -/' \
  '--lang=*:language:_values -s , language en fr es' \
  '--translate=*:how:(auto on off)' \
  '--match=*:how:(auto all any)' \
  '--by=*:unit:(case paragraph)' \
  '--sort=*:order:(relevance newest oldest report)' \
  '--format=*:format:(text json jsonl csv tsv bibtex ris csl)' \
  '--color=*:when:(auto always never)'
