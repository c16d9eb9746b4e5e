package firesteel.magics.sql;

import firesteel.api.process.ProcessTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Runs a PostgreSQL server with the machine's own programs, its data in a folder of its own, on a
 * free port of the loopback interface; its users need a password.
 */
final class PostgresServer {
  static final String USER = "ada";
  static final String PASSWORD = "s3cret;'x";

  private final Path folder;
  private final int port;
  private final Process server;

  private PostgresServer(Path folder, int port, Process server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /** Finds the newest version that is installed as on Debian. */
  static Optional<Path> programs() throws IOException {
    Path all = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(all)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  static PostgresServer start(Path programs) throws Exception {
    Path folder = Files.createTempDirectory("firesteel-postgres");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    boolean root = System.getProperty("user.name").equals("root");
    if (root) {
      run(List.of("chown", "-R", "nobody", folder.toString()));
    }
    List<String> as = root ? List.of("runuser", "-u", "nobody", "--") : List.of();
    Path data = folder.resolve("data");
    run(
        command(
            as,
            programs.resolve("initdb").toString(),
            "--pgdata=" + data,
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-sync"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process server =
        new ProcessBuilder(
                command(
                    as,
                    programs.resolve("postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    String.valueOf(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "fsync=off"))
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile("firesteel-postgres", ".log").toFile())
            .start();
    return new PostgresServer(folder, port, server);
  }

  private static List<String> command(List<String> as, String... words) {
    List<String> command = new ArrayList<>(as);
    command.addAll(List.of(words));
    return command;
  }

  private static void run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + output);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Whether it accepts connections. */
  boolean isReady() {
    try (java.sql.Connection connection =
        java.sql.DriverManager.getConnection(url(), USER, PASSWORD)) {
      return connection.isValid(1);
    } catch (java.sql.SQLException e) {
      return false; // Not yet.
    }
  }

  int port() {
    return port;
  }

  void stop() throws Exception {
    // runuser forwards the signal.
    ProcessTree.end(List.of(server.toHandle()), Duration.ofSeconds(20));
    FileUtils.deleteDirectory(folder.toFile());
  }
}
