package firesteel.spark.executor;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
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
  private static final Map<String, VariableSite> SITES = new ConcurrentHashMap<>();
  private static final Set<String> INITIALIZED = ConcurrentHashMap.newKeySet();
  private static volatile Consumer<String> watcher = className -> {};
  private static volatile boolean driver;

  private NotebookVariables() {}

  /** Says that this JVM is the driver's: its static fields hold the notebook's own values. */
  public static void inDriver() {
    driver = true;
  }

  static boolean isDriver() {
    return driver;
  }

  /**
   * A class of the notebook is being initialized; called by its initializer.
   *
   * @param className its binary name
   */
  public static void initializing(String className) {
    INITIALIZED.add(className);
    watcher.accept(className);
  }

  /** Says who wants to know of each class that is being initialized, before it is. */
  public static void watchInitializations(Consumer<String> asked) {
    watcher = asked;
  }

  /** Whether the initializer of a class of the notebook has run, or runs, in this JVM. */
  public static boolean isInitialized(String className) {
    return INITIALIZED.contains(className);
  }

  /** Links a read; the bootstrap method of {@code (T)T}, named after the variable. */
  public static CallSite read(
      MethodHandles.Lookup caller, String name, MethodType type, String owner) {
    return site(owner + "." + name).reads(type);
  }

  /** Links an assignment; the bootstrap method of {@code (T)T}, named after the variable. */
  public static CallSite write(
      MethodHandles.Lookup caller, String name, MethodType type, String owner) {
    return site(owner + "." + name).writes(type);
  }

  /**
   * How this JVM reads and assigns a variable.
   *
   * @param key the field's class and name: {@code REPL.$JShell$5.x}
   */
  public static VariableSite site(String key) {
    return SITES.computeIfAbsent(key, VariableSite::new);
  }

  static Iterable<VariableSite> sites() {
    return SITES.values();
  }
}
