package firesteel.charts.save;

import firesteel.api.process.Programs;
import firesteel.api.process.SystemPackage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a browser of the Chromium family, which can draw without a window. */
final class Browsers {
  /** The environment variable that names the browser. */
  static final String VARIABLE = "FIRESTEEL_BROWSER";

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge",
          "msedge",
          "brave-browser");

  /** Where browsers are on systems that don't put programs on the path. */
  private static final List<String> USUAL_PLACES =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

  private Browsers() {}

  /**
   * Returns the browser that the environment names, or else the first on the path, or in the usual
   * places.
   *
   * @throws BrowserException when there is none; says how to install or name one
   */
  static Path find(Map<String, String> environment) throws BrowserException {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      return executable(named, environment)
          .orElseThrow(
              () ->
                  new BrowserException(
                      VARIABLE + " names no program: there is no executable " + named + "."));
    }
    return Stream.concat(NAMES.stream(), USUAL_PLACES.stream())
        .flatMap(name -> executable(name, environment).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new BrowserException(
                    "A picture of a chart is drawn by a browser, and there is no Chromium, Chrome"
                        + " or Edge here. Install one ("
                        + SystemPackage.CHROMIUM.howToInstall(environment)
                        + "), or name one: export "
                        + VARIABLE
                        + "=/path/to/chromium. saveHtml needs none."));
  }

  private static Optional<Path> executable(String name, Map<String, String> environment) {
    if (!name.contains("/") && !name.contains("\\")) {
      return Programs.onPath(name, environment)
          .or(() -> Programs.onPath(name + ".exe", environment));
    }
    try {
      return Optional.of(Path.of(name))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    } catch (InvalidPathException e) {
      return Optional.empty(); // A text that is not a path names no program.
    }
  }
}
