package firesteel.jupyter;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Watches for signals, and for the end of the process that started the kernel. Follows
 * jupyter_client, which sets JPY_PARENT_PID to its process id, and ipykernel, which treats SIGINT
 * as an interrupt of the cell.
 */
final class ProcessEvents implements AutoCloseable {
  private static final long END_MILLIS = 2500;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Runnable shutdown;
  private final Thread hook = new Thread(this::shutDownBeforeExit, "firesteel-exit");

  private ProcessEvents(Runnable shutdown) {
    this.shutdown = shutdown;
  }

  /**
   * Starts to watch.
   *
   * @param interrupt called on SIGINT, on a thread of the JVM
   * @param shutdown called on SIGTERM, and when the parent process has ended
   */
  static ProcessEvents watch(Runnable interrupt, Runnable shutdown) {
    ProcessEvents events = new ProcessEvents(shutdown);
    Runtime.getRuntime().addShutdownHook(events.hook);
    onSigint(interrupt);
    events.watchParent(System.getenv("JPY_PARENT_PID"));
    return events;
  }

  /** Shuts the kernel down on SIGTERM; the JVM waits until it has ended cleanly. */
  private void shutDownBeforeExit() {
    shutdown.run();
    try {
      ended.await(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Registers a handler for SIGINT, with sun.misc.Signal by reflection: it is the JDK's only API
   * for signals, and javac warns about it.
   */
  private static void onSigint(Runnable interrupt) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, args) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      interrupt.run();
                      yield null;
                    }
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == args[0];
                    default -> "interrupt of the cell";
                  });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoggerFactory.getLogger(ProcessEvents.class)
          .warn("SIGINT will end the kernel instead of interrupting the cell: {}", e.toString());
    }
  }

  /** Shuts the kernel down when the process that started it ends. */
  private void watchParent(String pid) {
    // Process 1 adopts orphans; it is not the one that started the kernel.
    if (pid == null || !pid.matches("[0-9]{1,18}") || Long.parseLong(pid) <= 1) {
      return;
    }
    long parent = Long.parseLong(pid);
    if (isParent(parent)) {
      Thread watcher = new Thread(() -> awaitOrphanhood(parent), "firesteel-parent");
      watcher.setDaemon(true);
      watcher.start();
    } else {
      // The parent is not the direct one: a script between them started Java.
      ProcessHandle.of(parent).ifPresentOrElse(p -> p.onExit().thenRun(shutdown), shutdown);
    }
  }

  private static boolean isParent(long pid) {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L) == pid;
  }

  /**
   * Checks once a second who the parent is, as ipykernel does: a parent that has ended but wasn't
   * waited for (a zombie) still counts as alive in the process API.
   */
  private void awaitOrphanhood(long parent) {
    try {
      while (!ended.await(1, TimeUnit.SECONDS)) {
        if (!isParent(parent)) {
          shutdown.run();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called when the kernel has ended: nothing is left to do on exit. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The JVM is already exiting; the hook returns now.
    }
  }
}
