package firesteel.api.magic;

import firesteel.api.session.Session;
import java.util.List;
import java.util.Objects;

/**
 * The place in a magic's line at which a value is completed.
 *
 * @param session the session of the cell
 * @param magic the magic of the line; its fields are not set
 * @param words the words of the magic's line before the one to complete, options included
 * @param body the cell's text below its first line; empty for a line magic
 */
public record CompletionPlace(Session session, Object magic, List<String> words, String body) {
  public CompletionPlace {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(magic, "magic");
    words = List.copyOf(words);
    Objects.requireNonNull(body, "body");
  }
}
