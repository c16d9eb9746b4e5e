package firesteel.engine.plugin;

import firesteel.api.plugin.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The plug-ins that Firesteel knows by name, whether they are installed or not. */
public final class KnownPlugins {
  /**
   * A known plug-in.
   *
   * @param name what {@code firesteel plugin add} takes
   * @param summary what it is, in one line
   * @param coordinates {@code group:artifact}; its version is Firesteel's
   * @param published whether repositories have it
   * @param magics the names of its magics, without the percent sign
   * @param targets the names of its targets
   * @param commands the names of its commands
   */
  public record Known(
      String name,
      String summary,
      String coordinates,
      boolean published,
      List<String> magics,
      List<String> targets,
      List<String> commands) {
    boolean brings(Plugins.Kind kind, String wanted) {
      return switch (kind) {
        case MAGIC -> magics.contains(wanted);
        case TARGET -> targets.contains(wanted);
        case COMMAND -> commands.contains(wanted);
      };
    }
  }

  private KnownPlugins() {}

  /** All of them, sorted. */
  public static List<Known> all() {
    Properties catalogue = new Properties();
    try (InputStream in = KnownPlugins.class.getResourceAsStream("known-plugins.properties")) {
      catalogue.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Known> known = new ArrayList<>();
    for (String name : words(catalogue.getProperty("plugins"))) {
      known.add(
          new Known(
              name,
              catalogue.getProperty(name + ".summary"),
              catalogue.getProperty(name + ".coordinates"),
              Boolean.parseBoolean(catalogue.getProperty(name + ".published")),
              words(catalogue.getProperty(name + ".magics", "")),
              words(catalogue.getProperty(name + ".targets", "")),
              words(catalogue.getProperty(name + ".commands", ""))));
    }
    return known;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).sorted().toList();
  }

  /** Returns the plug-in of a name. */
  public static Optional<Known> named(String name) {
    return all().stream().filter(known -> known.name().equals(name)).findFirst();
  }

  /**
   * See {@link Plugins#howToAdd}.
   *
   * @param installed the names of plug-ins that are there
   */
  static Optional<String> howToAdd(Plugins.Kind kind, String name, List<String> installed) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(known -> known.brings(kind, wanted) && !installed.contains(known.name()))
        .findFirst()
        .map(
            known ->
                "It belongs to the plug-in "
                    + known.name()
                    + (known.published()
                        ? ", which this command adds:  firesteel plugin add " + known.name()
                        : ", which is not published yet; when it is, this command adds it:"
                            + "  firesteel plugin add "
                            + known.name()));
  }
}
