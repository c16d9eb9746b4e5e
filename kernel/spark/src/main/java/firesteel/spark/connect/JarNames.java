package firesteel.spark.connect;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;

/** The names of jars, as users write them and as the client takes them. */
final class JarNames {
  private JarNames() {}

  /**
   * A jar's URI.
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
