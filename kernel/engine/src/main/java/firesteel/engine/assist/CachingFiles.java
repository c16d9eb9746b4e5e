package firesteel.engine.assist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Remembers what each package holds. The compiler lists a package anew for every compilation, which
 * with some hundred jars is most of the time of a small one; a class path's jars don't change.
 */
final class CachingFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private record Listing(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

  private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();
  private final Map<Location, List<Set<Location>>> modules = new HashMap<>();

  CachingFiles(StandardJavaFileManager files) {
    super(files);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    Listing key = new Listing(location, packageName, Set.copyOf(kinds), recurse);
    List<JavaFileObject> found = listings.get(key);
    if (found == null) {
      List<JavaFileObject> list = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(list::add);
      found = List.copyOf(list);
      listings.put(key, found);
    }
    return found;
  }

  @Override
  public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
    List<Set<Location>> found = modules.get(location);
    if (found == null) {
      List<Set<Location>> list = new ArrayList<>();
      super.listLocationsForModules(location).forEach(list::add);
      found = List.copyOf(list);
      modules.put(location, found);
    }
    return found;
  }
}
