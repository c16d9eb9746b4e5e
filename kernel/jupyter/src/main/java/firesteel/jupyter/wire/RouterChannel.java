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
 * Runs a ROUTER socket (shell, control or stdin) on a thread of its own. Received messages go to a
 * receiver on that thread; any thread may send messages.
 */
public final class RouterChannel {
  /** How many messages are received before queued messages are sent. */
  private static final int MAX_RECEIVED_AT_ONCE = 64;

  /**
   * How long a message waits for its client to connect: a client may send its first cell on the
   * shell channel before its stdin channel is connected.
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

  /**
   * Queues a message to be sent. May be called by any thread; messages of one thread keep their
   * order.
   */
  public void send(OutgoingMessage message) {
    outgoing.add(message);
    wakeup.ring();
  }

  /** Runs an action on the channel's thread after all messages that have arrived by now. */
  public void whenDrained(Runnable action) {
    whenDrained.add(action);
    wakeup.ring();
  }

  /** Sends the queued messages and closes the socket; takes at most a second. */
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

  /** Receives waiting messages; returns false when there are more. */
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

  /** Sends queued messages, oldest first: messages of one client keep their order. */
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

  /** Sends a message; returns false when its client is not connected yet. */
  private boolean sent(List<byte[]> frames) {
    try {
      // No queue is ever full here. A client that disconnects accepts no more messages, and waiting
      // until it has disconnected would be a deadlock, since its requests have to be received
      // first.
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
