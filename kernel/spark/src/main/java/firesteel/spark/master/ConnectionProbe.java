package firesteel.spark.master;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Checks whether something accepts connections at an address. */
final class ConnectionProbe {
  private static final int MAX_CONNECT_MILLIS = 5000;

  private ConnectionProbe() {}

  /**
   * Returns why the address can't be reached; empty when a connection was accepted.
   *
   * @param timeout how long to try, five seconds at most
   * @param advice what to check when nothing listens there
   */
  static Optional<String> problem(Target.Address address, Duration timeout, String advice) {
    InetSocketAddress socketAddress = new InetSocketAddress(address.host(), address.port());
    if (socketAddress.isUnresolved()) {
      return Optional.of(
          "There is no host \"" + address.host() + "\". Check the name in the master's URL.");
    }
    int millis = (int) Math.min(MAX_CONNECT_MILLIS, timeout.toMillis());
    try (Socket socket = new Socket()) {
      socket.connect(socketAddress, millis);
      return Optional.empty();
    } catch (SocketTimeoutException e) {
      return Optional.of(
          address
              + " does not answer within "
              + Math.max(1, millis / 1000)
              + " s. Is the host up, and does a firewall let this port through?");
    } catch (IOException e) {
      return Optional.of(
          "Nothing takes connections at " + address + " (" + e.getMessage() + "). " + advice);
    }
  }
}
