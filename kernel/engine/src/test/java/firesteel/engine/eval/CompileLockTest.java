package firesteel.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompileLockTest {
  private final CompileLock lock = new CompileLock();

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @Test
  void an_interrupt_waits_until_the_lock_is_given_up() {
    lock.lock();
    lock.lock();
    lock.interrupt(Thread.currentThread());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    lock.unlock();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    lock.unlock();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void an_interrupt_that_came_before_waits_too() {
    Thread.currentThread().interrupt();
    lock.lock();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    lock.unlock();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void a_thread_without_the_lock_is_interrupted_at_once() {
    lock.interrupt(Thread.currentThread());
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
