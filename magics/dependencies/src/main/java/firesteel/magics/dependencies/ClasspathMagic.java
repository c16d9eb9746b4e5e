package firesteel.magics.dependencies;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %classpath}, which adds jars or class folders. */
@Command(
    name = "classpath",
    description = {
      "Adds jars or folders of classes to the class path.",
      "",
      "The value is the list of what was added."
    })
public final class ClasspathMagic implements LineMagic {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "The jars or class folders; * and ? match any characters.")
  private List<Path> globs = new ArrayList<>();

  @Override
  public Object runLine(MagicContext context) throws Exception {
    List<Path> entries = FileGlobs.find(globs.stream().map(Path::toString).toList(), context);
    Dependencies.of(context).addFiles(entries);
    return entries.stream().map(Path::toString).toList();
  }
}
