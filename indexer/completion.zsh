#compdef cfa-index
# The options are those that its --help has.
_arguments -S '1:command:(build update check info parse)' '*:source:{ (( $words[(I)(check|info)] )) || _files }' -- \
  '--index=*:folder of an index:_files -/' \
  '--progress=*:when:(auto always never)'
