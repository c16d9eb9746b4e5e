# `./firesteel test`. Sourced by commands.sh. Its options are described in TestCommand.java, which prints the help.

# shellcheck source=kernel/app/src/main/launcher/python.sh
. "$parts/python.sh"

run_tests() {
  local unit=yes integration=yes all='' soak='' option homes=() home status=0
  for option in "$@"; do
    case $option in
      --unit) integration='' ;;
      --integration) unit='' ;;
      --all) all=yes ;;
      --soak) soak=yes unit='' ;;
      *) test_usage "test does not take '$option'." ;;
    esac
  done
  if [ -z "$unit$integration" ]; then test_usage '--unit and --integration exclude each other: without them both run.'; fi
  if [ -n "$soak" ] && [ $# -gt 1 ]; then test_usage '--soak stands alone.'; fi
  while IFS= read -r home; do homes+=("$home"); done < <(test_homes)
  if [ -n "$unit" ]; then
    find_maven
    unit_tests "${homes[@]}" || status=$?
  fi
  if [ -n "$integration" ] && [ "$status" = 0 ]; then
    integration_tests "${homes[@]}" || status=$?
  fi
  if [ "$status" = 0 ]; then say 'all tests passed'; else say 'tests FAILED'; fi
  exit "$status"
}

test_usage() {
  say "$1"
  echo "  Usage:  ./firesteel test [--unit | --integration] [--all]  or  test --soak     (./firesteel test --help tells more)" >&2
  exit 2
}

# The JDKs to test on, one a line: those that FIRESTEEL_TEST_JAVA_HOMES names (separated as PATH is), or the one that
# Firesteel uses and the oldest and newest of the others that are found.
test_homes() {
  if [ -n "${FIRESTEEL_TEST_JAVA_HOMES:-}" ]; then
    tr ':' '\n' <<<"$FIRESTEEL_TEST_JAVA_HOMES"
    return
  fi
  local chosen=$java_home version=$java_version candidate
  echo "$chosen"
  while IFS= read -r candidate; do
    inspect_java "$candidate"
    if java_is_good && [ "$java_version" != "$version" ]; then printf '%s %s\n' "$java_version" "$java_home"; fi
  done < <(usual_javas) | sort -n -u -k1,1 | sed -n '1p;$p' | uniq | cut -d' ' -f2-
}

unit_tests() {
  local home options=()
  for home in "$@"; do
    say "unit tests on $home"
    # Two modules at a time, where no one needs the other.
    JAVA_HOME=$java_home mvn -B -T 2 -f "$root/pom.xml" -Perror-prone verify -Djvm="$home/bin/java" ${options[@]+"${options[@]}"} || return
    # The sources are compiled and checked: on another Java only tests are left, of the modules that see a difference.
    options=(-Dspotless.check.skip)
    if [ -z "$all" ]; then options+=(-Dfiresteel.another.jdk); fi
  done
}

integration_tests() {
  # Most of a test's time is a Java or a Spark that starts; soak tests want the machine for themselves.
  # At full priority: the tests wait for the archives.
  local archive_niceness=0
  local home homes='' workers=2 selection='not soak and not extended'
  if [ -n "$all" ]; then selection='not soak'; fi
  if [ -n "$soak" ]; then selection=soak; fi
  if [ -n "$soak" ] || [ "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)" -lt 2 ]; then workers=0; fi
  build_if_needed
  environment_is_ready test "$root/tests/requirements.txt" || with_lock test make_environment test \
    "$root/tests/requirements.txt" 'installing what the integration tests need (downloads about 125 MB, this once)'
  for home in "$@"; do
    homes=${homes:+$homes:}$home
    # Before the tests, which look for processes that are left over.
    inspect_java "$home/bin/java"
    if FIRESTEEL_JAVA=$java archive_is_wanted; then FIRESTEEL_JAVA=$java with_lock archive make_archive; fi
  done
  say "integration tests on ${homes//:/, }"
  (cd "$root/tests" && unset FIRESTEEL_JAVA && FIRESTEEL_TEST_JAVA_HOMES=$homes exec "$state/test/bin/python" -m pytest \
    -n "$workers" --dist loadgroup --no-loadscope-reorder -m "$selection")
}
