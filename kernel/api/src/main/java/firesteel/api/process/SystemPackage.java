package firesteel.api.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Software that the machine's package tool brings. */
public enum SystemPackage {
  /** A JDK that Firesteel runs on. */
  JAVA,
  /** Maven, which builds Firesteel. */
  MAVEN,
  /** Python with what virtual environments need. */
  PYTHON,
  /** Python's pip. */
  PIP,
  /** A browser that draws without a window. */
  CHROMIUM;

  /** Lines of {@code package|tool|command}, which the launcher reads too. */
  private static final String HINTS = "install-hints.txt";

  /**
   * The command that installs it here, or where to get it when no package tool is known.
   *
   * @param environment says where programs are
   */
  public String howToInstall(Map<String, String> environment) {
    String name = name().toLowerCase(Locale.ROOT);
    try (InputStream in = SystemPackage.class.getResourceAsStream(HINTS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\\|", 3))
          .filter(hint -> hint[0].equals(name))
          .filter(hint -> hint[1].equals("-") || Programs.onPath(hint[1], environment).isPresent())
          .findFirst()
          .orElseThrow()[2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
