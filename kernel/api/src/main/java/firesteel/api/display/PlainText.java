package firesteel.api.display;

import firesteel.source.SourceNames;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes values as text in the format of Java's collections, arrays included, but bounded: a large
 * container is cut after its first elements, with the number of the others. A container that
 * contains itself is written as such.
 */
public final class PlainText {
  private static final int PREVIEW_WIDTH = 80;

  /** The length of the longest text that is shown whole. */
  static final int MAX_CHARACTERS = 1_000_000;

  private static final int MAX_ITEMS = 200;
  private static final int MAX_DEPTH = 40;

  /** The class that JShell puts around what cells declare. */
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+");

  private static final int MAX_NESTED_CHARACTERS = 20_000;

  /** Writes values that are not containers; returns null for containers. */
  public interface Scalars {
    /** The text of a value; null for a container. */
    String text(Object value);
  }

  private final StringBuilder out = new StringBuilder();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int budget;
  private final String keyEnd;
  private final Scalars scalars;

  private PlainText(int budget, String keyEnd, Scalars scalars) {
    this.budget = budget;
    this.keyEnd = keyEnd;
    this.scalars = scalars;
  }

  /** A value as text. */
  public static String of(Object value) {
    return of(value, MAX_NESTED_CHARACTERS);
  }

  /**
   * Returns a value as text.
   *
   * @param budget how many characters a container may take before its rest is only counted
   */
  public static String of(Object value, int budget) {
    return of(value, budget, "=", v -> isContainer(v) ? null : scalar(v));
  }

  /**
   * Returns a value as text.
   *
   * @param keyEnd the separator between a key and its value
   * @param scalars writes values that are not containers
   */
  public static String of(Object value, int budget, String keyEnd, Scalars scalars) {
    String alone = scalars.text(value);
    if (alone != null) {
      return cut(alone);
    }
    PlainText text = new PlainText(budget, keyEnd, scalars);
    text.append(value);
    return text.out.toString();
  }

  /** Whether a value is a collection, a map or an array. */
  public static boolean isContainer(Object value) {
    return value instanceof Collection
        || value instanceof Map
        || value != null && value.getClass().isArray();
  }

  /** Returns text of at most {@link #MAX_CHARACTERS}, with a notice where it is cut. */
  static String cut(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    int end = MAX_CHARACTERS;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return "%s\n… cut: %,d of %,d characters are shown; print the text to see all of it"
        .formatted(text.substring(0, end), end, text.length());
  }

  /** Returns the text of a value that is not a container. */
  public static String scalar(Object value) {
    Optional<String> known = ValueTexts.of(value);
    if (known.isPresent()) {
      return known.get();
    }
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      return "Optional[" + of(optional.get()) + "]";
    }
    String text = String.valueOf(value);
    if (text == null) {
      return "null";
    }
    if (value == null || value instanceof CharSequence) {
      return text;
    }
    int own = lengthOfObjectsOwn(text, value.getClass());
    return (own > 0 ? ownName(value.getClass()) : "") + SourceNames.in(text.substring(own));
  }

  /**
   * Returns the length of the part of a text that {@code Object.toString()} wrote: a class name and
   * a number that differs in every run.
   */
  private static int lengthOfObjectsOwn(String text, Class<?> type) {
    String start = type.getName() + "@";
    if (!text.startsWith(start)) {
      return 0;
    }
    int end = start.length();
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    return end > start.length() ? end : 0;
  }

  private static String ownName(Class<?> type) {
    if (!SourceNames.isNameless(type)) {
      Class<?> outer = type.getEnclosingClass();
      boolean nested = outer != null && !WRAPPER.matcher(outer.getName()).matches();
      return nested ? ownName(outer) + "." + type.getSimpleName() : type.getSimpleName();
    }
    // a lambda or an anonymous class: the interface that it implements says more
    Class<?>[] interfaces = type.getInterfaces();
    return (interfaces.length > 0 ? interfaces[0] : type.getSuperclass()).getSimpleName();
  }

  private void append(Object value) {
    String alone = scalars.text(value);
    if (alone != null) {
      out.append(alone);
    } else if (open.size() >= MAX_DEPTH) {
      out.append("[…]");
    } else if (!open.add(value)) {
      out.append(
          value instanceof Map
              ? "(this Map)"
              : value instanceof Collection ? "(this Collection)" : "(this array)");
    } else {
      if (value instanceof Map<?, ?> map) {
        appendMap(map);
      } else if (value instanceof Collection<?> collection) {
        appendItems(collection.iterator(), collection.size());
      } else {
        appendArray(value);
      }
      open.remove(value);
    }
  }

  private boolean isFull(int done) {
    return done >= MAX_ITEMS || out.length() >= budget;
  }

  private void appendItems(Iterator<?> items, int size) {
    out.append('[');
    int done = 0;
    for (; items.hasNext() && !isFull(done); done++) {
      out.append(done == 0 ? "" : ", ");
      append(items.next());
    }
    appendMore(size - done);
    out.append(']');
  }

  private void appendArray(Object array) {
    out.append('[');
    int size = Array.getLength(array);
    int done = 0;
    for (; done < size && !isFull(done); done++) {
      out.append(done == 0 ? "" : ", ");
      append(Array.get(array, done));
    }
    appendMore(size - done);
    out.append(']');
  }

  private void appendMap(Map<?, ?> map) {
    out.append('{');
    int done = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (isFull(done)) {
        break;
      }
      out.append(done == 0 ? "" : ", ");
      append(entry.getKey());
      out.append(map instanceof FormattedMap written ? written.keyEnd() : keyEnd);
      append(entry.getValue());
      done++;
    }
    appendMore(map.size() - done);
    out.append('}');
  }

  private void appendMore(int more) {
    if (more > 0) {
      out.append(", … %,d more".formatted(more));
    }
  }

  /**
   * Returns a value in one short line, for lists of values; never fails, even if the value's {@code
   * toString()} does.
   */
  public static String preview(Object value) {
    try {
      return TextWidth.fit(of(value, PREVIEW_WIDTH), PREVIEW_WIDTH);
    } catch (Exception | StackOverflowError | LinkageError e) {
      return "(its toString() fails: " + e.getClass().getSimpleName() + ")";
    }
  }
}
