package firesteel.api.display;

import java.util.Optional;

/**
 * A plug-in that writes values of a library whose own {@code toString()} says less than is known of
 * them. It is named in {@code META-INF/services}, and asked for every value that isn't of the JDK:
 * it must be quick to say no, and load nothing of its library for that.
 */
public interface ValueText {
  /**
   * A value as text.
   *
   * @param value not null
   * @return empty when the value is none of this library's
   */
  Optional<String> of(Object value);
}
