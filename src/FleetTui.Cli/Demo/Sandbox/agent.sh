#!/usr/bin/env bash
# A scripted agent for `fleet demo`: prints as an agent does, edits files of its role's domain, adds migrations, commits, sometimes errs or asks.
# usage: agent.sh SANDBOX PACE   (PACE: calm for people, brisk for tests). Runs in the slot's worktree with FLEET_SLOT set.
# Bash rather than fleet itself: a dozen of these must cost next to nothing. `read -t` waits and listens at once, without a process.
set -u
sandbox=$1 pace=$2
slot=${FLEET_SLOT:?} hub=$sandbox/hub origin=$sandbox/origin.git
ledger=$sandbox/ledger/$slot
typed='' answer='' made=0
RANDOM=$((16#$(printf %s "$slot$$" | cksum | { read -r sum _; printf %x "$sum"; }) % 32768))

if [ "$pace" = brisk ]; then tick=0.05 scale=1 patience=3; else tick=0.12 scale=6 patience=25; fi

dim=$'\e[2m' bold=$'\e[1m' off=$'\e[0m' green=$'\e[32m' red=$'\e[31m' yellow=$'\e[33m' magenta=$'\e[35m' cyan=$'\e[36m'

title() { printf '\e]0;%s\a' "$1"; }
state() { printf '\e]7501;state=%s:app=fleet-demo\a' "$1"; }
progress() { printf '\e]9;4;%s;%s\a' "$1" "$2"; }
say() { printf '%s\r\n' "$*"; }
tool() { say "$1●$off $bold$2$off($3)"; }
result() { say "  $dim⎿  $1$off"; }
chance() { [ $((RANDOM % 100)) -lt "$1" ]; }
pick() { eval "picked=\${$((RANDOM % $# + 1))}"; }

# One tick: waits, and collects what the user types. A whole line ends up in $answer.
wait_tick() {
    local key status
    IFS= read -r -s -n 1 -t "$tick" key
    status=$?
    [ "$status" -gt 128 ] && return 0
    [ "$status" -ne 0 ] && exit 0 # end of input: the terminal is gone
    case $key in
        '' | $'\r') answer=$typed typed='' ;;
        $'\e') interrupted=1 ;;
        $'\x7f') typed=${typed%?} ;;
        *) typed+=$key ;;
    esac
}

# spin TICKS WORD: the line every agent draws while it thinks.
spin() {
    local frames=('·' '✢' '✳' '✶' '✻' '✽') i ticks=$(($1 * scale)) since=$SECONDS
    interrupted=0
    for ((i = 0; i < ticks; i++)); do
        printf '\r\e[2K%s%s%s %s… %s(%ss · esc to interrupt)%s %s' "$magenta" "${frames[i / 2 % 6]}" "$off" "$2" "$dim" $((SECONDS - since)) "$off" "$typed"
        ((i % 8 == 0)) && title "${frames[i / 8 % 6]} $2"
        wait_tick
        [ "$interrupted" = 1 ] && { printf '\r\e[2K'; say "  $red⎿  Interrupted by user$off"; return; }
        [ -n "$answer" ] && { printf '\r\e[2K'; say "$dim>$off $answer"; say "$green●$off Noted; I go on with it in mind."; answer=''; }
    done
    printf '\r\e[2K'
}

