package firesteel.spark.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The values of notebook variables for one task: those at the time when its job was submitted.
 * Bound to the task's thread and to those that it starts. Thread-safe.
 */
final class TaskValues {
  private static final InheritableThreadLocal<TaskValues> CURRENT = new InheritableThreadLocal<>();
  private static final List<TaskValues> RUNNING = new CopyOnWriteArrayList<>();
  private static final Object NULL = new Object();

  private final Thread thread = Thread.currentThread();
  private final ClassLoader loader = thread.getContextClassLoader();
  private final Map<String, EncodedValue> encoded;
  private final List<VariableSite> started = new ArrayList<>();

  /** By {@link VariableSite#index}; null for what was not decoded yet. */
  private final AtomicReferenceArray<Object> decoded;

  private TaskValues(Map<String, EncodedValue> encoded) {
    this.encoded = encoded;
    int size = 0;
    for (String key : encoded.keySet()) {
      size = Math.max(size, NotebookVariables.site(key).index + 1);
    }
    decoded = new AtomicReferenceArray<>(size);
  }

  /** Binds values to the calling thread, until {@link #end}. */
  static TaskValues bind(Map<String, EncodedValue> encoded) {
    TaskValues values = new TaskValues(encoded);
    CURRENT.set(values);
    RUNNING.add(values);
    if (!NotebookVariables.isDriver()) {
      values.fillFields();
    }
    return values;
  }

  private void fillFields() {
    synchronized (VariableSite.LOCK) {
      for (VariableSite site : NotebookVariables.sites()) {
        if (!encoded.containsKey(site.key())) {
          site.expire();
        }
      }
      encoded.forEach(
          (key, value) -> {
            if (value.shared() && value.broadcast() == null) {
              VariableSite site = NotebookVariables.site(key);
              site.taskStarts(get(site));
              started.add(site);
            }
          });
    }
  }

  void end() {
    if (CURRENT.get() == this) {
      CURRENT.remove();
    }
    RUNNING.remove(this);
    started.forEach(VariableSite::taskEnds);
  }

  /** Whether the calling thread runs a task, or was started by one. */
  static boolean isTask() {
    return ofThread() != null;
  }

  private static TaskValues ofThread() {
    TaskValues values = CURRENT.get();
    // The threads of a pool keep what the one that happened to start them had.
    boolean own = values == null || values.thread == Thread.currentThread();
    return own || !(Thread.currentThread() instanceof ForkJoinWorkerThread) ? values : null;
  }

  /**
   * The value for the calling thread.
   *
   * @param current what the static field holds
   */
  static Object read(VariableSite site, Object current) {
    TaskValues values = ofThread();
    if (values != null) {
      if (values.encoded.containsKey(site.key())) {
        return values.get(site);
      }
      if (site.ofClass()) {
        return current;
      }
      throw NotebookVariableException.missing(site.name());
    }
    return Thread.currentThread() instanceof ForkJoinWorkerThread || !NotebookVariables.isDriver()
        ? readInPool(site, current)
        : current;
  }

  /** A thread that nothing ties to a task: right when there is but one value it can mean. */
  private static Object readInPool(VariableSite site, Object current) {
    TaskValues first = null;
    for (TaskValues running : RUNNING) {
      if (running.encoded.containsKey(site.key())) {
        if (first != null && !running.hasSame(site, first)) {
          throw NotebookVariableException.ambiguous(site.name());
        }
        first = first == null ? running : first;
      }
    }
    if (NotebookVariables.isDriver()) {
      if (first != null && !Objects.equals(first.get(site), current)) {
        throw NotebookVariableException.ambiguous(site.name());
      }
      return current;
    }
    if (first != null) {
      return first.get(site);
    }
    if (site.ofClass()) {
      return current;
    }
    throw NotebookVariableException.missing(site.name());
  }

  private boolean hasSame(VariableSite site, TaskValues other) {
    EncodedValue mine = encoded.get(site.key());
    EncodedValue theirs = other.encoded.get(site.key());
    return mine.sameAs(theirs);
  }

  private Object get(VariableSite site) {
    Object value = decoded.get(site.index);
    if (value == null) {
      value = decode(site);
    }
    return value == NULL ? null : value;
  }

  private synchronized Object decode(VariableSite site) {
    Object value = decoded.get(site.index);
    if (value == null) {
      value = encoded.get(site.key()).decode(loader);
      value = value == null ? NULL : value;
      decoded.set(site.index, value);
    }
    return value;
  }
}
