package firesteel.jupyter.wire;

import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Opens the sockets of a connection, all with the same options. Used by one thread. */
public final class Sockets implements AutoCloseable {
  /** How long the last messages may take to be delivered when the kernel ends. */
  private static final int LINGER_MILLIS = 400;

  private final ConnectionInfo connection;
  private final ZMQ.Context context = ZMQ.context(1);
  private final List<IpcRelay> relays = new ArrayList<>();

  /** Creates it without opening a socket. */
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
   * Returns a bound socket, which the caller owns.
   *
   * @throws IOException when the address is taken or can't be listened on
   */
  ZMQ.Socket bind(SocketType type, int port) throws IOException {
    return bind(type, port, socket -> {});
  }

  /**
   * Returns a bound socket whose options are set before it is bound; see {@link #bind(SocketType,
   * int)}.
   */
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

  /** Closes the sockets; waits a short time for sent messages to be delivered. */
  @Override
  public void close() {
    context.term();
    relays.forEach(IpcRelay::close);
  }
}