# The first path of the domain of the role that roles.toml gives this slot now; empty without a role.
domain() {
    awk -v slot="$slot" '
        function text(line) { sub(/^[^"]*"/, "", line); sub(/".*$/, "", line); return line }
        /^\[\[/ { part = $0 }
        part == "[[role]]" && /^name *=/ { name = text($0) }
        part == "[[role]]" && /^domain *=/ { domains[name] = text($0) }
        part == "[[slot]]" && /^id *=/ { id = text($0) }
        part == "[[slot]]" && /^role *=/ && id == slot { role = text($0) }
        END { found = domains[role]; sub(/\/\*\*.*$/, "", found); print found }' "$hub/roles.toml" 2>/dev/null
}

# The lane may hold the index for a moment while it moves the branch.
retry() {
    local try
    for try in 1 2 3 4 5 6 7 8; do
        "$@" >/dev/null 2>&1 && return 0
        wait_tick; wait_tick
    done
    return 1
}

# commit SUBJECT PATH…: every change has a name of its own, in the message and in the files, and is written into the ledger once it is made.
commit() {
    local subject=$1
    shift
    retry git add -A -- "$@" || return 1
    retry git commit -q -m "$subject" -m "Demo-Change: $change" -- "$@" || return 1
    committed "$subject"
}

committed() {
    echo "$change" >>"$ledger"
    tool "$green" Bash "git commit -m \"$1\""
    result "[$(git rev-parse --abbrev-ref HEAD) $(git rev-parse --short HEAD)] $1"
}

next_change() { made=$((made + 1)); change=$slot-$EPOCHSECONDS-$made; }

on_main() { [ -n "$(git --git-dir="$origin" log -1 --format=%H --fixed-strings --grep="Demo-Change: $1" main 2>/dev/null)" ]; }

edit() {
    local where=$1 file line
    pick alpha bravo delta harbor meadow signal ledger
    file=$where/$picked.md
    next_change
    tool "$cyan" Read "$file"
    spin $((RANDOM % 4 + 2)) Reading
    mkdir -p "$where"
    pick 'Tighten the wording' 'Handle the empty case' 'Add the missing step' 'Explain the limits' 'Sort by date, newest first'
    line=$picked
    printf -- '- %s. change %s\n' "$line" "$change" >>"$file"
    tool "$cyan" Update "$file"
    result "Updated with 1 addition"
    say "     $green+ - $line$off"
    spin $((RANDOM % 4 + 1)) Checking
    commit "$line in $file" "$file"
}

# Right most times; sometimes a time of another slot, sometimes a version that main has already.
migrate() {
    local path version newest
    next_change
    pick add_index create_view widen_column backfill_names
    picked+=_${slot}_$made
    tool "$cyan" Bash "fleet migration next --name $picked"
    if chance 65 && path=$(fleet migration next "$slot" --name "$picked" 2>/dev/null) && [ -n "$path" ]; then
        :
    else
        newest=$(ls supabase/migrations | tail -n 1)
        if chance 50; then version=${newest%%_*}; else version=$(date -u +%Y%m%d%H%M)$(printf %02d $((RANDOM % 60))); fi
        path=supabase/migrations/${version}_$picked.sql
        say "$yellow●$off I take $version, that looks free"
    fi
    result "$path"
    printf -- '-- change %s\nselect 1; -- %s\n' "$change" "$picked" >"$path"
    spin $((RANDOM % 3 + 2)) 'Writing SQL'
    commit "Add migration $picked" "$path"
}

# Everybody's file: two who append at once conflict, and the lane holds the second.
log_change() {
    next_change
    printf -- '- %s: a change worth telling. change %s\n' "$slot" "$change" >>CHANGELOG.md
    tool "$cyan" Update CHANGELOG.md
    spin $((RANDOM % 3 + 1)) Writing
    commit "Tell of it in the changelog" CHANGELOG.md
}

ask() {
    state 'blocked:kind=question'
    title "? $slot asks"
    printf '\a'
    say ''
    say "$yellow?$off ${bold}May I run the formatter over the whole domain?$off"
    say "  $cyan❯ 1. Yes$off"
    say "    2. No, leave it"
    answer='' typed=''
    local i ticks=$((patience * 8))
    for ((i = 0; i < ticks; i++)); do
        wait_tick
        case $typed in 1 | y) answer=Yes typed='' ;; 2 | n) answer=No typed='' ;; esac
        [ -n "$answer" ] && break
        [ -e "$sandbox/stop" ] && break
    done
    state working
    say "$green●$off ${answer:-Nobody answered; I leave it}."
    answer=''
}

# rebase_by_hand: what the lane's brief asks for: take both sides of the shared file.
rebase_by_hand() {
    tool "$cyan" Bash 'git rebase origin/main'
    retry git fetch -q origin main || return 1
    git rebase -q FETCH_HEAD >/dev/null 2>&1 && return 0
    local round
    for round in 1 2 3 4 5 6 7 8 9 10; do
        [ -d "$(git rev-parse --git-path rebase-merge)" ] || return 0
        sed -i -e '/^<<<<<<< /d' -e '/^=======$/d' -e '/^>>>>>>> /d' CHANGELOG.md
        git add CHANGELOG.md && GIT_EDITOR=true git rebase --continue >/dev/null 2>&1
    done
    git rebase --abort >/dev/null 2>&1
    return 1
}

# The lane's own mending of versions: it stages the renames, and leaves alone what has landed.
renumber() {
    local path subject
    tool "$cyan" Bash "fleet migration fix $slot"
    fleet migration fix "$slot" >/dev/null 2>&1
    path=$(git diff --cached --name-only --diff-filter=R -M | head -n 1)
    [ -n "$path" ] || return 1
    result "$path"
    next_change
    printf -- '-- change %s\n' "$change" >>"$path"
    subject="Renumber ${path##*/}"
    retry git add -- "$path" || return 1
    retry git commit -q -m "$subject" -m "Demo-Change: $change" || return 1
    committed "$subject"
}

# Waits for the lane; when it holds the slot, does what it says.
await_landing() {
    local try i told last=${change:-}
    [ -n "$last" ] || return 0
    for try in 1 2 3 4 5; do
        for ((i = 0; i < 5; i++)); do
            on_main "$last" && { say "$green●$off ${dim}landed on main$off"; return 0; }
            spin 6 'Waiting for the lane'
        done
        told=$(fleet land "$slot" --wait 2>&1)
        case $told in
            *landed* | *nothing*) continue ;;
        esac
        tool "$red" Bash "fleet land $slot --wait"
        result "$told"
        case $told in
            *igration* | *timestamp* | *version*) renumber || rebase_by_hand ;;
            *) rebase_by_hand ;;
        esac
        last=$change
    done
}

