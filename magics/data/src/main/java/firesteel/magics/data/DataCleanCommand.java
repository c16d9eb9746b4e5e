package firesteel.magics.data;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %data clean}. */
@Command(
    name = "clean",
    description = {
      "Deletes generated data from the cache.",
      "",
      "Datasets that were loaded from it can't be read any more. The next %%data makes the rows"
          + " again."
    })
final class DataCleanCommand implements LineMagic {
  private static final long UNIT = 1024;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = DatasetNames.class,
      description = "The dataset; by default all.")
  private String name;

  /** Called by picocli. */
  DataCleanCommand() {}

  @Override
  public Object runLine(MagicContext context) throws Exception {
    String wanted = name == null ? "" : DatasetNames.find(name).name();
    DataCache.Cleaned cleaned = DataCache.ofUser().clean(wanted);
    context.println(
        cleaned.bytes() == 0
            ? "Nothing was in the cache."
            : "Freed " + size(cleaned.bytes()) + ".");
    for (String inUse : cleaned.inUse()) {
      context.println(inUse + " is being made at this moment and stays.");
    }
    return null;
  }

  private static String size(long bytes) {
    double size = (double) bytes / UNIT;
    int unit = 0;
    for (; size >= UNIT && unit < 2; unit++) {
      size /= UNIT;
    }
    return String.format(Locale.ROOT, "%.1f %ciB", size, "KMG".charAt(unit));
  }
}
