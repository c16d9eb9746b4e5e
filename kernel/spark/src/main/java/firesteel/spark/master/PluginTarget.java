package firesteel.spark.master;

import firesteel.api.plugin.Plugins;
import firesteel.api.spark.ConnectAddress;
import firesteel.api.spark.ConnectRequest;
import firesteel.api.spark.ConnectTarget;
import firesteel.spark.settings.SparkStartException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A target of a plug-in, with the user's place and options.
 *
 * @param place the text after its name
 * @param options the values of {@code --option}; may hold secrets
 * @param folder the folder that relative paths start from
 */
public record PluginTarget(
    ConnectTarget target,
    String place,
    Map<String, String> options,
    Path folder,
    Map<String, String> environment) {
  private static final String SEPARATOR = "://";

  /** Copies the maps. */
  public PluginTarget {
    Objects.requireNonNull(target, "target");
    options = Map.copyOf(options);
    environment = Map.copyOf(environment);
  }

  /**
   * Finds the target that a text names; empty when no plug-in has one of that name.
   *
   * @param text {@code NAME} or {@code NAME://PLACE}
   */
  static Optional<PluginTarget> find(
      String text, Path folder, Map<String, String> environment, Plugins plugins) {
    String name = nameIn(text);
    String place = text.equals(name) ? "" : text.substring(name.length() + SEPARATOR.length());
    return plugins.services(ConnectTarget.class).stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .map(target -> new PluginTarget(target, place, Map.of(), folder, environment));
  }

  /** Returns the text before {@code ://}. */
  static String nameIn(String text) {
    int separator = text.indexOf(SEPARATOR);
    return separator < 0 ? text : text.substring(0, separator);
  }

  /**
   * Returns this target with an option.
   *
   * @throws IllegalArgumentException when it has no option of that name; lists those that it has
   */
  PluginTarget with(String option, String value) {
    List<String> names = target.options().stream().map(ConnectTarget.Option::name).toList();
    if (!names.contains(option)) {
      throw new IllegalArgumentException(
          "The target "
              + target.name()
              + " has no option \""
              + option
              + "\"; "
              + (names.isEmpty() ? "it takes none." : "it has " + String.join(", ", names) + "."));
    }
    Map<String, String> all = new LinkedHashMap<>(options);
    all.put(option, value);
    return new PluginTarget(target, place, all, folder, environment);
  }

  /**
   * Prepares the place; may take long.
   *
   * @param settings the user's Spark settings
   * @param progress takes progress messages
   * @throws SparkStartException when it fails; the message is for the user
   * @throws InterruptedException when the waiting thread is interrupted
   */
  ConnectAddress open(Map<String, String> settings, Consumer<String> progress)
      throws InterruptedException {
    try {
      return Objects.requireNonNull(
          target.connect(
              new ConnectRequest(place, options, settings, folder, environment, progress)),
          "it gave no address");
    } catch (InterruptedException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new SparkStartException(e.getMessage(), e);
    } catch (Exception | LinkageError e) {
      throw new SparkStartException(
          "The target "
              + target.name()
              + " did not connect: "
              + e.getClass().getSimpleName()
              + (e.getMessage() == null ? "" : ": " + e.getMessage()),
          e);
    }
  }

  /** Returns the text that may be shown. */
  String shown() {
    return place.isEmpty() ? target.name() : target.name() + SEPARATOR + place;
  }

  /** Leaves out the options' values, which may be secret. */
  @Override
  public String toString() {
    return shown() + " " + options.keySet();
  }
}
