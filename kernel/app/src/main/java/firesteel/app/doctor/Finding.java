package firesteel.app.doctor;

import java.util.Objects;

/**
 * The result of one check.
 *
 * @param level its severity
 * @param subject what was checked, in one or two words
 * @param message what was found
 * @param remedy what to do about it, preferably a command; empty when there is nothing to do
 */
public record Finding(Level level, String subject, String message, String remedy) {
  /** The severity of a finding. */
  public enum Level {
    /** No problem. */
    OK,
    /** A part won't work, or will be slower; the rest works. */
    WARNING,
    /** Firesteel doesn't work. */
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
