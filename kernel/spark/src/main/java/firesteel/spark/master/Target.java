package firesteel.spark.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Spark runs: the URL of a master or of a Spark Connect server.
 *
 * @param kind what it is
 * @param url the value of {@code spark.master}, or {@code sc://...}; may hold a token: show {@link
 *     #shown} instead
 */
public record Target(Kind kind, String url) {
  /** What runs the executors. */
  public enum Kind {
    /** Threads of this process. */
    LOCAL,
    /** A master and workers in this process, executors in processes of their own. */
    LOCAL_CLUSTER,
    /** Spark's own cluster. */
    STANDALONE,
    /** A Hadoop cluster. */
    YARN,
    /** Pods of a Kubernetes cluster. */
    KUBERNETES,
    /** A server that holds the driver too. */
    CONNECT,
    /** A master that a plug-in of Spark may know. */
    OTHER
  }

  /** The forms that {@code %spark connect} accepts, for messages. */
  public static final String FORMS =
      "local[*], local[N], local-cluster[workers,cores,megabytes], spark://host:port[,host2:port2],"
          + " yarn, k8s://https://host:port, sc://host:port, @profile, or cluster: the one that"
          + " %cluster start started, or its name";

  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|\\d+)(,\\s*\\d+)?])?");
  private static final Pattern LOCAL_CLUSTER =
      Pattern.compile("local-cluster\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*]");
  private static final Pattern WITH_NUMBERS = Pattern.compile("local(-cluster)?\\[[\\d*,\\s]+]");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int DIGITS_OF_INT = 9;

  private static final Pattern KUBERNETES =
      Pattern.compile("k8s://(https?://)?(\\[[^]\\s]+]|[^/:\\s]+)(:\\d{1,5})?(/\\S*)?");
  private static final Pattern CONNECT_SECRET = Pattern.compile("(?i)(;token=)[^;]*");

  /** Requires both values. */
  public Target {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(url, "url");
  }

  /**
   * Parses what a user typed.
   *
   * @throws IllegalArgumentException when it is not a target; the message lists the valid forms
   */
  public static Target parse(String text) {
    String url = text.strip();
    if (WITH_NUMBERS.matcher(url).matches()) {
      checkNumbers(url);
    }
    if (LOCAL.matcher(url).matches()) {
      return new Target(Kind.LOCAL, url);
    }
    if (LOCAL_CLUSTER.matcher(url).matches()) {
      return new Target(Kind.LOCAL_CLUSTER, url.replaceAll("\\s", ""));
    }
    if (url.startsWith("spark://")) {
      Target target = new Target(Kind.STANDALONE, url);
      target.addresses(); // Throws when malformed.
      return target;
    }
    if (url.equals("yarn")) {
      return new Target(Kind.YARN, url);
    }
    if (KUBERNETES.matcher(url).matches()) {
      return new Target(Kind.KUBERNETES, url);
    }
    if (url.matches("sc://[^/].*")) {
      return new Target(Kind.CONNECT, url);
    }
    throw new IllegalArgumentException("\"" + url + "\" is no target. Targets are " + FORMS + ".");
  }

  private static void checkNumbers(String url) {
    Matcher number = NUMBER.matcher(url);
    while (number.find()) {
      String digits = number.group().replaceFirst("^0+(?=.)", "");
      if (digits.equals("0") || digits.length() > DIGITS_OF_INT) {
        throw new IllegalArgumentException(
            "\""
                + url
                + "\" can't be: "
                + number.group()
                + (digits.equals("0") ? " is too few" : " is too many")
                + ", as "
                + (url.startsWith("local-cluster")
                    ? "local-cluster[workers,cores,megabytes] has at least one of each."
                    : "local[N] has N threads; local[*] has one for each core."));
      }
    }
  }

  /**
   * Returns the target of a value of {@code spark.master}; unknown forms are left for Spark to
   * judge.
   */
  public static Target ofMaster(String master) {
    try {
      return parse(master);
    } catch (IllegalArgumentException e) {
      return new Target(Kind.OTHER, master);
    }
  }

  /** A host and a port. */
  public record Address(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /**
   * Returns the masters of a standalone cluster; empty for all other targets.
   *
   * @throws IllegalArgumentException when the URL isn't well formed
   */
  public List<Address> addresses() {
    List<Address> addresses = new ArrayList<>();
    if (kind != Kind.STANDALONE) {
      return addresses;
    }
    for (String part : url.substring("spark://".length()).split(",", -1)) {
      Matcher address = Pattern.compile("(\\[[^]]+]|[^:/\\s]+):(\\d{1,5})").matcher(part.strip());
      if (!address.matches() || Integer.parseInt(address.group(2)) > 65535) {
        throw new IllegalArgumentException(
            "\"" + url + "\" needs a host and a port, as in spark://host:7077.");
      }
      addresses.add(new Address(address.group(1), Integer.parseInt(address.group(2))));
    }
    return addresses;
  }

  /**
   * Returns the memory of a worker of {@code local-cluster} in megabytes; -1 for all other targets.
   */
  public int workerMegabytes() {
    return kind == Kind.LOCAL_CLUSTER
        ? Integer.parseInt(url.substring(url.lastIndexOf(',') + 1, url.length() - 1))
        : -1;
  }

  /** Whether the executors are threads or processes of this machine that Spark itself starts. */
  public boolean isLocal() {
    return kind == Kind.LOCAL || kind == Kind.LOCAL_CLUSTER;
  }

  /** Whether the driver reaches everything at the loopback address. */
  public boolean isOnThisMachine() {
    return isLocal()
        || kind == Kind.STANDALONE
            && addresses().stream()
                .allMatch(a -> a.host().matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]"));
  }

  /** Whether the tasks run in this process. */
  public boolean isInProcess() {
    return kind == Kind.LOCAL;
  }

  /** Returns the URL without its token. */
  public String shown() {
    return CONNECT_SECRET.matcher(url).replaceAll("$1********");
  }

  @Override
  public String toString() {
    return shown();
  }
}
