package firesteel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks that a file can be written before a run, which may take hours. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Returns the file that an option names.
   *
   * @throws ParameterException when it is a folder, or can't be written
   */
  static Path checked(CommandSpec spec, String option, Path file) {
    if (Files.isDirectory(file)) {
      throw new ParameterException(spec.commandLine(), option + " names a folder: " + file);
    }
    Path into = file.getParent();
    if (!Files.isDirectory(into) || !Files.isWritable(into)) {
      throw new ParameterException(
          spec.commandLine(),
          option
              + " can't be written: "
              + (Files.isDirectory(into) ? "no permission for " : "there is no folder ")
              + into);
    }
    return file;
  }
}
