package firesteel.app.startup;

import firesteel.api.bytecode.CellStopped;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import firesteel.dependencies.DependenciesExtension;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Applies the user's start-up settings at the beginning of the first cell: their output belongs to
 * that cell, and their problems are shown there once and stop nothing. The last extension of a
 * session, so that scripts can use the others.
 */
public final class StartUpExtension implements SessionExtension {
  private final StartUp wanted;
  private final AtomicBoolean done = new AtomicBoolean();
  private Session session;

  /** Creates it; the settings are applied with the first cell. */
  public StartUpExtension(StartUp wanted) {
    this.wanted = wanted;
  }

  @Override
  public void attach(Session owner) {
    session = owner;
  }

  @Override
  public void cellStarted(RunningCell cell) {
    if (wanted.isEmpty() || !done.compareAndSet(false, true)) {
      return;
    }
    wanted.notes().forEach(note -> tell(cell, note));
    if (!wanted.classPath().isEmpty()) {
      session
          .extension(DependenciesExtension.class)
          .ifPresent(dependencies -> dependencies.addFiles(wanted.classPath()));
    }
    for (StartUp.Script script : wanted.scripts()) {
      run(script, cell);
    }
  }

  private void run(StartUp.Script script, RunningCell cell) {
    try {
      cell.run(script.text(), script.name());
    } catch (CellStopped stopped) {
      tell(cell, "The start-up script " + script.name() + " was interrupted.");
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      tell(
          cell,
          "The start-up script "
              + script.name()
              + " failed; what stands below that place did not run:\n"
              + String.join("\n", session.describe(e).traceback()));
    }
  }

  private static void tell(RunningCell cell, String text) {
    cell.outputs().stderr(text + "\n");
  }
}
