# The commands that install what is missing. Sourced by commands.sh.

# how_to_get TOOL: a line with the command that installs it on this machine.
how_to_get() {
  local tool program hint
  while IFS='|' read -r tool program hint; do
    if [ "$tool" = "$1" ] && { [ "$program" = - ] || command -v "$program" >/dev/null; }; then
      case $tool in
        java) printf 'Get one:  %s\n' "$hint" ;;
        *) printf 'Get it:  %s\n' "$hint" ;;
      esac
      return
    fi
  done <"$parts/install-hints.txt"
}
