package firesteel.engine;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The class path of the tests, for the cells that they run. */
public final class TestClassPath {
  private TestClassPath() {}

  /** Its jars and folders. */
  public static List<Path> entries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
