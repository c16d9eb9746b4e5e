package firesteel.spark.streams;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.streaming.StreamingQueryListener.QueryTerminatedEvent;

/** Says in one line why a streaming query has ended; Spark reports it as a stack trace in text. */
public final class StreamFailure {
  /** Matches Spark's condition STREAM_FAILED; the query's plan and offsets follow. */
  private static final Pattern REASON =
      Pattern.compile("terminated with exception: (.*?)(?: SQLSTATE: \\w+)?\\R");

  private static final Pattern PACKAGE = Pattern.compile("^(?:[\\w$]+\\.)+(?=\\w+: )");
  private static final Pattern CAUSE =
      Pattern.compile("(?m)^Caused by: (?:[\\w$]+\\.)*(\\w+): .*$");
  private static final Pattern PLACE = Pattern.compile("\\((Cell \\[\\d+]):(\\d+)\\)");

  private StreamFailure() {}

  /**
   * Returns the line.
   *
   * @param name the query's name
   * @param ended the event with an exception
   */
  public static String line(String name, QueryTerminatedEvent ended) {
    String text = ended.exception().get() + "\n";
    Matcher reason = REASON.matcher(text);
    Matcher cause = CAUSE.matcher(text);
    Matcher place = PLACE.matcher(text);
    StringBuilder line = new StringBuilder("stream ").append(name).append(" failed: ");
    String why = reason.find() ? reason.group(1).strip() : text.lines().findFirst().orElse("");
    if (cause.find() && !why.contains(cause.group(1))) {
      line.append(cause.group(1)).append(": ");
    }
    line.append(PACKAGE.matcher(why).replaceFirst(""));
    if (place.find()) {
      line.append(" (").append(place.group(1)).append(", line ").append(place.group(2)).append(')');
    }
    return line.append("; its exception() has the rest").toString();
  }
}
