package firesteel.engine.eval;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Guards JShell, and defers interrupts of the thread that holds it: an interrupted thread that
 * reads a jar closes the jar's channel for good, and no later cell could be compiled against it.
 * Deferred interrupts are delivered when the lock is released.
 */
public final class CompileLock extends ReentrantLock {
  private static final long serialVersionUID = 1L;

  private final transient Object gate = new Object();
  private transient Thread shielded;
  private boolean pending;

  @Override
  public void lock() {
    super.lock();
    if (getHoldCount() == 1) {
      synchronized (gate) {
        shielded = Thread.currentThread();
        pending = Thread.interrupted();
      }
    }
  }

  @Override
  public void unlock() {
    if (getHoldCount() == 1) {
      synchronized (gate) {
        shielded = null;
        if (pending) {
          pending = false;
          Thread.currentThread().interrupt();
        }
      }
    }
    super.unlock();
  }

  /** Interrupts a thread; a thread that holds the lock is interrupted when it releases it. */
  public void interrupt(Thread thread) {
    synchronized (gate) {
      if (thread == shielded) {
        pending = true;
      } else {
        thread.interrupt();
      }
    }
  }
}
