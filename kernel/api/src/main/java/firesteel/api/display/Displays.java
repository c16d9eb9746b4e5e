package firesteel.api.display;

import java.util.function.Supplier;

/**
 * Keeps the renderers of a session by type. A value's most specific registered type wins: its
 * class, then its superclasses, then its interfaces from the nearest on. Registered renderers win
 * over the engine's general ones for text, numbers, arrays, collections, maps, records, beans and
 * images. Thread-safe.
 */
public interface Displays {
  /**
   * Registers a renderer for a type and its subtypes; a later one for the same type replaces it.
   */
  <T> void register(Class<T> type, Renderer<? super T> renderer);

  /**
   * Registers a renderer for a type by its name, so that nothing of it is loaded before a value of
   * the type is shown.
   *
   * @param className the type's binary name, such as {@code a.b.Figure}
   * @param maker creates the renderer when it is first needed; may be called more than once
   */
  void register(String className, Supplier<Renderer<Object>> maker);

  /**
   * Registers how a value of a type is read as a table row, so that a collection of such values is
   * shown as a table, as collections of records, beans and maps are.
   */
  <T> void registerRows(Class<T> type, RowReader<? super T> reader);

  /**
   * Renders a value.
   *
   * @param value may be null
   * @throws Exception what the renderer or the value's {@code toString()} threw
   */
  MimeBundle render(Object value) throws Exception;

  /** Returns whether a renderer for the value's type is registered. */
  boolean isRich(Object value);

  /**
   * Renders a value as the given MIME types only (and plain text); a String value is taken as the
   * content itself, so {@code render("<b>x</b>", "text/html")} is bold. Types in which the value
   * has no form are left out.
   *
   * @throws IllegalArgumentException when the value has none of the types; the message names those
   *     that it has
   */
  MimeBundle render(Object value, String... mimeTypes) throws Exception;
}
