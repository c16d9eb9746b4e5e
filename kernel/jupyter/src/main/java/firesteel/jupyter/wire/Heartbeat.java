package firesteel.jupyter.wire;

import java.io.IOException;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Echoes heartbeat messages on a REP socket, on a thread of its own. */
public final class Heartbeat {
  private final ZMQ.Socket socket;

  /** Opens the socket and starts to echo; ends with the {@link Sockets}. */
  public Heartbeat(Sockets sockets, int port) throws IOException {
    socket = sockets.bind(SocketType.REP, port);
    Thread owner = new Thread(this::own, "firesteel-heartbeat");
    owner.setDaemon(true);
    owner.start();
  }

  private void own() {
    try {
      while (true) {
        byte[] beat = socket.recv();
        if (beat == null) {
          return;
        }
        socket.send(beat, socket.hasReceiveMore() ? ZMQ.SNDMORE : 0);
      }
    } catch (ZMQException ended) {
      // The context was terminated: the kernel ends.
    } finally {
      socket.close();
    }
  }
}
