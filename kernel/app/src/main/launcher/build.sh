# Building the distribution when it is out of date. Sourced by a clone's ./firesteel.

# What makes the distribution out of date: a source, a resource or a pom that is newer than it, or gone
# (then its folder is newer).
is_built() {
  local newer
  [ -f "$dist/.built" ] || return 1
  newer=$(cd "$root" && find pom.xml kernel/app/src/main/launcher/install-hints.txt kernel magics data \( -path '*/src/test' -o -path '*/src/main/launcher' -o -name target \) -prune \
    -o \( -path '*/src/main*' -o -name pom.xml \) -newer "$dist/.built" -print -quit)
  [ -z "$newer" ]
}

build_if_needed() {
  is_built || with_lock build build
}

find_maven() {
  command -v mvn >/dev/null && return
  fail "there is no Maven here (PATH has no mvn), and Firesteel has to be built once." "$(how_to_get maven)"
}

build() {
  # Another firesteel may have built it while this one waited for the lock.
  ! is_built || return 0
  find_maven
  local log=$state/logs/build.log title='building Firesteel' spark jar
  spark=$(sed -n 's/.*<spark.version>\(.*\)<.*/\1/p' "$root/pom.xml")
  if [ ! -f "$dist/.built" ] && [ ! -d "$HOME/.m2/repository/org/apache/spark/spark-core_2.13/$spark" ]; then
    title="$title (downloads Spark $spark and libraries, about 385 MB, this once)"
  fi
  if [ -n "$(find "$root/pom.xml" "$root"/kernel/*/pom.xml "$root"/magics/*/pom.xml "$root/data/pom.xml" -newer "$dist/.built" -print -quit 2>/dev/null)" ]; then
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

# run_uninstall OPTION...: the kernel; what a clone keeps is in the clone.
run_uninstall() { exec "$dist/bin/firesteel-java" uninstall "$@"; }
