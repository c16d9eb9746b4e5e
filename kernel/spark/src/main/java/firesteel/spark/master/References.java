package firesteel.spark.master;

import firesteel.api.settings.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves {@code ${env:NAME}} and {@code ${file:PATH}}, which keep secrets out of files. */
final class References {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  private final Map<String, String> environment;

  References(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether a text consists of references only. */
  static boolean isReference(String text) {
    return REFERENCE.matcher(text.strip()).matches();
  }

  /**
   * Returns a text with its references resolved.
   *
   * @param where the file, line and key, for the message
   * @param folder the folder that relative paths start from
   * @throws ProfileException when a reference can't be resolved
   */
  String resolve(String text, String where, Path folder) {
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (reference.find()) {
      String name = reference.group(2).strip();
      String value =
          reference.group(1).equals("env") ? variable(name, where) : content(name, where, folder);
      reference.appendReplacement(resolved, Matcher.quoteReplacement(value));
    }
    return reference.appendTail(resolved).toString();
  }

  private String variable(String name, String where) {
    String value = environment.get(name);
    if (value == null) {
      throw new ProfileException(
          where
              + " refers to the environment variable "
              + name
              + ", which the kernel doesn't have. Set it before Jupyter starts.");
    }
    return value;
  }

  private String content(String name, String where, Path folder) {
    Path file =
        name.startsWith("~/")
            ? UserFolders.of(environment).home().resolve(name.substring(2))
            : folder.resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ProfileException(
          where + " refers to the file " + file + ", which can't be read.", e);
    }
  }
}
