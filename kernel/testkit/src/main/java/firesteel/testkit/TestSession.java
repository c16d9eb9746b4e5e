package firesteel.testkit;

import firesteel.api.completion.Completion;
import firesteel.api.session.Cell;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import java.nio.file.Path;
import java.util.List;

/**
 * A session in a test: it takes cells and gives what they print, show and return, with no process
 * and no sockets.
 *
 * <pre>{@code
 * try (TestSession session = TestSession.builder().build()) {
 *   TestResult result = session.run("%greet Ada");
 *   result.stdout(); // "Hello, Ada!\n"
 *   session.complete("%gre|"); // ["%greet"]
 * }
 * }</pre>
 *
 * <p>Magics, renderers and table readers that {@link java.util.ServiceLoader} finds on the test's
 * class path are there, as they are in Firesteel; {@link TestSessionBuilder} adds extensions. The
 * cells compile against the whole class path of the test.
 *
 * <p>The JVM of the tests needs {@code --add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED}.
 */
public final class TestSession implements AutoCloseable {
  private static final String CURSOR = "|";

  private final Session session;

  TestSession(Session session) {
    this.session = session;
  }

  /** Starts to make a session. */
  public static TestSessionBuilder builder() {
    return new TestSessionBuilder();
  }

  /**
   * Runs a cell to its end.
   *
   * @param code the cell's whole text: Java and line magics, or one cell magic
   * @param answers what the user answers when the cell asks, in order; a question that comes after
   *     the last answer is refused
   */
  public TestResult run(String code, String... answers) {
    return run(code, new RecordingOutputs(List.of(answers)));
  }

  /**
   * Runs a cell to its end with outputs of the caller's, for tests that look at them while it runs.
   */
  public TestResult run(String code, RecordingOutputs outputs) {
    return new TestResult(session.execute(Cell.of(code), outputs), outputs);
  }

  /**
   * Proposes what may stand at the cursor, and gives the texts of the proposals, best first.
   *
   * @param code the cell's text with {@code |} for the cursor: the last one counts. Without any,
   *     the cursor is at the end.
   */
  public List<String> complete(String code) {
    int cursor = code.lastIndexOf(CURSOR);
    Completion completion =
        cursor < 0
            ? session.complete(code, code.length())
            : session.complete(code.substring(0, cursor) + code.substring(cursor + 1), cursor);
    return completion.matches().stream().map(Completion.Match::text).toList();
  }

  /** Changes the folder that magics and shell commands start in. */
  public void changeDirectory(Path folder) {
    session.changeDirectory(folder);
  }

  /** The session itself, for what this class has no method for. */
  public Session session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
  }
}
