package firesteel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts Java, with a Java that prints its arguments and its folder. */
class FiresteelJavaTest {
  @TempDir private Path temporary;
  private Path dist;
  private Path java;
  private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));

  @BeforeEach
  void makeDistribution() throws IOException {
    Path folder = temporary.toRealPath().resolve("a folder");
    dist = folder.resolve("dist");
    Files.createDirectories(dist.resolve("bin"));
    for (String name : List.of("firesteel-java", "java.options", "state.sh")) {
      Files.copy(
          Path.of("src/main/dist/bin").resolve(name),
          dist.resolve("bin").resolve(name),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    touch(
        "dist/lib/b.jar",
        "dist/lib/a.jar",
        "dist/spark/spark-core_2.13-4.2.0.jar",
        "dist/charts/c.jar");
    java =
        ScriptRun.write(
            folder.resolve("jdk/bin/java"), "echo \"folder=$PWD\"", "printf '%s\\n' \"$@\"");
    release("17.0.1");
    environment.put("FIRESTEEL_JAVA", java.toString());
  }

  @Test
  void class_path_is_our_jars_then_sparks_then_those_for_charts_sorted() throws Exception {
    assertThat(run("version").lines())
        .containsSequence(
            "-cp",
            String.join(
                ":",
                dist + "/lib/a.jar",
                dist + "/lib/b.jar",
                dist + "/spark/spark-core_2.13-4.2.0.jar",
                dist + "/charts/c.jar"),
            "firesteel.app.Main",
            "version");
  }

  @Test
  void the_users_own_options_come_last_for_what_runs_cells() throws Exception {
    environment.put("JJAVA_JVM_OPTS", "-Xss2m");
    environment.put("FIRESTEEL_JAVA_OPTS", " -Dname=*  -Xmx1g ");
    assertThat(run("kernel").lines()).containsSequence("-Xss2m", "-Dname=*", "-Xmx1g", "-cp");
    assertThat(run("shell").lines()).containsSequence("-Dname=*", "-Xmx1g", "-cp");
    assertThat(run("version")).doesNotContain("-Xmx1g");
  }

  @Test
  void jars_of_an_usable_spark_home_take_the_place_of_the_bundled_ones() throws Exception {
    touch("spark/jars/spark-core_2.13-4.0.1.jar");
    environment.put("SPARK_HOME", dist.resolveSibling("spark").toString());

    assertThat(run("kernel"))
        .contains("/spark/jars/spark-core_2.13-4.0.1.jar")
        .doesNotContain("spark-core_2.13-4.2.0.jar");
  }

  @Test
  void the_connect_client_stands_before_the_spark_that_it_fits() throws Exception {
    String client = "/connect/spark-connect-client-jvm_2.13-4.2.0.jar";
    touch("dist" + client, "spark/jars/spark-core_2.13-4.0.1.jar");

    assertThat(run("kernel")).contains(":" + dist + client + ":" + dist + "/spark/spark-core");
    environment.put("SPARK_HOME", dist.resolveSibling("spark").toString());
    assertThat(run("kernel")).doesNotContain(client);
  }

  @Test
  void a_wheel_without_spark_has_that_of_the_package_beside_it_or_of_the_one_that_is_named()
      throws Exception {
    Path folder = dist.getParent();
    Path wheel = folder.resolve("site/firesteel/dist");
    Files.createDirectories(wheel.getParent());
    Files.move(dist, wheel);
    Files.delete(wheel.resolve("spark/spark-core_2.13-4.2.0.jar"));
    Files.delete(wheel.resolve("spark"));
    dist = wheel;
    String jar = "/jars/spark-core_2.13-4.2.0.jar";
    String client = "/jars/connect-repl/spark-connect-client-jvm_2.13-4.2.0.jar";
    for (String name : List.of("pyspark", "named")) {
      Path spark = folder.resolve("site").resolve(name);
      for (String file : List.of(jar, client)) {
        Path made = Path.of(spark + file);
        Files.createDirectories(made.getParent());
        Files.createFile(made);
      }
      if (name.equals("named")) {
        environment.put("FIRESTEEL_PYSPARK", spark.toString());
      }
      assertThat(run("kernel"))
          .contains(dist + "/lib/b.jar:" + spark + client + ":" + spark + jar + ":" + dist);
    }
  }

  @Test
  void a_spark_home_that_cant_be_used_still_starts_the_kernel() throws Exception {
    touch("spark/jars/spark-core_2.12-3.5.5.jar");
    environment.put("SPARK_HOME", dist.resolveSibling("spark").toString());

    assertThat(run("kernel")).contains("spark-core_2.13-4.2.0.jar").doesNotContain("3.5.5");
  }

  @Test
  void the_spark_that_the_user_chose_is_used_unless_spark_home_says_otherwise() throws Exception {
    touch("spark/jars/spark-core_2.13-4.0.1.jar", "other/jars/spark-core_2.13-4.1.0.jar");
    Path chosen = dist.resolveSibling("config/firesteel/spark-home");
    Files.createDirectories(chosen.getParent());
    Files.writeString(chosen, dist.resolveSibling("spark") + "\n");
    environment.put("XDG_CONFIG_HOME", dist.resolveSibling("config").toString());

    assertThat(run("kernel")).contains("4.0.1.jar").doesNotContain("4.2.0.jar");
    assertThat(run("spark", "use")).contains("4.2.0.jar").doesNotContain("4.0.1.jar");
    environment.put("SPARK_HOME", dist.resolveSibling("other").toString());
    assertThat(run("kernel")).contains("4.1.0.jar").doesNotContain("4.0.1.jar");
    environment.put("SPARK_HOME", "");
    assertThat(run("kernel")).contains("4.2.0.jar").doesNotContain("4.0.1.jar");
  }

  @Test
  void the_choice_is_found_below_home_too() throws Exception {
    touch("spark/jars/spark-core_2.13-4.0.1.jar");
    Path chosen = dist.resolveSibling("home/.config/firesteel/spark-home");
    Files.createDirectories(chosen.getParent());
    Files.writeString(chosen, dist.resolveSibling("spark") + "\n");
    environment.put("HOME", dist.resolveSibling("home").toString());

    assertThat(run("kernel")).contains("4.0.1.jar").doesNotContain("4.2.0.jar");
    environment.put("XDG_CONFIG_HOME", "relative");
    assertThat(run("kernel")).contains("4.0.1.jar").doesNotContain("4.2.0.jar");
  }

  @Test
  void a_notebook_runs_in_its_own_folder() throws Exception {
    Files.createDirectories(dist.resolve("note books"));

    assertThat(run("run", "-o", "out/x.ipynb", "--timeout", "9", "note books/a.ipynb"))
        .startsWith("folder=" + dist.resolve("note books") + "\n")
        .contains("-Dfiresteel.folder=" + dist + "\n");
    assertThat(run("run", "a.ipynb")).startsWith("folder=" + dist + "\n");
    assertThat(run("kernel", "note books/a.ipynb")).startsWith("folder=" + dist + "\n");
  }

  @Test
  void options_that_take_a_value_are_known_to_the_script() throws Exception {
    String script = Files.readString(dist.resolve("bin/firesteel-java"));

    assertThat(
            Main.commandLine().getSubcommands().get("run").getCommandSpec().options().stream()
                .filter(option -> option.arity().max() > 0)
                .flatMap(option -> Stream.of(option.names())))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(script).contains(" " + name + ",*"));
  }

  @Test
  void memory_is_half_of_the_machines_unless_said_otherwise() throws Exception {
    for (String command : List.of("kernel", "run", "shell")) {
      assertThat(run(command).lines()).contains("-XX:MaxRAMPercentage=50");
    }
    environment.put("FIRESTEEL_MEMORY", "3g");
    assertThat(run("kernel").lines()).contains("-Xmx3g").doesNotContain("-XX:MaxRAMPercentage=50");
  }

  @Test
  void an_archive_of_this_java_is_used() throws Exception {
    environment.put("XDG_CACHE_HOME", dist.resolveSibling("cache").toString());
    assertThat(run("kernel").lines()).contains("-Xshare:auto");
    Path archive = Path.of(run("archive-path").strip());
    assertThat(archive).startsWithRaw(dist.resolveSibling("cache/firesteel/installed" + dist));
    Files.createDirectories(archive.getParent());

    Files.createFile(archive);
    assertThat(run("kernel").lines()).contains("-XX:SharedArchiveFile=" + archive);

    environment.put("FIRESTEEL_ARCHIVE_OUTPUT", "/new one");
    assertThat(run("warm-up").lines()).contains("-XX:ArchiveClassesAtExit=/new one");
  }

  @Test
  void a_package_that_jdk24_dropped_is_opened_only_before() throws Exception {
    String option = "--add-opens=java.base/sun.security.action=ALL-UNNAMED";
    assertThat(run("kernel").lines()).contains(option);
    release("25.0.1");
    assertThat(run("kernel").lines()).doesNotContain(option);
  }

  @Test
  void java_is_found_by_its_folder_by_java_home_and_on_path() throws Exception {
    Path jdk = java.getParent().getParent();
    for (Map<String, String> way :
        List.of(
            Map.of("FIRESTEEL_JAVA", jdk.toString()),
            Map.of("JAVA_HOME", jdk.toString()),
            Map.of("PATH", java.getParent() + ":/usr/bin:/bin"))) {
      environment.remove("FIRESTEEL_JAVA");
      environment.putAll(way);
      assertThat(run("version")).as("found by %s", way).contains("firesteel.app.Main");
      environment.keySet().removeAll(way.keySet());
      environment.put("PATH", "/usr/bin:/bin");
    }
  }

  @Test
  void without_java_the_remedy_is_told() throws Exception {
    environment.put("FIRESTEEL_JAVA", "/nowhere");

    ScriptRun run = ScriptRun.of(dist, environment, dist + "/bin/firesteel-java", "kernel");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("no Java at '/nowhere'").contains("export FIRESTEEL_JAVA=");
  }

  @Test
  void the_script_works_through_a_link() throws Exception {
    Path link =
        Files.createSymbolicLink(
            temporary.resolve("link"), dist.resolve("bin").resolve("firesteel-java"));

    assertThat(ScriptRun.of(dist, environment, link.toString(), "version").out())
        .contains(dist + "/lib/a.jar");
  }

  @Test
  void a_locale_without_utf8_gets_one() throws Exception {
    ScriptRun.write(java, "echo \"$LC_CTYPE/$LC_ALL\"");
    environment.put("LC_ALL", "C");
    assertThat(run("version")).isEqualTo("C.UTF-8/\n");
    environment.put("LC_ALL", "de_DE.UTF-8");
    assertThat(run("version")).isEqualTo("/de_DE.UTF-8\n");
  }

  @Test
  void the_options_are_those_that_spark_asks_for() throws Exception {
    List<String> options = Files.readAllLines(dist.resolve("bin/java.options"));

    assertThat(JavaModuleOptions.defaultModuleOptionArray())
        .isNotEmpty()
        .filteredOn(
            option ->
                !option.contains("jdk.incubator.vector") && !option.contains("sun.security.action"))
        .allSatisfy(option -> assertThat(options).contains(option));
  }

  private String run(String... arguments) throws Exception {
    String[] command =
        Stream.concat(Stream.of(dist + "/bin/firesteel-java"), Stream.of(arguments))
            .toArray(String[]::new);
    ScriptRun run = ScriptRun.of(dist, environment, command);
    assertThat(run.status()).as(run.out()).isZero();
    return run.out();
  }

  private void release(String version) throws IOException {
    Files.writeString(
        java.getParent().resolveSibling("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Path file = dist.getParent().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }
}
