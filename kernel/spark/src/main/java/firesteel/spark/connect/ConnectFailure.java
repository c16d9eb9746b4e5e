package firesteel.spark.connect;

import java.net.UnknownHostException;
import java.util.Locale;
import org.sparkproject.io.grpc.Status;
import org.sparkproject.io.grpc.StatusRuntimeException;

/** Explains why a server can't be reached, and what to do. */
final class ConnectFailure {
  private ConnectFailure() {}

  /** Returns the message for a request that was given up. */
  static String lost(String address, long seconds) {
    return "no answer from " + address + " for " + seconds + " s";
  }

  /**
   * Explains the failure of a first request.
   *
   * @param address the server's host and port
   * @param secure whether TLS was asked for
   * @param hasToken whether a token was sent; it isn't shown
   * @param millis how long the client has waited
   */
  static String explain(
      StatusRuntimeException failure,
      String address,
      boolean secure,
      boolean hasToken,
      long millis) {
    Status status = failure.getStatus();
    String said = causes(failure);
    String what = "Spark Connect at " + address + ": ";
    return switch (status.getCode()) {
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          what
              + "the server refused the "
              + (hasToken ? "token." : "connection: it wants a token.")
              + "\nAdd ;token=... to the address, as the server's operator gave it.";
      case DEADLINE_EXCEEDED ->
          what
              + "no answer within "
              + millis / 1000
              + " s.\nIs the address right, and does no firewall or proxy stand between?"
              + " What answers there may be no Connect server"
              + (secure ? "." : ", or one that wants TLS: add ;use_ssl=true.");
      case UNIMPLEMENTED -> what + "what answers there is not a Spark Connect server." + portHint();
      default -> what + unavailable(status, said, secure);
    };
  }

  private static String unavailable(Status status, String said, boolean secure) {
    if (said.contains("connection refused")) {
      return "the connection was refused: nothing listens there."
          + "\nIs the server started, and is the port that of Spark Connect (by default 15002)?";
    }
    if (said.contains(UnknownHostException.class.getSimpleName().toLowerCase(Locale.ROOT))
        || said.contains("unable to resolve host")) {
      return "there is no host of that name.\nCheck the name, and that this machine's DNS knows it.";
    }
    if (said.contains("not an ssl/tls record")) {
      return "the server doesn't speak TLS, which use_ssl=true and a token ask for."
          + "\nLeave them out, or connect to the TLS port of its proxy. (A token goes without TLS to"
          + " the host name localhost only.)";
    }
    if (secure && said.contains("ssl")) {
      return "TLS failed: the server's certificate isn't trusted by this Java, or is for another"
          + " name.\nImport it into a trust store, and start the kernel with"
          + " JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=...";
    }
    if (!secure
        && (said.contains("network closed")
            || said.contains("http/2")
            || said.contains("settings")
            || said.contains("connection reset"))) {
      return "what answers there doesn't speak Spark Connect without TLS."
          + "\nIf the server wants TLS, add ;use_ssl=true to the address."
          + portHint();
    }
    return "it can't be reached: "
        + String.valueOf(status.getDescription()).lines().findFirst().orElse("")
        + "."
        + portHint();
  }

  private static String portHint() {
    return "\nThe port of Spark Connect is 15002 by default; 7077 is a standalone master"
        + " (spark://), 8080 and 4040 are web pages.";
  }

  /** Returns the messages of the whole chain of exceptions, in lower case. */
  private static String causes(Throwable thrown) {
    StringBuilder said = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < 10; i++) {
      said.append(i == 0 ? "" : "; ").append(cause.getClass().getSimpleName());
      said.append(": ").append(cause.getMessage());
      cause = cause.getCause();
    }
    return said.toString().toLowerCase(Locale.ROOT);
  }
}
