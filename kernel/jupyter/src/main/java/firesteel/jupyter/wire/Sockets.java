package firesteel.jupyter.wire;

import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Opens the sockets of a connection, all with the same care. Used by one thread. */
public final class Sockets implements AutoCloseable {
  /** How long what was sent last may take to leave when the kernel ends. */
  private static final int LINGER_MILLIS = 400;

  private final ConnectionInfo connection;
  private final ZMQ.Context context = ZMQ.context(1);
  private final List<IpcRelay> relays = new ArrayList<>();

  /** Opens nothing yet. */
  public Sockets(ConnectionInfo connection) {
    this.connection = connection;
  }

  ConnectionInfo connection() {
    return connection;
  }

  ZMQ.Poller poller() {
    return context.poller(2);
  }

  /**
   * A bound socket; who gets it owns it.
   *
   * @throws IOException when the address is taken or can't be listened on
   */
  ZMQ.Socket bind(SocketType type, int port) throws IOException {
    return bind(type, port, socket -> {});
  }

  /** As {@link #bind(SocketType, int)}, with options that must be set before. */
  ZMQ.Socket bind(SocketType type, int port, Consumer<ZMQ.Socket> options) throws IOException {
    ZMQ.Socket socket = context.socket(type);
    socket.setLinger(LINGER_MILLIS);
    socket.setHWM(0);
    options.accept(socket);
    connection
        .curve()
        .ifPresent(
            keys -> {
              socket.setCurveServer(true);
              socket.setCurvePublicKey(ZMQ.Curve.z85Decode(keys.publicKey()));
              socket.setCurveSecretKey(ZMQ.Curve.z85Decode(keys.secretKey()));
            });
    String where = connection.transport() + "://" + connection.ip();
    try {
      if (connection.transport().equals("ipc")) {
        where += "-" + port;
        relays.add(IpcRelay.open(connection.ip() + "-" + port, socket));
      } else {
        where += ":" + (port == 0 ? "*" : port);
        socket.bind(where);
      }
    } catch (ZMQException | BindException e) {
      socket.close();
      throw new IOException(
          "can't listen on " + where + ": " + e.getMessage() + "; start the kernel again", e);
    }
    return socket;
  }

  /** Ends the sockets; waits until what was sent has left, but not for long. */
  @Override
  public void close() {
    context.term();
    relays.forEach(IpcRelay::close);
  }
}
