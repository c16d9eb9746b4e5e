# What differs where Firesteel is installed, from an archive or a wheel: nothing is built, and the state folder is in the
# user's cache. Sourced by commands.sh.

build_if_needed() { :; }

# run_uninstall OPTION...: removes the kernel as Java's command does; without a place among the options also this
# installation's state folder, and with --all what every Firesteel of this user keeps.
run_uninstall() {
  local argument all='' place='' options=() folder
  for argument in "$@"; do
    case $argument in
      -h | --help) exec "$dist/bin/firesteel-java" uninstall --help ;;
      --all) all=yes ;;
      *)
        place=yes
        options+=("$argument")
        ;;
    esac
  done
  "$dist/bin/firesteel-java" uninstall ${options[@]+"${options[@]}"}
  [ -z "$place" ] || return 0
  end_archive_process
  remove_state "$state" && echo "Removed the class archives, logs and the private JupyterLab from $state"
  while IFS= read -r folder; do
    [ -d "$folder" ] || continue
    if [ -n "$all" ]; then
      rm -rf "$folder"
      echo "Removed $folder"
    else
      echo "Kept what belongs to all Firesteels of yours: $folder  (firesteel uninstall --all removes it)"
    fi
  done < <(users_folders)
  folder=${HOME:-}/firesteel-notebooks
  if [ -d "$folder" ]; then echo "Kept your notebooks:  rm -rf '$folder'  removes them."; fi
  how_to_remove_the_rest
}

# The user's folders that all installations share: history, settings, logs, fetched Sparks.
users_folders() {
  local folder
  for folder in "${XDG_DATA_HOME:-}" "$HOME/.local/share" "${XDG_CONFIG_HOME:-}" "$HOME/.config" \
    "${XDG_STATE_HOME:-}" "$HOME/.local/state" "${XDG_CACHE_HOME:-}" "$HOME/.cache"; do
    case $folder in /*) printf '%s/firesteel\n' "$folder" ;; esac
  done | awk '!seen[$0]++'
}

how_to_remove_the_rest() {
  if [ -n "${FIRESTEEL_WHEEL_PYTHON:-}" ]; then
    echo "Now remove the package:  $FIRESTEEL_WHEEL_PYTHON -m pip uninstall firesteel"
  else
    echo "Now remove the folder:  rm -rf '$root'"
  fi
}

# remove_state FOLDER: with the folders above it that are then empty, up to the user's cache; fails when it isn't there.
remove_state() {
  local folder=$1
  [ -d "$folder" ] || return 1
  rm -rf "$folder"
  while folder=${folder%/*} && case $folder in */firesteel | '') false ;; esac && rmdir "$folder" 2>/dev/null; do :; done
  rmdir "$folder" 2>/dev/null || true
}

# The training run that goes on in the background would write into what is being removed.
end_archive_process() {
  local owner waited=0
  owner=$(cat "$state/archive.lock/pid" 2>/dev/null || true)
  [ -n "$owner" ] || return 0
  end_tree "$owner"
  while kill -0 "$owner" 2>/dev/null && [ "$waited" -lt 50 ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
}

# end_tree PROCESS: ends a process and those that it started, these first.
end_tree() {
  local child
  for child in $(pgrep -P "$1" 2>/dev/null || true); do end_tree "$child"; done
  kill -TERM "$1" 2>/dev/null || true
}

# forget_removed: removes the state folders of installations that are gone. Called when this one makes a class archive.
forget_removed() {
  local installed=${state%"$dist"} mark
  : >"$state/installation"
  while IFS= read -r mark; do
    mark=${mark%/installation}
    [ -d "${mark#"$installed"}/bin" ] || remove_state "$mark"
  done < <(find "$installed" -name installation -type f 2>/dev/null)
}
