package firesteel.engine.plugin;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Shows a plug-in the JDK and what it is built against: Firesteel's API with picocli and SLF4J,
 * Spark when it says so, and nothing else of the kernel, so that it may bring other versions of the
 * kernel's libraries.
 */
final class ApiClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final List<String> API =
      List.of("firesteel.api.", "firesteel.source.", "picocli.", "org.slf4j.");

  /** Its own classes, and those of other libraries in the signatures of its methods. */
  private static final List<String> SPARK =
      List.of("org.apache.spark.", "scala.", "org.apache.hadoop.");

  private final ClassLoader kernel;
  private final List<String> shown;

  /**
   * Makes a loader.
   *
   * @param kernel loads what is shown
   * @param spark whether Spark, with Scala and Hadoop, is shown too
   */
  ApiClassLoader(ClassLoader kernel, boolean spark) {
    super("firesteel-api", ClassLoader.getPlatformClassLoader());
    this.kernel = kernel;
    List<String> prefixes = new ArrayList<>(API);
    if (spark) {
      prefixes.addAll(SPARK);
    }
    this.shown = List.copyOf(prefixes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isShown(name)) {
      return kernel.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  /**
   * Returns the kernel's lists of services are not the plug-in's: they are no resources of
   * packages.
   */
  @Override
  protected URL findResource(String name) {
    return isShown(name.replace('/', '.')) ? kernel.getResource(name) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return isShown(name.replace('/', '.'))
        ? kernel.getResources(name)
        : Collections.emptyEnumeration();
  }

  private boolean isShown(String name) {
    return shown.stream().anyMatch(name::startsWith);
  }
}
