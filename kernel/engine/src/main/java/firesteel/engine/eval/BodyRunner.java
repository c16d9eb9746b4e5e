package firesteel.engine.eval;

import java.util.concurrent.Callable;

/** Runs the compiled body of a snippet; implementations add what has to happen around user code. */
@FunctionalInterface
public interface BodyRunner {
  /**
   * Calls the body, on the calling thread.
   *
   * @throws Exception what the body threw
   */
  Object run(Callable<Object> body) throws Exception;
}
