package firesteel.data.spark;

import java.io.IOException;
import java.io.Serial;

/** A table can't be made; the message says why, and what to do. */
public final class GenerateException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  GenerateException(String message) {
    super(message);
  }

  GenerateException(String message, Throwable cause) {
    super(message, cause);
  }
}
