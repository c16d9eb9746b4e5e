package firesteel.jupyter;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * What happens to the process from outside: signals, and the end of the process that started it.
 * Follows jupyter_client, which names itself in JPY_PARENT_PID, and ipykernel, which takes SIGINT
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
   * @param shutdown called on SIGTERM, and when the parent is gone
   */
  static ProcessEvents watch(Runnable interrupt, Runnable shutdown) {
    ProcessEvents events = new ProcessEvents(shutdown);
    Runtime.getRuntime().addShutdownHook(events.hook);
    onSigint(interrupt);
    events.watchParent(System.getenv("JPY_PARENT_PID"));
    return events;
  }

  /** The JVM waits here, on SIGTERM, until the kernel has ended cleanly. */
  private void shutDownBeforeExit() {
    shutdown.run();
    try {
      ended.await(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** sun.misc.Signal, the JDK's only way to signals, by reflection: javac warns of its name. */
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

  /** Ends the kernel when the process does that started it. */
  private void watchParent(String pid) {
    // Init, which adopts orphans, started nobody.
    if (pid == null || !pid.matches("[0-9]{1,18}") || Long.parseLong(pid) <= 1) {
      return;
    }
    long parent = Long.parseLong(pid);
    if (isParent(parent)) {
      Thread watcher = new Thread(() -> awaitOrphanhood(parent), "firesteel-parent");
      watcher.setDaemon(true);
      watcher.start();
    } else {
      // Something stands between the two, such as a script that started Java.
      ProcessHandle.of(parent).ifPresentOrElse(p -> p.onExit().thenRun(shutdown), shutdown);
    }
  }

  private static boolean isParent(long pid) {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L) == pid;
  }

  /**
   * Looks once a second who the parent is, as ipykernel does: a parent that has ended but that
   * nobody has taken notice of (a zombie) counts as alive for everything that could be waited for.
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

  /** The kernel has ended: nothing more to do on exit. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The JVM is on its way out already, and the hook returns now.
    }
  }
}
