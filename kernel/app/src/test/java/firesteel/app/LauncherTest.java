package firesteel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new Checkout(folder);
  }

  @Test
  void without_java_it_says_how_to_get_one() throws Exception {
    assertFails("there is no Java here", "Get one", "export FIRESTEEL_JAVA=/path/to/jdk");
  }

  @Test
  void a_java_that_is_too_old_is_named_with_its_version() throws Exception {
    checkout.tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    checkout.tool("javac", "exit 0");

    assertFails("is Java 11.0.2, which is too old", "17 or later");
  }

  @Test
  void java8_is_too_old_and_not_version_one() throws Exception {
    checkout.tool("java", "echo 'java version \"1.8.0_402\"' >&2");

    assertFails("is Java 1.8.0_402, which is too old");
  }

  @Test
  void a_jre_is_no_jdk() throws Exception {
    link("java", checkout.jdk("jre", "17.0.2", false).resolve("bin/java"));

    assertFails("is a JRE", "javac", "needs a JDK");
  }

  @Test
  void a_java_that_was_named_and_is_not_there_is_not_passed_over() throws Exception {
    link("java", checkout.jdk("jdk", "17.0.2", true).resolve("bin/java"));
    checkout.environment().put("FIRESTEEL_JAVA", "/nowhere");

    assertFails("FIRESTEEL_JAVA names no Java", "/nowhere", "unset FIRESTEEL_JAVA");
  }

  @Test
  void a_java_home_that_is_too_old_gives_way_to_a_better_java_and_says_so() throws Exception {
    Path jdk = checkout.jdk("jdk", "21.0.1", true);
    link("java", jdk.resolve("bin/java"));
    checkout.environment().put("JAVA_HOME", checkout.jdk("old", "11.0.2", true).toString());
    checkout.maven();

    ScriptRun run = checkout.run("version");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("JAVA_HOME: ", "is Java 11.0.2", "Using " + jdk + "/bin/java instead")
        .contains("program: version on " + jdk + "/bin/java");
  }

  @Test
  void without_maven_it_says_how_to_get_it() throws Exception {
    useJdk();

    assertFails("there is no Maven here", "Get it");
  }

  @Test
  void a_failed_build_shows_the_last_errors_and_names_its_log() throws Exception {
    useJdk();
    checkout.tool("mvn", "echo '[ERROR] Main.java:[3,1] cannot find symbol'", "exit 1");

    assertFails("the build failed", "Main.java:[3,1] cannot find symbol", "build.log");
  }

  @Test
  void a_build_without_network_says_so() throws Exception {
    useJdk();
    checkout.tool(
        "mvn", "echo '[ERROR] Could not transfer artifact x: Unknown host repo.example'", "exit 1");

    assertFails("could not download", "Unknown host repo.example", "~/.m2/settings.xml");
  }

  @Test
  void it_builds_once_and_again_when_a_source_changes_or_goes() throws Exception {
    useJdk();
    checkout.maven();
    Path source = checkout.root().resolve("kernel/engine/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class A {}");
    age(source);
    age(source.getParent());

    assertThat(checkout.run("version").out()).contains("building Firesteel", "program: version");
    assertThat(checkout.run("version").out()).startsWith("program: version");
    assertThat(checkout.mavenCalls()).isEqualTo(1);

    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    checkout.run("version");
    assertThat(checkout.mavenCalls()).isEqualTo(2);

    age(source);
    settle();
    checkout.run("version");
    assertThat(checkout.mavenCalls()).isEqualTo(2);
    Files.delete(source);
    Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.now().plusSeconds(5)));
    checkout.run("version");
    assertThat(checkout.mavenCalls()).isEqualTo(3);
  }

  @Test
  void two_at_a_time_build_once() throws Exception {
    useJdk();
    // The first goes on only when the second has begun to wait for it.
    checkout.maven("until [ -e '" + checkout.machine() + "/go' ]; do sleep 0.05; done");
    ScriptRun.Started first = checkout.start("version");
    ScriptRun.Started second = checkout.start("version");
    org.awaitility.Awaitility.await()
        .until(
            () ->
                (Files.readString(first.out()) + Files.readString(second.out()))
                    .contains("waiting for the build of another"));
    Files.createFile(checkout.machine().resolve("go"));

    assertThat(ScriptRun.await(first).out()).contains("program: version");
    assertThat(ScriptRun.await(second).out()).contains("program: version");
    assertThat(checkout.mavenCalls()).isEqualTo(1);
  }

  @Test
  void a_lock_of_a_process_that_is_gone_is_no_obstacle() throws Exception {
    useJdk();
    checkout.maven();
    Path lock = checkout.root().resolve(".firesteel/build.lock");
    Files.createDirectories(lock);
    Files.writeString(lock.resolve("pid"), "999999999\n");

    assertThat(checkout.run("version").out()).contains("program: version");
  }

  @Test
  void an_archive_is_made_once_for_each_build_behind_the_command_that_runs_at_once()
      throws Exception {
    useJdk();
    checkout.maven();
    Path go = checkout.machine().resolve("go");
    checkout.warmUp("while [ ! -e '" + go + "' ]; do sleep 0.05; done");

    for (String command : List.of("run", "shell", "install")) {
      assertThat(checkout.run(command, "a.ipynb").out())
          .contains("program: " + command + " a.ipynb")
          .doesNotContain("preparing");
      await().untilAsserted(() -> assertThat(checkout.warmUps()).isEqualTo(1));
    }
    Files.createFile(go);
    await().untilAsserted(() -> assertThat(checkout.root().resolve(".firesteel/cds/x")).exists());
    await()
        .untilAsserted(
            () -> assertThat(checkout.root().resolve(".firesteel/archive.lock")).doesNotExist());
    checkout.run("run", "a.ipynb");
    assertThat(checkout.warmUps()).isEqualTo(1);
  }

  @Test
  void where_ci_is_set_nothing_stays_behind() throws Exception {
    useJdk();
    checkout.maven();
    checkout.environment().put("CI", "true");

    assertThat(checkout.run("run", "a.ipynb").out()).contains("program: run a.ipynb");

    assertThat(checkout.root().resolve(".firesteel/archive.lock")).doesNotExist();
    assertThat(checkout.warmUps()).isZero();
  }

  @Test
  void it_works_through_a_link_from_any_folder() throws Exception {
    useJdk();
    checkout.maven();
    checkout.environment().put("CI", "true"); // Nothing works on behind its back.
    Path link =
        Files.createSymbolicLink(
            checkout.machine().resolve("fs"), checkout.root().resolve("firesteel"));

    ScriptRun run =
        ScriptRun.of(Path.of("/"), checkout.environment(), link.toString(), "run", "my book.ipynb");

    assertThat(run.out()).contains("program: run my book.ipynb");
  }

  @Test
  void lab_without_python_says_how_to_get_one() throws Exception {
    useJdk();
    checkout.maven();

    assertThat(failing("lab"))
        .contains("there is no Python here", "python3", "./firesteel run NOTEBOOK");
  }

  @Test
  void lab_needs_the_python_modules_that_make_environments() throws Exception {
    useJdk();
    checkout.maven();
    checkout.tool(
        "python3", "case $2 in *ensurepip*) exit 1 ;; *version*) echo 3.11 ;; *) exit 1 ;; esac");

    assertThat(failing("lab")).contains("Python 3.11 without the modules venv and ensurepip");
  }

  @Test
  void lab_names_a_python_that_is_too_old() throws Exception {
    useJdk();
    checkout.maven();
    checkout.tool("python3", "echo 3.8");

    assertThat(failing("lab")).contains("python3 is Python 3.8, which is too old");
  }

  @Test
  void lab_without_network_says_so() throws Exception {
    useJdk();
    checkout.maven();
    checkout.tool(
        "python3",
        "case $2 in",
        "  *version*) echo 3.11 ;;",
        "  venv) mkdir -p \"$3/bin\"",
        "    { echo '#!/bin/sh'; echo 'echo \"ERROR: NewConnectionError: no name resolution\"; exit 1'; } >\"$3/bin/python\"",
        "    chmod +x \"$3/bin/python\" ;;",
        "esac");

    assertThat(failing("lab"))
        .contains("pip could not download", "NewConnectionError", "lab-setup.log");
  }

  @Test
  void lab_refuses_what_it_does_not_know() throws Exception {
    useJdk();
    checkout.maven();

    for (String[] wrong :
        new String[][] {{"lab", "--prot", "1"}, {"lab", "--port", "x"}, {"lab", "nowhere"}}) {
      ScriptRun run = checkout.run(wrong);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).contains("Usage:").contains(wrong[wrong.length - 1].replace("1", ""));
    }
  }

  @Test
  void test_refuses_what_it_does_not_know_and_what_excludes_each_other() throws Exception {
    useJdk();
    checkout.maven();

    for (String[] wrong :
        new String[][] {
          {"test", "--some"},
          {"test", "--unit", "--integration"},
          {"test", "--all", "--soak"}
        }) {
      ScriptRun run = checkout.run(wrong);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).contains("Usage:").contains(wrong[wrong.length - 1]);
    }
  }

  @Test
  void on_another_jdk_only_modules_that_see_a_difference_are_tested_but_for_all() throws Exception {
    useJdk();
    checkout.tool("mvn", "echo \"maven: $*\"");
    checkout.environment().put("FIRESTEEL_TEST_JAVA_HOMES", "/first/jdk:/other/jdk");

    assertThat(checkout.run("test", "--unit").out())
        .containsSubsequence("-Djvm=/first/jdk/bin/java", "-Djvm=/other/jdk/bin/java")
        .containsOnlyOnce("-Dfiresteel.another.jdk");
    assertThat(checkout.run("test", "--unit", "--all").out())
        .containsSubsequence("-Djvm=/first/jdk/bin/java", "-Djvm=/other/jdk/bin/java")
        .doesNotContain("-Dfiresteel.another.jdk");
  }

  private void useJdk() throws IOException {
    link("java", checkout.jdk("jdk", "17.0.2", true).resolve("bin/java"));
  }

  private void link(String tool, Path target) throws IOException {
    Files.createSymbolicLink(checkout.machine().resolve("bin").resolve(tool), target);
  }

  private void assertFails(String... messages) throws Exception {
    assertThat(failing("version")).contains(messages);
  }

  private String failing(String... arguments) throws Exception {
    ScriptRun run = checkout.run(arguments);
    assertThat(run.status()).as(run.out()).isEqualTo(3);
    return run.out();
  }

  /** Sets the file's time to long ago. */
  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
  }

  /** The second build was begun before the source's made-up time; this one is up to date. */
  private void settle() throws IOException {
    Files.setLastModifiedTime(
        checkout.root().resolve("kernel/app/target/dist/.built"), FileTime.from(Instant.now()));
  }
}
