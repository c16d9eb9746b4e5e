package firesteel.engine.display;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The renderers of a session, by type. A value's most specific registered type wins: its class,
 * then its superclasses, then its interfaces from the nearest on. What is registered here goes
 * before what the engine brings for values in general: text, numbers, arrays, collections, maps,
 * records, beans and images. Thread-safe.
 */
public final class Displays {
  private static final int PREVIEW_WIDTH = 80;

  private final Map<Class<?>, Renderer<Object>> renderers = new ConcurrentHashMap<>();
  private final RowReaders rowReaders = new RowReaders();
  private final StandardRenderer standard = new StandardRenderer(rowReaders);

  /** Makes a registry with the renderers that the engine brings. */
  public Displays() {}

  /**
   * Registers a renderer for a type and its subtypes; a later one for the same type replaces it.
   */
  public <T> void register(Class<T> type, Renderer<? super T> renderer) {
    Objects.requireNonNull(renderer, "renderer");
    renderers.put(type, value -> renderer.render(type.cast(value)));
  }

  /**
   * Registers how values of a type make a row of a table, so that a collection of them is shown as
   * one, as collections of records, beans and maps are.
   */
  public <T> void registerRows(Class<T> type, RowReader<? super T> reader) {
    rowReaders.register(type, reader);
  }

  /**
   * Renders a value.
   *
   * @param value may be null
   * @throws Exception what the renderer or the value's {@code toString()} threw
   */
  public MimeBundle render(Object value) throws Exception {
    if (value == null) {
      return MimeBundle.text("null");
    }
    if (!renderers.isEmpty()) {
      for (Class<?> type : typesOf(value.getClass())) {
        Renderer<Object> renderer = renderers.get(type);
        if (renderer != null) {
          return Objects.requireNonNull(
              renderer.render(value), () -> "the renderer of " + type.getName() + " gave nothing");
        }
      }
    }
    return standard.render(value);
  }

  /**
   * Renders a value as given MIME types only (and plain text); a String value is taken as the
   * content itself, so {@code render("<b>x</b>", "text/html")} is bold.
   *
   * @throws IllegalArgumentException when the value has no such form; names those that it has
   */
  public MimeBundle render(Object value, String... mimeTypes) throws Exception {
    if (mimeTypes.length == 0 || value == null) {
      return render(value);
    }
    return value instanceof CharSequence text
        ? MimeContent.ofText(text.toString(), mimeTypes)
        : MimeContent.choose(value, render(value), mimeTypes);
  }

  /**
   * A value in one short line, for lists of values; never fails, whatever the value's {@code
   * toString()} does.
   */
  public static String preview(Object value) {
    try {
      return TextWidth.fit(PlainText.of(value, PREVIEW_WIDTH), PREVIEW_WIDTH);
    } catch (Exception | StackOverflowError | LinkageError e) {
      return "(its toString() fails: " + e.getClass().getSimpleName() + ")";
    }
  }

  /** A class, its superclasses, then all interfaces from the nearest on, and Object last. */
  static Set<Class<?>> typesOf(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      types.add(c);
    }
    Deque<Class<?>> queue = new ArrayDeque<>(types);
    while (!queue.isEmpty()) {
      for (Class<?> parent : queue.poll().getInterfaces()) {
        if (types.add(parent)) {
          queue.add(parent);
        }
      }
    }
    types.add(Object.class);
    return types;
  }
}
