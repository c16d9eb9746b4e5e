package firesteel.app;

import firesteel.api.session.Session;
import firesteel.jupyter.JupyterKernel;
import firesteel.jupyter.client.LocalConnection;
import firesteel.jupyter.client.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;

/**
 * Does the training run for the class archive: runs once what kernels and shells do first, so that
 * the classes for it are in the archive.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description =
        "Does what kernels and shells do first, as the training run for Java's class archive.",
    mixinStandardHelpOptions = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration MAX_DURATION = Duration.ofMinutes(15);

  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int x = 21; String s = \"text\"; x * 2",
          "record Point(int x, int y) {}\nvar points = List.of(new Point(1, 2), new Point(3, 4));\npoints",
          "for (int i = 0; i < 3; i++) { System.out.println(i); }",
          "int twice(int n) { return 2 * n; }\ntwice(21)",
          "Map.of(\"a\", 1)",
          "undefined + 1",
          "throw new IllegalStateException(\"expected\");",
          "%lsmagic",
          "display(html(\"<b>x</b>\"))",
          "spark.range(1000).count()",
          "var data = spark.range(100).selectExpr(\"id\", \"id % 7 as k\", \"cast(id as string) as name\"); data",
          "data.groupBy(\"k\").count().orderBy(\"k\")",
          "sql(\"select 1 as one\").show()",
          "data.filter((FilterFunction<Row>) row -> row.getLong(0) > 90).count()");

  @Override
  public Integer call() throws Exception {
    endInTime();
    Path folder = Files.createTempDirectory("firesteel-warm-up");
    try {
      LocalConnection connection = LocalConnection.tcp(folder);
      Map<String, String> environment = new HashMap<>(System.getenv());
      // The user's own history stays unchanged.
      environment.put("XDG_DATA_HOME", folder.toString());
      // The user's start-up settings don't apply here either.
      environment.put("XDG_CONFIG_HOME", folder.toString());
      environment.keySet().removeIf(name -> name.matches("[IJ]JAVA_.*"));
      Session session = SessionFactory.forKernel(environment);
      Thread kernel = new Thread(() -> serve(connection.file(), session), "warm-up-kernel");
      kernel.start();
      try (WireClient client = new WireClient(connection, PATIENCE)) {
        client.ask("kernel_info_request", Map.of());
        for (String code : CELLS) {
          Object status =
              client
                  .ask("execute_request", WireClient.cell(code, "stop_on_error", false))
                  .get("status");
          System.out.println(status + ": " + code.lines().findFirst().orElse(""));
        }
        client.ask("complete_request", Map.of("code", "points.get(0).", "cursor_pos", 14));
        client.ask("complete_request", Map.of("code", "spark.re", "cursor_pos", 8));
        client.ask(
            "inspect_request", Map.of("code", "spark.range", "cursor_pos", 8, "detail_level", 0));
        client.ask("is_complete_request", Map.of("code", "int y = "));
        client.ask("comm_info_request", Map.of());
        client.ask(
            "history_request",
            Map.of("output", false, "raw", true, "hist_access_type", "tail", "n", 10));
        WarmUpShell.run(session, folder);
        client.command("shutdown_request", Map.of("restart", false));
      }
      kernel.join();
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
    return 0;
  }

  /**
   * Ends the process after a time limit: it runs in the background of other commands, where nobody
   * would notice that it hangs.
   */
  private static void endInTime() {
    Thread watch =
        new Thread(
            () -> {
              try {
                Thread.sleep(MAX_DURATION.toMillis());
                Runtime.getRuntime().halt(Main.FAILED);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "warm-up-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void serve(Path connectionFile, Session session) {
    try {
      JupyterKernel.run(connectionFile, session, KernelProcess.identity());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
