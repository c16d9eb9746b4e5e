package firesteel.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesteel.jupyter.KernelSpec;
import firesteel.jupyter.KernelSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Checks the private JupyterLab, the user's own Jupyter, and the kernelspecs in both. */
final class JupyterCheck {
  private JupyterCheck() {}

  static List<Finding> findings(DoctorContext context) {
    List<Finding> findings = new ArrayList<>();
    Path lab =
        context
            .variable("FIRESTEEL_WHEEL_PYTHON")
            .map(python -> Path.of(python).getParent().getParent())
            .orElse(context.state().resolve("lab"));
    findings.add(
        context
            .variable("FIRESTEEL_WHEEL_PYTHON")
            .map(python -> labOfWheel(python, lab))
            .orElseGet(() -> privateLab(lab)));
    Optional<Path> jupyter = context.executable("jupyter");
    findings.add(
        jupyter
            .map(file -> Finding.ok("Your Jupyter", file.toString()))
            .orElse(Finding.ok("Your Jupyter", "none on PATH; ./firesteel lab has its own")));
    Set<Path> kernels = new LinkedHashSet<>();
    kernels.add(KernelSpecs.prefixKernels(lab));
    kernels.add(
        KernelSpecs.userKernels(
            context.environment(), context.folders().home(), System.getProperty("os.name")));
    jupyter.ifPresent(file -> prefix(file).map(KernelSpecs::prefixKernels).ifPresent(kernels::add));
    boolean any = false;
    for (Path folder : kernels) {
      Path file = folder.resolve(KernelSpec.FIRESTEEL).resolve("kernel.json");
      if (Files.exists(file)) {
        any = true;
        findings.add(kernelspec(file, context.javaScript()));
      }
    }
    if (!any && jupyter.isPresent()) {
      findings.add(
          Finding.ok("Kernelspec", "not installed in your Jupyter; ./firesteel install does it"));
    }
    return findings;
  }

  private static Optional<Path> prefix(Path jupyter) {
    try {
      return Optional.ofNullable(jupyter.toRealPath().getParent()).map(Path::getParent);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The JupyterLab of the environment that a wheel was installed into. */
  private static Finding labOfWheel(String python, Path environment) {
    return Files.isExecutable(environment.resolve("bin").resolve("jupyter-lab"))
        ? Finding.ok("JupyterLab", "of the environment " + environment)
        : Finding.warning(
            "JupyterLab",
            "none in the environment " + environment,
            python + " -m pip install jupyterlab");
  }

  static Finding privateLab(Path lab) {
    if (!Files.exists(lab.resolve("requirements.txt"))) {
      return Finding.ok("JupyterLab", "not set up yet; ./firesteel lab does it the first time");
    }
    return Files.isExecutable(lab.resolve("bin").resolve("python"))
        ? Finding.ok("JupyterLab", "a private one, in " + lab)
        : Finding.warning(
            "JupyterLab",
            "the Python that the private one in " + lab + " was made with is gone",
            "./firesteel lab makes it anew");
  }

  static Finding kernelspec(Path file, Path javaScript) {
    String subject = "Kernelspec";
    String remedy = "./firesteel install with the options of the first time writes it anew";
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      return Finding.problem(subject, file + " is broken", remedy);
    }
    // A wheel's names a script beside it.
    String beside = file.getParent() + "/";
    String script =
        StreamSupport.stream(json.path("argv").spliterator(), false)
            .map(JsonNode::asText)
            .filter(word -> !word.equals("/bin/sh"))
            .findFirst()
            .orElse("")
            .replace("{resource_dir}/", beside);
    String java = json.path("env").path("FIRESTEEL_JAVA").asText();
    if (script.isEmpty() || !Files.isExecutable(Path.of(script))) {
      return Finding.problem(
          subject, file + " starts " + script + ", which is not there (any more)", remedy);
    }
    if (!java.isEmpty() && !Files.isExecutable(Path.of(java))) {
      return Finding.problem(
          subject, file + " names a Java that is not there (any more): " + java, remedy);
    }
    return Path.of(script).equals(javaScript) || script.startsWith(beside)
        ? Finding.ok(subject, file.getParent().toString())
        : Finding.warning(
            subject,
            file + " starts another Firesteel: " + script,
            "if this one is meant: " + remedy);
  }
}
