package firesteel.spark.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class ServerErrorsTest {
  private static final StackTraceElement SERVER = new StackTraceElement("a.Server", "run", "S", 1);
  private static final StackTraceElement CELL =
      new StackTraceElement("REPL.$JShell$1", "do_it$", "Cell [1]", 2);

  @Test
  void the_frames_of_the_cell_follow_those_of_the_server() {
    RuntimeException thrown = new RuntimeException();
    thrown.setStackTrace(new StackTraceElement[] {SERVER});

    ServerErrors.addFrames(thrown, new StackTraceElement[] {CELL});
    ServerErrors.addFrames(thrown, new StackTraceElement[] {CELL});

    assertThat(thrown.getStackTrace()).containsExactly(SERVER, CELL);
  }

  @Test
  void the_line_of_the_cell_is_there_once_and_without_the_frames_of_the_connection() {
    RuntimeException thrown = new RuntimeException();
    thrown.setStackTrace(new StackTraceElement[] {SERVER, CELL});
    StackTraceElement seen =
        new StackTraceElement(
            "cells", null, null, CELL.getClassName(), CELL.getMethodName(), "Cell [1]", 2);
    StackTraceElement grpc =
        new StackTraceElement("org.sparkproject.io.grpc.Channel", "newCall", "Channel", 3);
    StackTraceElement dataset =
        new StackTraceElement("org.apache.spark.sql.connect.Dataset", "collect", "Dataset", 4);

    ServerErrors.addFrames(thrown, new StackTraceElement[] {grpc, dataset, seen});

    assertThat(thrown.getStackTrace()).containsExactly(SERVER, dataset, seen);
  }

  @Test
  void an_exception_is_of_the_class_that_was_thrown() {
    SparkException arrived = arrived("java.lang.IllegalStateException: too large");
    arrived.setStackTrace(new StackTraceElement[] {SERVER});

    Throwable original = ServerErrors.original(arrived);

    assertThat(original).isExactlyInstanceOf(IllegalStateException.class).hasMessage("too large");
    assertThat(original.getStackTrace()).containsExactly(SERVER);
  }

  @Test
  void an_exception_of_an_unknown_class_stays_as_it_is() {
    SparkException arrived = arrived("no.such.Thing: too large");

    assertThat(ServerErrors.original(arrived)).isSameAs(arrived);
  }

  @Test
  void a_lost_connection_is_said_as_one() {
    SparkException arrived =
        arrived("org.sparkproject.io.grpc.StatusRuntimeException: UNAVAILABLE: io exception");

    assertThat(ServerErrors.describe(arrived).orElseThrow().message()).contains("lost");
    assertThat(ServerErrors.describe(new RuntimeException("UNAVAILABLE"))).isEmpty();
  }

  @Test
  void a_java_collection_where_spark_takes_none_has_a_hint() {
    String text =
        "java.lang.ClassCastException: class java.util.ArrayList cannot be cast to class"
            + " scala.collection.Seq (java.util.ArrayList is in module java.base)";
    RuntimeException thrown =
        new RuntimeException(
            "[EXPRESSION_ENCODING_FAILED] Failed to encode a value", new RuntimeException(text));

    var described = ServerErrors.describe(thrown).orElseThrow();

    assertThat(described.message()).contains("java.util.ArrayList");
    assertThat(described.hint()).contains("toArray");
    assertThat(ServerErrors.describe(new RuntimeException(new RuntimeException(text)))).isEmpty();
  }

  private static SparkException arrived(String message) {
    return new SparkException(
        message,
        null,
        scala.Option.apply("CONNECT_CLIENT_UNEXPECTED_MISSING_SQL_STATE"),
        scala.collection.immutable.Map$.MODULE$.<String, String>empty(),
        (org.apache.spark.QueryContext[]) null,
        scala.Option.empty());
  }
}
