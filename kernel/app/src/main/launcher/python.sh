# Private Python environments in the state folder. Sourced by lab.sh, package.sh and test.sh.

oldest_python=3.10

# find_python: sets python to the first that will do, or fails with what to do.
find_python() {
  local candidate found='' version
  for candidate in "${FIRESTEEL_PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.10 python; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null || continue
    version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if [ "${version%%.*}" -lt 3 ] || [ "${version#*.}" -lt "${oldest_python#*.}" ]; then
      found=${found:-"$candidate is Python $version, which is too old: JupyterLab needs $oldest_python or later."}
      continue
    fi
    python=$candidate
    if "$python" -c 'import venv, ensurepip' 2>/dev/null; then return; fi
    found=${found:-"$candidate is Python $version without the modules venv and ensurepip, which make private environments."}
  done
  if [ -n "$found" ]; then
    fail "$found" "$(how_to_get python)" "If a better one is installed elsewhere:  export FIRESTEEL_PYTHON=/path/to/python3"
  fi
  fail "there is no Python here (PATH has no python3), and JupyterLab needs one of version $oldest_python or later." \
    "$(how_to_get python)" "Without Python:  $command run NOTEBOOK  runs notebooks."
}

# environment_is_ready NAME REQUIREMENTS: whether the state folder's NAME holds just what the requirements file asks for.
environment_is_ready() {
  local folder=$state/$1
  [ -x "$folder/bin/python" ] && [ -f "$folder/requirements.txt" ] && [ "$(<"$folder/requirements.txt")" = "$(<"$2")" ]
}

# make_environment NAME REQUIREMENTS TITLE
make_environment() {
  # Another firesteel may have made it while this one waited for the lock.
  ! environment_is_ready "$1" "$2" || return 0
  local folder=$state/$1 log=$state/logs/$1-setup.log
  find_python
  rm -rf "$folder"
  if ! step "$log" "making a Python environment in ${folder/#"$root"\//}" "$python" -m venv "$folder"; then
    fail "'$python -m venv' failed. The last lines of its log:" "$(tail -n 5 "$log")" "$(how_to_get python)" "The whole log:  $log"
  fi
  if ! step "$log" "$3" "$folder/bin/python" -m pip install --disable-pip-version-check --progress-bar off \
    --requirement "$2"; then
    if network_is_missing "$log"; then
      fail "pip could not download what it needs. Is there a network, and is a proxy or mirror needed?" \
        "$(grep -m 1 -iE 'error|warning' "$log" | cut -c1-300)" \
        "A mirror is told to pip with:  pip config set global.index-url URL" \
        "Then run the same command again. The whole log:  $log"
    fi
    fail "pip failed. The last lines of its log:" "$(tail -n 8 "$log" | cut -c1-300)" "The whole log:  $log"
  fi
  cp "$2" "$folder/requirements.txt"
}
