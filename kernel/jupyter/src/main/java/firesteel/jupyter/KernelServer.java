package firesteel.jupyter;

import static firesteel.jupyter.Dispatcher.Where.AT_ONCE;
import static firesteel.jupyter.Dispatcher.Where.BESIDE_CELLS;
import static firesteel.jupyter.Dispatcher.Where.WITH_CELLS;

import firesteel.api.session.Session;
import firesteel.jupyter.wire.ConnectionInfo;
import firesteel.jupyter.wire.Heartbeat;
import firesteel.jupyter.wire.IoPub;
import firesteel.jupyter.wire.OutgoingMessage;
import firesteel.jupyter.wire.RouterChannel;
import firesteel.jupyter.wire.Sockets;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Opens the five sockets of a kernel and connects them to their handlers. The path of a cell:
 * shell's {@link RouterChannel} -> {@link Dispatcher} -> its subshell's {@link RequestThread} ->
 * {@link ExecuteHandler} -> {@link Session}, and back through {@link RequestOutputs} -> {@link
 * IoPub}.
 */
final class KernelServer implements AutoCloseable {
  /**
   * How long closing the session may take: the kernel must have ended two seconds after its
   * shutdown reply.
   */
  private static final long SESSION_CLOSE_MILLIS = 1200;

  private static final long SOCKETS_CLOSE_MILLIS = 600;

  private final Session session;
  private final Sockets sockets;
  private final IoPub iopub;
  private final RouterChannel shell;
  private final RouterChannel control;
  private final RouterChannel stdin;
  private final CountDownLatch shutdown = new CountDownLatch(1);

  /**
   * Opens the sockets and starts to answer.
   *
   * @throws IOException when a socket can't be opened
   */
  static KernelServer open(ConnectionInfo connection, Session session, KernelIdentity identity)
      throws IOException {
    return new KernelServer(connection, new Sockets(connection), session, identity);
  }

  private KernelServer(
      ConnectionInfo connection, Sockets sockets, Session session, KernelIdentity identity)
      throws IOException {
    this.session = session;
    this.sockets = sockets;
    OutgoingMessage.Factory messages = new OutgoingMessage.Factory();
    iopub = new IoPub(sockets, connection.iopubPort(), messages);
    InputRequests input = new InputRequests(messages);
    stdin = new RouterChannel("stdin", sockets, connection.stdinPort(), input::accept);
    input.connect(stdin);
    Subshells subshells = new Subshells(this::whenAllArrived);
    Dispatcher dispatcher =
        new Dispatcher(
            messages,
            message -> new RequestOutputs(iopub, input, message),
            subshells,
            new RequestThread("questions", this::whenAllArrived),
            session::interruptible);
    KernelHandlers kernel =
        new KernelHandlers(connection, identity, session, this::requestShutdown);
    QuestionHandlers questions = new QuestionHandlers(session);
    CommHandlers comms = new CommHandlers(session, iopub);
    dispatcher
        .route("kernel_info_request", AT_ONCE, kernel::kernelInfo)
        .route("connect_request", AT_ONCE, kernel::connect)
        .route("interrupt_request", AT_ONCE, kernel::interrupt)
        .route("shutdown_request", AT_ONCE, kernel::shutdown)
        .route("debug_request", AT_ONCE, kernel::debug)
        .route("create_subshell_request", AT_ONCE, subshells::create)
        .route("delete_subshell_request", AT_ONCE, subshells::delete)
        .route("list_subshell_request", AT_ONCE, subshells::list)
        .route("comm_info_request", AT_ONCE, comms::info)
        .route("complete_request", BESIDE_CELLS, questions::complete)
        .route("inspect_request", BESIDE_CELLS, questions::inspect)
        .route("is_complete_request", BESIDE_CELLS, questions::isComplete)
        .route("history_request", BESIDE_CELLS, questions::history)
        .route("execute_request", WITH_CELLS, new ExecuteHandler(session, subshells))
        .route("comm_open", WITH_CELLS, comms::open)
        .route("comm_msg", WITH_CELLS, comms::message)
        .route("comm_close", WITH_CELLS, comms::close);
    shell = new RouterChannel("shell", sockets, connection.shellPort(), dispatcher::accept);
    control = new RouterChannel("control", sockets, connection.controlPort(), dispatcher::accept);
    new Heartbeat(sockets, connection.heartbeatPort());
    session.comms().connect(comms);
    iopub.start();
    iopub.publish("status", null, Map.of("execution_state", "starting"));
    stdin.start();
    control.start();
    shell.start();
  }

  private void whenAllArrived(Runnable action) {
    shell.whenDrained(action);
  }

  /** Makes {@link #awaitShutdown} return. May be called by any thread. */
  void requestShutdown() {
    shutdown.countDown();
  }

  /** Waits until a shutdown is requested. */
  void awaitShutdown() throws InterruptedException {
    shutdown.await();
  }

  /** Closes the session and the sockets, within two seconds whatever the session does. */
  @Override
  public void close() {
    boundedBy(SESSION_CLOSE_MILLIS, "session", session::close);
    session.comms().connect(null);
    boundedBy(
        SOCKETS_CLOSE_MILLIS,
        "sockets",
        () -> {
          shell.close();
          control.close();
          stdin.close();
          iopub.close();
          sockets.close();
        });
  }

  private interface Closing {
    void run() throws InterruptedException;
  }

  private static void boundedBy(long millis, String what, Closing closing) {
    CountDownLatch done = new CountDownLatch(1);
    Thread closer =
        new Thread(
            () -> {
              try {
                closing.run();
              } catch (InterruptedException | RuntimeException e) {
                LoggerFactory.getLogger(KernelServer.class).warn("closing the {} failed", what, e);
              } finally {
                done.countDown();
              }
            },
            "firesteel-close-" + what);
    closer.setDaemon(true);
    closer.start();
    try {
      if (!done.await(millis, TimeUnit.MILLISECONDS)) {
        LoggerFactory.getLogger(KernelServer.class)
            .warn("closing the {} takes long; the process ends without waiting for it", what);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
