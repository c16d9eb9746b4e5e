package firesteel.api.magic;

import firesteel.api.display.MimeBundle;
import java.util.Objects;

/**
 * The result of a magic that has already rendered its value, because the value has to be fetched to
 * be shown: the cell's value is {@code value}, and the user sees {@code shown}.
 *
 * @param value the value that {@code Out(3)} returns later; not null
 * @param shown its rendering, which is shown as it is
 */
public record ShownValue(Object value, MimeBundle shown) {
  public ShownValue {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(shown, "shown");
  }
}
