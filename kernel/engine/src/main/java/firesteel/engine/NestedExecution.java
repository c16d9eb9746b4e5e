package firesteel.engine;

import firesteel.api.error.MagicException;
import firesteel.api.session.Origin;
import java.util.Map;

/** Runs code as a part of a running cell, for magics and notebook functions. */
final class NestedExecution {
  private final ExecutingCell cell;
  private final CellRunner runner;
  private final Map<String, String> sources;

  NestedExecution(ExecutingCell cell, CellRunner runner, Map<String, String> sources) {
    this.cell = cell;
    this.runner = runner;
    this.sources = sources;
  }

  /** Runs text of the cell; see {@link firesteel.api.session.RunningCell#run}. */
  Object run(String code) throws Exception {
    int at = cell.code().indexOf(code);
    int line =
        at < 0 ? 1 : 1 + (int) cell.code().substring(0, at).chars().filter(c -> c == '\n').count();
    return value(code, Origin.ofCell(cell.number(), line)).value();
  }

  /**
   * Runs text that comes from elsewhere, such as a file; else like {@link #run(String)}.
   *
   * @param source what errors call the text in place of {@code Cell [3]}: a file's name
   */
  Object run(String code, String source) throws Exception {
    sources.put(source, code);
    return value(code, new Origin(source, cell.number(), 1)).value();
  }

  /** Evaluates an expression; see {@link firesteel.api.session.RunningCell#evaluate}. */
  Object evaluate(String expression, Origin origin) throws Exception {
    CellRunner.Value value = value(expression, origin);
    if (value == CellRunner.Value.NONE) {
      throw new MagicException(
          "%s, line %d: %s has no value; an expression that has one belongs here"
              .formatted(origin.source(), origin.line(), expression.strip()));
    }
    return value.value();
  }

  /** Declares a variable; see {@link firesteel.api.session.RunningCell#define}. */
  void define(String typeName, String name, Object value, Origin origin) throws Exception {
    // No initializer: JShell would run it again whenever it recreates the variable.
    value(typeName + " " + name + ";", origin);
    cell.setPendingValue(value);
    value(name + " = " + PendingValue.class.getName() + ".value();", origin);
  }

  private CellRunner.Value value(String code, Origin origin) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(cell.session().classLoader()); // A plug-in may have set its own.
    try {
      return runner.run(cell, code, origin);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException(t); // A Throwable that is neither: not expected.
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
