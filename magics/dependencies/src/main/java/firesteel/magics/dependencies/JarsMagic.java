package firesteel.magics.dependencies;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %jars}, which adds jars. */
@Command(
    name = "jars",
    description = {
      "Adds jars to the class path.",
      "",
      "Of a folder, all its jars. The value is the list of the added jars:"
          + " List<String> added = %%jars libs/*.jar"
    })
public final class JarsMagic implements LineMagic {
  @Parameters(
      arity = "1..*",
      paramLabel = "JAR",
      description = "The jars, or folders of jars; * and ? match any characters.")
  private List<Path> globs = new ArrayList<>();

  @Override
  public Object runLine(MagicContext context) throws Exception {
    List<Path> jars = new ArrayList<>();
    for (Path path : FileGlobs.find(globs.stream().map(Path::toString).toList(), context)) {
      for (Path file : FileGlobs.filesOf(path)) {
        if (file.toString().endsWith(".jar") && !jars.contains(file)) {
          jars.add(file);
        }
      }
    }
    if (jars.isEmpty()) {
      throw new MagicException(
          "no jar is among the files that match; class folders are added with %classpath");
    }
    Dependencies.of(context).addFiles(jars);
    return jars.stream().map(Path::toString).toList();
  }
}
