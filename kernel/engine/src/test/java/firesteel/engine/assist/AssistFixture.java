package firesteel.engine.assist;

import firesteel.api.completion.Completion;
import firesteel.api.session.Variable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileManager;
import jdk.jshell.JShell;

/** A notebook after some cells, and its assistant; a bar in a text stands for the cursor. */
final class AssistFixture implements AutoCloseable {
  final JShell shell = JShell.builder().executionEngine("local").build();
  final Map<String, Variable> variables = new HashMap<>();
  final JavaAssist assist;

  AssistFixture(Path workingDirectory) {
    JavaFileManager files = TestFiles.of();
    assist =
        new JavaAssist(
            () -> shell,
            () -> files,
            List::of,
            name -> Optional.ofNullable(variables.get(name)),
            () -> workingDirectory);
  }

  AssistFixture run(String... snippets) {
    for (String snippet : snippets) {
      shell
          .eval(snippet)
          .forEach(
              e -> {
                if (e.status() == jdk.jshell.Snippet.Status.REJECTED) {
                  throw new IllegalArgumentException(snippet);
                }
              });
    }
    return this;
  }

  Completion complete(String text) {
    return assist.complete(text.replaceFirst("\\|", ""), text.indexOf('|'));
  }

  List<String> texts(String text) {
    return complete(text).matches().stream().map(Completion.Match::text).toList();
  }

  Completion.Match match(String text, String wanted) {
    return complete(text).matches().stream()
        .filter(m -> m.text().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new AssertionError(wanted + " is not in " + texts(text)));
  }

  @Override
  public void close() {
    shell.close();
  }
}
