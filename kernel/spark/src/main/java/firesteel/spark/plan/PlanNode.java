package firesteel.spark.plan;

import java.util.List;

/**
 * A step of a plan.
 *
 * @param what it does, in a word or two
 * @param details its operands, in one line; may be empty
 * @param kind the kind of step
 * @param inputs the steps whose rows it takes
 */
record PlanNode(String what, String details, Kind kind, List<PlanNode> inputs) {
  /** The kinds of steps that determine how long a query takes. */
  enum Kind {
    /** Reads data. */
    READ,
    /** Moves rows between executors. */
    EXCHANGE,
    /** Joins. */
    JOIN,
    /** Any other step. */
    OTHER
  }

  PlanNode {
    inputs = List.copyOf(inputs);
  }
}
