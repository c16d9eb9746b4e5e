package firesteel.engine.eval;

import com.sun.source.util.JavacTask;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Runs compiler tasks one after the other; each reuses what earlier ones have read of the JDK and
 * the class path, since a fresh compiler takes many times as long for a line of text. It uses
 * javac's {@code JavacTaskPool}, as JShell does, unless Java was started without the option that
 * exports it. Not thread-safe.
 */
final class CompilerTasks {
  private static final String POOL = "com.sun.tools.javac.api.JavacTaskPool";

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final List<String> options;
  private Constructor<?> makePool;
  private Method getTask;
  private Object pool;

  /**
   * Creates a runner.
   *
   * @param options the compiler options of all tasks
   */
  CompilerTasks(List<String> options) {
    this.options = options;
    try {
      Class<?> type = compiler.getClass().getClassLoader().loadClass(POOL);
      makePool = type.getConstructor(int.class);
      getTask = taskMethod(type);
      renew();
    } catch (ReflectiveOperationException e) {
      // No such class in this JDK: each task is on its own.
    }
  }

  /** Drops the cache after packages have changed. */
  void renew() {
    try {
      pool = makePool == null ? null : makePool.newInstance(1);
    } catch (ReflectiveOperationException e) {
      makePool = null; // Not exported: the same.
    }
  }

  private static Method taskMethod(Class<?> pool) throws NoSuchMethodException {
    return Arrays.stream(pool.getMethods())
        .filter(m -> m.getName().equals("getTask") && m.getParameterCount() == 7)
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException("getTask"));
  }

  /** Returns whether tasks share a cache. */
  boolean isPooled() {
    return pool != null;
  }

  /**
   * Creates a task and runs work on it; both have ended when this returns.
   *
   * @param work must not keep the task or any object of it
   */
  <T> T run(
      JavaFileManager files,
      DiagnosticListener<JavaFileObject> listener,
      JavaFileObject source,
      Function<JavacTask, T> work) {
    Writer out = Writer.nullWriter();
    if (pool == null) {
      return work.apply(
          (JavacTask) compiler.getTask(out, files, listener, options, null, List.of(source)));
    }
    Class<?> worker = getTask.getParameterTypes()[6];
    Object adapted =
        Proxy.newProxyInstance(
            worker.getClassLoader(),
            new Class<?>[] {worker},
            (proxy, method, arguments) -> work.apply((JavacTask) arguments[0]));
    try {
      @SuppressWarnings("unchecked")
      T result =
          (T) getTask.invoke(pool, out, files, listener, options, null, List.of(source), adapted);
      return result;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException)
          e.getCause(); // Neither the method nor the work declares checked exceptions.
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
