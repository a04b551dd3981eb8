#!/bin/sh
# symbols.sh LIBRARY HEADER - the library shows the functions of the header, all, and no more
set -eu
export LC_ALL=C

shown=$(nm -D --defined-only "$1" | awk '{print $NF}' | sort)
promised=$(sed -n 's/^XC_EXPORT .*[ *]\(xc_[a-z0-9_]*\)(.*/\1/p' "$2" | sort)

if [ -z "$promised" ]; then
    echo "no function was found in $2"
    exit 1
fi
if [ "$shown" != "$promised" ]; then
    echo "the library shows what the header does not promise, or does not show what it does:"
    a=$(mktemp) b=$(mktemp)
    echo "$promised" >"$a"
    echo "$shown" >"$b"
    diff "$a" "$b" || :
    rm -f "$a" "$b"
    exit 1
fi
