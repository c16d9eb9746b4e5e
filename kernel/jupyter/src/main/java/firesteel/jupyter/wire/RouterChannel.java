package firesteel.jupyter.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A ROUTER socket and the one thread that uses it: shell, control or stdin. Messages that arrive go
 * to a receiver on that thread; messages to send may come from any thread.
 */
public final class RouterChannel {
  /** Then what waits to be sent gets its turn. */
  private static final int MAX_RECEIVED_AT_ONCE = 64;

  /**
   * How long a message waits for its client to be connected. A client says who it is when it
   * connects, and a question may be asked by stdin before it has: sooner there than by shell.
   */
  private static final long SEND_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final int RETRY_MILLIS = 50;

  private record Waiting(List<byte[]> frames, long since) {
    ByteBuffer client() {
      return ByteBuffer.wrap(frames.get(0));
    }
  }

  private final String name;
  private final ZMQ.Socket socket;
  private final ZMQ.Poller poller;
  private final MessageCodec codec;
  private final Wakeup wakeup;
  private final Queue<OutgoingMessage> outgoing = new ConcurrentLinkedQueue<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final Queue<Runnable> whenDrained = new ConcurrentLinkedQueue<>();
  private final BiConsumer<RouterChannel, Message> receiver;
  private final Thread owner;
  private volatile boolean closed;

  /**
   * Opens the socket; nothing is received before {@link #start}.
   *
   * @param receiver called on the channel's thread; must not block
   */
  public RouterChannel(
      String name, Sockets sockets, int port, BiConsumer<RouterChannel, Message> receiver)
      throws IOException {
    this.name = name;
    this.receiver = receiver;
    codec = new MessageCodec(sockets.connection());
    wakeup = new Wakeup();
    socket = sockets.bind(SocketType.ROUTER, port, router -> router.setRouterMandatory(true));
    poller = sockets.poller();
    owner = new Thread(this::own, "firesteel-" + name);
    owner.setDaemon(true);
  }

  /** Starts to receive. */
  public void start() {
    owner.start();
  }

  /** Sends a message, soon. Any thread; messages of one thread keep their order. */
  public void send(OutgoingMessage message) {
    outgoing.add(message);
    wakeup.ring();
  }

  /** Runs something on the channel's thread once all that has arrived by now has been received. */
  public void whenDrained(Runnable action) {
    whenDrained.add(action);
    wakeup.ring();
  }

  /**
   * Sends what waits to be sent and closes the socket; returns when that is done, or in a second.
   */
  public void close() throws InterruptedException {
    closed = true;
    wakeup.ring();
    owner.join(1000);
  }

  private void own() {
    try {
      poller.register(socket, ZMQ.Poller.POLLIN);
      poller.register(wakeup.channel(), ZMQ.Poller.POLLIN);
      while (!closed) {
        poller.poll(waiting.isEmpty() ? -1 : RETRY_MILLIS);
        wakeup.clear();
        if (receive()) {
          for (Runnable action; (action = whenDrained.poll()) != null; ) {
            action.run();
          }
        } else {
          wakeup.ring();
        }
        send();
      }
    } catch (RuntimeException e) {
      if (!closed) {
        log("ended", e);
      }
    } finally {
      socket.close();
      poller.close();
      try {
        wakeup.close();
      } catch (IOException e) {
        log("left a pipe open", e);
      }
    }
  }

  /** Receives what is there; false when there is more. */
  private boolean receive() {
    for (int i = 0; i < MAX_RECEIVED_AT_ONCE; i++) {
      byte[] first = socket.recv(ZMQ.DONTWAIT);
      if (first == null) {
        return true;
      }
      List<byte[]> frames = new ArrayList<>();
      frames.add(first);
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      try {
        receiver.accept(this, codec.decode(frames));
      } catch (IOException e) {
        log("dropped", e);
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        log("failed to take a message", e);
      }
    }
    return false;
  }

  /** Sends what can be sent, oldest first: one client's messages keep their order. */
  private void send() {
    for (OutgoingMessage message; (message = outgoing.poll()) != null; ) {
      waiting.add(new Waiting(codec.encode(message), System.nanoTime()));
    }
    Set<ByteBuffer> absent = new HashSet<>();
    waiting.removeIf(
        message -> {
          if (!absent.contains(message.client()) && sent(message.frames())) {
            return true;
          }
          absent.add(message.client());
          return isLate(message);
        });
  }

  private boolean isLate(Waiting message) {
    boolean late = System.nanoTime() - message.since() > SEND_TIMEOUT_NANOS;
    if (late) {
      LoggerFactory.getLogger(RouterChannel.class)
          .info("{} dropped a message to a client that is not connected", name);
    }
    return late;
  }

  /** Sends a message; false when its client is not connected yet. */
  private boolean sent(List<byte[]> frames) {
    try {
      // Nothing is ever full here. A client that is leaving takes nothing more, and to wait until
      // it has left would be to wait for oneself: its requests have to be received first.
      if (!socket.send(frames.get(0), ZMQ.SNDMORE | ZMQ.DONTWAIT)) {
        return true;
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() == ZMQ.Error.EHOSTUNREACH.getCode()) {
        return false;
      }
      throw e;
    }
    for (int i = 1; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
    return true;
  }

  private void log(String what, Throwable e) {
    LoggerFactory.getLogger(RouterChannel.class).warn("{} {}: {}", name, what, e.toString());
  }
}
