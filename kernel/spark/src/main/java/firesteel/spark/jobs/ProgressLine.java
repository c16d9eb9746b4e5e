package firesteel.spark.jobs;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.spark.streams.QuerySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes progress as one line of text, and as HTML with a bar above the same line; hints follow: a
 * task far behind, heavy spill, streaming queries.
 */
public final class ProgressLine {
  private static final String STYLE =
      "font-size:12px;color:var(--jp-ui-font-color2,#757575);font-variant-numeric:tabular-nums";
  private static final String HINT = "color:var(--jp-warn-color0,#b35900)";
  private static final String SEPARATOR = " \u00b7 ";

  /** After this long the user may want to know how to avoid the wait. */
  private static final long HINT_AFTER_MILLIS = 5000;

  private ProgressLine() {}

  /** Returns the line while jobs run. */
  public static MimeBundle live(JobsSnapshot now, List<QuerySnapshot> queries) {
    List<String> lines = new ArrayList<>();
    if (now.activeJobs() > 0) {
      lines.add("Spark: " + liveLine(now));
    } else if (now.jobs() > 0) {
      lines.add("Spark: " + summaryLine(now));
    }
    lines.addAll(lines(queries));
    int percent = now.tasks() == 0 ? 0 : (int) (100L * now.tasksDone() / now.tasks());
    return bundle(lines, hints(now), now.activeJobs() > 0 ? bar(percent) : "");
  }

  /** Returns the lines of streaming queries alone. */
  public static MimeBundle streams(List<QuerySnapshot> queries) {
    return bundle(lines(queries), List.of(), "");
  }

  private static List<String> lines(List<QuerySnapshot> queries) {
    return queries.stream().map(q -> q.active() ? q.live() : q.summary()).toList();
  }

  private static String liveLine(JobsSnapshot now) {
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
    now.millisLeft().ifPresent(left -> parts.add("about " + rounded(left) + " left in this stage"));
    if (now.activeMillis() >= HINT_AFTER_MILLIS) {
      parts.add("interrupt to cancel");
    }
    return String.join(SEPARATOR, parts);
  }

  private static String bar(int percent) {
    return "<div style=\"height:4px;width:100%;max-width:480px;margin:2px 0;"
        + "background:var(--jp-layout-color3,#bdbdbd)\">"
        + "<div style=\"height:4px;width:"
        + percent
        + "%;background:var(--jp-brand-color1,#1976d2)\"></div></div>";
  }

  /** Returns the line that stays. */
  public static MimeBundle summary(JobsSnapshot end, List<QuerySnapshot> queries) {
    List<String> lines = new ArrayList<>();
    if (end.jobs() > 0) {
      lines.add("Spark: " + summaryLine(end));
    }
    queries.forEach(query -> lines.add(query.summary()));
    return bundle(lines, hints(end), "");
  }

  private static String summaryLine(JobsSnapshot end) {
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
    end.slowest()
        .ifPresent(
            stage -> parts.add("slowest stage " + stage.id() + ": " + seconds(stage.millis())));
    return String.join(SEPARATOR, parts);
  }

  private static List<String> hints(JobsSnapshot now) {
    List<String> hints = new ArrayList<>();
    now.straggler().ifPresent(task -> hints.add(farBehind(task)));
    if (now.transferTotals().isSpillHeavy()) {
      hints.add(
          "Heavy spill: "
              + bytes(now.transferTotals().bytesSpilled())
              + " went to disk as they did not fit into memory. More partitions"
              + " (spark.sql.shuffle.partitions) or more memory for executors make it faster.");
    }
    return hints;
  }

  private static String farBehind(Straggler task) {
    String others = "; half of the others took at most " + seconds(task.medianMillis());
    if (task.running()) {
      return "Far behind: task "
          + task.task()
          + " of stage "
          + task.stage()
          + " has run for "
          + rounded(task.millis())
          + others
          + ". Skewed data, or a slow host ("
          + task.host()
          + ").";
    }
    String why =
        task.isSkewed()
            ? String.format(
                Locale.ROOT,
                " It had %,d rows, the others %,d: the data is skewed.",
                task.rows(),
                task.medianRows())
            : " It had no more rows than they: look at " + task.host() + ".";
    return "Far behind: task "
        + task.task()
        + " of stage "
        + task.stage()
        + " took "
        + seconds(task.millis())
        + others
        + "."
        + why;
  }

  private static MimeBundle bundle(List<String> lines, List<String> hints, String bar) {
    StringBuilder html = new StringBuilder("<div style=\"" + STYLE + "\">").append(bar);
    html.append(Html.escape(String.join("\n", lines)).replace("\n", "<br>"));
    for (String hint : hints) {
      html.append("<div style=\"").append(HINT).append("\">").append(Html.escape(hint));
      html.append("</div>");
    }
    List<String> text = new ArrayList<>(lines);
    text.addAll(hints);
    return FiresteelMetadata.progress(
        MimeBundle.text(String.join("\n", text)).withHtml(html.append("</div>").toString()));
  }

  private static void addAmounts(List<String> parts, JobsSnapshot now) {
    if (now.tasksFailed() > 0) {
      parts.add(plural(now.tasksFailed(), "task") + " failed");
    }
    TransferTotals totals = now.transferTotals();
    addAmount(parts, "read", totals.rowsRead(), totals.bytesRead());
    addAmount(parts, "written", totals.rowsWritten(), totals.bytesWritten());
    addAmount(parts, "shuffled", 0, totals.bytesShuffled());
    addAmount(parts, "spilled", 0, totals.bytesSpilled());
  }

  private static void addAmount(List<String> parts, String what, long rows, long bytes) {
    List<String> amounts = new ArrayList<>();
    if (rows > 0) {
      amounts.add(String.format(Locale.ROOT, "%,d row%s", rows, rows == 1 ? "" : "s"));
    }
    if (bytes > 0) {
      amounts.add(bytes(bytes));
    }
    if (!amounts.isEmpty()) {
      parts.add(String.join(", ", amounts) + " " + what);
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
    return millis < 60_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
        : minutes(millis / 1000);
  }

  /** Formats an estimated time, or one whose precision doesn't matter. */
  static String rounded(long millis) {
    long seconds = Math.max(1, Math.round(millis / 1000.0));
    if (seconds >= 60) {
      return minutes(seconds / 10 * 10);
    }
    return (seconds <= 10 ? seconds : (seconds + 2) / 5 * 5) + " s";
  }

  private static String minutes(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }
}
