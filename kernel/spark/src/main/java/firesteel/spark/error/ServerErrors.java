package firesteel.spark.error;

import firesteel.api.error.ErrorSummary;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;

/**
 * Restores exceptions that Spark Connect altered on their way from the server: they arrive with the
 * server's frames only, and those of other classes than Spark's as a text with the class name.
 */
public final class ServerErrors {
  /** The condition of a server's exception that isn't Spark's own. */
  private static final String NO_CONDITION = "CONNECT_CLIENT_UNEXPECTED_MISSING_SQL_STATE";

  private static final String LEGACY_CONDITION = "_LEGACY_ERROR_TEMP_";

  private static final Pattern NAMED =
      Pattern.compile("((?:[\\w$]+\\.)+[\\w$]+): ?(.*)", Pattern.DOTALL);

  private static final Pattern SILENT = Pattern.compile("no answer from \\S+ for \\d+ s");
  private static final Pattern UNREACHABLE =
      Pattern.compile("StatusRuntimeException: UNAVAILABLE|\\.RetriesExceeded|RETRIES_EXCEEDED");
  private static final Pattern SESSION_GONE =
      Pattern.compile(
          "INVALID_HANDLE\\.SESSION_(NOT_FOUND|CLOSED|CHANGED)|SESSION_(NOT_FOUND|CLOSED|CHANGED)"
              + "|NO_ACTIVE_SESSION");

  /** What a task's exception becomes when the server doesn't have its class. */
  private static final String UNREADABLE = "UnknownReason";

  private static final Pattern NOT_SCALA =
      Pattern.compile(
          "ClassCastException: class (\\S+) cannot be cast to class scala\\.collection\\.([\\w.]+)");

  private ServerErrors() {}

  /** Whether the condition of a Connect exception says nothing. */
  static boolean isUnnamed(String condition) {
    return condition.equals(NO_CONDITION);
  }

  /**
   * Adds the frames that led to the server to the server's, so that the exception looks as if the
   * server's code had been called in this process.
   *
   * @param here the frames of the thread that asked the server
   */
  public static void addFrames(Throwable thrown, StackTraceElement[] here) {
    StackTraceElement[] frames = thrown.getStackTrace();
    int last = here.length - 1;
    boolean known =
        here.length == 0 || Arrays.stream(frames).anyMatch(frame -> frame.equals(here[last]));
    if (!known) {
      // The cell has added its own line already; it is one of the frames here.
      Set<String> callers =
          Arrays.stream(here).map(ServerErrors::place).collect(Collectors.toSet());
      Stream<StackTraceElement> ofServer =
          Arrays.stream(frames).filter(frame -> !callers.contains(place(frame)));
      Stream<StackTraceElement> asking =
          Arrays.stream(here).dropWhile(frame -> isOfConnection(frame.getClassName()));
      thrown.setStackTrace(Stream.concat(ofServer, asking).toArray(StackTraceElement[]::new));
    }
  }

  /** Frames that were created by hand have no class loader. */
  private static String place(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
  }

  /** Whether a class sends requests and waits for their answers. */
  private static boolean isOfConnection(String className) {
    return className.startsWith("org.sparkproject.")
        || className.startsWith("firesteel.spark.connect.")
        || className.startsWith("org.apache.spark.sql.connect.client.")
        || className.startsWith("org.apache.spark.connect.proto.");
  }

  /** Returns the exception as it was thrown on the server, as far as this Java knows its class. */
  static Throwable original(Throwable arrived) {
    if (!(arrived instanceof SparkThrowable spark) || spark.getCondition() == null) {
      return arrived;
    }
    String message = SparkErrors.message(arrived);
    Optional<Throwable> original = Optional.empty();
    Matcher named = NAMED.matcher(message);
    if (arrived.getClass() == SparkException.class
        && isUnnamed(spark.getCondition())
        && named.matches()) {
      original = make(named.group(1), named.group(2));
    } else if (spark.getCondition().startsWith(LEGACY_CONDITION) && standsForJavas(arrived)) {
      original = make(arrived.getClass().getSuperclass().getName(), message);
    }
    original.ifPresent(
        made -> {
          made.setStackTrace(arrived.getStackTrace());
          if (arrived.getCause() != null && made.getCause() == null) {
            made.initCause(arrived.getCause());
          }
        });
    return original.orElse(arrived);
  }

  /**
   * Whether an exception is of a class by which Spark replaces one of Java's, with a condition of
   * its own, such as {@code SparkNumberFormatException}: it arrives where Java's was thrown.
   * Spark's own exceptions, such as {@code AnalysisException}, have conditions too.
   */
  private static boolean standsForJavas(Throwable thrown) {
    Class<?> type = thrown.getClass();
    return type.getSimpleName().equals("Spark" + type.getSuperclass().getSimpleName())
        && type.getSuperclass() != Exception.class;
  }

  /** Explains an error of the connection or of the server itself. */
  static Optional<ErrorSummary> describe(Throwable root) {
    String message = SparkErrors.message(root);
    Matcher silent = SILENT.matcher(message);
    if (silent.find()) {
      return Optional.of(
          new ErrorSummary(
              root,
              "the connection to the Spark Connect server is lost: " + silent.group(),
              "start the server or mend the way to it, and use `spark` again: it opens a new"
                  + " session. Datasets and views have to be made again."));
    }
    if (UNREACHABLE.matcher(message).find()) {
      return Optional.of(
          new ErrorSummary(
              root,
              "the connection to the Spark Connect server is lost, and did not come back",
              "start the server or mend the way to it, and use `spark` again: it opens a new"
                  + " session. Datasets and views have to be made again."));
    }
    if (SESSION_GONE.matcher(message).find()) {
      return Optional.of(
          new ErrorSummary(
              root,
              "the Spark Connect server has ended this session: it was started anew, or the session"
                  + " was idle for too long",
              "use `spark` again: it opens a new session. Datasets and views of the old one have to"
                  + " be made again."));
    }
    if (message.contains(UNREADABLE)) {
      return Optional.of(
          new ErrorSummary(
              root,
              "a task failed with an exception that the Spark Connect server can't read",
              "usually its class is one of the notebook: throw one of Java's own, such as"
                  + " IllegalStateException, to see its message."));
    }
    return ofResult(root, message);
  }

  /**
   * Explains a Java collection as a value of a column: unlike the driver's functions for SQL,
   * Connect's return no Java collections.
   */
  private static Optional<ErrorSummary> ofResult(Throwable root, String message) {
    Throwable cause = root.getCause();
    if (cause == null || !message.contains("EXPRESSION_ENCODING_FAILED")) {
      return Optional.empty();
    }
    Matcher cast = NOT_SCALA.matcher(SparkErrors.message(cause));
    if (!cast.find()) {
      return Optional.empty();
    }
    boolean map = cast.group(2).contains("Map");
    return Optional.of(
        new ErrorSummary(
            root,
            "Spark doesn't take a " + cast.group(1) + " as the value of a column here",
            map
                ? "make it a Scala map: scala.jdk.javaapi.CollectionConverters.asScala(map)."
                : "make it an array: list.toArray(String[]::new)."));
  }

  private static Optional<Throwable> make(String name, String message) {
    try {
      Class<?> type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      if (!Throwable.class.isAssignableFrom(type)) {
        return Optional.empty();
      }
      return Optional.of((Throwable) type.getConstructor(String.class).newInstance(message));
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | LinkageError e) {
      return Optional.empty();
    }
  }
}
