package firesteel.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Describes an exception that ends a command. */
final class UserMessage {
  private UserMessage() {}

  /**
   * Returns one or a few lines; exceptions of the file system, whose messages are only paths, are
   * put into words.
   */
  static String of(Throwable thrown) {
    if (thrown instanceof NoSuchFileException) {
      return "there is no " + thrown.getMessage();
    }
    if (thrown instanceof AccessDeniedException) {
      return "no permission for " + thrown.getMessage();
    }
    String message = thrown.getMessage();
    if (message == null || message.isBlank()) {
      return "failed with " + thrown;
    }
    return thrown instanceof IOException || thrown instanceof IllegalArgumentException
        ? message
        : thrown.getClass().getSimpleName() + ": " + message;
  }
}
