package firesteel.engine.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Calls plug-ins with the context class loader that they expect. */
public final class PluginContext {
  private PluginContext() {}

  /**
   * Calls a plug-in that has a class loader of its own with that as the thread's, by which
   * libraries find what they plug in themselves.
   *
   * @param plugin an object of the plug-in; one of any other class is called as it is
   */
  public static <T> T call(Object plugin, Callable<T> call) throws Exception {
    return PluginClassLoader.call(plugin, call);
  }

  /** The same for calls that give nothing and throw nothing that must be declared. */
  public static <T> void accept(T plugin, Consumer<? super T> call) {
    try {
      PluginClassLoader.call(
          plugin,
          () -> {
            call.accept(plugin);
            return null;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e); // A Consumer declares none.
    }
  }

  /** Returns an object that calls a plug-in's so. */
  static <T> T around(Class<T> type, T plugin) {
    return type.cast(
        Proxy.newProxyInstance(
            PluginContext.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                call(
                    plugin,
                    () -> {
                      try {
                        return method.invoke(plugin, arguments);
                      } catch (InvocationTargetException e) {
                        throw sneaky(e.getCause());
                      }
                    })));
  }

  /** Returns a plug-in's errors reach the caller as they are. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
