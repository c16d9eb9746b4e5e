package firesteel.engine.eval;

import firesteel.api.bytecode.StopSignal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs snippets in this process, on the thread that evaluates them. Values and exceptions stay
 * objects; JShell, which only handles strings, gets placeholders. The lock on JShell is released
 * while user code runs, so that completion and subshells work meanwhile.
 */
final class InProcessExecutionControl implements ExecutionControl {
  /** The result of the last invocation on a thread: a value or an exception. */
  record Invocation(Object value, Throwable thrown) {}

  private static final StackTraceElement[] NO_FRAMES = {};

  private final Optional<BodyRunner> bodies;
  private final SnippetClassLoader loader;
  private final CompileLock compileLock;
  private final SnippetClasses classes;
  private final ThreadLocal<Invocation> last = new ThreadLocal<>();
  private Runnable beforeRun = () -> {};

  InProcessExecutionControl(
      SnippetClassLoader loader,
      CompileLock compileLock,
      SnippetClasses classes,
      Optional<BodyRunner> bodies) {
    this.bodies = bodies;
    this.loader = loader;
    this.compileLock = compileLock;
    this.classes = classes;
  }

  /** Sets the action that runs before user code, while the lock is still held. */
  void beforeRun(Runnable work) {
    beforeRun = work;
  }

  /**
   * Returns and clears the result of the last invocation on this thread; null when there is none.
   */
  Invocation takeLast() {
    Invocation invocation = last.get();
    last.remove();
    return invocation;
  }

  @Override
  public void load(ClassBytecodes[] batch) {
    for (ClassBytecodes compiled : batch) {
      classes.receive(compiled.name(), compiled.bytecodes());
    }
  }

  @Override
  public void redefine(ClassBytecodes[] batch) throws NotImplementedException {
    // JShell then compiles the new version under a new class name, which executors need too.
    throw new NotImplementedException("redefine");
  }

  @Override
  public String invoke(String className, String methodName) throws RunException {
    if (!classes.finish()) {
      return ""; // The evaluator tells why.
    }
    Invocation invocation = run(className, methodName);
    last.set(invocation);
    Throwable thrown = invocation.thrown();
    if (thrown instanceof SPIResolutionException unresolved) {
      throw new ResolutionException(unresolved.id(), unresolved.getStackTrace());
    }
    if (thrown != null) {
      throw new UserException("", thrown.getClass().getName(), NO_FRAMES);
    }
    return "";
  }

  /** Runs a method of a snippet class and returns its result; the lock is released meanwhile. */
  Invocation run(String className, String methodName) {
    beforeRun.run();
    int holds = compileLock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      compileLock.unlock();
    }
    try {
      StopSignal.check();
      Method body = loader.loadClass(className).getDeclaredMethod(methodName);
      body.setAccessible(true);
      Object value =
          bodies.isPresent() ? bodies.get().run(() -> body.invoke(null)) : body.invoke(null);
      return new Invocation(value, null);
    } catch (InvocationTargetException e) {
      return new Invocation(null, e.getCause());
    } catch (Exception | Error e) {
      return new Invocation(null, e);
    } finally {
      for (int i = 0; i < holds; i++) {
        compileLock.lock();
      }
    }
  }

  @Override
  public String varValue(String className, String varName) {
    return ""; // The evaluator reads variables itself, as objects.
  }

  @Override
  public void addToClasspath(String path) {
    // The evaluator adds new entries to the loader; the first ones its parent has.
  }

  @Override
  public void stop() {
    // Cells are stopped by the stop checks in their code.
  }

  @Override
  public Object extensionCommand(String command, Object argument) throws NotImplementedException {
    throw new NotImplementedException(command);
  }

  @Override
  public void close() {
    last.remove();
  }
}
