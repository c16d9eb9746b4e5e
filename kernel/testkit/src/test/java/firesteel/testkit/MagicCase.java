package firesteel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import java.nio.file.Path;
import java.util.List;
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
  private TestSession session;

  @BeforeAll
  protected void open() {
    session = configure(TestSession.builder()).build();
  }

  /** For test classes whose magics need more. */
  protected TestSessionBuilder configure(TestSessionBuilder builder) {
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
    return session.session();
  }

  protected CellResult run(String code) {
    return run(code, outputs);
  }

  protected CellResult run(String code, RecordingOutputs recorder) {
    return session.run(code, recorder).result();
  }

  /** Runs a cell that must succeed; returns the text of its value, or null. */
  protected String value(String code) {
    return session.run(code, outputs).ok().result().value().map(MimeBundle::text).orElse(null);
  }

  /** Runs a cell that must succeed; returns what it printed. */
  protected String printed(String code) {
    outputs = new RecordingOutputs(Optional.empty());
    return session.run(code, outputs).ok().stdout();
  }

  /** Runs a cell that must succeed; returns the plain text of the single bundle that it showed. */
  protected String shown(String code) {
    outputs = new RecordingOutputs(Optional.empty());
    assertThat(session.run(code, outputs).ok().displays()).hasSize(1);
    return outputs.shown().get(0).text();
  }

  /** The texts of what is proposed at the end of a cell's text. */
  protected List<String> proposals(String code) {
    return session.complete(code + "|");
  }

  /** The whole traceback of a cell that must fail. */
  protected String failure(String code) {
    return session.run(code, outputs).traceback();
  }

  /** The message of a cell that must fail with a magic's error. */
  protected String refusal(String code) {
    var error = session.run(code, outputs).error();
    assertThat(error.name()).isEqualTo("MagicError");
    assertThat(error.traceback()).noneMatch(line -> line.contains("\tat "));
    return error.message();
  }
}
