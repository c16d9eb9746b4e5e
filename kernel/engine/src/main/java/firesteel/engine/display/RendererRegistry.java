package firesteel.engine.display;

import firesteel.api.display.Displays;
import firesteel.api.display.MimeBundle;
import firesteel.api.display.MimeContent;
import firesteel.api.display.Renderer;
import firesteel.api.display.RendererProvider;
import firesteel.api.display.RowReader;
import firesteel.api.display.TypeHierarchy;
import firesteel.api.table.RowReaders;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.engine.plugin.PluginContext;
import firesteel.engine.plugin.PluginService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps the renderers of a session by type. A value's most specific registered type wins: its
 * class, then its superclasses, then its interfaces from the nearest on. Registered renderers win
 * over the engine's general ones for text, numbers, arrays, collections, maps, records, beans and
 * images. Thread-safe.
 */
public final class RendererRegistry implements Displays {
  private final Map<Class<?>, Renderer<Object>> renderers = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Renderer<Object>>> named = new ConcurrentHashMap<>();
  private final RowReaders rowReaders = new RowReaders();
  private final StandardRenderer standard = new StandardRenderer(rowReaders);

  private final LoadedPlugins plugins;

  /** Makes a registry with the renderers that the engine and its class path bring. */
  public RendererRegistry() {
    this(LoadedPlugins.ofClassPath(RendererRegistry.class.getClassLoader()));
  }

  /**
   * Creates a registry with the engine's own renderers.
   *
   * @param plugins may bring more, which give way to registered ones of the same type
   */
  public RendererRegistry(LoadedPlugins plugins) {
    this.plugins = plugins;
  }

  @Override
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

  @Override
  public void register(String className, Supplier<Renderer<Object>> maker) {
    named.put(className, Objects.requireNonNull(maker, "maker"));
  }

  @Override
  public <T> void registerRows(Class<T> type, RowReader<? super T> reader) {
    rowReaders.register(type, reader);
  }

  @Override
  public MimeBundle render(Object value) throws Exception {
    if (value == null) {
      return MimeBundle.text("null");
    }
    Renderer<Object> renderer = rendererOf(value);
    return renderer == null ? standard.render(value) : checked(renderer.render(value), renderer);
  }

  @Override
  public boolean isRich(Object value) {
    return rendererOf(value) != null;
  }

  private static MimeBundle checked(MimeBundle bundle, Renderer<Object> renderer) {
    return Objects.requireNonNull(bundle, () -> "the renderer " + renderer + " returned null");
  }

  /** Returns the most specific renderer that is registered for a value; null when none is. */
  private Renderer<Object> rendererOf(Object value) {
    List<PluginService<RendererProvider>> ofPlugins = plugins.found(RendererProvider.class);
    if (renderers.isEmpty() && named.isEmpty() && ofPlugins.isEmpty()) {
      return null;
    }
    for (Class<?> type : TypeHierarchy.of(value.getClass())) {
      Renderer<Object> renderer = renderers.get(type);
      if (renderer != null) {
        return renderer;
      }
      Supplier<Renderer<Object>> maker = named.get(type.getName());
      if (maker != null) {
        return renderers.computeIfAbsent(type, t -> maker.get());
      }
      for (PluginService<RendererProvider> service : ofPlugins) {
        if (service.names().contains(type.getName())) {
          return renderers.computeIfAbsent(type, t -> ofPlugin(service));
        }
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked") // It is given values of the type that it names.
  private static Renderer<Object> ofPlugin(PluginService<RendererProvider> service) {
    Renderer<?> renderer = service.maker().get().renderer();
    Objects.requireNonNull(renderer, () -> service.type().getName() + " gave no renderer");
    return new InPlugin((Renderer<Object>) renderer);
  }

  private record InPlugin(Renderer<Object> renderer) implements Renderer<Object> {
    @Override
    public MimeBundle render(Object value) throws Exception {
      return PluginContext.call(renderer, () -> renderer.render(value));
    }

    @Override
    public MimeBundle render(Object value, String... mimeTypes) throws Exception {
      return PluginContext.call(renderer, () -> renderer.render(value, mimeTypes));
    }
  }

  @Override
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
}
