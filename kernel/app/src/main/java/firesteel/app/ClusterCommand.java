package firesteel.app;

import firesteel.spark.cluster.ClusterRequest;
import firesteel.spark.cluster.Clusters;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts and stops clusters that outlive the command. */
@Command(
    name = "cluster",
    description = {
      "Starts and stops a standalone Spark cluster on this machine.",
      "A master and workers as processes of their own, from the Spark that Firesteel has. It runs"
          + " until it is stopped."
    },
    mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {
  @Mixin private ClusterRequest request;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    request.run(
        Clusters.fromEnvironment(System.getenv()),
        true,
        false,
        CommandFolder.ofThisProcess()::resolve,
        out::println);
    out.flush();
    return 0;
  }
}
