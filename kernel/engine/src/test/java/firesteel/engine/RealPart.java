package firesteel.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A program that a test needs and that isn't part of this build: a browser, a database. */
public final class RealPart {
  private RealPart() {}

  /** Skips the test when the part is missing; fails it on CI, where all parts must exist. */
  public static void require(boolean present, String what) {
    if (!present && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("missing on CI: " + what);
    }
    assumeTrue(present, "missing: " + what);
  }
}
