package firesteel.spark.error;

import firesteel.api.error.ErrorSummary.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;

/**
 * Finds where the failed expressions were written. Spark records the call that created each Column,
 * and attaches the record to errors about it.
 */
final class ExpressionOrigins {
  private static final int MAX_EXPRESSIONS = 3;

  /** Matches a frame of a stack trace that names a cell and a line. */
  private static final Pattern FRAME =
      Pattern.compile("REPL\\.\\$JShell\\$[^\\n(]*\\((.+):(\\d+)\\)");

  private ExpressionOrigins() {}

  /**
   * Returns the expressions that an error is about; none when Spark doesn't know them, or they are
   * in SQL.
   */
  static List<Written> of(Throwable thrown) {
    List<Written> written = new ArrayList<>();
    if (thrown instanceof SparkThrowable spark && spark.getQueryContext() != null) {
      for (QueryContext context : spark.getQueryContext()) {
        if (written.size() < MAX_EXPRESSIONS) {
          of(context).filter(found -> !written.contains(found)).ifPresent(written::add);
        }
      }
    }
    return written;
  }

  private static Optional<Written> of(QueryContext context) {
    if (context.contextType() != QueryContextType.DataFrame) {
      return Optional.empty();
    }
    Matcher frame = FRAME.matcher(String.valueOf(context.callSite()));
    return frame.find()
        ? Optional.of(
            new Written(
                "`" + context.fragment() + "`", frame.group(1), Integer.parseInt(frame.group(2))))
        : Optional.empty();
  }
}
