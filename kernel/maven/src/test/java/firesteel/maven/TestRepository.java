package firesteel.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Maven repository on this machine: a real HTTP server with its files in memory. */
final class TestRepository implements AutoCloseable {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String credentials = "";

  TestRepository() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/repo";
  }

  /** Requires a user and a password from now on. */
  void protect(String user, String password) {
    credentials =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the files that were sent, without checksums. */
  List<String> sent() {
    return requests.stream().filter(name -> !name.matches(".*\\.(sha1|md5)")).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceFirst("^/repo/", "");
      if (!credentials.isEmpty()
          && !credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      byte[] content = content(path);
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      requests.add(path.substring(path.lastIndexOf('/') + 1));
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private byte[] content(String path) {
    if (!path.endsWith(".sha1")) {
      return files.get(path);
    }
    byte[] content = files.get(path.substring(0, path.length() - ".sha1".length()));
    return content == null ? null : sha1(content).getBytes(StandardCharsets.US_ASCII);
  }

  private static String sha1(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a dependency as XML of a POM. */
  static String dependency(String coordinates, String... more) {
    String[] parts = coordinates.split(":");
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
        .formatted(
            parts[0],
            parts[1],
            parts.length > 2 ? "<version>" + parts[2] + "</version>" : "",
            String.join("", more));
  }

  /** Publishes a jar and its POM, with metadata. */
  void publish(String coordinates, String... dependencies) throws IOException {
    publishPom(coordinates, "<dependencies>" + String.join("", dependencies) + "</dependencies>");
    put(coordinates, ".jar", jar(coordinates));
  }

  /** Publishes a POM without a jar. */
  void publishPom(String coordinates, String body) {
    String[] parts = coordinates.split(":");
    put(
        coordinates,
        ".pom",
        ("<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s"
                + "</artifactId><version>%s</version><packaging>%s</packaging>%s</project>")
            .formatted(
                parts[0], parts[1], parts[2], body.contains("Management") ? "pom" : "jar", body)
            .getBytes(StandardCharsets.UTF_8));
    TreeSet<String> versions = new TreeSet<>(List.of(parts[2]));
    String folder = parts[0].replace('.', '/') + "/" + parts[1] + "/";
    files.keySet().stream()
        .filter(path -> path.startsWith(folder) && path.endsWith(".pom"))
        .forEach(path -> versions.add(path.substring(folder.length()).split("/")[0]));
    String list = String.join("</version><version>", versions);
    files.put(
        folder + "maven-metadata.xml",
        "<metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning><versions><version>%s</version></versions></versioning></metadata>"
            .formatted(parts[0], parts[1], list)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Publishes one build of a snapshot; its jar holds the build's number. */
  void publishSnapshot(String coordinates, int build) throws IOException {
    String[] parts = coordinates.split(":");
    String base = parts[2].replace("-SNAPSHOT", "");
    String stamp = "20260101.00000" + build;
    String value = base + "-" + stamp + "-" + build;
    String folder = parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/";
    String file = folder + parts[1] + "-" + value;
    files.put(
        file + ".pom",
        ("<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s"
                + "</artifactId><version>%s</version></project>")
            .formatted(parts[0], parts[1], parts[2])
            .getBytes(StandardCharsets.UTF_8));
    files.put(file + ".jar", jar("build " + build));
    String part =
        "<snapshotVersion><extension>%s</extension><value>%s</value><updated>2026010100000%d</updated></snapshotVersion>";
    files.put(
        folder + "maven-metadata.xml",
        ("<metadata modelVersion=\"1.1.0\"><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                + "<versioning><snapshot><timestamp>%s</timestamp><buildNumber>%d</buildNumber></snapshot>"
                + "<lastUpdated>2026010100000%d</lastUpdated><snapshotVersions>"
                + part.formatted("jar", value, build)
                + part.formatted("pom", value, build)
                + "</snapshotVersions></versioning></metadata>")
            .formatted(parts[0], parts[1], parts[2], stamp, build, build)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Publishes the sources of a jar. */
  void publishSources(String coordinates) throws IOException {
    put(coordinates, "-sources.jar", jar("sources"));
  }

  private void put(String coordinates, String suffix, byte[] content) {
    String[] parts = coordinates.split(":");
    String file = parts[1] + "-" + parts[2] + suffix;
    String folder = parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/";
    files.put(folder + file, content);
  }

  private static byte[] jar(String note) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("note.txt"));
      zip.write(note.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
