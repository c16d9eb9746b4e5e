package firesteel.app.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks memory, disk, folders and sockets. */
final class MachineCheck {
  private static final long GB = 1L << 30;
  private static final long LITTLE_MEMORY = 3 * GB;
  private static final long LITTLE_DISK = 1 * GB;
  private static final Pattern HEAP = Pattern.compile("\\d+[kKmMgGtT]?");

  private MachineCheck() {}

  static List<Finding> findings(DoctorContext context) {
    List<Finding> findings = new ArrayList<>();
    findings.add(memory(context, totalMemory()));
    findings.add(disk(context.state()));
    findings.add(userFolder(context));
    findings.add(loopback());
    return findings;
  }

  static Finding memory(DoctorContext context, long bytes) {
    String heap = context.variable("FIRESTEEL_MEMORY").orElse("");
    if (!heap.isEmpty() && !HEAP.matcher(heap).matches()) {
      return Finding.problem(
          "Memory",
          "FIRESTEEL_MEMORY=" + heap + " is not a size that Java understands",
          "export FIRESTEEL_MEMORY=2g   (or: unset FIRESTEEL_MEMORY)");
    }
    String kernels = heap.isEmpty() ? "kernels may use half of it" : "kernels may use " + heap;
    String message = "%.1f GB, %s (FIRESTEEL_MEMORY)".formatted((double) bytes / GB, kernels);
    return bytes < LITTLE_MEMORY
        ? Finding.warning(
            "Memory",
            message,
            "Spark needs 4 GB or more to run well; close other programs, or use small data")
        : Finding.ok("Memory", message);
  }

  private static long totalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  static Finding disk(Path folder) {
    Path there = folder;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String message = "%.1f GB free at %s".formatted((double) free / GB, there);
      if (!Files.isWritable(there)) {
        return Finding.problem(
            "Disk", "no permission to write in " + there, "sudo chown -R \"$USER\" " + there);
      }
      return free < LITTLE_DISK
          ? Finding.warning("Disk", message, "make room: Spark spills to the disk")
          : Finding.ok("Disk", message);
    } catch (IOException e) {
      return Finding.problem("Disk", "can't look at " + there + ": " + e.getMessage(), "");
    }
  }

  static Finding userFolder(DoctorContext context) {
    Path data = context.folders().data();
    Path there = data;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there != null && Files.isDirectory(there) && Files.isWritable(there)
        ? Finding.ok("Your folder", "the history is kept in " + data)
        : Finding.warning(
            "Your folder",
            "can't write in " + (there == null ? data : there) + ", so there will be no history",
            "export XDG_DATA_HOME=/a/folder/of/yours");
  }

  static Finding loopback() {
    InetAddress address = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 1, address);
        Socket client = new Socket()) {
      client.connect(new InetSocketAddress(address, server.getLocalPort()), 2000);
      return Finding.ok("Loopback", "sockets on " + address.getHostAddress() + " work");
    } catch (IOException e) {
      return Finding.problem(
          "Loopback",
          "can't connect to this machine at " + address.getHostAddress() + ": " + e.getMessage(),
          "Jupyter and Spark talk over it: look at the firewall, and at: ip address show lo");
    }
  }
}
