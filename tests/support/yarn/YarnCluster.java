import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** A YARN cluster of one node in this process, until the process is ended. */
public final class YarnCluster {
  /** First argument: the folder for its files, with {@code conf} for clients in it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    Configuration conf = new YarnConfiguration();
    conf.set("fs.defaultFS", "file:///");
    conf.set("hadoop.tmp.dir", folder.resolve("tmp").toString());
    conf.set("yarn.resourcemanager.hostname", "127.0.0.1");
    conf.set("yarn.nodemanager.hostname", "127.0.0.1");
    // Not yarn.nodemanager.resource.memory-mb, which the cluster sets to this, by default 4 GB.
    conf.setInt(YarnConfiguration.YARN_MINICLUSTER_NM_PMEM_MB, 16384);
    conf.setInt("yarn.nodemanager.resource.cpu-vcores", 16);
    conf.setInt("yarn.scheduler.minimum-allocation-mb", 128);
    conf.setInt("yarn.scheduler.maximum-allocation-mb", 8192);
    conf.setBoolean("yarn.nodemanager.pmem-check-enabled", false);
    conf.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
    // A disk of a small machine that is nearly full is good enough for a test.
    conf.setFloat("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", 100);
    conf.set("yarn.scheduler.capacity.root.queues", "default");
    conf.setInt("yarn.scheduler.capacity.root.default.capacity", 100);
    conf.setFloat("yarn.scheduler.capacity.maximum-am-resource-percent", 1);
    // Applications start as soon as they can, not with the next heartbeat a second later.
    conf.setInt("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", 100);
    conf.setInt("yarn.nodemanager.sleep-delay-before-sigkill.ms", 100);
    System.setProperty("test.build.data", folder.resolve("data").toString());
    MiniYARNCluster cluster = new MiniYARNCluster("yarn", 1, 1, 1);
    cluster.init(conf);
    cluster.start();
    if (!cluster.waitForNodeManagersToConnect(30_000)) {
      throw new IllegalStateException("the node manager did not register");
    }
    Configuration running = new Configuration(cluster.getConfig());
    write(running, folder);
    System.out.println("YARN is ready at " + running.get(YarnConfiguration.RM_ADDRESS));
    Thread.currentThread().join();
  }

  private static void write(Configuration running, Path folder) throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    for (String name : new String[] {"core-site.xml", "yarn-site.xml"}) {
      try (OutputStream out = Files.newOutputStream(conf.resolve(name))) {
        running.writeXml(out);
      }
    }
  }
}
