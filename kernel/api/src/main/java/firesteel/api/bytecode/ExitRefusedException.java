package firesteel.api.bytecode;

/** Thrown when a cell tries to end the Java process. */
public final class ExitRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public ExitRefusedException(int status) {
    super(
        "System.exit("
            + status
            + ") would end the kernel and lose the session; to end the cell throw an exception,"
            + " to end the kernel use the frontend's shutdown command");
    this.status = status;
  }

  /** The exit status that the cell asked for. */
  public int status() {
    return status;
  }
}
