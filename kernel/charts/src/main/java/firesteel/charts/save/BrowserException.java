package firesteel.charts.save;

import java.io.IOException;

/** Thrown when no browser could draw a picture; the message says why, and what to do. */
public final class BrowserException extends IOException {
  private static final long serialVersionUID = 1L;

  BrowserException(String message) {
    super(message);
  }
}
