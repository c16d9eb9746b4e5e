package firesteel.api.display;

/**
 * Lays out the plain text of a bundle for terminals of any width. It stays in this process: in a
 * notebook the bundle has its plain text alone.
 */
@FunctionalInterface
public interface TextLayout {
  /**
   * The text, with lines that fit.
   *
   * @param columns the width of the terminal, from 1 on
   */
  String fit(int columns);
}
