package firesteel.api.spark;

import firesteel.api.error.ErrorSummary;
import java.util.List;
import java.util.Optional;

/**
 * The Spark of a session, for features that use it; see {@link
 * firesteel.api.session.Session#extension}. Its own types are not named here, so that what is built
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

  /** The {@code SparkSession} of the Spark that runs; starts none. */
  Optional<Object> runningSession();

  /** One line on what Spark does: whether it starts, runs, and where. */
  String state();

  /** The jobs and streaming queries that run, a line each; empty where they can't be told. */
  List<String> work();

  /** An exception of Spark reduced to what a user needs; empty when Spark doesn't know it. */
  Optional<ErrorSummary> summarize(Throwable thrown);

  /**
   * Why an artifact will probably fail with this Spark and its Scala, and what fits; empty when its
   * name tells of nothing.
   */
  Optional<String> mismatch(String group, String artifact, String version);
}
