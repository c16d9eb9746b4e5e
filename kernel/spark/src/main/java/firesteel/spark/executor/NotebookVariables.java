package firesteel.spark.executor;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where the rewritten code of cells reads and assigns notebook variables: a read is {@code
 * GETSTATIC} and then an {@code invokedynamic} that may replace what was read, an assignment an
 * {@code invokedynamic} and then {@code PUTSTATIC}.
 *
 * <p>Static because bytecode links to it by name.
 */
public final class NotebookVariables {
  /** By class, so that sites go with the classes of their session. */
  private static final Sites SITES = new Sites();

  private static final Set<Class<?>> INITIALIZED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private static volatile Consumer<Class<?>> watcher = type -> {};
  private static volatile boolean driver;
  private static volatile boolean ofServer;

  private static final class Sites extends ClassValue<Map<String, VariableSite>> {
    @Override
    protected Map<String, VariableSite> computeValue(Class<?> owner) {
      return new ConcurrentHashMap<>();
    }
  }

  private NotebookVariables() {}

  /** Says that this JVM is the driver's: its static fields hold the notebook's own values. */
  public static void inDriver() {
    driver = true;
  }

  /** Whether this JVM, or the driver that its tasks are from, is that of a Connect server. */
  static boolean isOfServer() {
    return ofServer;
  }

  /** A function has come from a client. */
  static void setOfServer() {
    ofServer = true;
  }

  static boolean isDriver() {
    return driver;
  }

  /** A class of the notebook is being initialized; called by its initializer. */
  public static void initializing(Class<?> type) {
    INITIALIZED.add(type);
    watcher.accept(type);
  }

  /** Says who wants to know of each class that is being initialized, before it is. */
  public static void watchInitializations(Consumer<Class<?>> asked) {
    watcher = asked;
  }

  /** Whether the initializer of a class of the notebook has run, or runs, in this JVM. */
  public static boolean isInitialized(Class<?> type) {
    return INITIALIZED.contains(type);
  }

  /** Links a read; the bootstrap method of {@code (T)T}, named after the variable. */
  public static CallSite read(
      MethodHandles.Lookup caller, String name, MethodType type, String owner)
      throws ClassNotFoundException {
    return site(owner, name, caller.lookupClass().getClassLoader()).reads(type);
  }

  /** Links an assignment; the bootstrap method of {@code (T)T}, named after the variable. */
  public static CallSite write(
      MethodHandles.Lookup caller, String name, MethodType type, String owner)
      throws ClassNotFoundException {
    return site(owner, name, caller.lookupClass().getClassLoader()).writes(type);
  }

  private static VariableSite site(String owner, String name, ClassLoader loader)
      throws ClassNotFoundException {
    return site(Class.forName(owner, false, loader), name);
  }

  /** How this JVM reads and assigns a static field of a class of the notebook. */
  public static VariableSite site(Class<?> owner, String name) {
    return SITES.get(owner).computeIfAbsent(name, field -> new VariableSite(owner, field));
  }

  /**
   * How this JVM reads and assigns a variable.
   *
   * @param key the field's class and name: {@code REPL.$JShell$5.x}
   * @param loader has the class
   */
  static VariableSite site(String key, ClassLoader loader) {
    int dot = key.lastIndexOf('.');
    try {
      return site(key.substring(0, dot), key.substring(dot + 1), loader);
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(e.getMessage());
    }
  }
}
