package firesteel.api.display;

import java.util.function.Supplier;

/**
 * The renderers of a session, by type. A value's most specific registered type wins: its class,
 * then its superclasses, then its interfaces from the nearest on. What is registered here goes
 * before what the engine brings for values in general: text, numbers, arrays, collections, maps,
 * records, beans and images. Thread-safe.
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
   * @param maker makes the renderer, when it is first needed; perhaps more than once
   */
  void register(String className, Supplier<Renderer<Object>> maker);

  /**
   * Registers how values of a type make a row of a table, so that a collection of them is shown as
   * one, as collections of records, beans and maps are.
   */
  <T> void registerRows(Class<T> type, RowReader<? super T> reader);

  /**
   * Renders a value.
   *
   * @param value may be null
   * @throws Exception what the renderer or the value's {@code toString()} threw
   */
  MimeBundle render(Object value) throws Exception;

  /** Whether a value is shown by a renderer of its type's, and not as any other. */
  boolean isRich(Object value);

  /**
   * Renders a value as given MIME types only (and plain text); a String value is taken as the
   * content itself, so {@code render("<b>x</b>", "text/html")} is bold. Types that the value hasn't
   * are left out.
   *
   * @throws IllegalArgumentException when the value has none of the types; names those that it has
   */
  MimeBundle render(Object value, String... mimeTypes) throws Exception;
}
