# Finding a JDK. Sourced by commands.sh.

oldest_java=17

# inspect_java EXECUTABLE: sets java (its real path), java_home, java_version (17), java_full (17.0.15) and
# java_lacks (empty, or what makes it no JDK). No other process for a Java that has a `release` file.
inspect_java() {
  java=$1
  java_version='' java_full='' java_lacks=''
  local link line modules=''
  while [ -L "$java" ]; do
    link=$(readlink -- "$java")
    case $link in
      /*) java=$link ;;
      *) java=${java%/*}/$link ;;
    esac
  done
  case $java in /*) ;; *) java=$PWD/$java ;; esac
  java_home=${java%/bin/java}
  # JDK 8 keeps a second java below its jre folder.
  case $java_home in */jre) if [ -x "${java_home%/jre}/bin/javac" ]; then java_home=${java_home%/jre}; fi ;; esac
  if [ -f "$java_home/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*) java_full=${line#*=} java_full=${java_full//\"/} ;;
        MODULES=*) modules=" ${line#*=} " modules=${modules//\"/ } ;;
      esac
    done <"$java_home/release"
  fi
  if [ -z "$java_full" ]; then
    # "openjdk version "17.0.15" 2025-04-15"
    java_full=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1) || true
  fi
  java_version=${java_full#1.}
  java_version=${java_version%%[!0-9]*}
  if [ ! -x "$java_home/bin/javac" ]; then
    java_lacks='javac'
  elif [ -z "$modules" ]; then
    "$java" --list-modules 2>/dev/null | grep -q '^jdk\.jshell' || java_lacks='the module jdk.jshell'
  else
    case $modules in *' jdk.jshell '*) ;; *) java_lacks='the module jdk.jshell' ;; esac
  fi
}

java_is_good() { [ -n "$java_version" ] && [ "$java_version" -ge "$oldest_java" ] && [ -z "$java_lacks" ]; }

# The Java executables to look at after PATH's, one a line; the newest folder names last.
usual_javas() {
  local folder
  for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*; do
    if [ -x "$folder/bin/java" ]; then printf '%s\n' "$folder/bin/java"; fi
  done
}

# describe_java: what is wrong with the Java that was inspected last; sets java_problem.
describe_java() {
  if [ -z "$java_version" ]; then
    java_problem="$java does not run: '$java -version' prints no version."
  elif [ "$java_version" -lt "$oldest_java" ]; then
    java_problem="$java is Java $java_full, which is too old: Firesteel needs a JDK of version $oldest_java or later."
  elif [ "$java_lacks" = javac ]; then
    java_problem="$java is a JRE (Java $java_full without javac): Firesteel compiles cells, so it needs a JDK."
  else
    java_problem="$java is Java $java_full without the module jdk.jshell: Firesteel needs a whole JDK."
  fi
}

# find_java: sets java and its siblings (see inspect_java) to the JDK to use, or fails with what to do.
find_java() {
  local candidate named problem=''
  if [ -n "${FIRESTEEL_JAVA:-}" ]; then
    # Named on purpose: nothing else will do.
    named=$FIRESTEEL_JAVA
    if [ -d "$named" ]; then named=$named/bin/java; fi
    [ -x "$named" ] || fail "FIRESTEEL_JAVA names no Java: there is no executable $named." \
      "Mend it:  export FIRESTEEL_JAVA=/path/to/jdk   (or: unset FIRESTEEL_JAVA)"
    inspect_java "$named"
    java_is_good && return
    describe_java
    fail "FIRESTEEL_JAVA: $java_problem" \
      "Mend it:  export FIRESTEEL_JAVA=/path/to/jdk   (or: unset FIRESTEEL_JAVA)" "$(how_to_get java)"
  fi
  if [ -n "${JAVA_HOME:-}" ]; then
    if [ -x "$JAVA_HOME/bin/java" ]; then
      inspect_java "$JAVA_HOME/bin/java"
      java_is_good && return
      describe_java
      problem="JAVA_HOME: $java_problem"
    else
      problem="JAVA_HOME names no Java: there is no executable $JAVA_HOME/bin/java."
    fi
  fi
  if candidate=$(command -v java); then
    inspect_java "$candidate"
    if java_is_good; then
      [ -z "$problem" ] || say "$problem Using $java instead."
      return
    fi
    describe_java
    problem=${problem:-$java_problem}
  fi
  while IFS= read -r candidate; do
    inspect_java "$candidate"
    if java_is_good; then
      [ -z "$problem" ] || say "$problem Using $java instead."
      return
    fi
    describe_java
    problem=${problem:-$java_problem}
  done < <(usual_javas)
  if [ -n "$problem" ]; then
    fail "$problem" "$(how_to_get java)" "If one is installed elsewhere:  export FIRESTEEL_JAVA=/path/to/jdk"
  fi
  fail "there is no Java here: neither FIRESTEEL_JAVA nor JAVA_HOME is set, and PATH has no java." \
    "Firesteel needs a JDK of version $oldest_java or later." "$(how_to_get java)" \
    "If one is installed elsewhere:  export FIRESTEEL_JAVA=/path/to/jdk"
}
