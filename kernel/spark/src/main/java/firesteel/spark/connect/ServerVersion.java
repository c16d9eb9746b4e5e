package firesteel.spark.connect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a server, compared with the client's.
 *
 * @param text the version as the server reports it, such as {@code 4.1.2}
 * @param major its first part; 0 when unknown
 * @param minor its second part
 */
record ServerVersion(String text, int major, int minor) {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  static ServerVersion parse(String text) {
    Matcher version = VERSION.matcher(text);
    return version.matches()
        ? new ServerVersion(
            text, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))
        : new ServerVersion(text, 0, 0);
  }

  /** Returns the version of the client in this Java. */
  static ServerVersion ofClient() {
    return parse(org.apache.spark.package$.MODULE$.SPARK_VERSION());
  }

  /** Describes what won't work with a client of that version; empty when everything will. */
  Optional<String> limits(ServerVersion client) {
    if (major == 0 || major > client.major || major == client.major && minor >= client.minor) {
      return Optional.empty();
    }
    String older =
        "The server (Spark " + text + ") is older than this client (" + client.text + ")";
    return Optional.of(
        major < client.major
            ? older
                + ": SQL and built-in functions work; lambdas, UDFs of the notebook and"
                + " createDataset fail."
            : older + ": createDataset and createDataFrame from lists of the notebook fail.");
  }
}
