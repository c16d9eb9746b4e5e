package firesteel.app;

import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookException;
import firesteel.notebook.NotebookWriter;
import firesteel.notebook.RunListener;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes the copy of a notebook while it runs, so that a killed run leaves what it has done. */
final class RunCopyFile implements RunListener {
  private final Path file;
  private final Consumer<String> log;
  private boolean failed;

  /**
   * Creates the writer of one run.
   *
   * @param log gets a line when the file can't be written
   */
  RunCopyFile(Path file, Consumer<String> log) {
    this.file = Objects.requireNonNull(file, "file");
    this.log = Objects.requireNonNull(log, "log");
  }

  @Override
  public void changed(Supplier<Notebook> soFar) {
    try {
      NotebookWriter.write(soFar.get(), file);
    } catch (NotebookException e) {
      // The run goes on: there may be room again at its end, when the copy must be written.
      if (!failed) {
        log.accept("firesteel: " + e.getMessage() + "; tries again");
      }
      failed = true;
    }
  }
}
