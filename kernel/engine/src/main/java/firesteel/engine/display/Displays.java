package firesteel.engine.display;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The renderers of a session, by type. A value's most specific registered type wins: its class,
 * then its superclasses, then its interfaces from the nearest on. What is registered here goes
 * before what the engine brings for values in general: text, numbers, arrays, collections, maps,
 * records, beans and images. Thread-safe.
 */
public final class Displays {
  private static final int PREVIEW_WIDTH = 80;

  private final Map<Class<?>, Renderer<Object>> renderers = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Renderer<Object>>> named = new ConcurrentHashMap<>();
  private final RowReaders rowReaders = new RowReaders();
  private final StandardRenderer standard = new StandardRenderer(rowReaders);

  /** Makes a registry with the renderers that the engine brings. */
  public Displays() {}

  /**
   * Registers a renderer for a type and its subtypes; a later one for the same type replaces it.
   */
  public <T> void register(Class<T> type, Renderer<? super T> renderer) {
    Objects.requireNonNull(renderer, "renderer");
    renderers.put(type, new Typed<>(type, renderer));
  }

  private record Typed<T>(Class<T> type, Renderer<? super T> renderer) implements Renderer<Object> {
    @Override
    public MimeBundle render(Object value) throws Exception {
      return renderer.render(type.cast(value));
    }

    @Override
    public MimeBundle render(Object value, String... mimeTypes) throws Exception {
      return renderer.render(type.cast(value), mimeTypes);
    }
  }

  /**
   * Registers a renderer for a type by its name, so that nothing of it is loaded before a value of
   * the type is shown.
   *
   * @param className the type's binary name, such as {@code a.b.Figure}
   * @param maker makes the renderer, when it is first needed; perhaps more than once
   */
  public void register(String className, Supplier<Renderer<Object>> maker) {
    named.put(className, Objects.requireNonNull(maker, "maker"));
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
    Renderer<Object> renderer = rendererOf(value);
    return renderer == null ? standard.render(value) : checked(renderer.render(value), renderer);
  }

  /** Whether a value is shown by a renderer of its type's, and not as any other. */
  public boolean isRich(Object value) {
    return rendererOf(value) != null;
  }

  private static MimeBundle checked(MimeBundle bundle, Renderer<Object> renderer) {
    return Objects.requireNonNull(bundle, () -> "the renderer " + renderer + " gave nothing");
  }

  /** The most specific renderer that is registered for a value; null when none is. */
  private Renderer<Object> rendererOf(Object value) {
    if (renderers.isEmpty() && named.isEmpty()) {
      return null;
    }
    for (Class<?> type : typesOf(value.getClass())) {
      Renderer<Object> renderer = renderers.get(type);
      if (renderer != null) {
        return renderer;
      }
      Supplier<Renderer<Object>> maker = named.get(type.getName());
      if (maker != null) {
        return renderers.computeIfAbsent(type, t -> maker.get());
      }
    }
    return null;
  }

  /**
   * Renders a value as given MIME types only (and plain text); a String value is taken as the
   * content itself, so {@code render("<b>x</b>", "text/html")} is bold. Types that the value hasn't
   * are left out.
   *
   * @throws IllegalArgumentException when the value has none of the types; names those that it has
   */
  public MimeBundle render(Object value, String... mimeTypes) throws Exception {
    if (mimeTypes.length == 0 || value == null) {
      return render(value);
    }
    Renderer<Object> renderer = rendererOf(value);
    if (renderer != null) {
      return MimeContent.choose(
          value, checked(renderer.render(value, mimeTypes), renderer), mimeTypes);
    }
    return value instanceof CharSequence text
        ? MimeContent.ofText(text.toString(), mimeTypes)
        : MimeContent.choose(value, standard.render(value), mimeTypes);
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
