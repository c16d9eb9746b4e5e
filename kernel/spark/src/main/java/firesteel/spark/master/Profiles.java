package firesteel.spark.master;

import firesteel.api.settings.UserFolders;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the profiles of {@code firesteel.yaml} in the notebook's folder and in the user's
 * configuration folder. When both have a name, the notebook's folder wins.
 */
public final class Profiles {
  /** The file's name. */
  public static final String FILE = "firesteel.yaml";

  private final List<Path> files;
  private final Map<String, String> environment;

  private Profiles(List<Path> files, Map<String, String> environment) {
    this.files = files;
    this.environment = environment;
  }

  /**
   * Returns the profiles that a notebook sees.
   *
   * @param folder the notebook's folder
   * @param environment locates the user's configuration, and holds the variables of {@code
   *     ${env:NAME}}
   */
  public static Profiles of(Path folder, Map<String, String> environment) {
    Path config = UserFolders.of(environment).config();
    return new Profiles(
        List.of(folder.toAbsolutePath().resolve(FILE), config.resolve(FILE)), environment);
  }

  /**
   * Returns the names of all profiles, those of the notebook's folder first, without resolving
   * references.
   */
  public List<String> names() {
    return List.copyOf(all().keySet());
  }

  /**
   * Returns a profile with its references resolved.
   *
   * @param name the name without the at sign
   * @throws ProfileException when there is no such profile, a file is malformed, or a reference
   *     can't be resolved; the message says where and what to do
   */
  public Profile find(String name) {
    Map<String, ProfileReader.Entry> all = all();
    ProfileReader.Entry entry = all.get(name);
    if (entry == null) {
      throw new ProfileException(
          "There is no profile \""
              + name
              + "\". "
              + (all.isEmpty()
                  ? "No profiles"
                  : "The profiles are: " + String.join(", ", all.keySet()))
              + (all.isEmpty() ? " were found; they belong in " : "; they are in ")
              + String.join(" or ", files.stream().map(Path::toString).toList())
              + ".");
    }
    return entry.resolve(new References(environment));
  }

  private Map<String, ProfileReader.Entry> all() {
    Map<String, ProfileReader.Entry> all = new LinkedHashMap<>();
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          new ProfileReader(file).read(reader).forEach(all::putIfAbsent);
        } catch (IOException e) {
          throw new ProfileException(file + " can't be read: " + e.getMessage(), e);
        }
      }
    }
    return all;
  }

  /** Returns the files that are searched, whether they exist or not. */
  public List<Path> files() {
    return new ArrayList<>(files);
  }
}
