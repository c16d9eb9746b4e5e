package firesteel.dependencies;

/** Listens to downloads. Called by several threads. */
public interface Transfers {
  /** Ignores all downloads. */
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

  /** Called when a download begins; never for cached files. */
  void started(String file);

  /** Called when more bytes have arrived. */
  void received(String file, long bytes);

  /** Called when a download has ended. */
  void ended(String file, boolean complete);

  /** Whether downloads should stop. */
  boolean isCancelled();
}
