# Building the distribution and the class archive, each only when it is out of date. Sourced by ./firesteel.

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

# with_lock NAME COMMAND...: runs a function while no other ./firesteel of this checkout runs one under that name.
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
    [ -n "$told" ] || say "waiting for the build of another ./firesteel (process ${owner:-that just started})"
    told=yes
    sleep 0.2
  done
  echo "${BASHPID:-$$}" >"$lock/pid"
  # A subshell, so that a failure inside, which exits, still comes back here to unlock.
  ("$@") || status=$?
  rm -rf "$lock"
  [ "$status" = 0 ] || exit "$status"
}

# What makes the distribution out of date: a source, a resource or a pom that is newer than it, or gone
# (then its folder is newer).
is_built() {
  local newer
  [ -f "$dist/.built" ] || return 1
  newer=$(cd "$root" && find pom.xml kernel magics \( -path '*/src/test' -o -path '*/src/main/launcher' -o -name target \) -prune \
    -o \( -path '*/src/main*' -o -name pom.xml \) -newer "$dist/.built" -print -quit)
  [ -z "$newer" ]
}

build_if_needed() {
  is_built || with_lock build build
}

find_maven() {
  command -v mvn >/dev/null && return
  local how='Get it from https://maven.apache.org'
  if command -v apt-get >/dev/null; then
    how='Get it:  sudo apt-get install maven'
  elif command -v dnf >/dev/null; then
    how='Get it:  sudo dnf install maven'
  elif command -v brew >/dev/null; then
    how='Get it:  brew install maven'
  fi
  fail "there is no Maven here (PATH has no mvn), and Firesteel has to be built once." "$how"
}

build() {
  # Another ./firesteel may have built it while this one waited for the lock.
  ! is_built || return 0
  find_maven
  local log=$state/logs/build.log title='building Firesteel' spark jar
  spark=$(sed -n 's/.*<spark.version>\(.*\)<.*/\1/p' "$root/pom.xml")
  if [ ! -f "$dist/.built" ] && [ ! -d "$HOME/.m2/repository/org/apache/spark/spark-core_2.13/$spark" ]; then
    title="$title (downloads Spark $spark and libraries, about 385 MB, this once)"
  fi
  if [ -n "$(find "$root/pom.xml" "$root"/kernel/*/pom.xml "$root"/magics/*/pom.xml -newer "$dist/.built" -print -quit 2>/dev/null)" ]; then
    # Other versions of libraries would come to stand beside the old ones.
    rm -rf "$dist/lib" "$dist/connect" "$dist/spark" "$dist/charts" "$dist/maven"
  fi
  # Maven writes into the jars in place; kernels that run now must keep the ones that they started with.
  for jar in "$dist"/lib/firesteel-*.jar; do
    if [ -f "$jar" ]; then
      cp -p "$jar" "$jar.copy"
      mv -f "$jar.copy" "$jar"
    fi
  done
  mkdir -p "$state"
  touch "$state/build-started"
  if ! step "$log" "$title" env JAVA_HOME="$java_home" \
    mvn -B -f "$root/pom.xml" package -Dmaven.test.skip=true -pl kernel/app -am; then
    build_failed "$log"
  fi
  touch -r "$state/build-started" "$dist/.built"
}

build_failed() {
  if network_is_missing "$1"; then
    fail "Maven could not download what the build needs. Is there a network, and is a proxy or mirror needed?" \
      "$(grep -m 1 -iE 'could not (transfer|resolve)|unknown ?host|offline mode' "$1" | cut -c1-300)" \
      "A proxy or mirror is told to Maven in ~/.m2/settings.xml. Then run the same command again: it goes on where it stopped." \
      "The whole log:  $1"
  fi
  local errors
  errors=$(grep -E '^\[ERROR\]|^Error|^Exception' "$1" | tail -n 15 | cut -c1-300) || true
  fail 'the build failed. The last lines of its log:' "${errors:-$(tail -n 15 "$1")}" "The whole log:  $1"
}

# The class archive (CDS) halves the time that a kernel takes to start. It belongs to one Java and one set of jars. Without
# one all works, slower: so a failure to make it is no error, and doctor tells of it. (JDK 25's AOT cache, which would take
# its place, was tried: with all of Spark's classes in it kernels answer later.)

# archive_is_wanted: sets archive to its path.
archive_is_wanted() {
  archive=$(env -u FIRESTEEL_ARCHIVE_OUTPUT "$dist/bin/firesteel-java" archive-path)
  # A log without an archive is a try that failed, and isn't repeated until something changed.
  [ ! "$archive.log" -nt "$dist/.built" ] || { [ -f "$java_home/release" ] && [ "$java_home/release" -nt "$archive.log" ]; }
}

# archive_if_needed: behind the command's back, which runs at once: one at a time, with what the processors have left, and on
# to its end when the command ends before. Not where CI is set: such a machine is thrown away, and wants no process to stay.
archive_if_needed() {
  [ -z "${CI:-}" ] || return 0
  archive_is_wanted || return 0
  [ ! -t 2 ] || say 'preparing fast starts in the background (once for each build)'
  # In a process of nobody: what the command starts ends with it.
  (
    (
      trap '' HUP INT
      cd "$root"
      archive_niceness=19
      unless_locked archive make_archive
    ) >/dev/null 2>&1 </dev/null &
  )
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

make_archive() {
  archive_is_wanted || return 0
  if step "$archive.log" 'preparing fast starts (once for each build)' \
    env FIRESTEEL_ARCHIVE_OUTPUT="$archive.new" nice -n "${archive_niceness:-10}" "$dist/bin/firesteel-java" warm-up && [ -f "$archive.new" ]; then
    mv -f "$archive.new" "$archive"
  else
    rm -f "$archive.new" "$archive"
  fi
}
