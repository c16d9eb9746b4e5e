package firesteel.spark.closure;

import firesteel.spark.executor.NotebookVariables;
import firesteel.spark.executor.VariableSite;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;

/**
 * Keeps the values of all notebook variables at the times when jobs were submitted. Thread-safe.
 *
 * <p>A job finds its snapshot by a local property: the id of its SQL execution, since all jobs of
 * an execution see the same values, or else a property of Firesteel's. A snapshot lives as long as
 * the string object that is the property's value, which the job's properties hold.
 */
final class Snapshots {
  private static final String EXECUTION = "spark.sql.execution.id";

  private final SnippetCode code;
  private final ClassLoader loader;
  private final Map<String, Snapshot> byId = Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<NotebookField, Optional<Field>> fields = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();

  Snapshots(SnippetCode code, ClassLoader loader) {
    this.code = code;
    this.loader = loader;
  }

  /** Takes a snapshot for the job that the calling thread is about to submit. */
  void take(SparkContext context) {
    String execution = context.getLocalProperty(EXECUTION);
    if (execution != null) {
      byId.computeIfAbsent(execution, id -> now());
      return;
    }
    // A new string object: the weak map drops the snapshot when the string is collected.
    String id = new String("snapshot " + count.incrementAndGet());
    byId.put(id, now());
    context.setLocalProperty(Closures.SNAPSHOT, id);
  }

  /**
   * Returns the snapshot for a job with these properties; the current values when none was taken.
   */
  Snapshot of(Properties properties) {
    String execution = properties == null ? null : properties.getProperty(EXECUTION);
    if (execution != null) {
      return byId.computeIfAbsent(execution, id -> now());
    }
    String id = properties == null ? null : properties.getProperty(Closures.SNAPSHOT);
    Snapshot taken = id == null ? null : byId.get(id);
    return taken == null ? now() : taken;
  }

  /** Takes a snapshot that no job refers to. */
  Snapshot now() {
    Map<NotebookField, Object> values = new HashMap<>();
    for (NotebookField variable : code.variables()) {
      values.put(variable, valueOf(variable));
    }
    return new Snapshot(values);
  }

  /** Returns the current value of a static field; null when its class can't be loaded. */
  Object valueOf(NotebookField field) {
    Field declared = fields.computeIfAbsent(field, this::find).orElse(null);
    try {
      return declared == null ? null : declared.get(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  private Optional<Field> find(NotebookField field) {
    try {
      Field declared = classOf(field.owner()).getDeclaredField(field.name());
      declared.setAccessible(true);
      return Optional.of(declared);
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Returns a class of the notebook without initializing it. */
  Class<?> classOf(String name) throws ClassNotFoundException {
    return Class.forName(name, false, loader);
  }

  /** Returns the site through which this JVM reads and assigns a field. */
  VariableSite siteOf(NotebookField field) {
    try {
      return NotebookVariables.site(classOf(field.owner()), field.name());
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(field.owner());
    }
  }

  /** Whether the initializer of a class has run, or is running, in this JVM. */
  boolean isInitialized(String className) {
    try {
      return NotebookVariables.isInitialized(classOf(className));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
