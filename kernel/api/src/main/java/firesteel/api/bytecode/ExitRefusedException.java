package firesteel.api.bytecode;

/** A cell tried to end the Java process. */
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

  /** What the process was to end with. */
  public int status() {
    return status;
  }
}
