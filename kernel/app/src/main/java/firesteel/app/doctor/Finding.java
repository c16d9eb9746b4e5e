package firesteel.app.doctor;

import java.util.Objects;

/**
 * One thing that was looked at.
 *
 * @param level how it is
 * @param subject what was looked at, in a word or two
 * @param message what was found
 * @param remedy what to do about it, best a command; empty when there is nothing to do
 */
public record Finding(Level level, String subject, String message, String remedy) {
  /** How something is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Something will not work, or will be slower; the rest does. */
    WARNING,
    /** Firesteel does not work like this. */
    PROBLEM
  }

  public Finding {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(remedy, "remedy");
  }

  static Finding ok(String subject, String message) {
    return new Finding(Level.OK, subject, message, "");
  }

  static Finding warning(String subject, String message, String remedy) {
    return new Finding(Level.WARNING, subject, message, remedy);
  }

  static Finding problem(String subject, String message, String remedy) {
    return new Finding(Level.PROBLEM, subject, message, remedy);
  }
}
