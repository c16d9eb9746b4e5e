package firesteel.spark.connect;

import firesteel.api.session.ClassTransformer;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.TypedColumn;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes cells call {@link TypedCalls} in place of Spark's methods. */
public final class TypedCallTransformer implements ClassTransformer {
  private static final String DATASET = "org/apache/spark/sql/Dataset";
  private static final String GROUPS = "org/apache/spark/sql/KeyValueGroupedDataset";
  private static final String CALLS = "firesteel/spark/connect/TypedCalls";
  private static final String REDUCE_FUNCTION =
      "Lorg/apache/spark/api/java/function/ReduceFunction;";
  private static final String REDUCE = "(" + REDUCE_FUNCTION + ")Ljava/lang/Object;";
  private static final Pattern TYPED =
      Pattern.compile("\\((Lorg/apache/spark/sql/TypedColumn;)+\\)Lorg/apache/spark/sql/Dataset;");

  private static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "firesteel/spark/connect/TypedCallTransformer",
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);

  /** Creates the transformer. */
  public TypedCallTransformer() {}

  /** Links a call of a method that takes one or more columns to the one that takes an array. */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type)
      throws ReflectiveOperationException {
    Class<?> receiver = name.equals("agg") ? KeyValueGroupedDataset.class : Dataset.class;
    MethodHandle method =
        MethodHandles.lookup()
            .findStatic(
                TypedCalls.class,
                name,
                MethodType.methodType(Dataset.class, receiver, TypedColumn[].class));
    return new ConstantCallSite(
        method.asCollector(TypedColumn[].class, type.parameterCount() - 1).asType(type));
  }

  @Override
  public byte[] transform(String className, byte[] bytes) {
    String pool = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!pool.contains(REDUCE_FUNCTION) && !pool.contains("org/apache/spark/sql/TypedColumn")) {
      return bytes;
    }
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] exceptions) {
            return new Calls(super.visitMethod(access, name, type, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class Calls extends MethodVisitor {
    Calls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String type, boolean isInterface) {
      String called = "(L" + owner + ";" + type.substring(1);
      boolean typed =
          owner.equals(DATASET) && method.equals("select")
              || owner.equals(GROUPS) && method.equals("agg");
      if (owner.equals(DATASET) && method.equals("reduce") && type.equals(REDUCE)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, method, called, false);
      } else if (typed && TYPED.matcher(type).matches()) {
        super.visitInvokeDynamicInsn(method, called, BOOTSTRAP);
      } else {
        super.visitMethodInsn(opcode, owner, method, type, isInterface);
      }
    }
  }
}
