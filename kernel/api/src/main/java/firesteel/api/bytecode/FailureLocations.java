package firesteel.api.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Adds the lines of cells that an exception passes through to its stack trace, even when another
 * thread made the exception or it was thrown before: libraries rethrow such exceptions unchanged,
 * without a frame of the caller. An exception handler for each line of a method adds the frame, so
 * code that throws nothing pays nothing.
 */
public final class FailureLocations {
  private static final String OWNER = Type.getInternalName(FailureLocations.class);
  private static final String PASSED =
      "(Ljava/lang/Throwable;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;I)V";

  /** The name of the loader that the classes of cells have, as in the frames of the JVM. */
  private static final String LOADER = "firesteel-snippets";

  /**
   * Marks the frames that this class adds; stored as the module version of the frame, which is
   * never shown.
   */
  private static final String MARK = "passed";

  private FailureLocations() {}

  /**
   * Adds the handlers to a method, behind its own handlers.
   *
   * @param className the binary name of the method's class
   * @param source the name that stack frames show as the file name
   */
  public static void instrument(MethodNode method, String className, String source) {
    if (method.name.startsWith("<") || method.instructions.size() == 0) {
      return; // A constructor has no frame to add before it has called its superclass's.
    }
    Map<Integer, List<LabelNode[]>> rangesOfLine = rangesOfLine(method.instructions);
    InsnList code = method.instructions;
    rangesOfLine.forEach(
        (line, ranges) -> {
          LabelNode handler = new LabelNode();
          ranges.forEach(
              range ->
                  method.tryCatchBlocks.add(
                      new TryCatchBlockNode(range[0], range[1], handler, null)));
          code.add(handler);
          code.add(
              new FrameNode(
                  Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"}));
          code.add(new InsnNode(Opcodes.DUP));
          code.add(new LdcInsnNode(className));
          code.add(new LdcInsnNode(method.name));
          code.add(new LdcInsnNode(source));
          code.add(new LdcInsnNode(line));
          code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, OWNER, "passed", PASSED, false));
          code.add(new InsnNode(Opcodes.ATHROW));
        });
  }

  private static Map<Integer, List<LabelNode[]>> rangesOfLine(InsnList code) {
    Map<Integer, List<LabelNode[]>> ranges = new TreeMap<>();
    LabelNode end = new LabelNode();
    code.add(end);
    LineNumberNode open = null;
    LabelNode start = null;
    boolean holdsCode = false;
    for (AbstractInsnNode insn : code.toArray()) {
      if (insn instanceof LineNumberNode || insn == end) {
        if (open != null && holdsCode) {
          LabelNode stop = insn == end ? end : ((LineNumberNode) insn).start;
          ranges
              .computeIfAbsent(open.line, none -> new ArrayList<>())
              .add(new LabelNode[] {start, stop});
        }
        if (insn instanceof LineNumberNode number) {
          open = number;
          start = number.start;
          holdsCode = false;
        }
      } else if (insn.getOpcode() >= 0) {
        holdsCode = true;
      }
    }
    return ranges;
  }

  /** Adds a frame to an exception that leaves a method of a cell; called by the handlers. */
  public static void passed(
      Throwable thrown, String className, String method, String source, int line) {
    if (!(thrown instanceof CellStopped)) {
      add(thrown, new StackTraceElement(LOADER, null, MARK, className, method, source, line));
    }
  }

  /** Adds the line of a cell to an exception whose stack trace has none. */
  public static void addPlace(Throwable thrown, String source, int line) {
    if (Arrays.stream(thrown.getStackTrace())
        .noneMatch(frame -> source.equals(frame.getFileName()) && frame.getLineNumber() > 0)) {
      add(
          thrown,
          new StackTraceElement(LOADER, null, MARK, "REPL.$JShell$0", "do_it$", source, line));
    }
  }

  private static void add(Throwable thrown, StackTraceElement place) {
    List<StackTraceElement> frames = new ArrayList<>(Arrays.asList(thrown.getStackTrace()));
    for (StackTraceElement frame : frames) {
      if (!MARK.equals(frame.getModuleVersion())
          && frame.getClassName().equals(place.getClassName())
          && frame.getMethodName().equals(place.getMethodName())) {
        return;
      }
    }
    if (!frames.isEmpty() && endsEarlierThrow(frames.get(frames.size() - 1))) {
      frames.removeIf(frame -> MARK.equals(frame.getModuleVersion()));
    }
    frames.add(place);
    thrown.setStackTrace(frames.toArray(StackTraceElement[]::new));
  }

  /**
   * Returns whether the trace ends with a frame of an earlier throw: some exceptions are stored and
   * thrown again, such as that of a streaming query.
   */
  private static boolean endsEarlierThrow(StackTraceElement last) {
    return MARK.equals(last.getModuleVersion()) && last.getMethodName().equals("do_it$");
  }
}
