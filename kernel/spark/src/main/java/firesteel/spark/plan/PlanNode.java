package firesteel.spark.plan;

import java.util.List;

/**
 * A step of a plan.
 *
 * @param what it does, in a word or two
 * @param details with what, in one line; may be empty
 * @param kind what a reader looks for first
 * @param inputs the steps whose rows it takes
 */
record PlanNode(String what, String details, Kind kind, List<PlanNode> inputs) {
  /** What a step means for how long the query takes. */
  enum Kind {
    /** Reads data. */
    READ,
    /** Moves rows between executors. */
    EXCHANGE,
    /** Joins. */
    JOIN,
    /** Anything else. */
    OTHER
  }

  PlanNode {
    inputs = List.copyOf(inputs);
  }
}
