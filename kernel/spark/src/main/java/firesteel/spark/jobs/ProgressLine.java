package firesteel.spark.jobs;

import firesteel.engine.display.Html;
import firesteel.engine.display.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes progress as one line of text, and as the same line below a bar. */
final class ProgressLine {
  private static final String STYLE =
      "font-size:12px;color:var(--jp-ui-font-color2,#757575);font-variant-numeric:tabular-nums";

  private ProgressLine() {}

  /** The line while jobs run. */
  static MimeBundle live(JobsSnapshot now) {
    List<String> parts = new ArrayList<>();
    parts.add(
        now.activeJobs() > 1
            ? now.activeJobs() + " jobs running"
            : "job " + now.jobs() + " running");
    parts.add("stage " + Math.min(now.stagesDone() + 1, now.stages()) + " of " + now.stages());
    parts.add(
        now.tasksDone() + " of " + now.tasks() + " tasks, " + now.tasksRunning() + " running");
    addAmounts(parts, now);
    parts.add(seconds(now.busyMillis()));
    int percent = now.tasks() == 0 ? 0 : (int) (100L * now.tasksDone() / now.tasks());
    String bar =
        "<div style=\"height:4px;width:100%;max-width:480px;margin:2px 0;"
            + "background:var(--jp-layout-color3,#bdbdbd)\">"
            + "<div style=\"height:4px;width:"
            + percent
            + "%;background:var(--jp-brand-color1,#1976d2)\"></div></div>";
    return bundle("Spark: " + String.join(" \u00b7 ", parts), bar);
  }

  /** The line that stays. */
  static MimeBundle summary(JobsSnapshot end) {
    List<String> parts = new ArrayList<>();
    String jobs = plural(end.jobs(), "job");
    if (end.activeJobs() > 0) {
      jobs += " (" + end.activeJobs() + " still running)";
    } else if (end.failedJobs() > 0) {
      jobs += end.failedJobs() == end.jobs() ? " stopped" : " (" + end.failedJobs() + " stopped)";
    }
    parts.add(jobs);
    parts.add(plural(end.stagesDone(), "stage"));
    parts.add(plural(end.tasksDone(), "task"));
    addAmounts(parts, end);
    parts.add(seconds(end.busyMillis()));
    return bundle("Spark: " + String.join(" \u00b7 ", parts), "");
  }

  private static MimeBundle bundle(String line, String bar) {
    String html = "<div style=\"" + STYLE + "\">" + bar + Html.escape(line) + "</div>";
    return MimeBundle.text(line)
        .with(MimeBundle.HTML, html)
        .withMetadata("firesteel", Map.of("kind", "progress"));
  }

  private static void addAmounts(List<String> parts, JobsSnapshot now) {
    if (now.tasksFailed() > 0) {
      parts.add(plural(now.tasksFailed(), "task") + " failed");
    }
    addBytes(parts, "read", now.bytesRead());
    addBytes(parts, "written", now.bytesWritten());
    addBytes(parts, "shuffled", now.bytesShuffled());
  }

  private static void addBytes(List<String> parts, String what, long bytes) {
    if (bytes > 0) {
      parts.add(bytes(bytes) + " " + what);
    }
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    String units = "KMGTPE";
    double amount = bytes / 1024.0;
    int unit = 0;
    while (amount >= 1024) {
      amount /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %siB", amount, units.charAt(unit));
  }

  static String seconds(long millis) {
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = millis / 1000;
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }
}
