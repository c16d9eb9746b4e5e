package firesteel.spark.executor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * How the code of this JVM reads and assigns one notebook variable. While the static field holds
 * what every reader has to see, reads and assignments are the bare instructions: compiled code has
 * no trace of a check. Else reads ask {@link TaskValues}.
 *
 * <p>In the driver's JVM the field holds the notebook's value, and tasks of {@code local[*]} may
 * read it as long as it is that of their job. In an executor's JVM nobody but tasks reads the
 * field: it holds the value of the tasks that run, unless they have different ones.
 *
 * <p>Thread-safe: one lock for all sites, held for moments.
 */
public final class VariableSite {
  static final Object LOCK = NotebookVariables.class;
  private static final String WRAPPER = "REPL.$JShell$";
  private static final MethodHandle CHECKED_READ;
  private static final MethodHandle CHECKED_WRITE;
  private static int count;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodType type = MethodType.methodType(Object.class, Object.class);
      CHECKED_READ = lookup.findVirtual(VariableSite.class, "checkedRead", type);
      CHECKED_WRITE = lookup.findVirtual(VariableSite.class, "checkedWrite", type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Small numbers, so that the values of a task can be in an array. */
  final int index;

  private final String key;
  private final Class<?> owner;
  private final String name;

  /** Whether it is a static field of a notebook's class, which may as well be the JVM's own. */
  private final boolean ofClass;

  private MutableCallSite reads;
  private MutableCallSite writes;
  private boolean bareReads = NotebookVariables.isDriver();
  private boolean bareWrites = NotebookVariables.isDriver();
  private int users;
  private Object shared;

  VariableSite(Class<?> owner, String name) {
    this.owner = owner;
    this.name = name;
    key = owner.getName() + "." + name;
    ofClass = owner.getName().indexOf('$', WRAPPER.length()) >= 0;
    synchronized (LOCK) {
      index = count++;
    }
    if (ofClass) {
      bareWrites = true;
    }
  }

  MutableCallSite reads(MethodType type) {
    synchronized (LOCK) {
      if (reads == null) {
        reads = new MutableCallSite(target(type, bareReads, CHECKED_READ));
      }
      return reads;
    }
  }

  MutableCallSite writes(MethodType type) {
    synchronized (LOCK) {
      if (writes == null) {
        writes = new MutableCallSite(target(type, bareWrites, CHECKED_WRITE));
      }
      return writes;
    }
  }

  private MethodHandle target(MethodType type, boolean bare, MethodHandle checked) {
    return bare ? MethodHandles.identity(type.returnType()) : checked.bindTo(this).asType(type);
  }

  private void setBareReads(boolean bare) {
    if (bareReads != bare) {
      bareReads = bare;
      retarget(reads, bare, CHECKED_READ);
    }
  }

  private void setBareWrites(boolean bare) {
    if (bareWrites != bare) {
      bareWrites = bare;
      retarget(writes, bare, CHECKED_WRITE);
    }
  }

  private void retarget(MutableCallSite site, boolean bare, MethodHandle checked) {
    if (site != null) {
      site.setTarget(target(site.type(), bare, checked));
      MutableCallSite.syncAll(new MutableCallSite[] {site});
    }
  }

  // In the driver's JVM

  /**
   * A job of {@code local[*]} will read the variable; every call needs its {@link #release}.
   *
   * @param unchanged asked when no assignment can go unnoticed any more: whether the static field
   *     holds the job's value, and nobody can change that value in place
   */
  public void use(BooleanSupplier unchanged) {
    synchronized (LOCK) {
      users++;
      if (!ofClass) {
        setBareWrites(false);
      }
      if (!unchanged.getAsBoolean()) {
        setBareReads(false);
      }
    }
  }

  /** The job of a {@link #use} has ended. */
  public void release() {
    synchronized (LOCK) {
      if (--users == 0) {
        setBareReads(true);
        setBareWrites(true);
      }
    }
  }

  // In an executor's JVM

  /** A task with a value of this variable starts. */
  void taskStarts(Object value) {
    synchronized (LOCK) {
      if (users++ == 0) {
        shared = value;
        setBareReads(setField(value));
      } else if (!Objects.equals(shared, value)) {
        setBareReads(false);
      }
    }
  }

  /** A task of {@link #taskStarts} has ended. */
  void taskEnds() {
    synchronized (LOCK) {
      users--;
    }
  }

  /**
   * Tasks start that have no value of this variable: what earlier ones left must not be read.
   *
   * @return whether no task has a value any more
   */
  boolean expire() {
    if (users == 0) {
      shared = null;
      setBareReads(ofClass);
    }
    return users == 0;
  }

  private boolean setField(Object value) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      field.set(null, value);
      return true;
    } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
      return false; // Reads then ask for the task's value, or say what is wrong.
    }
  }

  // What the code of cells calls

  private Object checkedRead(Object current) {
    return TaskValues.read(this, current);
  }

  private Object checkedWrite(Object value) {
    if (TaskValues.isTask() || !NotebookVariables.isDriver()) {
      throw NotebookVariableException.assigned(name);
    }
    synchronized (LOCK) {
      if (users > 0) {
        setBareReads(false);
      }
    }
    return value;
  }

  String key() {
    return key;
  }

  String name() {
    return name;
  }

  boolean ofClass() {
    return ofClass;
  }
}
