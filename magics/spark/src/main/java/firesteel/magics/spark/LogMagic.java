package firesteel.magics.spark;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.spark.SparkExtension;
import firesteel.spark.settings.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Implements {@code %log}, which shows the end of the log file. */
@Command(name = "log", description = "Shows where the log file is, and its last lines.")
public final class LogMagic implements LineMagic {
  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "20",
      description = "How many lines of the log to show; by default ${DEFAULT-VALUE}.")
  private int lines;

  @Override
  public Object runLine(MagicContext context) throws MagicException {
    if (lines < 0) {
      throw new MagicException("-n needs a number of lines that is not negative");
    }
    Path file =
        context
            .session()
            .extension(SparkExtension.class)
            .map(SparkExtension::logFile)
            .orElseThrow(
                () -> new MagicException("this kernel runs without Spark and keeps no log file"));
    if (!Files.exists(file)) {
      context.println(file + " (nothing has been logged yet)");
      return null;
    }
    context.println(file.toString());
    try {
      LogFiles.lastLines(file, lines).forEach(context::println);
    } catch (IOException e) {
      throw new MagicException(file + " can't be read: " + e, e);
    }
    return null;
  }
}
