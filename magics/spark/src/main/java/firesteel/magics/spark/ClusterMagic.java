package firesteel.magics.spark;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.spark.cluster.ClusterException;
import firesteel.spark.cluster.ClusterExtension;
import firesteel.spark.cluster.ClusterRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Implements {@code %cluster}, which starts and stops clusters. */
@Command(
    name = "cluster",
    description = {
      "Starts and stops a standalone Spark cluster on this machine.",
      "",
      "A master and workers as processes of their own, from the Spark that this kernel has. It ends"
          + " with the kernel unless --keep is given."
    })
public final class ClusterMagic implements LineMagic {
  @Mixin private ClusterRequest request;

  @Option(
      names = "--keep",
      description = "start: keeps the cluster running after this kernel ends.")
  private boolean keep;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    ClusterExtension extension =
        context
            .session()
            .extension(ClusterExtension.class)
            .orElseThrow(() -> new MagicException("this kernel runs without Spark"));
    try {
      request.run(extension.clusters(), keep, true, context::resolve, context::println);
    } catch (ClusterException | IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
    return null;
  }
}
