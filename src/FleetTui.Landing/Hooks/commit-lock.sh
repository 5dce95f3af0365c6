#!/bin/sh
# Made by fleet for the worktree of one of its slots; every hook of git comes here. commit-msg first asks whether the slot's role may
# change what is committed (not pre-commit: only now is the message there, which may say why it may). Then your own hook of that name
# runs, as it would without this. `fleet hooks status` tells of it, `fleet hooks remove` takes it away.
# Whatever fails here lets the commit pass: the landing lane asks again, and nobody gets around that.
name=${0##*/}
slot=${0%/*}
lock=$slot/.lock
tab='	'

# Of the paths on stdin, quoted as git quotes them, those that the patterns in file $1 take in ($2 = in) or do not (out).
# git reads the patterns itself, in an empty repository beside this one, so that no ignore rule of yours has a say.
sift() (
    cd "$slot/../.match/empty" || exit
    unset GIT_INDEX_FILE GIT_PREFIX GIT_COMMON_DIR GIT_OBJECT_DIRECTORY GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS
    GIT_DIR=../git GIT_WORK_TREE=.
    export GIT_DIR GIT_WORK_TREE
    if [ "$2" = in ]; then select="s/^[^:]*:[0-9][0-9]*:[^!].*$tab//p"; else select="s/^::$tab//p;s/^[^:]*:[0-9][0-9]*:!.*$tab//p"; fi
    git -c core.quotePath=false -c core.ignoreCase=false -c core.excludesFile="../../${slot##*/}/.lock/$1" check-ignore --no-index -v -n --stdin 2>/dev/null |
        sed -n "$select"
)

# Of the paths on stdin, those the role may not change.
refused() {
    if [ -f "$lock/owned" ]; then sift shared out | sift owned in
    elif [ -f "$lock/shared" ]; then sift domain out | sift shared out
    else sift domain out
    fi
}

staged() { git -c core.quotePath=false diff-index --cached --name-only --no-renames --ignore-submodules=none "$1" -- 2>/dev/null; }

check() {
    [ -f "$lock/domain" ] || [ -f "$lock/owned" ] || return 0
    paths=$(staged HEAD)
    # check-ignore takes a first colon for pathspec magic.
    case "
$paths" in
    *"
:"* | *"
\":"*) bad=$(printf '%s\n' "$paths" | sed 's/^\("*\):/\1.\/:/' | refused | sed 's/^\("*\)\.\/:/\1:/') ;;
    ?*) bad=$(printf '%s\n' "$paths" | refused) ;;
    esac
    [ -n "$bad" ] || return 0
    # What a merge brings was judged where it was made.
    [ ! -f "$(git rev-parse --git-path MERGE_HEAD)" ] || return 0
    # An amended commit replaces HEAD, which nothing tells us: a path that is again as in HEAD^ was taken back.
    if git rev-parse -q --verify HEAD^ >/dev/null; then
        before=$(staged HEAD^)
        bad=$(printf '%s\n' "$bad" | while IFS= read -r path; do
            case "
$before
" in *"
$path
"*) printf '%s\n' "$path" ;; esac
        done)
        [ -n "$bad" ] || return 0
    fi
    if [ -n "${FLEET_OVERRIDE-}" ]; then
        git interpret-trailers --in-place --trailer "Fleet-Override: $FLEET_OVERRIDE" "$1" || return 0
    fi
    git interpret-trailers --parse --unfold "$1" 2>/dev/null | grep -qi '^fleet-override:[[:space:]]*[^[:space:]]' && return 0
    tell "$bad" >&2
    return 1
}

# Each refused path with whose it is: .lock/whose has "FILE<tab>words" for each role; the last, "-", is for what is nobody's.
tell() {
    left=$1 told=0
    while IFS=$tab read -r file whose; do
        [ -n "$left" ] || break
        if [ "$file" = - ]; then theirs=$left left=
        else theirs=$(printf '%s\n' "$left" | sift "$file" in) left=$(printf '%s\n' "$left" | sift "$file" out)
        fi
        while IFS= read -r path; do
            [ -n "$path" ] || continue
            told=$((told + 1))
            [ "$told" -gt 5 ] || printf 'fleet: %s %s.\n' "$path" "$whose"
        done <<EOF
$theirs
EOF
    done < "$lock/whose"
    [ "$told" -le 5 ] || echo "fleet: and $((told - 5)) more."
    cat "$lock/advice"
}

if [ "$name" = commit-msg ]; then check "$1" || exit 1; fi

# Your own hook: what core.hooksPath is without this worktree's, or was here before (fleet.hooksPath), else the repository's hooks.
own= before=
settings=$(git config --type=path --show-scope --get-regexp '^(core|fleet)\.hookspath$' 2>/dev/null)
while read -r scope key value; do
    case $scope.$key in
    worktree.fleet.hookspath) before=$value ;;
    worktree.*) ;;
    *.core.hookspath) own=$value ;;
    esac
done <<EOF
$settings
EOF
own=${before:-$own}
[ -n "$own" ] && [ "$own" != "$slot" ] || own=${slot%/fleet/hooks/*}/hooks

# git calls these many times for one commit: they are linked only where you have one, or from the commit after you made it.
if [ "$name" = commit-msg ]; then
    for often in reference-transaction post-index-change; do
        [ ! -x "$own/$often" ] || [ -e "$slot/$often" ] || ln -s ../.run "$slot/$often" 2>/dev/null
    done
fi
[ -x "$own/$name" ] && [ ! -d "$own/$name" ] || exit 0
exec "$own/$name" "$@"