task() {
    local where=$1 steps i
    state working
    progress 3 0
    pick 'Let me look at what is there first.' 'I will take the next point of the plan.' 'This needs a small change.'
    say ''
    say "$green●$off $picked"
    steps=$((RANDOM % 3 + 1))
    for ((i = 1; i <= steps; i++)); do
        progress 1 $((i * 100 / (steps + 1)))
        edit "$where" || return
    done
    case $where in lib | integration | racing | university | data/*) chance 45 && migrate ;; esac
    chance 18 && log_change
    chance 12 && ask
    progress 0 0
    await_landing
    state done
    title "✳ $slot"
}

stty -echo -icanon min 1 time 0 2>/dev/null
mkdir -p "$sandbox/ledger" "$sandbox/finished"
rm -f "$sandbox/finished/$slot"
# Short lines: in a grid of twelve a tile shows fewer columns than the terminal has.
say "$bold$cyan✻ Scripted agent$off of the demo in $bold$slot$off"
say "$dim  It edits, commits and asks like a real one.$off"
say "$dim  Type to it; prefix A gives it another role.$off"
trap 'say ""; say "  ${red}⎿  Interrupted$off"' INT
idle_told=''
while :; do
    if [ -e "$sandbox/stop" ]; then
        state done
        title "✳ $slot"
        : >"$sandbox/finished/$slot"
        say "$green●$off Done for today."
        while :; do IFS= read -r -s -n 1 -t 3600 _ || [ $? -gt 128 ] || exit 0; done
    fi
    where=$(domain)
    if [ -z "$where" ]; then
        [ -z "$idle_told" ] && { state idle; title "✳ $slot (no role)"; say "$dim○ No role yet: press the prefix, then A.$off"; }
        idle_told=1
        for ((i = 0; i < 20; i++)); do wait_tick; done
        continue
    fi
    idle_told=''
    task "$where"
    state idle
    for ((i = RANDOM % 20 * scale; i > 0; i--)); do wait_tick; [ -e "$sandbox/stop" ] && break; done
done
