package firesteel.data.spark;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A table that is being made, in the sibling {@code FOLDER.incomplete} of its folder: the finished
 * files, and below {@code _done} the number of each part whose files are all there. A part is a
 * range of rows that one task writes. Thread-safe.
 */
final class IncompleteTable implements AutoCloseable {
  private static final String SUCCESS = "_SUCCESS";
  private static final String DONE = "_done";
  private static final String WORK = "_work";
  private static final String LOCK = "_lock";

  /** The name that Spark gives a file: its partition, a number of the job, a counter, an ending. */
  private static final Pattern SPARKS_NAME =
      Pattern.compile("part-\\d+-[0-9a-f-]{36}[.-]c(\\d+)(\\..+)");

  private final TableFiles files;
  private final Path folder;
  private final Path incomplete;
  private final Manifest manifest;
  private final Set<Long> done = ConcurrentHashMap.newKeySet();
  private FileChannel lock;
  private boolean begunNow;
  private boolean isOpen;

  /** Describes the table; touches no file. */
  IncompleteTable(TableFiles files, Path folder, Manifest manifest) {
    this.files = files;
    this.folder = folder;
    this.incomplete = folder.suffix(".incomplete");
    this.manifest = manifest;
  }

  Manifest manifest() {
    return manifest;
  }

  Path folder() {
    return folder;
  }

  /**
   * Whether the folder has this very table already.
   *
   * @throws GenerateException when it has something else, which must not be replaced
   */
  boolean isThere(boolean overwrite) throws IOException {
    List<String> names = files.names(folder);
    if (names.isEmpty() && !files.exists(folder)) {
      return false;
    }
    Optional<Manifest> found = manifest(folder);
    if (found.isPresent() && !names.contains(SUCCESS) && !files.exists(incomplete)) {
      cleanUp(); // An earlier call was killed just before it had done so.
      names = files.names(folder);
    }
    if (overwrite) {
      if (!names.isEmpty() && found.isEmpty()) {
        throw new GenerateException(
            "%s has other content than a generated table, which is not replaced. Choose another folder, or remove this one."
                .formatted(TableFiles.shown(folder)));
      }
      return false;
    }
    if (found.isPresent() && found.get().equals(manifest) && names.contains(SUCCESS)) {
      return true;
    }
    if (!names.isEmpty()) {
      throw new GenerateException(
          "%s is not empty: it has %s. Choose another folder%s."
              .formatted(
                  TableFiles.shown(folder),
                  found.map(Manifest::words).orElse("files of something else"),
                  found.isPresent() ? ", or let the table be overwritten" : ""));
    }
    return false;
  }

  private Optional<Manifest> manifest(Path where) throws IOException {
    return files.read(new Path(where, Manifest.FILE)).flatMap(Manifest::parse);
  }

  /**
   * Begins the table, or goes on with what an earlier call has left.
   *
   * @throws GenerateException when that is another table, or another process is making it
   */
  void open(boolean overwrite) throws IOException {
    begunNow = !files.exists(incomplete);
    files.makeFolder(incomplete);
    lock();
    Optional<Manifest> found = manifest(incomplete);
    if (found.isPresent() && !found.get().equals(manifest)) {
      if (!overwrite) {
        throw new GenerateException(otherWork(found.get()));
      }
      unlock();
      files.delete(incomplete);
      begunNow = true;
      files.makeFolder(incomplete);
      lock();
    } else if (found.isEmpty()) {
      Set<String> names = new HashSet<>(files.names(incomplete));
      names.removeIf(name -> name.equals(LOCK) || name.equals("_" + Manifest.FILE + ".tmp"));
      if (!names.isEmpty()) {
        throw new GenerateException(
            "%s is in the way: it is not what an earlier call has left. Remove it, or choose another folder."
                .formatted(TableFiles.shown(incomplete)));
      }
    }
    isOpen = true;
    files.write(new Path(incomplete, Manifest.FILE), manifest.json());
    files.delete(new Path(incomplete, WORK));
    files.makeFolder(new Path(incomplete, DONE));
    for (String name : files.names(new Path(incomplete, DONE))) {
      if (name.matches("\\d+")) {
        done.add(Long.parseLong(name));
      }
    }
  }

  private String otherWork(Manifest found) {
    String where = TableFiles.shown(incomplete);
    return manifest.differsInVersion(found)
        ? "%s was begun by a version of Firesteel that makes other rows. Remove it, then ask again."
            .formatted(where)
        : "%s is the unfinished work of another request: %s. Ask for that again to finish it, or remove the folder, or choose another one."
            .formatted(where, found.words());
  }

