# `./firesteel test`. Sourced by commands.sh. Its options are described in TestCommand.java, which prints the help.

# shellcheck source=kernel/app/src/main/launcher/python.sh
. "$parts/python.sh"

run_tests() {
  local unit=yes integration=yes selection=() homes=() home status=0
  case "$*" in
    '') ;;
    --unit) integration='' ;;
    --integration) unit='' ;;
    --soak) unit='' selection=(-m soak) ;;
    *)
      say "test does not take '$*'."
      echo "  Usage:  ./firesteel test [--unit | --integration | --soak]     (./firesteel test --help tells more)" >&2
      exit 2
      ;;
  esac
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
  local home first=yes
  for home in "$@"; do
    say "unit tests on $home"
    if [ -n "$first" ]; then
      JAVA_HOME=$java_home mvn -B -f "$root/pom.xml" verify -Djvm="$home/bin/java" || return
    else
      # Compiled and checked already: only the tests again, on another Java.
      JAVA_HOME=$java_home mvn -B -f "$root/pom.xml" verify -Djvm="$home/bin/java" -Dspotless.check.skip || return
    fi
    first=''
  done
}

integration_tests() {
  # Most of a test's time is a Java or a Spark that starts; soak tests want the machine for themselves.
  local home homes='' workers=2
  if [ ${#selection[@]} -gt 0 ] || [ "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)" -lt 2 ]; then workers=0; fi
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
    -n "$workers" --dist loadgroup ${selection[@]+"${selection[@]}"})
}
