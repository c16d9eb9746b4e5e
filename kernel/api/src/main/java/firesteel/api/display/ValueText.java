package firesteel.api.display;

import java.util.Optional;

/**
 * A plug-in that writes values of a library as text, in place of a {@code toString()} that says
 * little. It is named in {@code META-INF/services} and called for every value whose class isn't of
 * the JDK, so it must reject other values quickly and without loading its library.
 */
public interface ValueText {
  /**
   * Returns a value as text.
   *
   * @param value not null
   * @return empty when the value is not of this library
   */
  Optional<String> of(Object value);
}
