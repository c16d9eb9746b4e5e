package firesteel.api.magic;

import firesteel.api.completion.Completion;
import firesteel.api.session.Session;

/**
 * A magic that completes its own text: the lines below the first line of a cell magic, and the
 * {@link RawText} of a line magic. Its fields are set from its line first; a magic whose line can't
 * be parsed isn't called.
 *
 * <pre>{@code
 * public Completion completeBody(Session session, String body, int cursor) {
 *   int start = body.lastIndexOf(' ', cursor - 1) + 1;
 *   String typed = body.substring(start, cursor);
 *   return new Completion(
 *       start,
 *       cursor,
 *       Stream.of("SELECT", "FROM")
 *           .filter(word -> word.startsWith(typed))
 *           .map(word -> new Completion.Match(word, "keyword", ""))
 *           .toList());
 * }
 * }</pre>
 */
public interface BodyCompleter {
  /**
   * Completes at a cursor. Called while cells may be running, on the thread of the frontend that
   * asks: it must be quick, start nothing, and not fail for any text.
   *
   * @param session the session of the notebook
   * @param body the text, from its start on
   * @param cursor UTF-16 units from the start of the text; the result counts from there too
   */
  Completion completeBody(Session session, String body, int cursor);
}
