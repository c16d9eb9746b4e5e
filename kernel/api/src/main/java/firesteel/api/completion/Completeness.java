package firesteel.api.completion;

import java.util.Objects;

/**
 * Whether text can run as it stands, as Jupyter's {@code is_complete_reply} tells it.
 *
 * @param status whether it can run
 * @param indent for incomplete text: the white space that the next line should start with
 */
public record Completeness(Status status, String indent) {
  /** The protocol's words, in lower case there. */
  public enum Status {
    COMPLETE,
    INCOMPLETE,
    INVALID,
    UNKNOWN
  }

  public Completeness {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(indent, "indent");
  }
}
