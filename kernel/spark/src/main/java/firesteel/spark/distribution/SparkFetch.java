package firesteel.spark.distribution;

import firesteel.spark.settings.SparkHome;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;

/**
 * Fetches a whole Spark distribution into the cache, from the package that the Python registry has
 * of each version: it holds what the bundled Spark lacks, such as YARN, Kubernetes and the scripts.
 */
public final class SparkFetch {
  /** The package and what is unpacked from it, with a margin. */
  private static final long BYTES_NEEDED = 1_300_000_000L;

  /**
   * Every Spark that Firesteel runs works on this Java; whether it works on this process's Java is
   * checked on use.
   */
  private static final int JAVA_FOR_ALL = 17;

  private final SparkCache cache;
  private final List<String> pythons;
  private final Consumer<String> out;
  private final boolean showProgress;

  /**
   * Creates the fetch without starting it.
   *
   * @param cache the cache to fetch into
   * @param pythons executables of Python, best first; one of them has to have pip
   * @param out takes lines for the user
   * @param showProgress whether the download's progress is drawn on this process's terminal
   */
  public SparkFetch(
      SparkCache cache, List<String> pythons, Consumer<String> out, boolean showProgress) {
    this.cache = Objects.requireNonNull(cache, "cache");
    this.pythons = List.copyOf(pythons);
    this.out = Objects.requireNonNull(out, "out");
    this.showProgress = showProgress;
  }

  /**
   * Fetches a version, unless it is there.
   *
   * @return its {@code SPARK_HOME}
   * @throws DistributionException when it can't be fetched; nothing of it is kept then
   */
  public Path get(String version) throws IOException, InterruptedException {
    if (!SparkCache.isVersion(version)) {
      throw new DistributionException("\"" + version + "\" is no version such as 4.2.0");
    }
    if (!version.startsWith("4.")) {
      throw new DistributionException(
          "Firesteel runs Spark 4.0 to 4.3, and not " + version + "; name one of these");
    }
    Path home = cache.home(version);
    if (cache.has(version)) {
      out.accept("Spark " + version + " is there already: " + home);
      return home;
    }
    cache.sweep();
    requireRoom();
    PipDownload pip = PipDownload.with(pythons);
    Path folder = cache.unfinished();
    Thread atEnd = new Thread(() -> abandon(pip, folder), "firesteel-unfetch");
    Runtime.getRuntime().addShutdownHook(atEnd);
    try {
      fetch(version, pip, folder, home);
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
      forget(atEnd);
    }
    out.accept("Spark " + version + " is in " + home);
    return home;
  }

  /** Ends pip, which would go on, and no other process: others may be the user's. */
  private static void abandon(PipDownload pip, Path folder) {
    pip.close();
    FileUtils.deleteQuietly(folder.toFile());
  }

  private static void forget(Thread atEnd) {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // The user has stopped the command while pip runs.
    }
  }

  private void fetch(String version, PipDownload pip, Path folder, Path home)
      throws IOException, InterruptedException {
    out.accept(
        "Fetching Spark "
            + version
            + " (the package pyspark, about 450 MB) by pip, which checks its checksum ...");
    Path sourcePackage = pip.sourcePackage(version, folder, showProgress);
    out.accept("Unpacking ...");
    Path unpacked = folder.resolve("home");
    PackageLayout.unpack(sourcePackage, unpacked);
    SparkHome.Result result = SparkHome.check(unpacked, JAVA_FOR_ALL);
    if (!result.usable() || !result.version().equals(version)) {
      throw new DistributionException(
          "the package pyspark "
              + version
              + " does not hold that Spark. Nothing of it was kept. What it holds: "
              + result.message().replace(unpacked.toString(), "the package"));
    }
    try {
      Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!cache.has(version)) {
        throw e;
      }
      // Another process was faster.
    }
  }

  private void requireRoom() throws IOException {
    long room = Files.getFileStore(cache.folder()).getUsableSpace();
    if (room < BYTES_NEEDED) {
      throw new DistributionException(
          "Spark needs 1.3 GB in "
              + cache.folder()
              + ", and there are "
              + room / 1_000_000
              + " MB. Make room, or name another place: export XDG_CACHE_HOME=/path");
    }
  }
}
