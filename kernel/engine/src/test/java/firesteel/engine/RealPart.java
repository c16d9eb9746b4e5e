package firesteel.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A program that a test needs and that this build doesn't bring: a browser, a database. */
public final class RealPart {
  private RealPart() {}

  /** Skips the test when the part is missing; on CI, where all must be there, fails it. */
  public static void require(boolean present, String what) {
    if (!present && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("missing on CI: " + what);
    }
    assumeTrue(present, "missing: " + what);
  }
}
