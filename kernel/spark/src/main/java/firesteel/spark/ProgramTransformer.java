package firesteel.spark;

import firesteel.api.session.ClassTransformer;
import firesteel.spark.bytecode.MethodRewriter;
import firesteel.spark.executor.SparkReferences;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes standalone programs run in cells: where they create a session or a context they get the
 * notebook's, and variables that hold one refer to the Spark that runs now; so do fields of
 * objects, captured variables of lambdas, and elements of collections. Rewrites the calls and reads
 * into those of {@link StandalonePrograms} and {@link SparkReferences}.
 */
final class ProgramTransformer implements ClassTransformer {
  private static final String PROGRAMS = "firesteel/spark/StandalonePrograms";
  private static final String HELD = "firesteel/spark/executor/SparkReferences";
  private static final String SQL = "org/apache/spark/sql/";
  private static final String SESSION = SQL + "SparkSession";
  private static final String ANY_BUILDER = SQL + "SparkSessionBuilder";
  private static final String CONTEXT = "org/apache/spark/SparkContext";
  private static final String JAVA_CONTEXT = "org/apache/spark/api/java/JavaSparkContext";
  private static final String TEXT = "Ljava/lang/String;";
  private static final String CONF = "org/apache/spark/SparkConf";

  private static final Set<String> BUILDERS =
      Set.of(SESSION + "$Builder", ANY_BUILDER, SQL + "classic/SparkSession$Builder");

  /** Static methods that return the current session. */
  private static final Set<String> ASKS = Set.of("active", "getActiveSession", "getDefaultSession");

  /** The types of sessions and contexts that variables may hold. */
  private static final Map<String, String> FOLLOWED =
      Map.of(
          "L" + SESSION + ";", SESSION,
          "L" + SQL + "SQLContext;", SQL + "SQLContext",
          "L" + CONTEXT + ";", CONTEXT,
          "L" + JAVA_CONTEXT + ";", JAVA_CONTEXT);

  /**
   * The arguments of a context's constructors for which {@link StandalonePrograms} has a method.
   */
  private static final Set<String> ARGUMENTS =
      Set.of(
          "()",
          "(L" + CONF + ";)",
          "(" + TEXT + TEXT + ")",
          "(" + TEXT + TEXT + "L" + CONF + ";)",
          "(" + TEXT + TEXT + TEXT + ")",
          "(" + TEXT + TEXT + TEXT + TEXT + ")",
          "(" + TEXT + TEXT + TEXT + "[" + TEXT + ")",
          "(" + TEXT + TEXT + TEXT + "[" + TEXT + "Ljava/util/Map;)",
          "(" + TEXT + TEXT + TEXT + "Lscala/collection/immutable/Seq;)",
          "(" + TEXT + TEXT + TEXT + "Lscala/collection/immutable/Seq;Lscala/collection/Map;)");

  private final Runnable beforeSpark;

  /**
   * Creates the transformer.
   *
   * @param beforeSpark called before a class that uses Spark is defined
   */
  ProgramTransformer(Runnable beforeSpark) {
    this.beforeSpark = beforeSpark;
  }

