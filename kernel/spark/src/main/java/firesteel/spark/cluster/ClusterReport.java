package firesteel.spark.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes a cluster for the user in lines of text. */
final class ClusterReport {
  private ClusterReport() {}

  /** Describes a cluster that has just started. */
  static List<String> started(ClusterState state, boolean inNotebook) {
    List<String> lines = new ArrayList<>();
    lines.add("Cluster " + state.name() + " is ready: " + shape(state) + ".");
    lines.add("  master  " + state.url());
    lines.add("  UI      " + state.ui());
    lines.add("  next    %spark connect " + state.url() + (inNotebook ? "" : "   (in a notebook)"));
    String stop =
        (inNotebook ? "%cluster stop" : "firesteel cluster stop")
            + (isFoundUnnamed(state) ? "" : " --name " + state.name());
    lines.add(
        state.kept() ? "It runs until:  " + stop : "It ends with this kernel, or by:  " + stop);
    return lines;
  }

  private static boolean isFoundUnnamed(ClusterState state) {
    return state.name().equals(Clusters.DEFAULT_NAME) || state.name().equals(Clusters.ownName());
  }

  private static String shape(ClusterState state) {
    return (state.workers() == 1 ? "1 worker" : state.workers() + " workers")
        + " with "
        + (state.cores() == 1 ? "1 core" : state.cores() + " cores")
        + " and "
        + state.memory()
        + (state.workers() == 1 ? "" : " each")
        + ", Spark "
        + state.spark()
        + " on Java "
        + state.java();
  }

  /** Describes a cluster as it is now; asks its master. */
  static List<String> status(ClusterState state) {
    List<String> lines = new ArrayList<>();
    lines.add("Cluster " + state.name() + ": " + shape(state) + ".");
    lines.add("  master  " + state.url() + "   UI  " + state.ui());
    Optional<MasterPage.Report> report =
        state.isAlive() ? MasterPage.ask(state.ui()) : Optional.empty();
    if (report.isPresent()) {
      addReport(report.get(), lines);
    } else {
      lines.add("  the master does not answer");
    }
    for (ClusterState.Member member : state.members()) {
      if (!member.isAlive()) {
        lines.add("  " + member.name() + " has ended; its log tells why");
      }
    }
    lines.add(
        state.kept()
            ? "  kept until it is stopped"
            : "  ends with process " + state.starter().pid() + ", which started it");
    return lines;
  }

  private static void addReport(MasterPage.Report report, List<String> lines) {
    for (MasterPage.Worker worker : report.workers()) {
      lines.add(
          "  worker  %s: %d of %d cores and %d of %d MiB in use"
              .formatted(
                  worker.address(),
                  worker.coresUsed(),
                  worker.cores(),
                  worker.memoryUsed(),
                  worker.memory()));
    }
    for (MasterPage.Application application : report.applications()) {
      lines.add(
          "  application  %s (%s): %s, %d cores"
              .formatted(
                  application.name(), application.id(), application.state(), application.cores()));
    }
    if (report.applications().isEmpty()) {
      lines.add("  no application runs");
    }
  }
}
