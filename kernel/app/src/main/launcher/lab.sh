# `firesteel lab`. Sourced by commands.sh. Its options are described in LabCommand.java, which prints the help.

# shellcheck source=kernel/app/src/main/launcher/python.sh
. "$parts/python.sh"

lab_usage() {
  say "$1"
  echo "  Usage:  $command lab [--no-browser] [--port N] [DIR]     ($command lab --help tells more)" >&2
  exit 2
}

run_lab() {
  local folder='' server_options=()
  while [ $# -gt 0 ]; do
    case $1 in
      --no-browser) server_options+=(--no-browser) ;;
      --port | --port=*)
        local port=${1#--port=}
        if [ "$1" = --port ]; then
          shift
          port=${1:-}
        fi
        case $port in '' | *[!0-9]*) lab_usage "--port takes a number, but got '$port'." ;; esac
        # The port that was asked for, or none.
        server_options+=("--ServerApp.port=$port" --ServerApp.port_retries=0)
        ;;
      -*) lab_usage "lab has no option $1." ;;
      *)
        [ -z "$folder" ] || lab_usage "lab opens one folder, not both '$folder' and '$1'."
        [ -d "$1" ] || lab_usage "there is no folder $1."
        folder=$(cd -- "$1" && pwd)
        ;;
    esac
    shift
  done
  if [ -n "${FIRESTEEL_WHEEL_PYTHON:-}" ]; then
    use_lab_of_wheel
  else
    set_up_lab
  fi
  folder=${folder:-$(lab_folder)}
  if [ -f "$folder/$contents" ]; then server_options+=("--LabApp.default_url=/lab/tree/$contents"); fi
  serve_lab "$folder" ${server_options[@]+"${server_options[@]}"}
}

# The notebook that lists the others: JupyterLab opens with it in a folder that has it.
contents=00-contents.ipynb

# Firesteel's own notebooks, where they can be saved: those of the clone, or the user's copy of an installation's.
lab_folder() {
  local copy=${HOME:-}/firesteel-notebooks
  if [ "$edition" = clone ] && [ -w "$root/notebooks" ]; then
    echo "$root/notebooks"
  elif [ "$edition" != clone ] && [ -n "${HOME:-}" ] && "$lab_python" -B "$parts/copy_notebooks.py" "$root" "$copy" >&2; then
    echo "$copy/notebooks"
  else
    pwd
  fi
}

# A wheel brought the kernel into an environment; its JupyterLab is the one to open.
use_lab_of_wheel() {
  lab_python=$FIRESTEEL_WHEEL_PYTHON
  "$lab_python" -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("jupyterlab") is None)' \
    || fail "there is no JupyterLab in the environment of $lab_python." "Get it:  $lab_python -m pip install jupyterlab"
  archive_if_needed
  mkdir -p "$state/logs"
}

set_up_lab() {
  lab_python=$state/lab/bin/python
  build_if_needed
  local archiving=''
  if archive_is_wanted; then
    # Beside pip's downloads, or, when there is an older one, beside the server's start.
    (with_lock archive make_archive) >/dev/null 2>&1 </dev/null &
    archiving=$!
    if [ -f "$archive" ]; then
      archiving=''
    else
      # Also when the set-up fails: nothing goes on working behind the user's back.
      # shellcheck disable=SC2064 # this process, now
      trap "wait $archiving || true" EXIT
    fi
  fi
  environment_is_ready lab "$parts/lab-requirements.txt" || with_lock lab make_environment lab \
    "$parts/lab-requirements.txt" 'installing JupyterLab (downloads about 50 MB, this once)'
  install_lab_kernel
  write_lab_settings
  if [ -n "$archiving" ]; then
    step "$state/logs/archive-wait.log" 'preparing fast starts (once for each build)' wait "$archiving" || true
    trap - EXIT
  fi
}

