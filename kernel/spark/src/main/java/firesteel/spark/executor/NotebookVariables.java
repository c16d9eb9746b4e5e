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
 * Links the reads and assignments of notebook variables in the rewritten code of cells: a read is
 * {@code GETSTATIC} followed by an {@code invokedynamic} that may replace what was read, an
 * assignment is an {@code invokedynamic} followed by {@code PUTSTATIC}.
 *
 * <p>Static because bytecode links to it by name.
 */
public final class NotebookVariables {
  /** By class, so that sites are collected with the classes of their session. */
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

  /** Marks this JVM as the driver's: its static fields hold the notebook's own values. */
  public static void inDriver() {
    driver = true;
  }

  /** Whether this JVM, or the driver of its tasks, is a Connect server's. */
  static boolean isOfServer() {
    return ofServer;
  }

  /** Notes that a function has come from a client. */
  static void setOfServer() {
    ofServer = true;
  }

  static boolean isDriver() {
    return driver;
  }

  /** Notes that a class of the notebook is being initialized; called by its initializer. */
  public static void initializing(Class<?> type) {
    INITIALIZED.add(type);
    watcher.accept(type);
  }

  /** Sets the listener that is called before a class of the notebook is initialized. */
  public static void watchInitializations(Consumer<Class<?>> asked) {
    watcher = asked;
  }

  /** Whether the initializer of a class of the notebook has run, or is running, in this JVM. */
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

  /** Returns the site of a static field of a class of the notebook in this JVM. */
  public static VariableSite site(Class<?> owner, String name) {
    return SITES.get(owner).computeIfAbsent(name, field -> new VariableSite(owner, field));
  }

  /**
   * Returns the site of a variable in this JVM.
   *
   * @param key the field's class and name: {@code REPL.$JShell$5.x}
   * @param loader loads the class
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
