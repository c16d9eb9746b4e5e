package firesteel.spark.executor;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import scala.reflect.ClassTag$;

/**
 * Carries a task with the values of the notebook variables that its code reads. The values are read
 * and bound first, because initializers of enums and constructors of records run while the task is
 * deserialized.
 */
public final class TaskEnvelope implements Externalizable {
  private static final long serialVersionUID = 1L;

  private Map<String, EncodedValue> values;
  private byte[] task;

  /** Required by {@link Externalizable}. */
  public TaskEnvelope() {}

  /**
   * Wraps a task.
   *
   * @param values from the names of variables ({@code REPL.$JShell$5.x}) to their values
   * @param task what Spark serialized
   */
  public TaskEnvelope(Map<String, EncodedValue> values, byte[] task) {
    this.values = values;
    this.task = task;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    out.writeObject(new HashMap<>(values));
    out.writeObject(task);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
    values = (Map<String, EncodedValue>) in.readObject();
    task = (byte[]) in.readObject();
  }

  private Object readResolve() {
    if (TaskContext.get() != null) {
      TaskValues.bindToTask(values);
    }
    return SparkEnv.get()
        .closureSerializer()
        .newInstance()
        .deserialize(
            ByteBuffer.wrap(task),
            Thread.currentThread().getContextClassLoader(),
            ClassTag$.MODULE$.Any());
  }
}
