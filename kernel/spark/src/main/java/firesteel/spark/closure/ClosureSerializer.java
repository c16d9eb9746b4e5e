package firesteel.spark.closure;

import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.scheduler.Task;
import org.apache.spark.serializer.DeserializationStream;
import org.apache.spark.serializer.SerializationStream;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import scala.Tuple2;
import scala.reflect.ClassTag;

/**
 * Wraps Spark's serializer of closures ({@code SparkEnv.closureSerializer}) to send the notebook's
 * values along. Spark calls it with a function on the thread that submits a job, just before it
 * does ({@code SparkContext.clean}), and with the RDD and its function when it makes the tasks of a
 * stage ({@code DAGScheduler.submitMissingTasks}).
 */
final class ClosureSerializer extends Serializer {
  private final Serializer sparkSerializer;

  /** Null once the context has ended. */
  private volatile TaskBinaries tasks;

  ClosureSerializer(Serializer sparkSerializer, TaskBinaries tasks) {
    this.sparkSerializer = sparkSerializer;
    this.tasks = tasks;
  }

  @Override
  public SerializerInstance newInstance() {
    return new Instance(sparkSerializer.newInstance());
  }

  TaskBinaries tasks() {
    return tasks;
  }

  /**
   * Releases the notebook: Spark keeps a stopped context's objects, this serializer included, for
   * as long as the process lives.
   */
  void contextEnded() {
    tasks = null;
  }

  /**
   * Throws a checked exception undeclared: Scala's code declares none, and Spark expects this one
   * as it is.
   */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private final class Instance extends SerializerInstance {
    private final SerializerInstance plain;

    Instance(SerializerInstance plain) {
      this.plain = plain;
    }

    @Override
    public <T> ByteBuffer serialize(T object, ClassTag<T> type) {
      TaskBinaries binaries = tasks;
      if (binaries == null) {
        return plain.serialize(object, type);
      }
      if (object instanceof Tuple2<?, ?> task && task._1() instanceof RDD<?> rdd) {
        return binaries.serialize(rdd, task._2(), wrapped -> plain.serialize(wrapped, any()));
      }
      if (!(object instanceof Task) && TaskContext.get() == null) {
        binaries.beforeSubmission();
      }
      return object instanceof Task
          ? plain.serialize(object, type)
          : serializeFunction(object, type, binaries);
    }

    /** Serializes a function for Spark's check before the job, with JVM-local objects replaced. */
    private <T> ByteBuffer serializeFunction(T object, ClassTag<T> type, TaskBinaries binaries) {
      try {
        return plain.serialize(object, type);
      } catch (Exception e) {
        if (e instanceof NotSerializableException && binaries.canWrite(object)) {
          // Nobody reads the result: the tasks are serialized separately.
          return ByteBuffer.allocate(0);
        }
        throw ClosureSerializer.<RuntimeException>unchecked(e);
      }
    }

    @SuppressWarnings("unchecked")
    private ClassTag<Object> any() {
      return (ClassTag<Object>) (ClassTag<?>) scala.reflect.ClassTag$.MODULE$.Any();
    }

    @Override
    public <T> T deserialize(ByteBuffer bytes, ClassTag<T> type) {
      return plain.deserialize(bytes, type);
    }

    @Override
    public <T> T deserialize(ByteBuffer bytes, ClassLoader loader, ClassTag<T> type) {
      return plain.deserialize(bytes, loader, type);
    }

    @Override
    public SerializationStream serializeStream(OutputStream out) {
      return plain.serializeStream(out);
    }

    @Override
    public DeserializationStream deserializeStream(InputStream in) {
      return plain.deserializeStream(in);
    }
  }
}
