package firesteel.spark.module;

import java.util.Optional;

/** Warns of artifacts that, by their names, were built for another Spark or Scala. */
public final class PackageCheck {
  private PackageCheck() {}

  /**
   * Returns why an artifact will probably fail here, and what fits; empty when its name doesn't
   * show it.
   */
  public static Optional<String> warning(String group, String artifact, String version) {
    Optional<SparkVersions> here = SparkVersions.ofProcess();
    if (here.isEmpty() || Modules.recommend(group + ":" + artifact + ":" + version, here.get())) {
      return Optional.empty();
    }
    boolean ofSpark = group.equals("org.apache.spark") && artifact.startsWith("spark-");
    JarBuild build = JarBuild.ofName(artifact + "-" + version + ".jar");
    if (ofSpark) {
      build = new JarBuild(Optional.of(version), build.scala());
    }
    String scala = "_" + here.get().scala();
    String named = artifact.replaceFirst("_(2\\.1\\d|3)$", scala);
    String fits =
        ofSpark
            ? ": " + group + ":" + named + ":" + here.get().spark() + " fits"
            : named.equals(artifact) ? "" : "; what fits ends in " + scala;
    return build.mismatch(here.get()).map(mismatch -> mismatch + fits + ".");
  }
}
