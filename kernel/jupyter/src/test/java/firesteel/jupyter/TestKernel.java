package firesteel.jupyter;

import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.jupyter.client.LocalConnection;
import firesteel.jupyter.client.WireClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A whole kernel in this process, and a client of it. */
final class TestKernel implements AutoCloseable {
  static final KernelIdentity IDENTITY =
      new KernelIdentity(
          "firesteel",
          "1.2.3",
          "Hello",
          List.of(new KernelIdentity.HelpLink("Guide", "https://example.org/guide")));

  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Session session;
  private final LocalConnection connection;
  final WireClient client;

  private TestKernel(LocalConnection connection, Path folder) throws Exception {
    this.connection = connection;
    session = JavaSession.builder().historyFile(folder.resolve("history.jsonl")).build();
    Thread kernel =
        new Thread(
            () -> {
              try {
                JupyterKernel.run(connection.file(), session, IDENTITY);
                ended.complete(null);
              } catch (Exception | Error e) {
                ended.completeExceptionally(e);
              }
            },
            "firesteel-test-kernel");
    kernel.setDaemon(true);
    kernel.start();
    client = new WireClient(connection);
  }

  static TestKernel start(Path folder) throws Exception {
    return start(LocalConnection.tcp(folder), folder);
  }

  static TestKernel start(LocalConnection connection, Path folder) throws Exception {
    return new TestKernel(connection, folder);
  }

  /** One more client of the same kernel. */
  WireClient connect() throws Exception {
    return new WireClient(connection);
  }

  LocalConnection connection() {
    return connection;
  }

  /** Waits until the kernel has returned from its run. */
  void awaitEnd() {
    ended.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws IOException {
    if (!ended.isDone()) {
      client.send("control", "shutdown_request", Map.of("restart", false));
    }
    awaitEnd();
    client.close();
  }
}
