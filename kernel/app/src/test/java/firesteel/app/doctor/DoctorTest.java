package firesteel.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.settings.UserFolders;
import firesteel.app.doctor.Finding.Level;
import firesteel.jupyter.KernelSpec;
import firesteel.jupyter.KernelSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final long GB = 1L << 30;

  @TempDir private Path machine;
  private final Map<String, String> environment = new HashMap<>();
  private Path script;

  @BeforeEach
  void makeMachine() throws IOException {
    Files.createDirectories(machine.resolve("home"));
    Files.createDirectories(machine.resolve("bin"));
    script = executable("dist/bin/firesteel-java", "exit 0");
    environment.put("PATH", machine.resolve("bin").toString());
  }

  @Test
  void a_machine_that_has_all_gets_no_problem() throws Exception {
    executable("bin/mvn", "exit 0");
    executable("bin/python3", "echo 3.12");
    Files.createDirectories(machine.resolve("state"));

    assertThat(Doctor.examine(context(), "4.2.0"))
        .extracting(Finding::level)
        .doesNotContain(Level.PROBLEM);
    assertThat(Doctor.examine(context(), "4.2.0"))
        .contains(Finding.ok("Spark", "4.2.0, bundled (SPARK_HOME is not set)"));
  }

  @Test
  void a_java_that_is_old_or_no_jdk_is_a_problem() {
    assertThat(JavaCheck.java(context(), 17, true).level()).isEqualTo(Level.OK);
    assertThat(JavaCheck.java(context(), 11, true))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.PROBLEM))
        .satisfies(f -> assertThat(f.message()).contains("too old"))
        .satisfies(f -> assertThat(f.remedy()).contains("FIRESTEEL_JAVA"));
    assertThat(JavaCheck.java(context(), 17, false).message()).contains("no whole JDK");
    assertThat(JavaCheck.java(context(), 99, true).level()).isEqualTo(Level.WARNING);
  }

  @Test
  void an_archive_is_fine_missing_stale_or_could_not_be_made() throws Exception {
    Path archive = machine.resolve("cds").resolve("x.jsa");
    Path built = machine.resolve("built");
    Files.createDirectories(archive.getParent());
    assertThat(JavaCheck.archive(archive, built).message()).contains("not prepared yet");
    Files.createFile(machine.resolve("cds/x.jsa.log"));
    assertThat(JavaCheck.archive(archive, built).message()).contains("could not", "x.jsa.log");
    Files.createFile(machine.resolve("cds/x.jsa"));
    assertThat(JavaCheck.archive(archive, built).level()).isEqualTo(Level.OK);
    Files.createFile(built);
    Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(JavaCheck.archive(archive, built).message()).contains("an older build");
  }

  @Test
  void a_path_with_spaces_on_an_older_java_is_warned_of() {
    assertThat(JavaCheck.pathOfJars(Path.of("/opt/my tools/dist"), 17).orElseThrow().message())
        .contains("Java 17", "/opt/my tools/dist");
    assertThat(JavaCheck.pathOfJars(Path.of("/opt/Werkzeüge/dist"), 17)).isPresent();
    assertThat(JavaCheck.pathOfJars(Path.of("/opt/my tools/dist"), 21)).isEmpty();
    assertThat(JavaCheck.pathOfJars(Path.of("/opt/tools/dist"), 17)).isEmpty();
  }

  @Test
  void little_memory_warns_and_a_size_that_java_refuses_is_a_problem() {
    assertThat(MachineCheck.memory(context(), 8 * GB).level()).isEqualTo(Level.OK);
    assertThat(MachineCheck.memory(context(), 2 * GB).level()).isEqualTo(Level.WARNING);
    environment.put("FIRESTEEL_MEMORY", "two gigabytes");
    assertThat(MachineCheck.memory(context(), 8 * GB))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.PROBLEM))
        .satisfies(f -> assertThat(f.message()).contains("two gigabytes"));
  }

  @Test
  void a_user_folder_that_cant_be_written_warns() throws Exception {
    assertThat(MachineCheck.userFolder(context()).level()).isEqualTo(Level.OK);
    environment.put("XDG_DATA_HOME", Files.createFile(machine.resolve("file")).toString());
    assertThat(MachineCheck.userFolder(context()).level()).isEqualTo(Level.WARNING);
  }

  @Test
  void the_users_folder_and_kernelspecs_are_below_home() throws Exception {
    Path elsewhere = machine.resolve("elsewhere");
    environment.put("HOME", elsewhere.toString());
    Path kernelspec = elsewhere.resolve(".local/share/jupyter/kernels/firesteel/kernel.json");
    Files.createDirectories(kernelspec.getParent());
    Files.writeString(kernelspec, "{");

    assertThat(MachineCheck.userFolder(context()).message())
        .contains(elsewhere.resolve(".local/share/firesteel").toString());
    assertThat(JupyterCheck.findings(context()))
        .extracting(Finding::message)
        .contains(kernelspec + " is broken");
  }

  @Test
  void missing_tools_warn_with_the_command_that_brings_them() throws Exception {
    executable("bin/apt-get", "exit 0");

    assertThat(ToolCheck.maven(context()))
        .isEqualTo(
            Finding.warning(
                "Maven",
                "PATH has no mvn; what is built works, and can't be built again",
                "sudo apt-get install maven"));
    assertThat(ToolCheck.python(context()).remedy())
        .isEqualTo("sudo apt-get install python3 python3-venv");
  }

  @Test
  void a_python_that_is_old_broken_or_without_venv_warns() throws Exception {
    executable("bin/python3", "echo 3.8");
    assertThat(ToolCheck.python(context()).message()).contains("Python 3.8, which is too old");
    executable("bin/python3", "exit 1");
    assertThat(ToolCheck.python(context()).message()).contains("does not run");
    executable("bin/python3", "case $2 in *ensurepip*) exit 1 ;; *) echo 3.11 ;; esac");
    assertThat(ToolCheck.python(context()).message()).contains("without venv and ensurepip");
    executable("bin/python3", "echo 3.11");
    assertThat(ToolCheck.python(context()).level()).isEqualTo(Level.OK);
  }

  @Test
  void a_private_lab_whose_python_is_gone_warns() throws Exception {
    Path lab = machine.resolve("state/lab");
    assertThat(JupyterCheck.privateLab(lab).message()).contains("not set up yet");
    Files.createDirectories(lab);
    Files.createFile(lab.resolve("requirements.txt"));
    assertThat(JupyterCheck.privateLab(lab).level()).isEqualTo(Level.WARNING);
    executable("state/lab/bin/python", "exit 0");
    assertThat(JupyterCheck.privateLab(lab).level()).isEqualTo(Level.OK);
  }

  @Test
  void a_kernelspec_is_followed_to_what_it_starts() throws Exception {
    assertThat(kernelspec(script, Path.of("/bin/sh")).level()).isEqualTo(Level.OK);
    assertThat(kernelspec(machine.resolve("gone"), Path.of("/bin/sh")))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.PROBLEM))
        .satisfies(f -> assertThat(f.remedy()).contains("./firesteel install"));
    assertThat(kernelspec(script, machine.resolve("no-java")).message()).contains("no-java");
    assertThat(kernelspec(executable("other/firesteel-java", "exit 0"), Path.of("/bin/sh")))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.WARNING))
        .satisfies(f -> assertThat(f.message()).contains("another Firesteel"));
    Path broken = Files.writeString(machine.resolve("kernel.json"), "{");
    assertThat(JupyterCheck.kernelspec(broken, script).message()).contains("is broken");
  }

  @Test
  void the_users_own_kernelspec_is_found() throws Exception {
    KernelSpecs.install(spec(machine.resolve("gone"), script), machine.resolve("data/kernels"));
    environment.put("JUPYTER_DATA_DIR", machine.resolve("data").toString());

    assertThat(JupyterCheck.findings(context()))
        .filteredOn(finding -> finding.level() == Level.PROBLEM)
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("gone"));
  }

  @Test
  void a_spark_home_that_is_none_is_a_problem() {
    environment.put("SPARK_HOME", machine.toString());

    assertThat(SparkCheck.findings(context(), "4.2.0"))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.PROBLEM))
        .satisfies(f -> assertThat(f.message()).contains("SPARK_HOME=" + machine));
  }

  private Finding kernelspec(Path starts, Path java) throws IOException {
    Path folder = KernelSpecs.install(spec(starts, java), machine.resolve("kernels"));
    return JupyterCheck.kernelspec(folder.resolve("kernel.json"), script);
  }

  private static KernelSpec spec(Path starts, Path java) {
    return KernelSpec.firesteel(
        List.of(starts.toString(), "kernel", "{connection_file}"),
        Map.of("FIRESTEEL_JAVA", java.toString()));
  }

  private DoctorContext context() {
    return new DoctorContext(
        environment,
        UserFolders.of(environment, machine.resolve("home")),
        machine.resolve("state"),
        script,
        Optional.empty());
  }

  private Path executable(String name, String line) throws IOException {
    Path file = machine.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
