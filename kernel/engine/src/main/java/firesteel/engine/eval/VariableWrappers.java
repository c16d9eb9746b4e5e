package firesteel.engine.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Tracks which wrapper class holds each variable. JShell moves a variable to a new class when
 * something that its type uses is declared again; the value is then copied, and cleared in the old
 * class.
 */
final class VariableWrappers {
  private final SnippetClassLoader loader;
  private final FieldReaders readers;
  private final Map<String, String> wrapperOfVariable = new HashMap<>();

  VariableWrappers(SnippetClassLoader loader, FieldReaders readers) {
    this.loader = loader;
    this.readers = readers;
  }

  /**
   * Copies a variable's value to the class that now holds it.
   *
   * @return a note for the user when its value could not be kept
   */
  Optional<String> follow(JShell shell, SnippetEvent event) {
    if (!(event.snippet() instanceof VarSnippet variable)
        || event.status() != Status.VALID
        || variable.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      return Optional.empty();
    }
    String wrapper = shell.sourceCodeAnalysis().wrapper(variable).fullClassName();
    String before = wrapperOfVariable.put(variable.id(), wrapper);
    if (before == null || before.equals(wrapper)) {
      return Optional.empty();
    }
    boolean lost = event.causeSnippet() != null && !carry(variable.name(), before, wrapper);
    release(before);
    return lost
        ? Optional.of(
            "Note: "
                + variable.name()
                + " is now null: a class that its type uses was declared again. Run the cell that"
                + " makes it again.")
        : Optional.empty();
  }

  private boolean carry(String name, String from, String to) {
    try {
      return NotebookVariable.carry(loader.loadClass(from), loader.loadClass(to), name);
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  /** Empties a wrapper class that is no longer used, unless stored code still reads it. */
  void release(String wrapper) {
    if (readers.isRead(wrapper)) {
      return;
    }
    try {
      NotebookVariable.clear(loader.loadClass(wrapper));
    } catch (ReflectiveOperationException | LinkageError e) {
      // A class that can't be loaded holds no values.
    }
  }

  void releaseAll() {
    wrapperOfVariable.values().forEach(this::release);
    wrapperOfVariable.clear();
  }

  Object valueOf(JShell shell, VarSnippet variable) {
    try {
      String wrapper = shell.sourceCodeAnalysis().wrapper(variable).fullClassName();
      return NotebookVariable.read(loader.loadClass(wrapper), variable.name());
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // Declared, but its class can't be loaded: it has no value.
    }
  }
}
