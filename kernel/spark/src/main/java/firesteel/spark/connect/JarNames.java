package firesteel.spark.connect;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;

/** Converts the names of jars from how users write them to how the client takes them. */
final class JarNames {
  private JarNames() {}

  /**
   * Returns a jar's URI.
   *
   * @param jar a path or a URL
   */
  static URI uri(String jar) {
    try {
      URI uri = new URI(jar);
      return uri.getScheme() == null ? new File(jar).toURI() : uri;
    } catch (URISyntaxException e) {
      return new File(jar).toURI();
    }
  }
}
