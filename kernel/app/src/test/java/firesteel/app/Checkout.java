package firesteel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout in a folder of its own, with the real launcher and a simulated rest, on a machine that
 * has only the tools that a test gives it.
 */
final class Checkout {
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "bash",
          "cat",
          "chmod",
          "cp",
          "cut",
          "date",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "id",
          "ls",
          "mkdir",
          "mv",
          "nice",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "sort",
          "tail",
          "touch",
          "tr",
          "uniq");

  private final Path machine;
  private final Path root;
  private final Map<String, String> environment = new HashMap<>();

  Checkout(Path folder) throws IOException {
    machine = folder.toRealPath();
    root = machine.resolve("my checkout");
    Path launcher = root.resolve("kernel/app/src/main/launcher");
    Files.createDirectories(launcher);
    Files.createDirectories(root.resolve("magics"));
    Files.createDirectories(root.resolve("data"));
    Files.createDirectories(machine.resolve("home"));
    Files.copy(
        Path.of("../../firesteel"), root.resolve("firesteel"), StandardCopyOption.COPY_ATTRIBUTES);
    try (Stream<Path> scripts = Files.list(Path.of("src/main/launcher"))) {
      for (Path script : scripts.toList()) {
        // The folders in which this machine really keeps its JDKs are not the made-up one's.
        Files.writeString(
            launcher.resolve(script.getFileName()),
            Files.readString(script)
                .replaceAll(
                    "(?<![\\w$}\"])/(usr/lib/jvm|usr/java|opt|Library)/", machine + "/none/"));
      }
    }
    Files.writeString(root.resolve("pom.xml"), "<spark.version>4.2.0</spark.version>");
    for (String tool : TOOLS) {
      tool(tool, "exec " + real(tool) + " \"$@\"");
    }
    environment.put("PATH", machine.resolve("bin").toString());
    environment.put("HOME", machine.resolve("home").toString());
  }

  private static Path real(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      if (Files.exists(Path.of(folder, tool))) {
        return Path.of(folder, tool);
      }
    }
    throw new IOException("this machine has no " + tool);
  }

  Path root() {
    return root;
  }

  Path machine() {
    return machine;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Puts a program on PATH. */
  Path tool(String name, String... lines) throws IOException {
    return ScriptRun.write(machine.resolve("bin").resolve(name), lines);
  }

  /** Makes a folder that looks like a JDK, or a JRE; not on PATH. */
  Path jdk(String name, String version, boolean javac) throws IOException {
    Path home = machine.resolve(name);
    ScriptRun.write(home.resolve("bin/java"), "echo 'openjdk version \"" + version + "\"' >&2");
    if (javac) {
      ScriptRun.write(home.resolve("bin/javac"), "exit 0");
    }
    Files.writeString(
        home.resolve("release"),
        "JAVA_VERSION=\"%s\"\nMODULES=\"java.base%s\"\n"
            .formatted(version, javac ? " jdk.compiler jdk.jshell" : ""));
    return home;
  }

  /** A Maven that makes a distribution whose program prints what it is called with. */
  void maven(String... before) throws IOException {
    warmUp();
    List<String> lines = new ArrayList<>(List.of("echo call >>'" + machine + "/maven-calls'"));
    lines.addAll(List.of(before));
    lines.addAll(
        List.of(
            "mkdir -p '" + root + "/kernel/app/target/dist/bin'",
            "cat >'" + root + "/kernel/app/target/dist/bin/firesteel-java' <<'END'",
            "#!/bin/sh",
            "[ \"$1\" != archive-path ] || { echo '" + root + "/.firesteel/cds/x'; exit; }",
            "[ \"$1\" != warm-up ] || { echo call >>'"
                + machine
                + "/warm-ups'; . '"
                + machine
                + "/warm-up'; echo trained >\"$FIRESTEEL_ARCHIVE_OUTPUT\"; exit; }",
            "echo \"program: $* on $FIRESTEEL_JAVA\"",
            "END",
            "chmod +x '" + root + "/kernel/app/target/dist/bin/firesteel-java'"));
    tool("mvn", lines.toArray(String[]::new));
  }

  /** The action of the program's warm-up before it writes its archive. */
  void warmUp(String... lines) throws IOException {
    Files.write(machine.resolve("warm-up"), List.of(lines));
  }

  /** How often Maven was called. */
  long mavenCalls() throws IOException {
    return calls("maven-calls");
  }

  /** How often the program was warmed up. */
  long warmUps() throws IOException {
    return calls("warm-ups");
  }

  private long calls(String file) throws IOException {
    Path calls = machine.resolve(file);
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  ScriptRun run(String... arguments) throws IOException, InterruptedException {
    return ScriptRun.await(start(arguments));
  }

  ScriptRun.Started start(String... arguments) throws IOException {
    String[] command =
        Stream.concat(Stream.of(root.resolve("firesteel").toString()), Stream.of(arguments))
            .toArray(String[]::new);
    return ScriptRun.start(machine, environment, command);
  }
}
