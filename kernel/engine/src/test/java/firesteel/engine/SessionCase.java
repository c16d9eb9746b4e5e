package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test class that runs cells in one session; the tests use names of their own. */
abstract class SessionCase {
  private static Session session;

  @BeforeAll
  static void open() {
    session = JavaSession.builder().classPath(TestClassPath.entries()).build();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  static Session session() {
    return session;
  }

  static CellResult run(String code) {
    return run(code, new RecordingOutputs());
  }

  static CellResult run(String code, CellOutputs outputs) {
    return session.execute(Cell.of(code), outputs);
  }

  /** Returns the plain text of a cell's value, or null when it has none; the cell must succeed. */
  static String value(String code) {
    CellResult result = run(code);
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  /** Returns the whole traceback of a cell that must fail. */
  static String failure(String code) {
    return String.join("\n", run(code).error().orElseThrow().traceback());
  }
}
