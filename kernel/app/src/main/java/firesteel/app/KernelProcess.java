package firesteel.app;

import firesteel.api.session.Session;
import firesteel.jupyter.JupyterKernel;
import firesteel.jupyter.KernelIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a Jupyter kernel in this process. */
final class KernelProcess {
  private KernelProcess() {}

  /** Serves the client until it requests a shutdown; returns the exit status. */
  static int serve(Path connectionFile) {
    Session session = SessionFactory.forKernel(System.getenv());
    try {
      JupyterKernel.run(connectionFile, session, identity());
      return 0;
    } catch (IOException e) {
      session.close();
      System.err.println("firesteel: the kernel could not start: " + UserMessage.of(e));
      return Main.FAILED;
    }
  }

  static KernelIdentity identity() {
    Version version = new Version();
    int java = Runtime.version().feature();
    return new KernelIdentity(
        "firesteel",
        version.firesteel(),
        "Firesteel "
            + version.firesteel()
            + ": Java "
            + java
            + " with Spark. %help tells what there is; spark, sc and sql(\"...\") are ready.",
        List.of(
            new KernelIdentity.HelpLink("Spark", "https://spark.apache.org/docs/latest/"),
            new KernelIdentity.HelpLink(
                "Spark for Java", "https://spark.apache.org/docs/latest/api/java/index.html"),
            new KernelIdentity.HelpLink(
                "Java", "https://docs.oracle.com/en/java/javase/" + java + "/docs/api/")));
  }
}
