package firesteel.spark.encoder;

import firesteel.api.session.ClassTransformer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites the calls in cells that create encoders and UDFs (see {@link EncoderCalls} and {@link
 * UdfEncoders}), and makes records and enums public for the code that Spark generates, which is in
 * another package: a local or nested one may be declared otherwise, or can't be public.
 */
public final class EncoderTransformer implements ClassTransformer {
  private static final String RECORD = "java/lang/Record";
  private static final String ENUM = "java/lang/Enum";
  private static final String ENCODERS = "org/apache/spark/sql/Encoders";
  private static final String FUNCTIONS = "org/apache/spark/sql/functions";
  private static final String REGISTRATION = "UDFRegistration";
  private static final String ROWS = "createDataFrame";
  private static final String LIST = "createDataset";
  private static final String LIST_TYPE = "(Ljava/util/List;Lorg/apache/spark/sql/Encoder;)";
  private static final String PRELOADED = "firesteel/spark/Preloaded";
  private static final String MAKER = "firesteel/spark/encoder/TypeEncoders";
  private static final String CHECKS = "firesteel/spark/encoder/EncoderCalls";
  private static final String UDFS = "firesteel/spark/encoder/UdfEncoders";
  private static final Set<String> MAKERS = Set.of("bean", "kryo", "javaSerialization");
  private static final String CHECK = "(Ljava/lang/Class;)V";

  /** The constants of a class that needs rewriting. */
  private static final List<String> MENTIONED =
      List.of(RECORD, ENUM, ENCODERS, FUNCTIONS, REGISTRATION, ROWS, LIST, PRELOADED);

  private static final Pattern UDF =
      Pattern.compile(
          "\\((Ljava/lang/String;)?Lorg/apache/spark/sql/api/java/UDF(\\d+);"
              + "Lorg/apache/spark/sql/types/DataType;\\).*");

  /** Creates the transformer. */
  public EncoderTransformer() {}

  @Override
  public byte[] transform(String className, byte[] bytes) {
    String pool = new String(bytes, StandardCharsets.ISO_8859_1);
    if (MENTIONED.stream().noneMatch(pool::contains)) {
      return bytes;
    }
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  private static int open(int access) {
    return access & ~(Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED) | Opcodes.ACC_PUBLIC;
  }

  private static final class Rewriter extends ClassVisitor {
    private String name;
    private boolean isRecord;
    private boolean isOpened;

    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String className,
        String signature,
        String superName,
        String[] interfaces) {
      name = className;
      isRecord = RECORD.equals(superName);
      isOpened = isRecord || ENUM.equals(superName);
      int made = isOpened ? open(access) : access;
      super.visit(version, made, className, signature, superName, interfaces);
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simpleName, int access) {
      int made = isOpened && inner.equals(name) ? open(access) : access;
      super.visitInnerClass(inner, outer, simpleName, made);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      int made = isRecord && method.equals("<init>") ? open(access) : access;
      return new Calls(super.visitMethod(made, method, descriptor, signature, exceptions));
    }
  }

  private static final class Calls extends MethodVisitor {
    private boolean deeper;

    Calls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String type, boolean isInterface) {
      if (owner.equals(PRELOADED) && method.equals("encoder")) {
        // Executors and servers have this class but not the other.
        super.visitMethodInsn(opcode, MAKER, "of", type, false);
        return;
      }
      if (isMaker(owner, method, type)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, method, type, false);
        return;
      }
      if (method.equals(LIST) && type.startsWith(LIST_TYPE)) {
        checkList();
      } else if (method.equals(ROWS) && type.contains(";Ljava/lang/Class;)")) {
        checkRows();
      } else if (owner.endsWith("/" + REGISTRATION) && method.equals("register")
          || owner.equals(FUNCTIONS) && method.equals("udf")) {
        Matcher udf = UDF.matcher(type);
        if (udf.matches()) {
          udf(method, udf.group(2));
          return;
        }
      }
      super.visitMethodInsn(opcode, owner, method, type, isInterface);
    }

    /**
     * A reference to a method, such as {@code Encoders::bean}, is rewritten like a call of the
     * method.
     */
    @Override
    public void visitInvokeDynamicInsn(
        String name, String type, Handle bootstrap, Object... arguments) {
      Object[] made = arguments.clone();
      for (int i = 0; i < made.length; i++) {
        if (made[i] instanceof Handle handle
            && isMaker(handle.getOwner(), handle.getName(), handle.getDesc())) {
          made[i] =
              new Handle(Opcodes.H_INVOKESTATIC, CHECKS, handle.getName(), handle.getDesc(), false);
        }
      }
      super.visitInvokeDynamicInsn(name, type, bootstrap, made);
    }

    private static boolean isMaker(String owner, String method, String type) {
      return owner.equals(ENCODERS)
          && type.startsWith("(Ljava/lang/Class;)")
          && MAKERS.contains(method);
    }

    private void checkRows() {
      deeper = true;
      super.visitInsn(Opcodes.DUP);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, "rows", CHECK, false);
    }

    private void checkList() {
      deeper = true;
      super.visitInsn(Opcodes.DUP2);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, "rows", LIST_TYPE + "V", false);
    }

    private void udf(String method, String arity) {
      deeper = true;
      super.visitIntInsn(Opcodes.BIPUSH, Integer.parseInt(arity));
      String arguments = "Ljava/lang/Object;Lorg/apache/spark/sql/types/DataType;I)";
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          UDFS,
          method,
          method.equals("udf")
              ? "(" + arguments + "Lorg/apache/spark/sql/expressions/UserDefinedFunction;"
              : "(Lorg/apache/spark/sql/UDFRegistration;Ljava/lang/String;" + arguments + "V",
          false);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
      super.visitMaxs(deeper ? stack + 2 : stack, locals);
    }
  }
}
