package firesteel.magics.data.files;

import firesteel.api.table.Table;
import java.util.ArrayList;
import java.util.List;

/** What was found in the files of a folder, for the user. */
public final class FilesReport {
  private final String dataset;
  private final List<FileReport> read;
  private final List<SkippedFile> skipped;

  FilesReport(String dataset, List<FileReport> read, List<SkippedFile> skipped) {
    this.dataset = dataset;
    this.read = List.copyOf(read);
    this.skipped = List.copyOf(skipped);
  }

  /** Returns how many files and rows were read, in one line. */
  public String summary() {
    long rows = read.stream().mapToLong(FileReport::rows).sum();
    long differing = read.stream().filter(file -> !file.differences().isEmpty()).count();
    return "%s: %s read, %,d %s; %s%s"
        .formatted(
            dataset,
            files(read.size()),
            rows,
            rows == 1 ? "row" : "rows",
            differing == 0 ? "all have its columns" : "%,d differ".formatted(differing),
            skipped.isEmpty() ? "" : "; " + files(skipped.size()) + " skipped");
  }

  /** Whether there is nothing to tell but the summary. */
  public boolean isPlain() {
    return skipped.isEmpty() && read.stream().allMatch(file -> file.differences().isEmpty());
  }

  /** Returns what differs in each file, and why files were skipped. */
  public Table table() {
    List<List<Object>> rows = new ArrayList<>();
    for (FileReport file : read) {
      for (FileReport.Difference difference : file.differences()) {
        rows.add(List.of(file.name(), difference.column(), difference.text()));
      }
    }
    for (SkippedFile file : skipped) {
      rows.add(List.of(file.name(), "", "skipped: " + file.reason()));
    }
    return Table.of(List.of("file", "column", "difference"), rows);
  }

  /** Returns the reasons for which files were skipped, one file a line, of the first files. */
  public String reasons(int most) {
    List<String> lines = new ArrayList<>();
    for (SkippedFile file : skipped.subList(0, Math.min(most, skipped.size()))) {
      lines.add(file.name() + ": " + file.reason());
    }
    if (skipped.size() > most) {
      lines.add("and %,d more".formatted(skipped.size() - most));
    }
    return String.join("\n", lines);
  }

  private static String files(int number) {
    return "%,d %s".formatted(number, number == 1 ? "file" : "files");
  }
}
