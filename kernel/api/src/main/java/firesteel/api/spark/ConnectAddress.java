package firesteel.api.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How Spark is reached at a {@link ConnectTarget}.
 *
 * @param url a master such as {@code spark://host:7077}, or a Spark Connect server such as {@code
 *     sc://host:15002/;token=...}
 * @param settings Spark settings; the user's win over them. May hold secrets
 * @param jars for cells and executors: paths or URLs
 * @param close what ends when Spark stops, or when it can't be started; called once
 */
public record ConnectAddress(
    String url, Map<String, String> settings, List<String> jars, AutoCloseable close) {
  /** Copies the collections. */
  public ConnectAddress {
    Objects.requireNonNull(url, "url");
    settings = Map.copyOf(settings);
    jars = List.copyOf(jars);
    Objects.requireNonNull(close, "close");
  }

  /** An address with nothing but a URL. */
  public static ConnectAddress of(String url) {
    return new ConnectAddress(url, Map.of(), List.of(), () -> {});
  }

  /** This address with one more Spark setting. */
  public ConnectAddress withSetting(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put(name, value);
    return new ConnectAddress(url, all, jars, close);
  }

  /** This address with one more jar for cells and executors: a path or a URL. */
  public ConnectAddress withJar(String jar) {
    List<String> all = new ArrayList<>(jars);
    all.add(jar);
    return new ConnectAddress(url, settings, all, close);
  }

  /** This address with what ends when Spark stops; it takes the place of what was given before. */
  public ConnectAddress whenStopped(AutoCloseable action) {
    return new ConnectAddress(url, settings, jars, action);
  }

  /** Without the URL and the settings' values, which may be secret. */
  @Override
  public String toString() {
    return "ConnectAddress[settings " + settings.keySet() + "]";
  }
}