  /** Keeps other processes out, where files can be locked; a killed process holds no lock. */
  private void lock() throws IOException {
    if (!"file".equals(incomplete.toUri().getScheme())) {
      return;
    }
    lock =
        FileChannel.open(
            java.nio.file.Path.of(new Path(incomplete, LOCK).toUri()),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    boolean locked;
    try {
      locked = lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      unlock();
      throw new GenerateException(
          "%s is being made by another process at this moment. Wait for its end, or choose another folder."
              .formatted(TableFiles.shown(folder)));
    }
  }

  long parts() {
    return (manifest.rows() + manifest.rowsPerFile() - 1) / manifest.rowsPerFile();
  }

  long firstRow(long part) {
    return part * manifest.rowsPerFile();
  }

  /** Returns the row behind the last one of a part. */
  long endRow(long part) {
    return Math.min(manifest.rows(), firstRow(part) + manifest.rowsPerFile());
  }

  boolean isDone(long part) {
    return done.contains(part);
  }

  long doneRows() {
    return done.stream().mapToLong(part -> endRow(part) - firstRow(part)).sum();
  }

  /** Returns the folder into which Spark writes a part, or a trial. */
  Path work(String name) {
    return new Path(new Path(incomplete, WORK), name);
  }

  /** Returns the size of what Spark has written into a folder of {@link #work}. */
  long bytes(String work) throws IOException {
    return written(work).stream().mapToLong(LocatedFileStatus::getLen).sum();
  }

  private List<LocatedFileStatus> written(String work) throws IOException {
    List<LocatedFileStatus> found = files.data(work(work));
    if (found.isEmpty()) {
      throw new GenerateException(
          ("Spark has written its files to %s, and this process doesn't see them: a path means the"
                  + " disk of the machine that a task runs on. Name a folder that all machines see"
                  + " (a shared disk, s3a://..., hdfs://...), or use a local master.")
              .formatted(TableFiles.shown(work(work))));
    }
    return found;
  }

  /** Takes the files of a part from its folder of {@link #work}; from then on it is done. */
  void take(long part) throws IOException {
    String name = "%05d".formatted(part);
    Path work = work(name);
    for (LocatedFileStatus file : written(name)) {
      Matcher sparks = SPARKS_NAME.matcher(file.getPath().getName());
      if (!sparks.matches()) {
        throw new GenerateException(
            "Spark has written a file of an unknown name: " + file.getPath().getName());
      }
      String counter = sparks.group(1).matches("0+") ? "" : "-" + sparks.group(1);
      Path folderOfFile = file.getPath().getParent();
      Path into =
          folderOfFile.depth() == work.depth()
              ? incomplete
              : new Path(incomplete, relative(work, folderOfFile));
      files.makeFolder(into);
      files.move(file.getPath(), new Path(into, "part-" + name + counter + sparks.group(2)));
    }
    files.delete(work);
    files.write(new Path(new Path(incomplete, DONE), name), "");
    done.add(part);
  }

  private static String relative(Path folder, Path below) {
    return below.toUri().getPath().substring(folder.toUri().getPath().length() + 1);
  }

  /** Gives the whole table its name. */
  void finish() throws IOException {
    files.move(incomplete, folder);
    cleanUp();
  }

  private void cleanUp() throws IOException {
    unlock();
    isOpen = false;
    for (String name : List.of(DONE, WORK, LOCK)) {
      files.delete(new Path(folder, name));
    }
    files.write(new Path(folder, SUCCESS), "");
  }

  /** Returns the table's files. */
  List<LocatedFileStatus> data() throws IOException {
    return files.data(folder);
  }

  /** Returns what to say of the files that are kept. */
  String kept() {
    return done.isEmpty()
        ? "No file was finished."
        : "%,d of %,d rows are kept in %s; the same request goes on from there."
            .formatted(doneRows(), manifest.rows(), TableFiles.shown(incomplete));
  }

  /** Lets go of the folder, and removes it if this call has begun it and finished no file. */
  @Override
  public void close() throws IOException {
    unlock();
    if (isOpen) {
      isOpen = false;
      files.delete(begunNow && done.isEmpty() ? incomplete : new Path(incomplete, WORK));
    }
  }

  private void unlock() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }
}
