package firesteel.api.magic;

import firesteel.api.display.MimeBundle;
import java.util.Objects;

/**
 * What a magic returns when it has drawn its value already, as one does whose value must be fetched
 * to be shown: the cell's value is {@code value}, and {@code shown} is what the user sees.
 *
 * @param value what {@code Out(3)} gives later; not null
 * @param shown its form; it isn't rendered again
 */
public record ShownValue(Object value, MimeBundle shown) {
  public ShownValue {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(shown, "shown");
  }
}
