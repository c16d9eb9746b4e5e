# The class archive, made when it is missing or out of date. Sourced by commands.sh.

# The class archive (CDS) halves the time that a kernel takes to start. It belongs to one Java and one set of jars. Without
# one all works, slower: so a failure to make it is no error, and doctor tells of it. (JDK 25's AOT cache, which would take
# its place, was tried: with all of Spark's classes in it kernels answer later.)

# archive_is_wanted: sets archive to its path.
archive_is_wanted() {
  archive=$(env -u FIRESTEEL_ARCHIVE_OUTPUT "$dist/bin/firesteel-java" archive-path)
  # A log without an archive is a try that failed, and isn't repeated until something changed.
  [ ! "$archive.log" -nt "$dist/.built" ] || { [ -f "$java_home/release" ] && [ "$java_home/release" -nt "$archive.log" ]; } \
    || other_jars
}

# other_jars: whether the archive was made for other jars. In an installation their times say little, so that .built has
# a text of its own for each build; pyspark may have been installed anew.
other_jars() {
  local jar built=''
  if [ -f "$archive.built" ]; then built=$(<"$archive.built"); fi
  [ "$built" = "$(<"$dist/.built")" ] || return 0
  for jar in "${FIRESTEEL_PYSPARK:-/none}"/jars/spark-core_*.jar; do
    if [ "$jar" -nt "$archive.log" ]; then return 0; fi
  done
  return 1
}

# archive_if_needed: behind the command's back, which runs at once: one at a time, with what the processors have left, and on
# to its end when the command ends before. Not where CI is set: such a machine is thrown away, and wants no process to stay.
archive_if_needed() {
  [ -z "${CI:-}" ] || return 0
  archive_is_wanted || return 0
  [ ! -t 2 ] || say 'preparing fast starts in the background (once for each build)'
  # In a process of nobody: what the command starts ends with it.
  (
    (
      trap '' HUP INT
      cd "$root"
      archive_niceness=19
      unless_locked archive make_archive
    ) >/dev/null 2>&1 </dev/null &
  )
}

make_archive() {
  archive_is_wanted || return 0
  mkdir -p "${archive%/*}"
  cp "$dist/.built" "$archive.built"
  [ "$edition" = clone ] || forget_removed
  if step "$archive.log" 'preparing fast starts (once for each build)' \
    env FIRESTEEL_ARCHIVE_OUTPUT="$archive.new" nice -n "${archive_niceness:-10}" "$dist/bin/firesteel-java" warm-up && [ -f "$archive.new" ]; then
    mv -f "$archive.new" "$archive"
  else
    rm -f "$archive.new" "$archive"
  fi
}
