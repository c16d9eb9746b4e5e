package firesteel.spark.executor;

import java.io.ByteArrayInputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Carries a function to a Spark Connect server with the values of the notebook variables that it
 * reads. In a task it is deserialized as the function itself, with the values bound to the task. In
 * the server's driver, which deserializes it and serializes it again for the tasks, it becomes a
 * stand-in that keeps the values and binds them around each call.
 */
public final class FunctionEnvelope implements Externalizable {
  private static final long serialVersionUID = 1L;

  private Map<String, EncodedValue> values;
  private String[] interfaces;
  private boolean isAggregator;
  private byte[] function;
  private transient Object read;

  /** Makes Java's serialization write the envelope in place of a stand-in. */
  public interface StandIn {
    /** Returns the envelope. */
    Object writeReplace();
  }

  /** Required by {@link Externalizable}. */
  public FunctionEnvelope() {}

  /**
   * Wraps a function.
   *
   * @param values from the names of variables ({@code REPL.$JShell$5.x}) to their values
   * @param function an implementation of interfaces, or an Aggregator
   * @param bytes the function, serialized by Java
   * @throws IllegalArgumentException when the function is of another kind; see {@link #fits}
   */
  public FunctionEnvelope(Map<String, EncodedValue> values, Object function, byte[] bytes) {
    if (!fits(function)) {
      throw new IllegalArgumentException(function.getClass().getName());
    }
    this.values = values;
    this.interfaces =
        Arrays.stream(function.getClass().getInterfaces())
            .map(Class::getName)
            .toArray(String[]::new);
    this.isAggregator = function instanceof Aggregator;
    this.function = bytes;
  }

  /** Whether a stand-in can be made for a function. */
  public static boolean fits(Object function) {
    return function instanceof Aggregator || function.getClass().getSuperclass() == Object.class;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    out.writeObject(new HashMap<>(values));
    out.writeObject(interfaces);
    out.writeBoolean(isAggregator);
    out.writeObject(function);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
    values = (Map<String, EncodedValue>) in.readObject();
    interfaces = (String[]) in.readObject();
    isAggregator = in.readBoolean();
    function = (byte[]) in.readObject();
  }

  private Object readResolve() throws ClassNotFoundException {
    NotebookVariables.setOfServer();
    if (TaskContext.get() != null) {
      TaskValues.bindToTask(values);
      return function();
    }
    return isAggregator ? new AggregatorStandIn(this) : standIn();
  }

  private Object standIn() throws ClassNotFoundException {
    ClassLoader loader = FunctionEnvelope.class.getClassLoader();
    Class<?>[] types = new Class<?>[interfaces.length + 1];
    for (int i = 0; i < interfaces.length; i++) {
      types[i] = Class.forName(interfaces[i], false, loader);
    }
    types[interfaces.length] = StandIn.class;
    return Proxy.newProxyInstance(loader, types, this::invoke);
  }

  private Object invoke(Object proxy, Method method, Object[] arguments) {
    if (method.getDeclaringClass() == StandIn.class) {
      return this;
    }
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "a function of the notebook";
      };
    }
    return bound(() -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) {
    try {
      return method.invoke(function(), arguments);
    } catch (InvocationTargetException e) {
      throw FunctionEnvelope.<RuntimeException>unchecked(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Runs code of the function in the server's driver, with its values bound. */
  <T> T bound(Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // One loader for all: the server makes a new one with each upload of classes.
    thread.setContextClassLoader(FunctionEnvelope.class.getClassLoader());
    try {
      return TaskValues.with(values, code);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Returns the function itself; call it with the values bound. */
  synchronized Object function() {
    if (read == null) {
      try (ObjectInputStream in = new LoaderStream(new ByteArrayInputStream(function))) {
        read = in.readObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return read;
  }

  /** Finds the notebook's classes in the loader of this class. */
  private static final class LoaderStream extends ObjectInputStream {
    LoaderStream(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, FunctionEnvelope.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(description); // The primitive types.
      }
    }
  }
}
