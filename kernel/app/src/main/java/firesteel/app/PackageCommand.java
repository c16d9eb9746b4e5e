package firesteel.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Builds what Firesteel is installed from; like {@link LabCommand} a way to the launcher. */
@Command(
    name = "package",
    description = {
      "Builds the archive and the Python wheel that Firesteel is installed from, in a clone.",
      "Writes them to target/package, with their SBOMs (CycloneDX) and SHA-256 checksums. The same"
          + " sources and JDK give the same bytes."
    },
    mixinStandardHelpOptions = true)
final class PackageCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    return Launcher.run("package", List.of());
  }
}
