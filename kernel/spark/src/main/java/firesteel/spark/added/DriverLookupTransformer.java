package firesteel.spark.added;

import firesteel.api.session.ClassTransformer;
import firesteel.spark.bytecode.MethodRewriter;
import firesteel.spark.executor.AddedDrivers;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets the code of cells find JDBC drivers that were added after the first look for drivers, also
 * in tasks on executors: it loads them before each call of {@link java.sql.DriverManager}.
 */
public final class DriverLookupTransformer implements ClassTransformer {
  private static final String MANAGER = "java/sql/DriverManager";
  private static final String DRIVERS = Type.getInternalName(AddedDrivers.class);

  @Override
  public byte[] transform(String className, byte[] bytes) {
    return MethodRewriter.mentions(bytes, MANAGER)
        ? MethodRewriter.rewrite(bytes, (next, access, descriptor) -> new Method(next))
        : bytes;
  }

  private static final class Method extends MethodVisitor {
    Method(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String type, boolean isInterface) {
      if (owner.equals(MANAGER)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, DRIVERS, "load", "()V", false);
      }
      super.visitMethodInsn(opcode, owner, method, type, isInterface);
    }
  }
}
