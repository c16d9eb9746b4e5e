package firesteel.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Provides the versions of this build. */
final class Version implements IVersionProvider {
  private final Properties build = new Properties();

  Version() {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Firesteel's version. */
  String firesteel() {
    return build.getProperty("version");
  }

  /** The version of the Spark that was built in. */
  String bundledSpark() {
    return build.getProperty("spark");
  }

  /** The version and the home of the running Java. */
  String java() {
    return System.getProperty("java.version") + " at " + System.getProperty("java.home");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Firesteel " + firesteel(), "Spark " + bundledSpark() + " (bundled)", "Java " + java(),
    };
  }
}
