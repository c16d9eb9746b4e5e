package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A test class that runs magics in one session; each test starts in an empty folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MagicCase {
  @TempDir protected Path folder;

  protected RecordingOutputs outputs;
  private Session session;

  @BeforeAll
  protected void open() {
    session =
        configure(JavaSession.builder())
            .classPath(
                TestClassPath.entries().stream()
                    .filter(
                        entry ->
                            entry.toString().matches(".*(kernel.|firesteel-)(api|engine)\\b.*"))
                    .toList())
            .build();
  }

  /** For test classes whose magics need more. */
  protected SessionBuilder configure(SessionBuilder builder) {
    return builder;
  }

  @AfterAll
  protected void close() {
    session.close();
  }

  @BeforeEach
  protected void goToFolder() {
    session.changeDirectory(folder);
    outputs = new RecordingOutputs(Optional.empty());
  }

  protected Session session() {
    return session;
  }

  protected CellResult run(String code) {
    return run(code, outputs);
  }

  protected CellResult run(String code, RecordingOutputs recorder) {
    return session.execute(Cell.of(code), recorder);
  }

  /** Runs a cell that must succeed; gives the text of its value, or null. */
  protected String value(String code) {
    CellResult result = run(code);
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  /** Runs a cell that must succeed; gives what it printed. */
  protected String printed(String code) {
    outputs = new RecordingOutputs(Optional.empty());
    assertThat(run(code).error()).isEmpty();
    return outputs.out();
  }

  /** Runs a cell that must succeed; gives the plain text of the one thing that it showed. */
  protected String shown(String code) {
    outputs = new RecordingOutputs(Optional.empty());
    assertThat(run(code).error()).isEmpty();
    assertThat(outputs.shown()).hasSize(1);
    return outputs.shown().get(0).text();
  }

  /** The whole traceback of a cell that must fail. */
  protected String failure(String code) {
    return String.join("\n", run(code).error().orElseThrow().traceback());
  }

  /** The name and message of a cell that must fail with a magic's error. */
  protected String refusal(String code) {
    var error = run(code).error().orElseThrow();
    assertThat(error.name()).isEqualTo("MagicError");
    assertThat(error.traceback()).noneMatch(line -> line.contains("\tat "));
    return error.message();
  }
}
