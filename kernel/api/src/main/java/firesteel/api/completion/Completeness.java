package firesteel.api.completion;

import java.util.Objects;

/**
 * The answer to whether text can run as it stands, in the terms of Jupyter's {@code
 * is_complete_reply}.
 *
 * @param status whether it can run
 * @param indent for incomplete text: the white space that the next line should start with
 */
public record Completeness(Status status, String indent) {
  /** The states of the Jupyter protocol, which writes them in lower case. */
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
