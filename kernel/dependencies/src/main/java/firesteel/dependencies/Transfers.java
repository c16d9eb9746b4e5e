package firesteel.dependencies;

/** Is told what is downloaded. Called by several threads. */
public interface Transfers {
  /** Nobody listens. */
  Transfers IGNORED =
      new Transfers() {
        @Override
        public void started(String file) {}

        @Override
        public void received(String file, long bytes) {}

        @Override
        public void ended(String file, boolean complete) {}

        @Override
        public boolean isCancelled() {
          return Thread.currentThread().isInterrupted();
        }
      };

  /** A download begins; cached files never do. */
  void started(String file);

  /** More bytes have come. */
  void received(String file, long bytes);

  /** A download is over. */
  void ended(String file, boolean complete);

  /** Whether to give up. */
  boolean isCancelled();
}
