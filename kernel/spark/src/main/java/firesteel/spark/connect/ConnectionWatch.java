package firesteel.spark.connect;

import firesteel.api.session.RunningCell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sparkproject.io.grpc.ClientCall;
import org.sparkproject.io.grpc.Status;
import org.sparkproject.io.grpc.StatusRuntimeException;

/**
 * Notices when a server doesn't answer any more. Spark's client would wait forever: this tells the
 * waiting cells, and finally gives up. Costs nothing while no request is pending. Thread-safe.
 */
final class ConnectionWatch implements AutoCloseable {
  private static final long TICK_MILLIS = 1000;

  /** A server reports on a running job every two seconds. */
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final long PING_MILLIS = 4000;

  /** Shorter interruptions of the connection are not reported. */
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(3);

  /**
   * Slightly less than a minute, because the client's waits between its tries don't add up to
   * exactly one.
   */
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(50);

  /** How long an interruption may take before the waiting cells fail. */
  static final long GIVE_UP_SECONDS = 60;

  /** A pending request. */
  final class Pending {
    private final ClientCall<?, ?> call;
    private final Optional<RunningCell> cell;
    private volatile long heard = System.nanoTime();

    private Pending(ClientCall<?, ?> call, Optional<RunningCell> cell) {
      this.call = call;
      this.cell = cell;
    }

    /** Notes that something came from the server. */
    void heard() {
      heard = System.nanoTime();
      answered();
    }

    /** Notes that the server has answered, or nobody waits any more. */
    void ended(Status status) {
      pending.remove(this);
      if (status.getCode() == Status.Code.UNAVAILABLE) {
        silent(System.nanoTime());
        cell.ifPresent(ConnectionWatch.this::tell);
      } else if (status.getCode() != Status.Code.CANCELLED) {
        answered();
      }
    }
  }

  private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
  private final Set<RunningCell> told = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer;
  private volatile ServerLink server;
  private boolean ticking;

  /** When the silence began; 0 while there is none. */
  private long silentSince;

  /** Watches nothing before {@link #begin}. */
  ConnectionWatch() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(null, work, "firesteel-connect-watch", 0, false);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Checks from now on whether the server still answers. */
  void watch(ServerLink link) {
    server = link;
  }

  /** Notes that a request is about to be sent. */
  Pending begin(ClientCall<?, ?> call, Optional<RunningCell> cell) {
    Pending request = new Pending(call, cell);
    pending.add(request);
    schedule();
    return request;
  }

  private synchronized void schedule() {
    if (!ticking && !timer.isShutdown()) {
      ticking = true;
      timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    synchronized (this) {
      ticking = false;
    }
    ServerLink link = server;
    long now = System.nanoTime();
    if (link != null && pending.stream().anyMatch(call -> now - call.heard > SILENT_NANOS)) {
      ping(link);
    }
    if (!pending.isEmpty()) {
      schedule();
    }
  }

  private void ping(ServerLink link) {
    try {
      link.version(PING_MILLIS);
      pending.forEach(Pending::heard);
      answered();
    } catch (StatusRuntimeException e) {
      Status.Code code = e.getStatus().getCode();
      if (code != Status.Code.UNAVAILABLE && code != Status.Code.DEADLINE_EXCEEDED) {
        pending.forEach(Pending::heard); // This counts as an answer too.
        return;
      }
      silent(pending.stream().mapToLong(call -> call.heard).max().orElseGet(System::nanoTime));
      for (Pending call : pending) {
        call.cell.ifPresent(this::tell);
        if (silence() > TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS)) {
          call.call.cancel(ConnectFailure.lost(link.address(), GIVE_UP_SECONDS), null);
        }
      }
    }
  }

  private synchronized void silent(long since) {
    if (silentSince == 0) {
      silentSince = since;
    }
  }

  private synchronized long silence() {
    return silentSince == 0 ? 0 : System.nanoTime() - silentSince;
  }

  /** Whether requests were given up, and nothing was heard since. */
  boolean isLost() {
    return silence() >= LOST_NANOS && pending.isEmpty();
  }

  private void tell(RunningCell cell) {
    if (silence() >= TELL_NANOS && told.add(cell)) {
      cell.outputs()
          .stderr(
              "Spark Connect: no answer from "
                  + server.address()
                  + "; trying again for "
                  + GIVE_UP_SECONDS
                  + " s. Stop the cell to give up.\n");
    }
  }

  private void answered() {
    synchronized (this) {
      if (silentSince == 0) {
        return;
      }
      silentSince = 0;
    }
    for (RunningCell cell : List.copyOf(told)) {
      if (told.remove(cell)) {
        cell.outputs().stderr("Spark Connect: " + server.address() + " answers again.\n");
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
