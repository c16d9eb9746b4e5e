package firesteel.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What became of a script.
 *
 * @param status its exit status
 * @param out what it wrote, both streams
 */
record ScriptRun(int status, String out) {
  /** Runs a command with nothing but the given environment, in a folder. */
  static ScriptRun of(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return await(start(folder, environment, command));
  }

  /** A script that runs, and the file that it writes to. */
  record Started(Process process, Path out) {}

  static Started start(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    Path out = Files.createTempFile("script", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Started(builder.start(), out);
  }

  static ScriptRun await(Started started) throws IOException, InterruptedException {
    try {
      if (!started.process().waitFor(60, TimeUnit.SECONDS)) {
        started.process().destroyForcibly();
        throw new IOException("the script hangs; it wrote:\n" + Files.readString(started.out()));
      }
      return new ScriptRun(
          started.process().exitValue(), Files.readString(started.out(), StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(started.out());
    }
  }

  /** Writes an executable script. */
  static Path write(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("can't make " + file + " executable");
    }
    return file;
  }
}
