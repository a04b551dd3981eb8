# Completes cfa-index in bash. The options are those that its --help has; so are those which take a value.
_cfa_index()
{
    local cur prev words cword split
    _init_completion -s || return
    case $prev in
        -i | --index)
            _filedir -d
            return
            ;;
        --progress)
            COMPREPLY=($(compgen -W "auto always never" -- "$cur"))
            return
            ;;
        -j | -m) return ;;
        --*) [[ $("$1" --help) != *" $prev="* ]] || return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$(_parse_help "$1")" -- "$cur"))
        [[ ${COMPREPLY-} != *= ]] || compopt -o nospace
        return
    fi
    case " ${words[*]:1:cword-1} " in
        *" build "* | *" update "* | *" parse "*) _filedir ;;
        *" check "* | *" info "*) ;;
        *) COMPREPLY=($(compgen -W "build update check info parse" -- "$cur")) ;;
    esac
} && complete -F _cfa_index cfa-index
