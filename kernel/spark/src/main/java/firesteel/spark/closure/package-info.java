/**
 * The same answer on every master: the classes of cells reach the executors, and the values of
 * notebook variables travel with the jobs whose code reads them, as they are when a job is
 * submitted.
 *
 * <p>The way of a value: {@link firesteel.spark.closure.VariableAccess} rewrites the reads of
 * static fields in cells and notes in {@link firesteel.spark.closure.SnippetCode} what each method
 * does. When a job is submitted, {@link firesteel.spark.closure.Snapshots} takes the values of all
 * variables. When Spark serializes a stage, {@link firesteel.spark.closure.ClosureSerializer} finds
 * the code that it holds, {@link firesteel.spark.closure.Reachability} the variables which that
 * reads, and their values go ahead of the task in a {@link firesteel.spark.executor.TaskEnvelope}.
 */
package firesteel.spark.closure;
