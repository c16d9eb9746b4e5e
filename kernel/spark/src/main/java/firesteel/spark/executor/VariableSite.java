package firesteel.spark.executor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Field;
import java.util.function.BooleanSupplier;

/**
 * Reads and assigns one notebook variable in this JVM. While the static field holds the value that
 * every reader has to see, reads and assignments are the bare instructions: compiled code contains
 * no check. Otherwise reads ask {@link TaskValues}.
 *
 * <p>In the driver's JVM the field holds the notebook's value, and tasks of {@code local[*]} may
 * read it as long as it is that of their job. In an executor's JVM only tasks read the field: it
 * holds the value of the running tasks, unless they have different ones.
 *
 * <p>Thread-safe: one lock for all sites, held for moments.
 */
public final class VariableSite {
  static final Object LOCK = NotebookVariables.class;

  /** Recompiling code takes about as long as this many checked accesses. */
  private static final int MANY_ACCESSES = 10_000;

  private static final String WRAPPER = "REPL.$JShell$";
  private static final MethodHandle CHECKED_READ;
  private static final MethodHandle CHECKED_WRITE;
  private static int count;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodType type = MethodType.methodType(Object.class, Object.class);
      MethodType withSeen = type.insertParameterTypes(0, Seen[].class);
      CHECKED_READ = lookup.findVirtual(VariableSite.class, "checkedRead", withSeen);
      CHECKED_WRITE = lookup.findVirtual(VariableSite.class, "checkedWrite", type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private record Seen(Thread thread, Object value) {}

  /** A small number, so that the values of a task can be in an array. */
  final int index;

  private final String key;
  private final Class<?> owner;
  private final String name;

  /** Whether it is a static field of a notebook's class, whose value may also be the JVM's own. */
  private final boolean ofClass;

  /**
   * What the tasks' own threads have read, by {@link #place}: compiled loops look only here. Each
   * thread writes, reads and removes its own entry; a thread that finds another's entry takes the
   * slow path.
   */
  private final Seen[] seen = new Seen[64];

  private MutableCallSite reads;
  private MutableCallSite writes;
  private boolean bareReads = NotebookVariables.isDriver();
  private boolean bareWrites = NotebookVariables.isDriver();
  private int users;

  /** Accesses since the last job; threads may miss each other's updates. */
  private int accesses;

  private EncodedValue shared;

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
        reads = new MutableCallSite(target(type, bareReads, checkedRead()));
      }
      return reads;
    }
  }

  MutableCallSite writes(MethodType type) {
    synchronized (LOCK) {
      if (writes == null) {
        writes = new MutableCallSite(target(type, bareWrites, checkedWrite()));
      }
      return writes;
    }
  }

  private MethodHandle target(MethodType type, boolean bare, MethodHandle checked) {
    return bare ? MethodHandles.identity(type.returnType()) : checked.asType(type);
  }

  private MethodHandle checkedRead() {
    return MethodHandles.insertArguments(CHECKED_READ, 0, this, seen);
  }

  private MethodHandle checkedWrite() {
    return CHECKED_WRITE.bindTo(this);
  }

  private void setBareReads(boolean bare) {
    if (bareReads != bare) {
      bareReads = bare;
      retarget(reads, bare, checkedRead());
    }
  }

  private void setBareWrites(boolean bare) {
    if (bareWrites != bare) {
      bareWrites = bare;
      retarget(writes, bare, checkedWrite());
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
   * Notes that a job of {@code local[*]} will read the variable; every call needs a {@link
   * #release}.
   *
   * @param unchanged called when no assignment can go unnoticed any more: whether the static field
   *     holds the job's value and nobody can change that value in place
   */
  public void use(BooleanSupplier unchanged) {
    synchronized (LOCK) {
      boolean alone = users++ == 0;
      if (!ofClass) {
        setBareWrites(false);
      }
      boolean same = unchanged.getAsBoolean();
      if (alone || !same) {
        setBareReads(same);
      }
    }
  }

  /**
   * Notes that the job of a {@link #use} has ended. Code stays as it is compiled for now: the next
   * job may be like this one.
   */
  public void release() {
    synchronized (LOCK) {
      users--;
      accesses = 0;
    }
  }

  /**
   * Counts a use by the notebook's own code while no job uses the variable; after many of them the
   * site is relinked.
   */
  private void accessedByNotebook() {
    if (users == 0 && NotebookVariables.isDriver() && ++accesses > MANY_ACCESSES) {
      synchronized (LOCK) {
        if (users == 0) {
          setBareReads(true);
          setBareWrites(true);
        }
      }
    }
  }

  // In an executor's JVM

  /**
   * Notes that a task with a value of this variable starts.
   *
   * @param decoded the value itself; used only when all tasks may share one copy
   */
  void taskStarts(EncodedValue value, Object decoded) {
    synchronized (LOCK) {
      if (users++ == 0) {
        shared = value;
        setBareReads(value.immutable() && setField(decoded));
      } else if (!value.immutable() || !shared.immutable() || !shared.sameAs(value)) {
        setBareReads(false);
      }
    }
  }

  /** Notes that a task of {@link #taskStarts} has ended. */
  void taskEnds() {
    synchronized (LOCK) {
      users--;
    }
  }

  /**
   * Notes that tasks start that have no value of this variable: they must not read what earlier
   * ones left.
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
      return false; // Reads then ask for the task's value, or report what is wrong.
    }
  }

  // In both

  private static int place(Thread thread) {
    return (int) thread.getId() & 63;
  }

  /** Remembers the value that the calling thread reads until it {@link #forget}s it. */
  void remember(Object value) {
    Thread thread = Thread.currentThread();
    seen[place(thread)] = new Seen(thread, value);
  }

  /** Forgets what the calling thread remembers. */
  void forget() {
    Thread thread = Thread.currentThread();
    Seen mine = seen[place(thread)];
    if (mine != null && mine.thread == thread) {
      seen[place(thread)] = null;
    }
  }

  // Called by the code of cells

  /**
   * Reads with checks. {@code ofSite} is {@link #seen}: a constant for the compiler, which a field
   * is not.
   */
  @SuppressWarnings("UnusedMethod") // Called through a method handle.
  private Object checkedRead(Seen[] ofSite, Object current) {
    Thread reader = Thread.currentThread();
    Seen mine = ofSite[place(reader)];
    if (mine != null && mine.thread == reader) {
      return mine.value;
    }
    accessedByNotebook();
    return TaskValues.read(this, current);
  }

  @SuppressWarnings("UnusedMethod") // Called through a method handle.
  private Object checkedWrite(Object value) {
    if (TaskValues.isTask() || !NotebookVariables.isDriver()) {
      throw NotebookVariableException.assigned(name);
    }
    accessedByNotebook();
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
