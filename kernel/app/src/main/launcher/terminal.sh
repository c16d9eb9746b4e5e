# Programs that change the terminal's modes. Sourced by commands.sh.

# in_terminal COMMAND...: runs it and ends with its status. A command that was killed can't put the terminal right: its modes,
# the region that scrolls, pasting in brackets, the keypad and the cursor.
in_terminal() {
  local modes='' status=0
  if [ -t 0 ] && [ -t 1 ]; then
    modes=$(stty -g)
  else
    exec "$@"
  fi
  # Ctrl-C is for the command alone; it inherits no handler, as an ignored signal would be.
  trap : INT QUIT
  "$@" || status=$?
  if [ "$status" -gt 128 ]; then
    stty "$modes"
    [ "${TERM:-dumb}" = dumb ] || printf '\0337\033[r\0338\033[?2004l\033[?1l\033>\033[?25h\033[J'
  fi
  exit "$status"
}
