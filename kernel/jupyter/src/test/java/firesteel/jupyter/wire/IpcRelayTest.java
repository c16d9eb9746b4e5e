package firesteel.jupyter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

@DisabledOnOs(OS.WINDOWS)
class IpcRelayTest {
  /** What every ZeroMQ peer sends first (ZMTP 3): signature, version, mechanism. */
  private static final int GREETING_BYTES = 64;

  @TempDir Path folder;
  private Path path;
  private Sockets sockets;
  private ZMQ.Socket socket;

  @BeforeEach
  void open() throws IOException {
    path = folder.resolve("with space-0");
    sockets = new Sockets(Wires.connection("ipc", folder.resolve("with space").toString()));
    socket = sockets.bind(SocketType.ROUTER, 0);
  }

  @AfterEach
  void close() {
    socket.close();
    sockets.close();
  }

  private static ByteBuffer read(SocketChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(GREETING_BYTES);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // Reads until the greeting is complete or the other side has closed.
    }
    return bytes.flip();
  }

  /** The part of a greeting that a peer replies to. */
  private static ByteBuffer greeting() {
    ByteBuffer bytes = ByteBuffer.allocate(GREETING_BYTES);
    bytes.put((byte) 0xff).putLong(1).put((byte) 0x7f).put((byte) 3).put((byte) 0);
    bytes.put("NULL".getBytes(StandardCharsets.US_ASCII));
    return bytes.position(0);
  }

  @Test
  void a_client_at_the_path_is_greeted_by_the_zeromq_socket() throws IOException {
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      client.write(greeting());

      ByteBuffer answer = read(client);

      assertThat(answer.remaining()).isEqualTo(GREETING_BYTES);
      assertThat(answer.get(0)).isEqualTo((byte) 0xff);
      assertThat(answer.get(9)).isEqualTo((byte) 0x7f);
    }
  }

  @Test
  void a_stranger_on_the_loopback_port_gets_no_handshake() throws IOException {
    String endpoint = socket.getLastEndpoint();
    int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    try (SocketChannel stranger = SocketChannel.open(new InetSocketAddress("127.0.0.1", port))) {
      stranger.write(greeting());

      assertThat(read(stranger).remaining()).isLessThan(GREETING_BYTES);
    } catch (IOException reset) {
      // A reset connection is as good as a closed one.
    }
  }

  @Test
  void the_socket_file_is_its_owners_alone_and_goes_with_the_kernel() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");

    socket.close();
    sockets.close();

    assertThat(path).doesNotExist();
  }
}
