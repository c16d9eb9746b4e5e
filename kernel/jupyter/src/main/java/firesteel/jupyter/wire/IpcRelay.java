package firesteel.jupyter.wire;

import firesteel.api.file.OwnerOnly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;

/**
 * Implements the ipc transport, which JeroMQ 0.6 lacks: its {@code ipc://} is TCP under another
 * name, which no other ZeroMQ understands. Listens on a Unix domain socket, as libzmq does, and
 * passes the bytes to the ZeroMQ socket, which listens on a loopback port. That port only accepts
 * connections from here: others are closed before their first byte is read.
 */
final class IpcRelay {
  private final ServerSocketChannel server;
  private final Path path;
  private final InetSocketAddress target;
  private final Set<SocketAddress> ours;

  private IpcRelay(
      ServerSocketChannel server, Path path, InetSocketAddress target, Set<SocketAddress> ours) {
    this.server = server;
    this.path = path;
    this.target = target;
    this.ours = ours;
  }

  /** Makes a socket reachable at a path. */
  static IpcRelay open(String path, ZMQ.Socket socket) throws IOException {
    Set<SocketAddress> ours = ConcurrentHashMap.newKeySet();
    socket.setEventHook(event -> closeForeignConnections(event, ours), ZMQ.EVENT_ACCEPTED);
    socket.bind("tcp://127.0.0.1:*");
    String endpoint = socket.getLastEndpoint();
    int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    Path file = Path.of(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      Files.deleteIfExists(file);
      server.bind(UnixDomainSocketAddress.of(file));
      OwnerOnly.restrict(file);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    IpcRelay relay =
        new IpcRelay(
            server, file, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ours);
    start("firesteel-ipc", relay::accept);
    return relay;
  }

  /**
   * Closes connections that were not opened here; runs on JeroMQ's thread before it reads from
   * them.
   */
  private static void closeForeignConnections(ZEvent event, Set<SocketAddress> ours) {
    Object channel = event.getValue();
    if (channel instanceof SocketChannel connection) {
      try {
        if (!ours.contains(connection.getRemoteAddress())) {
          connection.shutdownInput();
          connection.shutdownOutput();
        }
      } catch (IOException gone) {
        // It has disconnected itself.
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        try {
          connect(client);
        } catch (IOException e) {
          client.close();
          log(e);
        }
      }
    } catch (IOException e) {
      if (server.isOpen()) {
        log(e);
      }
    }
  }

  private void connect(SocketChannel client) throws IOException {
    SocketChannel inside = SocketChannel.open();
    inside.bind(new InetSocketAddress(target.getAddress(), 0));
    SocketAddress address = inside.getLocalAddress();
    ours.add(address);
    try {
      inside.connect(target);
    } catch (IOException e) {
      ours.remove(address);
      inside.close();
      throw e;
    }
    start("firesteel-ipc-in", () -> copyBytes(client, inside, address));
    start("firesteel-ipc-out", () -> copyBytes(inside, client, address));
  }

  private void copyBytes(SocketChannel from, SocketChannel to, SocketAddress address) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException closed) {
      // One side was closed; closing the other tells it.
    } finally {
      ours.remove(address);
    }
  }

  void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log(e);
    }
  }

  private void log(IOException e) {
    LoggerFactory.getLogger(IpcRelay.class).warn("ipc {}: {}", path, e.toString());
  }

  private static void start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }
}
