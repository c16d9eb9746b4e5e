package firesteel.spark.error;

import firesteel.api.bytecode.FailureLocations;
import firesteel.api.session.ClassTransformer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the methods and lambdas of cells that run Spark's actions add their line to exceptions
 * thrown by these: with adaptive execution the exception comes from another thread and has no frame
 * of its caller. (The statements of cells always do so.) Code that tasks run calls none of these
 * types and stays as it is.
 */
public final class ActionCallSites implements ClassTransformer {
  private static final Pattern RUNS_JOBS =
      Pattern.compile(
          "org/apache/spark/(sql/(Dataset|DataFrame\\w*|SparkSession|SQLContext|\\w*GroupedDataset"
              + "|MergeIntoWriter|catalog/\\w+|streaming/(DataStream|StreamingQuery)\\w*)"
              + "|api/java/Java\\w+|rdd/\\w+|SparkContext|ml/.*)");

  @Override
  public byte[] transform(String className, byte[] bytes) {
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("org/apache/spark/")) {
      return bytes;
    }
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    boolean changed = false;
    for (MethodNode method : node.methods) {
      if (node.sourceFile != null && !method.name.equals("do_it$") && runsJobs(method)) {
        FailureLocations.instrument(method, className, node.sourceFile);
        changed = true;
      }
    }
    if (!changed) {
      return bytes;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static boolean runsJobs(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && RUNS_JOBS.matcher(call.owner).matches()) {
        return true;
      }
    }
    return false;
  }
}
