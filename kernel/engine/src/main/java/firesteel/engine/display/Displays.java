package firesteel.engine.display;

/**
 * The renderers of a session, by type. A value's most specific registered type wins: its class,
 * then its superclasses and interfaces.
 */
public final class Displays {
  /** Makes a registry with the renderers that the engine brings. */
  public Displays() {}

  /**
   * Registers a renderer for a type and its subtypes; a later one for the same type replaces it.
   */
  public <T> void register(Class<T> type, Renderer<? super T> renderer) {
    throw new UnsupportedOperationException();
  }

  /**
   * Renders a value.
   *
   * @param value may be null
   * @throws Exception what the renderer or the value's {@code toString()} threw
   */
  public MimeBundle render(Object value) throws Exception {
    throw new UnsupportedOperationException();
  }

  /**
   * Renders a value as given MIME types only (and plain text); a String value is taken as the
   * content itself, so {@code render("<b>x</b>", "text/html")} is bold.
   */
  public MimeBundle render(Object value, String... mimeTypes) throws Exception {
    throw new UnsupportedOperationException();
  }
}
