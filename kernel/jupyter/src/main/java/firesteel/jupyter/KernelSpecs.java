package firesteel.jupyter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes and removes kernelspecs.
 *
 * <pre>{@code
 * Path kernels = KernelSpecs.userKernels(System.getenv(), home, System.getProperty("os.name"));
 * KernelSpecs.install(KernelSpec.firesteel(argv, env), kernels);
 * }</pre>
 *
 * The three places that {@code jupyter kernelspec install} knows are {@link #userKernels} ({@code
 * --user}) and {@link #prefixKernels} ({@code --prefix}, and {@code --sys-prefix} with Python's
 * {@code sys.prefix}).
 */
public final class KernelSpecs {
  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

  private KernelSpecs() {}

  /**
   * Returns the folder of the user's kernelspecs, located like in {@code jupyter_core.paths}:
   * JUPYTER_DATA_DIR, then the platform's place.
   *
   * @param env the environment variables of the process that runs Jupyter
   * @param home the user's home
   * @param os the operating system, as {@code os.name} has it
   */
  public static Path userKernels(Map<String, String> env, Path home, String os) {
    return dataFolder(env, home, os).resolve("kernels");
  }

  /** Returns the folder of the kernelspecs of a Python environment or another prefix. */
  public static Path prefixKernels(Path prefix) {
    return prefix.resolve("share").resolve("jupyter").resolve("kernels");
  }

  /**
   * Writes a kernelspec; replaces one of the same name as a whole, so that a Jupyter that reads it
   * meanwhile never sees an incomplete folder.
   *
   * @param kernels the folder of kernelspecs; created when missing
   * @return the kernelspec's folder
   * @throws IOException when the folder can't be written; the old kernelspec is then still there
   */
  public static Path install(KernelSpec spec, Path kernels) throws IOException {
    Path target = kernels.resolve(spec.name());
    FolderReplacement.write(target, folder -> write(spec, folder));
    return target;
  }

  /**
   * Removes a kernelspec.
   *
   * @param kernels the folder of kernelspecs
   * @return whether it existed
   */
  public static boolean uninstall(String name, Path kernels) throws IOException {
    Path target = kernels.resolve(name);
    if (!Files.exists(target.resolve("kernel.json"))) {
      return false;
    }
    FolderReplacement.delete(target);
    return true;
  }

  private static Path dataFolder(Map<String, String> env, Path home, String os) {
    String named = env.getOrDefault("JUPYTER_DATA_DIR", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    boolean platformDirs = isSet(env.getOrDefault("JUPYTER_PLATFORM_DIRS", ""));
    if (os.startsWith("Mac")) {
      return platformDirs
          ? home.resolve("Library/Application Support/Jupyter")
          : home.resolve("Library/Jupyter");
    }
    if (os.startsWith("Windows")) {
      return windowsDataFolder(env, home, platformDirs);
    }
    String xdg = env.getOrDefault("XDG_DATA_HOME", "");
    return (xdg.isEmpty() ? home.resolve(".local/share") : Path.of(xdg)).resolve("jupyter");
  }

  private static Path windowsDataFolder(Map<String, String> env, Path home, boolean platformDirs) {
    if (platformDirs) {
      String local = env.getOrDefault("LOCALAPPDATA", "");
      return (local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local)).resolve("Jupyter");
    }
    String appData = env.getOrDefault("APPDATA", "");
    return appData.isEmpty() ? home.resolve(".jupyter/data") : Path.of(appData).resolve("jupyter");
  }

  /** Returns whether a flag is set, as {@code envset} of jupyter_core does. */
  private static boolean isSet(String value) {
    return !List.of("", "0", "n", "no", "off", "f", "false")
        .contains(value.toLowerCase(Locale.ROOT));
  }

  private static void write(KernelSpec spec, Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Files.writeString(folder.resolve("kernel.json"), json.writeValueAsString(spec.json()) + "\n");
    for (String logo : LOGOS) {
      try (InputStream in = KernelSpecs.class.getResourceAsStream(logo)) {
        Files.copy(in, folder.resolve(logo));
      }
    }
  }
}
