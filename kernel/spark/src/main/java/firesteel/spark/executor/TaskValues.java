package firesteel.spark.executor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The values of notebook variables for one task, as they were when its job was submitted. Bound to
 * the task's thread and to the threads that it starts. Thread-safe.
 */
final class TaskValues {
  private static final InheritableThreadLocal<TaskValues> CURRENT = new InheritableThreadLocal<>();
  private static final List<TaskValues> RUNNING = new CopyOnWriteArrayList<>();

  /** The sites whose static fields hold values that tasks have put there; guarded by their lock. */
  private static final Set<VariableSite> FILLED = new HashSet<>();

  private static final Object NULL = new Object();

  private final Thread thread = Thread.currentThread();
  private final ClassLoader loader = thread.getContextClassLoader();
  private final TaskContext task;
  private final Map<String, EncodedValue> encoded = new ConcurrentHashMap<>();
  private final IdentityHashMap<byte[], Object[]> groups = new IdentityHashMap<>();
  private final List<VariableSite> started = new ArrayList<>();

  /** By {@link VariableSite#index}; null for a value that is not decoded yet. */
  private volatile AtomicReferenceArray<Object> decoded = new AtomicReferenceArray<>(0);

  /** The sites where {@link #thread} remembers the value it read; used by that thread only. */
  private final Set<VariableSite> seen = new HashSet<>();

  private TaskValues(TaskContext task) {
    this.task = task;
  }

  /**
   * Binds values to the task that the calling thread runs, until the task's end; values already
   * bound stay.
   *
   * @throws NotebookVariableException when a variable would have two values
   */
  static void bindToTask(Map<String, EncodedValue> more) {
    TaskContext task = TaskContext.get();
    TaskValues values = CURRENT.get();
    boolean bound =
        values != null && values.task == task && values.thread == Thread.currentThread();
    if (!bound) {
      if (values != null) {
        values.forgetSeen();
      }
      TaskValues fresh = new TaskValues(task);
      values = fresh;
      CURRENT.set(fresh);
      RUNNING.add(fresh);
      task.addTaskCompletionListener((TaskCompletionListener) ended -> fresh.end());
      TaskStop.watch(task);
    }
    values.add(more);
    if (!NotebookVariables.isDriver()) {
      values.fillFields(more);
    }
  }

  /**
   * Runs an action outside any task as if inside one that has these values.
   *
   * @return the action's result
   */
  static <T> T with(Map<String, EncodedValue> values, Supplier<T> action) {
    TaskValues before = CURRENT.get();
    TaskValues bound = new TaskValues(null);
    bound.add(values);
    if (before != null) {
      before.forgetSeen();
    }
    CURRENT.set(bound);
    try {
      return action.get();
    } finally {
      bound.forgetSeen();
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  private void forgetSeen() {
    if (thread == Thread.currentThread()) {
      seen.forEach(VariableSite::forget);
      seen.clear();
    }
  }

  private synchronized void add(Map<String, EncodedValue> more) {
    int size = decoded.length();
    for (Map.Entry<String, EncodedValue> value : more.entrySet()) {
      VariableSite site = NotebookVariables.site(value.getKey(), loader);
      EncodedValue before = encoded.putIfAbsent(value.getKey(), value.getValue());
      if (before != null && !before.sameAs(value.getValue())) {
        throw NotebookVariableException.different(site.name());
      }
      size = Math.max(size, site.index + 1);
    }
    AtomicReferenceArray<Object> larger = new AtomicReferenceArray<>(size);
    for (int i = 0; i < decoded.length(); i++) {
      larger.set(i, decoded.get(i));
    }
    decoded = larger;
  }

  private void fillFields(Map<String, EncodedValue> more) {
    // Outside the lock: decoding a value may run code of the notebook.
    Map<VariableSite, Object> shared = new HashMap<>();
    more.forEach(
        (key, value) -> {
          VariableSite site = NotebookVariables.site(key, loader);
          shared.put(site, value.immutable() ? get(site) : null);
        });
    synchronized (VariableSite.LOCK) {
      FILLED.removeIf(site -> !encoded.containsKey(site.key()) && site.expire());
      shared.forEach(
          (site, value) -> {
            if (!started.contains(site)) {
              site.taskStarts(more.get(site.key()), value);
              started.add(site);
              FILLED.add(site);
            }
          });
    }
  }

  private void end() {
    if (CURRENT.get() == this) {
      CURRENT.remove();
    }
    forgetSeen();
    RUNNING.remove(this);
    started.forEach(VariableSite::taskEnds);
  }

  /** Whether the calling thread runs a task, or was started by one. */
  static boolean isTask() {
    return ofThread() != null;
  }

  private static TaskValues ofThread() {
    TaskValues values = CURRENT.get();
    // The threads of a pool inherit the values of the task that happened to start them.
    boolean own = values == null || values.thread == Thread.currentThread();
    return own || !(Thread.currentThread() instanceof ForkJoinWorkerThread) ? values : null;
  }

  /**
   * Returns the value for the calling thread.
   *
   * @param current what the static field holds
   */
  static Object read(VariableSite site, Object current) {
    TaskValues values = ofThread();
    if (values != null) {
      if (values.encoded.containsKey(site.key())) {
        Object value = values.get(site);
        if (values.thread == Thread.currentThread()) {
          site.remember(value);
          values.seen.add(site);
        }
        return value;
      }
      if (site.ofClass()) {
        return current;
      }
      throw NotebookVariableException.missing(site.name());
    }
    boolean ambiguous =
        Thread.currentThread() instanceof ForkJoinWorkerThread || !NotebookVariables.isDriver();
    return ambiguous ? readInPool(site, current) : current;
  }

  /**
   * Reads on a thread that belongs to no task; correct only when there is exactly one value it can
   * mean.
   */
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
    return encoded.get(site.key()).sameAs(other.encoded.get(site.key()));
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
      EncodedValue encodedValue = encoded.get(site.key());
      value = encodedValue.isInGroup() ? fromGroup(encodedValue) : encodedValue.decode(loader);
      value = value == null ? NULL : value;
      decoded.set(site.index, value);
    }
    return value;
  }

  private Object fromGroup(EncodedValue value) {
    Object[] group = groups.get(value.bytes());
    if (group == null) {
      group = (Object[]) value.decode(loader);
      groups.put(value.bytes(), group);
    }
    return group[value.index()];
  }
}
