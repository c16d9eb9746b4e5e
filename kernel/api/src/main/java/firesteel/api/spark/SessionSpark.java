package firesteel.api.spark;

import firesteel.api.error.ErrorSummary;
import java.util.List;
import java.util.Optional;

/**
 * Gives features access to the Spark of a session; see {@link
 * firesteel.api.session.Session#extension}. Spark's types aren't used here, so that code compiled
 * against this API loads without Spark:
 *
 * <pre>{@code
 * SparkSession spark =
 *     (SparkSession) session.extension(SessionSpark.class).orElseThrow().session();
 * }</pre>
 */
public interface SessionSpark {
  /**
   * The {@code SparkSession}; starts Spark when it doesn't run, and waits for it.
   *
   * @throws RuntimeException when Spark can't be started; the message says why and what to do
   */
  Object session();

  /** The {@code SparkSession} of a running Spark; empty when none runs. Doesn't start one. */
  Optional<Object> runningSession();

  /** The state of Spark in one line: whether it starts or runs, and where. */
  String state();

  /** The running jobs and streaming queries, one line each; empty where they aren't known. */
  List<String> work();

  /** Returns a summary of an exception of Spark; empty for other exceptions. */
  Optional<ErrorSummary> summarize(Throwable thrown);

  /**
   * Returns why an artifact will probably fail with this version of Spark and Scala, and which one
   * fits; empty when its name shows no mismatch.
   */
  Optional<String> mismatch(String group, String artifact, String version);
}
