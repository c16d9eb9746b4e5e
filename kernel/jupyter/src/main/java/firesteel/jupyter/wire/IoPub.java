package firesteel.jupyter.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Publishes all output on the XPUB socket, on a thread of its own. Every subscriber gets a welcome
 * message (JEP 65). No output is lost, and the queue is bounded: the publisher waits for a slow
 * subscriber, and then writers of streams wait too. A subscriber that hasn't read for ten seconds
 * misses messages until it reads again, so that it can't block the others.
 */
public final class IoPub {
  /** How many messages a subscriber may be behind before the publisher waits for it. */
  private static final int HIGH_WATER_MARK = 500;

  private static final int SEND_TIMEOUT_MILLIS = 200;
  private static final long SEND_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** How many bytes may be queued before writers of streams have to wait. */
  private static final long MAX_WAITING_BYTES = 8L << 20;

  /** How long text may wait for more text to go with it. */
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** A buffer of text that waits for more. */
  public interface Batch {
    /** Publishes the waiting text. Called on the publisher's thread. */
    void flushDue();
  }

  private record Due(Batch batch, long nanoTime) {}

  private final OutgoingMessage.Factory messages;
  private final ZMQ.Socket socket;
  private final ZMQ.Poller poller;
  private final MessageCodec codec;
  private final Wakeup wakeup;
  private final Queue<OutgoingMessage> outgoing = new ConcurrentLinkedQueue<>();
  private final Queue<Due> batches = new ConcurrentLinkedQueue<>();
  private final Thread owner = new Thread(this::own, "firesteel-iopub");
  private final Object room = new Object();
  private long waiting;
  private volatile boolean closed;

  /** Opens the socket; nothing is sent before {@link #start}. */
  public IoPub(Sockets sockets, int port, OutgoingMessage.Factory messages) throws IOException {
    this.messages = messages;
    codec = new MessageCodec(sockets.connection());
    wakeup = new Wakeup();
    socket =
        sockets.bind(
            SocketType.XPUB,
            port,
            xpub -> {
              xpub.setXpubVerbose(true);
              xpub.setXpubNoDrop(true);
              xpub.setSndHWM(HIGH_WATER_MARK);
              xpub.setSendTimeOut(SEND_TIMEOUT_MILLIS);
            });
    poller = sockets.poller();
    owner.setDaemon(true);
  }

  /** The address that subscribers connect to. */
  String endpoint() {
    return socket.getLastEndpoint();
  }

  /** Starts to send. */
  public void start() {
    owner.start();
  }

  /**
   * Publishes a message. May be called by any thread; messages of one thread keep their order.
   *
   * @param topic the topic that subscribers may filter by
   * @param parentHeader the header of the request that this belongs to; null for none
   * @throws IllegalArgumentException when the content has values that JSON can't represent
   */
  public void publish(
      String topic,
      String type,
      byte[] parentHeader,
      Map<String, Object> metadata,
      Map<String, Object> content,
      List<byte[]> buffers) {
    OutgoingMessage message =
        messages.message(
            List.of(topic.getBytes(StandardCharsets.UTF_8)),
            type,
            parentHeader,
            metadata,
            content,
            buffers);
    synchronized (room) {
      waiting += message.size();
    }
    outgoing.add(message);
    wakeup.ring();
  }

  /** Publishes a message that has neither metadata nor buffers. */
  public void publish(String type, byte[] parentHeader, Map<String, Object> content) {
    publish(
        "kernel." + messages.session() + "." + type,
        type,
        parentHeader,
        Map.of(),
        content,
        List.of());
  }

  /** Schedules a batch to be flushed. May be called by any thread. */
  public void flushSoon(Batch batch) {
    batches.add(new Due(batch, System.nanoTime() + BATCH_NANOS));
    wakeup.ring();
  }

  /** Waits while the queue is full; ends early when the calling thread is interrupted. */
  public void awaitCapacity() {
    synchronized (room) {
      try {
        while (waiting > MAX_WAITING_BYTES && !closed) {
          room.wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Sends the queued messages and closes the socket; takes at most a second. */
  public void close() throws InterruptedException {
    closed = true;
    synchronized (room) {
      room.notifyAll();
    }
    wakeup.ring();
    owner.join(1000);
  }

  private void own() {
    try {
      poller.register(socket, ZMQ.Poller.POLLIN);
      poller.register(wakeup.channel(), ZMQ.Poller.POLLIN);
      while (!closed) {
        poller.poll(millisToNextBatch());
        wakeup.clear();
        welcomeSubscribers();
        flushBatches(false);
        send();
      }
      flushBatches(true);
      send();
    } catch (RuntimeException e) {
      if (!closed) {
        LoggerFactory.getLogger(IoPub.class).error("iopub ended: {}", e.toString());
      }
    } finally {
      closed = true;
      socket.close();
      poller.close();
      try {
        wakeup.close();
      } catch (IOException e) {
        LoggerFactory.getLogger(IoPub.class).warn("iopub left a pipe open: {}", e.toString());
      }
    }
  }

  private long millisToNextBatch() {
    Due next = batches.peek();
    if (next == null) {
      return -1;
    }
    long nanos = next.nanoTime() - System.nanoTime();
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
  }

  private void flushBatches(boolean all) {
    long now = System.nanoTime();
    for (Due next; (next = batches.peek()) != null; ) {
      if (!all && next.nanoTime() - now > 0) {
        return;
      }
      batches.poll();
      next.batch().flushDue();
    }
  }

  private void welcomeSubscribers() {
    for (byte[] request; (request = socket.recv(ZMQ.DONTWAIT)) != null; ) {
      if (request.length > 0 && request[0] == 1) {
        String topic = new String(request, 1, request.length - 1, StandardCharsets.UTF_8);
        List<byte[]> prefix =
            topic.isEmpty() ? List.of() : List.of(topic.getBytes(StandardCharsets.UTF_8));
        send(
            messages.message(
                prefix, "iopub_welcome", null, Map.of(), Map.of("subscription", topic), List.of()));
      }
    }
  }

  private void send() {
    for (OutgoingMessage message; (message = outgoing.poll()) != null; ) {
      send(message);
      synchronized (room) {
        waiting -= message.size();
        if (waiting <= MAX_WAITING_BYTES / 2) {
          room.notifyAll();
        }
      }
    }
  }

  private void send(OutgoingMessage message) {
    List<byte[]> frames = codec.encode(message);
    long start = System.nanoTime();
    boolean sent = false;
    while (!sent) {
      sent = socket.send(frames.get(0), ZMQ.SNDMORE);
      if (!sent && (closed || System.nanoTime() - start > SEND_TIMEOUT_NANOS)) {
        LoggerFactory.getLogger(IoPub.class)
            .warn("a client does not read its iopub socket; it misses output until it does");
        socket.setXpubNoDrop(false);
        try {
          sent = socket.send(frames.get(0), ZMQ.SNDMORE);
        } finally {
          socket.setXpubNoDrop(true);
        }
      }
    }
    for (int i = 1; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }
}
