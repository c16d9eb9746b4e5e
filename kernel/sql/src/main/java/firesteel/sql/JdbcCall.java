package firesteel.sql;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/**
 * Runs calls to a database on a thread of their own: drivers don't respond to interrupts, only to a
 * cancel call.
 */
final class JdbcCall {
  private static final long CANCEL_SECONDS = 2;

  private JdbcCall() {}

  /**
   * Waits for a statement's work.
   *
   * @throws InterruptedException when the calling thread is interrupted; the statement is cancelled
   */
  static <T> T await(Statement statement, Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "sql of " + Thread.currentThread().getName());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      throw e;
    } catch (InterruptedException e) {
      cancel(statement, task);
      throw e;
    }
  }

  private static void cancel(Statement statement, FutureTask<?> task) {
    try {
      statement.cancel();
      task.get(CANCEL_SECONDS, TimeUnit.SECONDS);
    } catch (SQLException | ExecutionException | TimeoutException e) {
      // It fails now or later: the cell doesn't wait for it.
      LoggerFactory.getLogger(JdbcCall.class).debug("a statement was cancelled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
