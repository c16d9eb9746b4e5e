/**
 * Makes cells behave the same on every master: sends the classes of cells to the executors, and the
 * values of notebook variables with the jobs whose code reads them, as they are when a job is
 * submitted.
 *
 * <p>How a value gets there: {@link firesteel.spark.closure.VariableAccess} rewrites the reads of
 * static fields in cells and notes in {@link firesteel.spark.closure.SnippetCode} what each method
 * does. When a job is submitted, {@link firesteel.spark.closure.Snapshots} takes the values of all
 * variables. When Spark serializes a stage, {@link firesteel.spark.closure.ClosureSerializer} finds
 * the code that it holds, {@link firesteel.spark.closure.Reachability} finds the variables that
 * this code reads, and their values are sent ahead of the task in a {@link
 * firesteel.spark.executor.TaskEnvelope}.
 */
package firesteel.spark.closure;
