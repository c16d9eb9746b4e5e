package firesteel.spark.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a main class of Spark for as long as the process that started it lives; the main class of a
 * cluster's processes. Needs nothing but Java itself, and Spark's jars for the class it runs.
 *
 * <p>Standard input is a pipe from the starter. However that process ends, even by SIGKILL, the
 * system closes the pipe, and this process shuts down in order, so that a worker ends its
 * executors. A {@link #KEEP} byte lets it outlive its starter.
 */
public final class ClusterDaemon {
  /** Written by the starter when the process shall outlive it. */
  static final int KEEP = 'k';

  /** Spark's shutdown hooks take less; a hook that hangs must not keep the process alive. */
  private static final long TIMEOUT_MILLIS = 5000;

  private ClusterDaemon() {}

  /**
   * Runs a main class.
   *
   * @param args the class's name, then its arguments
   */
  public static void main(String[] args) throws Exception {
    Thread watch = new Thread(ClusterDaemon::watch, "firesteel-starter-watch");
    watch.setDaemon(true);
    watch.start();
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void watch() {
    if (read() != KEEP) {
      end();
    }
  }

  private static int read() {
    try {
      return System.in.read();
    } catch (IOException e) {
      return -1;
    }
  }

  private static void end() {
    Thread exit = new Thread(() -> System.exit(0), "firesteel-exit");
    exit.setDaemon(true);
    exit.start();
    try {
      exit.join(TIMEOUT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
