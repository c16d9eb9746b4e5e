package firesteel.engine.eval;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Caches the contents of packages. javac lists the packages of the whole class path again for every
 * snippet; with Spark's jars that was the largest part of a short cell's time. The jars of a class
 * path don't change; setting a new class path clears the cache. Not thread-safe.
 */
public final class CachingFileManager extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private record Listing(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

  private static final Pattern LOCAL_CLASS = Pattern.compile("\\$\\d");
  private static final String MULTI_RELEASE = "--multi-release";

  private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();
  private final Map<Location, List<Set<Location>>> modules = new HashMap<>();
  private String release;

  /** Creates a file manager that asks another one once for each package. */
  public CachingFileManager(StandardJavaFileManager delegate) {
    super(delegate);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    Listing key = new Listing(location, packageName, Set.copyOf(kinds), recurse);
    List<JavaFileObject> known = listings.get(key);
    if (known == null) {
      known = new ArrayList<>();
      for (JavaFileObject file : super.list(location, packageName, kinds, recurse)) {
        if (canBeNamed(location, file)) {
          known.add(file);
        }
      }
      listings.put(key, known);
    }
    return known;
  }

  /**
   * Returns whether source code can name a class: anonymous and local classes are a third of all,
   * and javac iterates over every class that it gets.
   */
  private boolean canBeNamed(Location location, JavaFileObject file) {
    return file.getKind() != JavaFileObject.Kind.CLASS
        || !LOCAL_CLASS.matcher(inferBinaryName(location, file)).find();
  }

  @Override
  public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
    List<Set<Location>> known = modules.get(location);
    if (known == null) {
      known = new ArrayList<>();
      super.listLocationsForModules(location).forEach(known::add);
      modules.put(location, known);
    }
    return known;
  }

  private void forget() {
    listings.clear();
    modules.clear();
  }

  /**
   * Ignores the option for multi-release jars when its value is unchanged: javac sets it for each
   * task, and its file manager would read the folders of all jars again.
   */
  @Override
  public boolean handleOption(String current, Iterator<String> remaining) {
    if (!current.equals(MULTI_RELEASE)) {
      forget();
      return super.handleOption(current, remaining);
    }
    String wanted = remaining.next();
    if (wanted.equals(release)) {
      return true;
    }
    forget();
    release = wanted;
    return super.handleOption(current, List.of(wanted).iterator());
  }

  /**
   * Returns the loader in which each task of javac looks for plug-ins and annotation processors:
   * that of the JDK, without the jars of the class path, which cells use as libraries only.
   */
  @Override
  public ClassLoader getClassLoader(Location location) {
    return ClassLoader.getPlatformClassLoader();
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return fileManager.isSameFile(a, b);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(Path... paths) {
    return fileManager.getJavaFileObjects(paths);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromPaths(
      Collection<? extends Path> paths) {
    return fileManager.getJavaFileObjectsFromPaths(paths);
  }

  @Override
  @Deprecated
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromPaths(
      Iterable<? extends Path> paths) {
    return fileManager.getJavaFileObjectsFromPaths(paths);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    forget();
    fileManager.setLocation(location, files);
  }

  @Override
  public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
      throws IOException {
    forget();
    fileManager.setLocationFromPaths(location, paths);
  }

  @Override
  public void setLocationForModule(
      Location location, String moduleName, Collection<? extends Path> paths) throws IOException {
    forget();
    fileManager.setLocationForModule(location, moduleName, paths);
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  /**
   * Hides the class path from JShell's index of class names: reading every jar for it takes seconds
   * of CPU at the start, and {@link firesteel.engine.assist} has an index of its own. The compiler
   * lists packages and does not ask for this.
   */
  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    if (location == StandardLocation.CLASS_PATH) {
      return List.of();
    }
    return fileManager.getLocationAsPaths(location);
  }

  @Override
  public Path asPath(FileObject file) {
    return fileManager.asPath(file);
  }

  @Override
  public void setPathFactory(PathFactory factory) {
    fileManager.setPathFactory(factory);
  }
}
