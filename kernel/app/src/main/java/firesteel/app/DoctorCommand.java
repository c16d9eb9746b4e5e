package firesteel.app;

import firesteel.api.settings.UserFolders;
import firesteel.app.doctor.Doctor;
import firesteel.app.doctor.DoctorContext;
import firesteel.app.doctor.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the installation and prints what is wrong, and what to do about it. */
@Command(
    name = "doctor",
    description = "Looks at all that Firesteel needs, and says what to do about each finding.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:no problem, though there may be warnings", "1:a problem"},
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--deep", description = "Also starts Spark and runs a job.")
  private boolean deep;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path here = Path.of("").toAbsolutePath();
    Distribution distribution = Distribution.running().orElse(new Distribution(here));
    DoctorContext context =
        new DoctorContext(
            System.getenv(),
            UserFolders.current(),
            distribution.state(),
            distribution.javaScript(),
            Optional.ofNullable(System.getProperty("firesteel.archive")).map(Path::of));
    List<Finding> findings = new ArrayList<>(Doctor.examine(context, new Version().bundledSpark()));
    if (distribution.checkout().isEmpty()) {
      findings.removeIf(finding -> finding.subject().equals("Maven")); // Only a clone is built.
    }
    if (deep) {
      findings.add(SparkTrial.run());
    }
    return print(findings, distribution.command());
  }

  private int print(List<Finding> findings, String command) {
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.printf(
          "%-8s %-13s %s%n",
          finding.level().name().toLowerCase(Locale.ROOT),
          finding.subject(),
          typed(finding.message(), command).replace("\n", "\n" + " ".repeat(23)));
      if (!finding.remedy().isEmpty()) {
        out.printf("%22s %s%n", "->", typed(finding.remedy(), command));
      }
    }
    long problems = count(findings, Finding.Level.PROBLEM);
    long warnings = count(findings, Finding.Level.WARNING);
    out.printf(
        "%n%s%s.%n",
        problems == 0 ? "No problem" : problems + (problems == 1 ? " problem" : " problems"),
        warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings"));
    out.flush();
    return problems == 0 ? 0 : Main.FAILED;
  }

  /** A text with Firesteel's command as it is typed here; the checks write it as in a clone. */
  private static String typed(String text, String command) {
    return text.replace("./firesteel", command);
  }

  private static long count(List<Finding> findings, Finding.Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
