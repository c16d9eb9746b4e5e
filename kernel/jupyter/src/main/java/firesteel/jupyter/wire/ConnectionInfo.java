package firesteel.jupyter.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a connection file. Follows <a
 * href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files">connection
 * files</a> of jupyter_client, with the CURVE keys as its version 8.10 writes them.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param ip the address to listen on, or for ipc the start of the sockets' paths
 * @param key the key for signing messages; empty for unsigned messages
 * @param macAlgorithm the signatures' algorithm, as {@link javax.crypto.Mac} names it
 * @param curve the key pair for encrypted sockets; empty for unencrypted ones
 */
public record ConnectionInfo(
    String transport,
    String ip,
    int shellPort,
    int controlPort,
    int stdinPort,
    int iopubPort,
    int heartbeatPort,
    byte[] key,
    String macAlgorithm,
    Optional<CurveKeys> curve) {

  /** A CurveZMQ key pair, each key as 40 characters of Z85. */
  public record CurveKeys(String publicKey, String secretKey) {
    /** Never shows a key. */
    @Override
    public String toString() {
      return "CurveKeys[hidden]";
    }
  }

  /**
   * Reads a connection file.
   *
   * @throws IOException when it is missing or wrong; the message says what is wrong
   */
  public static ConnectionInfo read(Path file) throws IOException {
    Map<String, Object> json;
    try {
      json = WireJson.readObject(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "the connection file " + file + " does not exist; a Jupyter client writes it", e);
    } catch (IOException e) {
      throw new IOException("the connection file " + file + " can't be read: " + e.getMessage(), e);
    }
    try {
      return of(json);
    } catch (IllegalArgumentException e) {
      throw new IOException("the connection file " + file + " is wrong: " + e.getMessage(), e);
    }
  }

  private static ConnectionInfo of(Map<String, Object> json) {
    String transport = text(json, "transport", "tcp");
    if (!transport.equals("tcp") && !transport.equals("ipc")) {
      throw new IllegalArgumentException(
          "the transport '" + transport + "' is unknown; use tcp or ipc");
    }
    String publicKey = text(json, "curve_publickey", "");
    String secretKey = text(json, "curve_secretkey", "");
    return new ConnectionInfo(
        transport,
        text(json, "ip", "127.0.0.1"),
        port(json, "shell_port"),
        port(json, "control_port"),
        port(json, "stdin_port"),
        port(json, "iopub_port"),
        port(json, "hb_port"),
        text(json, "key", "").getBytes(StandardCharsets.UTF_8),
        macAlgorithm(text(json, "signature_scheme", "hmac-sha256")),
        secretKey.isEmpty() ? Optional.empty() : Optional.of(new CurveKeys(publicKey, secretKey)));
  }

  private static String macAlgorithm(String scheme) {
    if (!scheme.matches("hmac-[a-z0-9]+")) {
      throw new IllegalArgumentException(
          "the signature scheme '" + scheme + "' is unknown; use hmac-sha256");
    }
    return "Hmac" + scheme.substring("hmac-".length()).toUpperCase(Locale.ROOT);
  }

  private static String text(Map<String, Object> json, String name, String otherwise) {
    Object value = json.get(name);
    return value == null ? otherwise : value.toString();
  }

  private static int port(Map<String, Object> json, String name) {
    if (json.get(name) instanceof Integer port && port >= 0 && port <= 65535) {
      return port;
    }
    throw new IllegalArgumentException("'" + name + "' must be a port but is " + json.get(name));
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "ConnectionInfo[" + transport + "://" + ip + ", shell " + shellPort + "]";
  }
}
