package firesteel.spark.executor;

import java.io.Serializable;

/**
 * Replaces {@code System.out} or {@code System.err} when it is serialized for a task, as in {@code
 * rdd.foreach(System.out::println)}: in the task it is the stream of the task's own JVM.
 *
 * @param error whether it is {@code System.err}
 */
public record StreamStandIn(boolean error) implements Serializable {
  private Object readResolve() {
    return error ? System.err : System.out;
  }
}
