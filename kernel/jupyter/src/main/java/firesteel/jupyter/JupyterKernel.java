package firesteel.jupyter;

import firesteel.api.session.Session;
import firesteel.jupyter.wire.ConnectionInfo;
import java.io.IOException;
import java.nio.file.Path;

/** Runs a Jupyter kernel: connects a {@link Session} to clients over the Jupyter protocol. */
public final class JupyterKernel {
  private JupyterKernel() {}

  /**
   * Serves a Jupyter client until it requests a shutdown, the process is asked to end, or the
   * process that started the kernel has ended; then closes the session and returns within two
   * seconds. The caller should then end the JVM: user code may have left threads that nothing can
   * stop.
   *
   * @param connectionFile the file in which the client names the sockets to open and the key
   * @param session started as soon as the sockets are open
   * @throws IOException when the connection file can't be read or a socket can't be opened; the
   *     message says what to do
   */
  public static void run(Path connectionFile, Session session, KernelIdentity identity)
      throws IOException {
    ConnectionInfo connection = ConnectionInfo.read(connectionFile);
    KernelServer server = KernelServer.open(connection, session, identity);
    ProcessEvents events = ProcessEvents.watch(session::interrupt, server::requestShutdown);
    try {
      session.start();
      server.awaitShutdown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
      events.close();
    }
  }
}
