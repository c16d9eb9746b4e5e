package firesteel.source;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that exists in memory alone. */
public final class SourceText extends SimpleJavaFileObject {
  private final String text;

  /**
   * Creates a source file.
   *
   * @param className the name of its class, with the package
   * @param text the content
   */
  public SourceText(String className, String text) {
    super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
