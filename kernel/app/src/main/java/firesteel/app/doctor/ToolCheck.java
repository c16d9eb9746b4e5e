package firesteel.app.doctor;

import firesteel.api.process.SystemPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks Maven and Python, which the build and JupyterLab need. */
final class ToolCheck {
  private static final Pattern PYTHON = Pattern.compile("^(\\d+)\\.(\\d+)$", Pattern.MULTILINE);
  private static final int OLDEST_PYTHON_MINOR = 10;

  private ToolCheck() {}

  static List<Finding> findings(DoctorContext context) {
    List<Finding> findings = new ArrayList<>();
    findings.add(maven(context));
    findings.add(python(context));
    return findings;
  }

  static Finding maven(DoctorContext context) {
    Optional<Path> mvn = context.executable("mvn");
    return mvn.isPresent()
        ? Finding.ok("Maven", mvn.get().toString())
        : Finding.warning(
            "Maven",
            "PATH has no mvn; what is built works, and can't be built again",
            context.howToInstall(SystemPackage.MAVEN));
  }

  static Finding python(DoctorContext context) {
    String remedy = context.howToInstall(SystemPackage.PYTHON);
    Optional<Path> python =
        context
            .variable("FIRESTEEL_PYTHON")
            .map(Path::of)
            .or(() -> context.executable("python3"))
            .or(() -> context.executable("python"));
    if (python.isEmpty()) {
      return Finding.warning(
          "Python", "PATH has no python3, which JupyterLab needs; firesteel run works", remedy);
    }
    String name = python.get().toString();
    Optional<String> version =
        context.output(List.of(name, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"));
    Matcher number = PYTHON.matcher(version.orElse(""));
    if (!number.find()) {
      return Finding.warning("Python", name + " does not run", remedy);
    }
    boolean old =
        Integer.parseInt(number.group(1)) < 3
            || Integer.parseInt(number.group(2)) < OLDEST_PYTHON_MINOR;
    String what = name + " is Python " + number.group();
    if (old) {
      return Finding.warning(
          "Python",
          what + ", which is too old: JupyterLab needs 3." + OLDEST_PYTHON_MINOR,
          remedy + ", or: export FIRESTEEL_PYTHON=/path/to/python3");
    }
    return context.output(List.of(name, "-c", "import venv, ensurepip")).isPresent()
        ? Finding.ok("Python", what)
        : Finding.warning(
            "Python", what + " without venv and ensurepip, which ./firesteel lab needs", remedy);
  }
}
