# Commands that take a while: their one line on the terminal, their logs, and locks. Sourced by commands.sh.

# step LOG TITLE COMMAND...: runs a command with its output in a log file and one line on the terminal.
# Returns the command's status.
step() {
  local log=$1 title=$2 status=0 ticker='' started=$SECONDS
  shift 2
  mkdir -p "${log%/*}"
  : >"$log"
  if [ -t 2 ]; then
    tick "$log" "$title" &
    ticker=$!
    # shellcheck disable=SC2064 # this ticker, now
    trap "kill $ticker 2>/dev/null" EXIT
  else
    printf 'firesteel: %s ...' "$title" >&2
  fi
  # In the foreground, so that Ctrl-C reaches it.
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    trap - EXIT
    printf '\r\033[Kfiresteel: %s ...' "$title" >&2
  fi
  if [ "$status" = 0 ]; then
    printf ' %s s%s\n' "$((SECONDS - started))" "$(downloaded "$log" ', %s downloaded')" >&2
  else
    printf ' failed\n' >&2
  fi
  return "$status"
}

# tick LOG TITLE: keeps the terminal's line up to date while a step runs.
tick() {
  local started=$SECONDS
  while kill -0 $$ 2>/dev/null; do
    printf '\r\033[Kfiresteel: %s ... %s s%s' "$2" "$((SECONDS - started))" "$(downloaded "$1" ', %s downloaded')" >&2
    sleep 1
  done
}

# downloaded LOG FORMAT: what Maven or pip say in their log that they downloaded, summed; nothing for less than 1 MB.
downloaded() {
  awk -v format="$2" '
    /^(\[INFO\] )?Downloaded from/ && match($0, /\([0-9.]+ [kM]?B/) {
      split(substr($0, RSTART + 1, RLENGTH - 1), a, " ")
      mb += a[1] * (a[2] == "MB" ? 1 : a[2] == "kB" ? 0.001 : 0.000001)
    }
    /^ *Downloading .*\([0-9.]+ [kM]B\)/ && match($0, /\([0-9.]+ [kM]B\)/) {
      split(substr($0, RSTART + 1, RLENGTH - 2), a, " ")
      mb += a[1] * (a[2] == "MB" ? 1 : 0.001)
    }
    END { if (mb >= 1) printf format, sprintf("%.0f MB", mb) }' "$1"
}

network_is_missing() {
  grep -qiE 'unknown ?host|name resolution|name or service not known|nodename nor servname|network is unreachable|no route to host|connection (refused|timed out)|connect timed out|connecttimeout|newconnectionerror|cannot connect to proxy|could not transfer|cannot access .* in offline mode' "$1"
}

# with_lock NAME COMMAND...: runs a function while no other firesteel with this state folder runs one under that name.
with_lock() {
  local lock=$state/$1.lock owner told='' status=0
  shift
  mkdir -p "$state"
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      # Its owner was killed.
      rm -rf "$lock"
      continue
    fi
    [ -n "$told" ] || say "waiting for the build of another firesteel (process ${owner:-that just started})"
    told=yes
    sleep 0.2
  done
  echo "${BASHPID:-$$}" >"$lock/pid"
  # A subshell, so that a failure inside, which exits, still comes back here to unlock.
  ("$@") || status=$?
  rm -rf "$lock"
  [ "$status" = 0 ] || exit "$status"
}

# unless_locked NAME COMMAND...: as with_lock, but does nothing when another holds the lock.
unless_locked() {
  local lock=$state/$1.lock owner status=0
  shift
  mkdir -p "$state"
  if ! mkdir "$lock" 2>/dev/null; then
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -z "$owner" ] || kill -0 "$owner" 2>/dev/null; then return 0; fi
    # Its owner was killed.
    rm -rf "$lock"
    mkdir "$lock" 2>/dev/null || return 0
  fi
  echo "${BASHPID:-$$}" >"$lock/pid"
  ("$@") || status=$?
  rm -rf "$lock"
  return "$status"
}
