package firesteel.testkit;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.CellError;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import java.util.List;

/**
 * What became of a cell in a test. Whatever is asked for and isn't there fails the test with an
 * {@link AssertionError} that says what there is instead, such as the cell's error.
 */
public final class TestResult {
  private final CellResult result;
  private final RecordingOutputs outputs;

  TestResult(CellResult result, RecordingOutputs outputs) {
    this.result = result;
    this.outputs = outputs;
  }

  /**
   * Checks that the cell succeeded.
   *
   * @return this
   * @throws AssertionError when it failed; the message is the traceback
   */
  public TestResult ok() {
    if (!result.isOk()) {
      throw new AssertionError("the cell failed:\n" + traceback());
    }
    return this;
  }

  /** Whether the cell succeeded. */
  public boolean isOk() {
    return result.isOk();
  }

  /** What the cell wrote to standard output; more may come while its threads run. */
  public String stdout() {
    return outputs.out();
  }

  /** What the cell wrote to standard error. */
  public String stderr() {
    return outputs.err();
  }

  /** What the cell displayed and did not clear, in order; its value is not among them. */
  public List<MimeBundle> displays() {
    return List.copyOf(outputs.shown());
  }

  /** What replaced a bundle that was displayed, in order. */
  public List<MimeBundle> updates() {
    return List.copyOf(outputs.updates());
  }

  /** The prompts of the cell's questions. */
  public List<String> prompts() {
    return List.copyOf(outputs.prompts());
  }

  /** Whether the cell succeeded and has a value. */
  public boolean hasValue() {
    return result.value().isPresent();
  }

  /**
   * The rendered value of the cell's last expression.
   *
   * @throws AssertionError when the cell failed or has no value
   */
  public MimeBundle value() {
    return ok().result
        .value()
        .orElseThrow(() -> new AssertionError("the cell has no value; it printed:\n" + stdout()));
  }

  /**
   * Why the cell failed.
   *
   * @throws AssertionError when it succeeded
   */
  public CellError error() {
    return result
        .error()
        .orElseThrow(() -> new AssertionError("the cell succeeded; it printed:\n" + stdout()));
  }

  /**
   * The error of a cell that failed, as the user sees it.
   *
   * @throws AssertionError when it succeeded
   */
  public String traceback() {
    return String.join("\n", error().traceback());
  }

  /** The result as frontends get it. */
  public CellResult result() {
    return result;
  }
}
