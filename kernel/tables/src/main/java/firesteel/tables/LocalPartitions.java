package firesteel.tables;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.runtime.AbstractFunction2;

/**
 * Reads the first rows of a query whose tasks run in this process: the tasks fill columns directly
 * from Spark's rows, without serializing and compressing them for the network.
 */
final class LocalPartitions {
  /** The factor by which waves of partitions grow, as in Spark's {@code take}. */
  private static final int GROWTH = 4;

  /**
   * Where tasks put what they read, by partition. As a broadcast it is the same object in tasks of
   * the driver's process: {@code TorrentBroadcast} stores it there so that they don't get a copy.
   */
  private static final class Handed implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient Map<Integer, TableSink> parts = new ConcurrentHashMap<>();
  }

  private static final class Reading
      extends AbstractFunction2<TaskContext, Iterator<InternalRow>, Object>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<Handed> handed;
    private final StructType schema;
    private final int most;

    Reading(Broadcast<Handed> handed, StructType schema, int most) {
      this.handed = handed;
      this.schema = schema;
      this.most = most;
    }

    @Override
    public Object apply(TaskContext task, Iterator<InternalRow> rows) {
      TableSink part = new TableSink(schema);
      while (part.rows() < most && rows.hasNext()) {
        part.append(rows.next());
      }
      if (handed.value().parts != null) {
        handed.value().parts.put(task.partitionId(), part);
      }
      return part.rows();
    }
  }

  private LocalPartitions() {}

  /**
   * Reads rows, in waves of partitions until there are enough.
   *
   * @param schema the rows' columns, with the names that the table will have
   * @param most the maximum number of rows
   * @param firstWave the number of partitions that are read first
   * @return the parts in order, which may have more rows in total; empty when the tasks did not run
   *     in this process
   */
  static Optional<List<TableSink>> first(
      SparkContext context, RDD<InternalRow> rows, StructType schema, int most, int firstWave) {
    Broadcast<Handed> handed = context.broadcast(new Handed(), ClassTag.apply(Handed.class));
    try {
      List<TableSink> found = new ArrayList<>();
      int left = most;
      int partitions = rows.getNumPartitions();
      int wave = firstWave;
      for (int from = 0; from < partitions && left > 0; wave *= GROWTH) {
        int to = (int) Math.min(partitions, (long) from + wave);
        run(context, rows, new Reading(handed, schema, left), from, to);
        for (; from < to; from++) {
          TableSink part = handed.value().parts.remove(from);
          if (part == null) {
            return Optional.empty();
          }
          found.add(part);
          left -= part.rows();
        }
      }
      return Optional.of(found);
    } finally {
      handed.destroy();
    }
  }

  private static void run(
      SparkContext context, RDD<InternalRow> rows, Reading task, int from, int to) {
    List<Object> wave = new ArrayList<>(IntStream.range(from, to).boxed().toList());
    context.runJob(
        rows, task, CollectionConverters.asScala(wave).toSeq(), ClassTag.apply(Object.class));
  }
}