  @Override
  public byte[] transform(String className, byte[] bytes) {
    String pool = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!pool.contains("org/apache/spark/")) {
      return bytes;
    }
    beforeSpark.run();
    if (!pool.contains(SESSION) && !pool.contains("SparkContext") && !pool.contains("SQLContext")) {
      return bytes;
    }
    SparkReferences.inDriver(StandalonePrograms::current);
    return MethodRewriter.rewrite(
        bytes,
        (next, access, descriptor) ->
            new Method(next, (access & Opcodes.ACC_STATIC) != 0, descriptor));
  }

  private static final class Method extends MethodVisitor {
    /**
     * The number of objects of {@link #CONTEXT} and {@link #JAVA_CONTEXT} that wait for their
     * constructor.
     */
    private int allocated;

    private final boolean isStatic;
    private final Type[] parameters;

    Method(MethodVisitor next, boolean isStatic, String descriptor) {
      super(Opcodes.ASM9, next);
      this.isStatic = isStatic;
      this.parameters = Type.getArgumentTypes(descriptor);
    }

    /** Follows the parameters: the callers' values, and those that a lambda has captured. */
    @Override
    public void visitCode() {
      super.visitCode();
      int local = isStatic ? 0 : 1;
      for (Type parameter : parameters) {
        if (FOLLOWED.containsKey(parameter.getDescriptor())) {
          super.visitVarInsn(Opcodes.ALOAD, local);
          held(parameter.getDescriptor());
          super.visitVarInsn(Opcodes.ASTORE, local);
        }
        local += parameter.getSize();
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW && isContext(type)) {
        allocated++;
      }
      super.visitTypeInsn(opcode, type);
      if (opcode == Opcodes.CHECKCAST && FOLLOWED.containsValue(type)) {
        held("L" + type + ";"); // Taken out of a collection, an Optional or a Supplier.
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String type) {
      super.visitFieldInsn(opcode, owner, field, type);
      if (!FOLLOWED.containsKey(type)
          || owner.startsWith("firesteel/")
          || owner.startsWith("org/apache/spark/")) {
        return;
      }
      if (opcode == Opcodes.GETSTATIC) {
        call("follow", "(" + type + ")" + type);
      } else if (opcode == Opcodes.GETFIELD) {
        held(type);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String type, boolean isInterface) {
      if (BUILDERS.contains(owner)
          && (method.equals("getOrCreate") || method.equals("create"))
          && type.startsWith("()")) {
        call(method, "(L" + ANY_BUILDER + ";)L" + SESSION + ";");
        cast(type, SESSION);
      } else if (BUILDERS.contains(owner) && method.equals("enableHiveSupport")) {
        call(method, "(L" + ANY_BUILDER + ";)L" + ANY_BUILDER + ";");
        cast(type, ANY_BUILDER);
      } else if (owner.equals(SESSION) && opcode == Opcodes.INVOKESTATIC && ASKS.contains(method)) {
        call(method, type);
      } else if (owner.equals(CONTEXT)
          && opcode == Opcodes.INVOKESTATIC
          && method.equals("getOrCreate")) {
        call("context", type);
      } else if (method.equals("<init>") && isContext(owner) && allocated > 0) {
        allocated--;
        construct(owner, type, isInterface);
      } else {
        super.visitMethodInsn(opcode, owner, method, type, isInterface);
      }
    }

    private void construct(String owner, String type, boolean isInterface) {
      String arguments = type.substring(0, type.indexOf(')') + 1);
      if (!ARGUMENTS.contains(arguments)) {
        super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", type, isInterface);
        return;
      }
      call("context", arguments + "L" + CONTEXT + ";");
      if (owner.equals(JAVA_CONTEXT)) {
        // It wraps any context.
        super.visitMethodInsn(
            Opcodes.INVOKESPECIAL, owner, "<init>", "(L" + CONTEXT + ";)V", isInterface);
      } else {
        // On the stack: the new object, its duplicate, and the context that replaces both.
        super.visitInsn(Opcodes.SWAP);
        super.visitInsn(Opcodes.POP);
        super.visitInsn(Opcodes.SWAP);
        super.visitInsn(Opcodes.POP);
      }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      // A context takes the place of no argument.
      super.visitMaxs(maxStack + 1, maxLocals);
    }

    private void held(String type) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, HELD, "held", "(" + type + ")" + type, false);
    }

    private void call(String method, String type) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, PROGRAMS, method, type, false);
    }

    private void cast(String type, String from) {
      String wanted = type.substring(type.indexOf(')') + 2, type.length() - 1);
      if (!wanted.equals(from)) {
        super.visitTypeInsn(Opcodes.CHECKCAST, wanted);
      }
    }

    private static boolean isContext(String type) {
      return type.equals(CONTEXT) || type.equals(JAVA_CONTEXT);
    }
  }
}
