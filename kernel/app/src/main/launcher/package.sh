# `./firesteel package`. Sourced by commands.sh. Described in PackageCommand.java, which prints the help.

# shellcheck source=kernel/app/src/main/launcher/python.sh
. "$parts/python.sh"

run_package() {
  if [ $# -gt 0 ]; then
    say "package takes no '$*'."
    echo "  Usage:  $command package     ($command package --help tells more)" >&2
    exit 2
  fi
  find_maven
  with_lock package package
}

package() {
  local log=$state/logs/package.log newer=''
  if [ -f "$root/target/package/SHA256SUMS" ]; then
    newer=$(cd "$root" && find pom.xml firesteel kernel magics notebooks data packaging README.md CHANGELOG.md LICENSE NOTICE \
      \( -path '*/src/test' -o -name target -o -name .ipynb_checkpoints -o -name __pycache__ \) -prune \
      -o -type f -newer target/package/SHA256SUMS -print -quit)
    if [ -z "$newer" ]; then
      say 'target/package is up to date'
      return
    fi
  fi
  environment_is_ready package "$root/packaging/requirements.txt" || make_environment package \
    "$root/packaging/requirements.txt" 'installing what builds the wheel (1 MB, this once)'
  if ! step "$log" 'building the archive and the wheel' "$state/package/bin/python" -B "$root/packaging/build.py" \
    --java-home "$java_home"; then
    if grep -q 'NOTICE did not' "$log"; then fail "$(grep -o 'NOTICE did not.*' "$log")"; fi
    build_failed "$log"
  fi
  echo "Built in $root/target/package:"
  (cd "$root/target/package" && ls -l firesteel-* SHA256SUMS | awk '{ printf "%8.1f MB  %s\n", $5 / 1e6, $NF }')
}
