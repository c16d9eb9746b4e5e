package firesteel.spark.closure;

import firesteel.spark.executor.EncodedValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.Dependency;
import org.apache.spark.ShuffleDependency;
import org.apache.spark.rdd.RDD;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Remembers which values finished stages were computed with, to warn when they are reused after a
 * value has changed: Spark keeps the results of stages before a shuffle, and uses them again when
 * the same Dataset or RDD is used again. Used by one thread at a time.
 */
final class FinishedStages {
  private static final int MAX_STAGES = 1000;

  private final Map<Integer, Map<NotebookField, EncodedValue>> valuesOfShuffle =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Integer, Map<NotebookField, EncodedValue>> eldest) {
          return size() > MAX_STAGES;
        }
      };

  boolean isEmpty() {
    return valuesOfShuffle.isEmpty();
  }

  /** Notes the values with which a stage that fills a shuffle is computed. */
  void computes(int shuffleId, Map<NotebookField, EncodedValue> values) {
    if (values.isEmpty()) {
      valuesOfShuffle.remove(shuffleId);
    } else {
      valuesOfShuffle.put(shuffleId, Map.copyOf(values));
    }
  }

  /**
   * Warns when a stage reads results that were computed with other values than those of its job.
   */
  void reusedBy(
      RDD<?> rdd,
      Function<NotebookField, EncodedValue> valueNow,
      StageJob job,
      JobWarnings warnings) {
    if (valuesOfShuffle.isEmpty()) {
      return;
    }
    Set<RDD<?>> seen = new HashSet<>();
    Deque<RDD<?>> waiting = new ArrayDeque<>();
    waiting.add(rdd);
    while (!waiting.isEmpty()) {
      RDD<?> next = waiting.remove();
      if (!seen.add(next)) {
        continue;
      }
      for (Dependency<?> dependency : CollectionConverters.asJava(next.dependencies())) {
        if (dependency instanceof ShuffleDependency<?, ?, ?> shuffle) {
          valuesOfShuffle
              .getOrDefault(shuffle.shuffleId(), Map.of())
              .forEach(
                  (field, then) -> {
                    EncodedValue now = valueNow.apply(field);
                    if (now != null && !now.sameAs(then)) {
                      warnings.ofReuse(field, job.properties());
                    }
                  });
        }
        waiting.add(dependency.rdd());
      }
    }
  }
}
