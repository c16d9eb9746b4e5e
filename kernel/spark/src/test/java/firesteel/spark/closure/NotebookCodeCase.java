package firesteel.spark.closure;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.ClassTransformer;
import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import firesteel.engine.JavaSession;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the code that cells compile to, without Spark. */
abstract class NotebookCodeCase {
  final NotebookCode notebook = new NotebookCode();
  Session session;

  @BeforeEach
  void open() {
    session =
        JavaSession.builder()
            .extension(
                new SessionExtension() {
                  @Override
                  public List<ClassTransformer> transformers() {
                    return List.of(notebook);
                  }
                })
            .build();
  }

  @AfterEach
  void close() {
    session.close();
  }

  void run(String cell) {
    assertThat(session.execute(Cell.of(cell), CellOutputs.none()).error()).isEmpty();
  }

  String value(String cell) {
    CellResult result = session.execute(Cell.of(cell), CellOutputs.none());
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  /** Returns the value of a variable. */
  Object object(String variable) {
    return session.variables().stream()
        .filter(v -> v.name().equals(variable))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Returns what a task that holds the value of a variable would reach. */
  Reachability reachedFrom(String variable) throws Exception {
    SerializedCode found = new SerializedCode();
    ScanningStream.scan(
        object(variable), found, notebook.code(), broadcast -> new SerializedCode());
    Reachability reached =
        new Reachability(notebook.code(), new LibraryMethods(session.classLoader()));
    reached.follow(found);
    return reached;
  }

  /** Returns the variables that a task that holds the value of a variable would read. */
  Set<String> readFrom(String variable) throws Exception {
    return reachedFrom(variable).reads().keySet().stream()
        .filter(NotebookField::isVariable)
        .map(NotebookField::name)
        .collect(Collectors.toSet());
  }
}
