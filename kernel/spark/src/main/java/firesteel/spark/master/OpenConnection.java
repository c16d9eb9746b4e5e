package firesteel.spark.master;

import firesteel.api.spark.ConnectAddress;
import firesteel.spark.settings.SparkStartException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * A connection that Spark can be started with. Where a plug-in provides the target, the target has
 * been prepared, and is released when this is closed.
 */
public final class OpenConnection implements AutoCloseable {
  private final Connection wanted;
  private final Connection effective;
  private final AutoCloseable close;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OpenConnection(Connection wanted, Connection effective, AutoCloseable close) {
    this.wanted = wanted;
    this.effective = effective;
    this.close = close;
  }

  /**
   * Opens a connection; does nothing for targets without a plug-in.
   *
   * @param progress takes progress messages
   * @throws SparkStartException when the target can't be prepared; the message is for the user
   * @throws InterruptedException when the waiting thread is interrupted
   */
  public static OpenConnection of(Connection wanted, Consumer<String> progress)
      throws InterruptedException {
    if (wanted.plugin().isEmpty()) {
      return new OpenConnection(wanted, wanted, () -> {});
    }
    PluginTarget plugin = wanted.plugin().get();
    ConnectAddress address = plugin.open(wanted.settings(), progress);
    OpenConnection open =
        new OpenConnection(wanted, wanted, address.close()); // To be closed if the URL is wrong.
    try {
      Map<String, String> settings = new LinkedHashMap<>(address.settings());
      settings.putAll(wanted.settings());
      List<String> jars = new ArrayList<>(address.jars());
      jars.addAll(wanted.jars());
      Connection effective =
          new Connection(
              Optional.of(Target.parse(address.url())), settings, jars, wanted.timeout());
      return new OpenConnection(wanted, effective, address.close());
    } catch (IllegalArgumentException e) {
      open.close();
      throw new SparkStartException(
          "The target "
              + plugin.shown()
              + " gave an address that Spark can't use: "
              + "a master or sc://host:port is expected.",
          e);
    }
  }

  /** Whether it was opened for this connection. */
  public boolean isFor(Connection other) {
    return wanted == other;
  }

  /** Returns the connection that Spark is started with. */
  public Connection connection() {
    return effective;
  }

  /** Releases what the target opened; logs exceptions. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        close.close();
      } catch (Exception | LinkageError e) {
        LoggerFactory.getLogger(OpenConnection.class)
            .warn("a target did not close in good order", e);
      }
    }
  }
}
