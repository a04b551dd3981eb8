# Completes cfa-search in bash. The options are those that its --help has; so are those which take a value.
_cfa_search()
{
    local cur prev words cword split values
    _init_completion -s || return
    case $prev in
        -i | --index)
            _filedir -d
            return
            ;;
        --lang) values="en fr es" ;;
        --translate) values="auto on off" ;;
        --match) values="auto all any" ;;
        --by) values="case paragraph" ;;
        --sort) values="relevance newest oldest report" ;;
        --format) values="text json jsonl csv tsv bibtex ris csl" ;;
        --color) values="auto always never" ;;
        -n) return ;;
        --*) [[ $("$1" --help) != *" $prev="* ]] || return ;;
    esac
    if [[ -z ${values:-} && $cur == -* ]]; then
        values=$(_parse_help "$1")
    fi
    COMPREPLY=($(compgen -W "${values:-}" -- "$cur"))
    [[ ${COMPREPLY-} != *= ]] || compopt -o nospace
} && complete -F _cfa_search cfa-search
