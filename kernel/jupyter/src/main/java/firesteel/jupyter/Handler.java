package firesteel.jupyter;

import java.util.Optional;

/** Carries out requests of one type; busy, reply and idle are the {@link Dispatcher}'s. */
@FunctionalInterface
interface Handler {
  /**
   * Carries out a request.
   *
   * @return the reply; empty for types that have none
   * @throws Exception whatever; it becomes an error reply
   */
  Optional<Reply> handle(Request request) throws Exception;
}
