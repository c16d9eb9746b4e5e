package firesteel.dependencies;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Maven repository.
 *
 * @param id its name, under which {@code settings.xml} keeps mirrors and credentials
 * @param url its address
 */
public record Repository(String id, String url) {
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]*@");

  public Repository {
    Objects.requireNonNull(url, "url");
    if (!id.matches("[\\w.-]+")) {
      throw new IllegalArgumentException(
          "\"" + id + "\" is not a name for a repository: letters, digits, dots and dashes are");
    }
    if (!url.matches("(?i)(https?|file):.+")) {
      throw new IllegalArgumentException(
          "\""
              + withoutCredentials(url)
              + "\" is not a repository's address: it starts with https:,"
              + " http: or file:");
    }
  }

  /** Returns a repository that is named after its host. */
  public static Repository of(String url) {
    Matcher host = Pattern.compile("(?i)https?://(?:[^/@]*@)?([^/:]+).*").matcher(url);
    return new Repository(host.matches() ? host.group(1) : "files", url);
  }

  /** Returns the address without user name, password and query, so that it can be shown. */
  public String shownUrl() {
    String plain = withoutCredentials(url);
    int query = plain.indexOf('?');
    return query < 0 ? plain : plain.substring(0, query);
  }

  /** Removes user names and passwords from the addresses in a text. */
  public static String withoutCredentials(String text) {
    return CREDENTIALS.matcher(text).replaceAll("");
  }

  /** Returns the id and the address without credentials. */
  @Override
  public String toString() {
    return id + " (" + shownUrl() + ")";
  }
}
