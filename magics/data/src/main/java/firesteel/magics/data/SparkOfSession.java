package firesteel.magics.data;

import firesteel.api.error.ErrorSummary;
import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.api.spark.SessionSpark;
import java.nio.file.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark with which a magic reads and writes files of this machine.
 *
 * @param session its session; starts with the first use of {@code spark}
 */
record SparkOfSession(SessionSpark extension, SparkSession session) {
  static SparkOfSession of(MagicContext context) throws MagicException {
    SessionSpark extension =
        context
            .session()
            .extension(SessionSpark.class)
            .orElseThrow(
                () ->
                    new MagicException(
                        "%data reads rows with Spark, and this kernel runs without Spark;"
                            + " %data list and %data describe work"));
    return new SparkOfSession(extension, (SparkSession) extension.session());
  }

  /** Returns why Spark failed, as errors of cells say it. */
  String reason(Exception e) {
    String message = extension.summarize(e).map(ErrorSummary::message).orElse(e.getMessage());
    return message == null ? e.toString() : message;
  }

  /** Whether Spark's driver is in another process, which may be on another machine. */
  boolean isRemote() {
    return !(session instanceof org.apache.spark.sql.classic.SparkSession);
  }

  /** Returns whether Spark finds a file or folder of this machine. */
  boolean sees(Path path) {
    try {
      session.read().text("file://" + path).schema();
      return true;
    } catch (Exception e) { // AnalysisException, which Scala doesn't declare.
      if (e instanceof AnalysisException) {
        return false;
      }
      throw e;
    }
  }
}
