# The commands, each with what has to be there before it runs. Sourced by ./firesteel and bin/firesteel, which set root,
# dist, state, parts, command (what the user types) and edition (clone or installed).

say() { printf 'firesteel: %s\n' "$*" >&2; }

# fail WHAT [WHAT TO DO...]: one line each. Where a wheel's kernel was to start, its notebook gets them too.
fail() {
  local line lines=("$@")
  say "$1"
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  if [ -n "${kernels_connection:-}" ] && [ -n "${FIRESTEEL_WHEEL_PYTHON:-}" ]; then
    exec "$FIRESTEEL_WHEEL_PYTHON" -m firesteel.unavailable "$kernels_connection" "${lines[@]}"
  fi
  exit 3
}

# shellcheck source=kernel/app/src/main/launcher/hints.sh
. "$parts/hints.sh"
# shellcheck source=kernel/app/src/main/launcher/java.sh
. "$parts/java.sh"
# shellcheck source=kernel/app/src/main/launcher/steps.sh
. "$parts/steps.sh"
# shellcheck source=kernel/app/src/main/launcher/class-archive.sh
. "$parts/class-archive.sh"
# shellcheck source=kernel/app/src/main/launcher/build.sh
# shellcheck source=kernel/app/src/main/launcher/installed.sh
case $edition in
  clone) . "$parts/build.sh" ;;
  *) . "$parts/installed.sh" ;;
esac

# What a wheel's command says is for the wheel alone, and not for what is called from its kernels.
if [ "$edition" = clone ] || [ -d "$dist/spark" ]; then unset FIRESTEEL_PYSPARK FIRESTEEL_WHEEL_PYTHON; fi

# part NAME: sources what only some commands need; fails for a command that only a clone has.
part() {
  [ -f "$parts/$1.sh" ] || fail "this command works in a clone of Firesteel's repository only."
  # shellcheck disable=SC1090 # each of them is checked by itself
  . "$parts/$1.sh"
}

run_command() {
  local argument help=''
  # A file in place of a command: notebooks are run, all else is a script. A file without an ending of these is one when it
  # begins with #!, as scripts do that name this command there.
  case ${1:-} in
    -*) ;;
    *.ipynb) set -- run "$@" ;;
    *.jsh | *.jshell | *.ijava | *.java) set -- shell -- "$@" ;;
    */*)
      local start=''
      if [ -f "$1" ] && [ -r "$1" ]; then IFS= read -r -n 2 start <"$1" || true; fi
      if [ "$start" = '#!' ]; then set -- shell -- "$@"; fi
      ;;
  esac

  for argument in "$@"; do
    case $argument in
      -h | --help) help=yes ;;
      --) break ;;
    esac
  done

  if [ "${1:-}" = kernel ] && [ "${2:-}" = --connection-file ]; then kernels_connection=${3:-}; fi
  find_java
  export FIRESTEEL_JAVA=$java
  case ${1:-}${help:+ help} in
    test)
      part test
      shift
      run_tests "$@"
      ;;
    package)
      part package
      shift
      run_package "$@"
      ;;
    lab)
      part lab
      shift
      run_lab "$@"
      ;;
    shell)
      part terminal
      build_if_needed
      archive_if_needed
      in_terminal "$dist/bin/firesteel-java" "$@"
      ;;
    install | run | kernel)
      build_if_needed
      archive_if_needed
      exec "$dist/bin/firesteel-java" "$@"
      ;;
    uninstall)
      build_if_needed
      shift
      run_uninstall "$@"
      ;;
    *)
      build_if_needed
      exec "$dist/bin/firesteel-java" "$@"
      ;;
  esac
}