# The kernelspec that belongs to the private environment, and what draws charts in its JupyterLab.
install_lab_kernel() {
  local wanted="$dist $java" log=$state/logs/lab-kernel.log
  if [ -f "$state/lab/share/jupyter/kernels/firesteel/kernel.json" ] && [ -f "$state/lab/kernel" ] \
    && [ "$(<"$state/lab/kernel")" = "$wanted" ] && [ ! "$dist/.built" -nt "$state/lab/kernel" ]; then
    return
  fi
  mkdir -p "${log%/*}"
  if ! "$dist/bin/firesteel-java" install --prefix "$state/lab" >"$log" 2>&1; then
    fail 'the kernel could not be installed into the private JupyterLab:' "$(tail -n 5 "$log")"
  fi
  printf '%s\n' "$wanted" >"$state/lab/kernel"
}

# What our JupyterLab does otherwise than others: no question about news at the first start, which would be the first thing
# that a newcomer sees; and a completion that takes more than a second on a busy machine is shown, not dropped.
write_lab_settings() {
  local settings=$state/lab/share/jupyter/lab/settings
  mkdir -p "$settings"
  cat >"$settings/overrides.json" <<'JSON'
{
  "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false},
  "@jupyterlab/completer-extension:manager": {"providerTimeout": 10000}
}
JSON
}

# serve_lab FOLDER OPTION...: runs the server until it ends or is asked to.
serve_lab() {
  local folder=$1 log=$state/logs/lab.$$.log server='' status=0 url='' waited=0
  shift
  if [ "$(id -u)" = 0 ]; then set -- --allow-root "$@"; fi
  # Layouts of the private JupyterLab are not among the user's own settings.
  if [ -d "$state/lab" ]; then export JUPYTERLAB_WORKSPACES_DIR=${JUPYTERLAB_WORKSPACES_DIR:-$state/lab/workspaces}; fi
  mkdir -p "${log%/*}"
  remove_logs_of_ended_labs
  # The log holds the token.
  (umask 077 && : >"$log")
  trap 'stop_lab' INT TERM HUP
  "$lab_python" -m jupyterlab --ServerApp.root_dir="$folder" \
    --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate --LabApp.news_url=None --LanguageServerManager.autodetect=False \
    --MultiKernelManager.default_kernel_name=firesteel \
    "$@" >"$log" 2>&1 </dev/null &
  server=$!
  while [ -z "$url" ] && kill -0 "$server" 2>/dev/null && [ "$waited" -lt 1200 ]; do
    url=$(lab_url "$log")
    [ -n "$url" ] || sleep 0.1
    waited=$((waited + 1))
  done
  if [ -n "$url" ]; then
    printf '\n  JupyterLab:  %s\n\n  Ctrl-C ends it and its kernels. Its log:  %s\n' "$url" "$log"
  fi
  # A signal ends `wait` early; the server is then about to stop.
  while kill -0 "$server" 2>/dev/null; do
    wait "$server" || status=$?
  done
  if [ -n "${lab_stopping:-}" ]; then
    printf '\nfiresteel: JupyterLab and its kernels have ended.\n' >&2
    exit 0
  fi
  if [ -z "$url" ]; then
    fail 'JupyterLab did not start. The last lines of its log:' "$(tail -n 8 "$log" | cut -c1-300)" "The whole log:  $log"
  fi
  exit "$status"
}

# Each lab has a log of its own: two that start at once would find each other's address in one.
remove_logs_of_ended_labs() {
  local old process
  for old in "$state"/logs/lab.*log; do
    process=${old#"$state"/logs/lab.}
    process=${process%.log}
    case $process in
      *[!0-9]*) process='' ;;
    esac
    if [ -z "$process" ] || ! kill -0 "$process" 2>/dev/null; then rm -f "$old"; fi
  done
}

stop_lab() {
  lab_stopping=yes
  [ -z "${server:-}" ] || kill -TERM "$server" 2>/dev/null || true
}

# lab_url LOG: the address that the server wrote into its log, of those the one on 127.0.0.1.
lab_url() {
  local found
  found=$(grep -oE 'https?://[^ ]+/lab[^ ]*' "$1" | grep -v '^file:' || true)
  case $found in
    *127.0.0.1*) grep -m 1 '127\.0\.0\.1' <<<"$found" ;;
  esac
}
