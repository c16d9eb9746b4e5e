package firesteel.engine.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;

/** Loads the jars of one folder of {@code plugins/}; what they don't have comes from the API. */
final class PluginClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final boolean spark;

  PluginClassLoader(String name, URL[] jars, ClassLoader kernel, boolean spark) {
    super("plug-in " + name, jars, new ApiClassLoader(kernel, spark));
    this.spark = spark;
  }

  /**
   * Calls a plug-in with its own loader as the thread's, by which libraries find what they plug in
   * themselves. A plug-in that sees Spark keeps the session's: Spark finds its data sources by it.
   *
   * @param plugin an object of the plug-in; one of any other class is called as it is
   */
  static <T> T call(Object plugin, Callable<T> call) throws Exception {
    ClassLoader own = plugin.getClass().getClassLoader();
    if (!(own instanceof PluginClassLoader loader) || loader.spark) {
      return call.call();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(own);
    try {
      return call.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
