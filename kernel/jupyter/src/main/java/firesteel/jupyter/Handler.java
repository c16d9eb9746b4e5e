package firesteel.jupyter;

import java.util.Optional;

/** Handles requests of one type; the {@link Dispatcher} sends busy, the reply and idle. */
@FunctionalInterface
interface Handler {
  /**
   * Handles a request.
   *
   * @return the reply; empty for types that have none
   * @throws Exception any failure; it becomes an error reply
   */
  Optional<Reply> handle(Request request) throws Exception;
}
