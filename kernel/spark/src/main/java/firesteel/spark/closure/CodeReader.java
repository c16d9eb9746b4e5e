package firesteel.spark.closure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Reads from a class file what its code does with the notebook's variables and classes. */
final class CodeReader {
  private static final String SPARK_ACCESS = "firesteel/spark/SparkAccess";
  private static final String CONSTRUCTOR = "<init>";

  private final CodeMethod method;
  private int line;

  private CodeReader(CodeMethod method) {
    this.method = method;
  }

  /**
   * Reads a class whose lines are already those of its cell, and which is otherwise as compiled.
   */
  static CodeClass read(ClassNode node) {
    String name = CodeNames.binary(node.name);
    List<String> supertypes = new ArrayList<>();
    if (node.superName != null) {
      supertypes.add(CodeNames.binary(node.superName));
    }
    node.interfaces.forEach(type -> supertypes.add(CodeNames.binary(type)));
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> accessors = new LinkedHashSet<>();
    for (FieldNode field : node.fields) {
      if ((field.access & Opcodes.ACC_STATIC) == 0) {
        accessors.add(field.name);
      } else if (mayTravel(node, field)) {
        fields.put(field.name, field.desc);
      }
    }
    Map<String, CodeMethod> methods = CodeClass.noMethods();
    for (MethodNode method : node.methods) {
      CodeMethod read = read(name, method);
      methods.put(read.id.signature(), read);
    }
    return new CodeClass(
        name,
        supertypes,
        node.sourceFile,
        (node.access & Opcodes.ACC_RECORD) != 0,
        fields,
        accessors,
        methods);
  }

  /**
   * Whether a field's value may be sent to tasks. Constants of enums, singletons and synthetic
   * fields may not: each JVM has its own.
   */
  private static boolean mayTravel(ClassNode owner, FieldNode field) {
    boolean isFinal = (field.access & Opcodes.ACC_FINAL) != 0;
    boolean ofOwnType = field.desc.equals("L" + owner.name + ";");
    boolean synthetic = (field.access & Opcodes.ACC_SYNTHETIC) != 0;
    return !isFinal || !ofOwnType && !synthetic && field.value == null;
  }

  private static CodeMethod read(String owner, MethodNode method) {
    CodeMethod code =
        new CodeMethod(
            new CodeMethod.Id(owner, method.name, method.desc),
            (method.access & Opcodes.ACC_STATIC) != 0,
            (method.access & Opcodes.ACC_PRIVATE) != 0);
    CodeReader reader = new CodeReader(code);
    for (AbstractInsnNode insn : method.instructions) {
      reader.read(insn);
    }
    code.changes.addAll(MutationAnalysis.in(owner, method));
    code.escaping.addAll(EscapeAnalysis.in(owner, method));
    return code;
  }

  private void read(AbstractInsnNode insn) {
    if (insn instanceof LineNumberNode number) {
      line = number.line;
    } else if (insn instanceof FieldInsnNode field) {
      readField(field);
    } else if (insn instanceof MethodInsnNode call) {
      readCall(call);
    } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
      readDynamic(dynamic);
    } else if (insn instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
      addClass(Type.getObjectType(type.desc));
    } else if (insn instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
      addClass(type);
    }
  }

  private void readField(FieldInsnNode field) {
    if (!CodeNames.isNotebookInternal(field.owner)) {
      return;
    }
    String owner = CodeNames.binary(field.owner);
    if (field.getOpcode() == Opcodes.GETSTATIC) {
      method.reads.putIfAbsent(new NotebookField(owner, field.name), line);
      method.initializes.add(owner);
    } else if (field.getOpcode() == Opcodes.PUTSTATIC) {
      method.writes.add(new NotebookField(owner, field.name));
      method.initializes.add(owner);
    }
  }

  private void readCall(MethodInsnNode call) {
    if (call.owner.equals(SPARK_ACCESS)) {
      method.services.putIfAbsent(call.name.equals("sc") ? "sc" : "spark", line);
    } else if (CodeNames.isNotebookInternal(call.owner)) {
      boolean dispatched =
          !call.name.equals(CONSTRUCTOR)
              && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
                  || call.getOpcode() == Opcodes.INVOKEINTERFACE);
      addCall(call.owner, call.name, call.desc, dispatched);
      if (call.getOpcode() == Opcodes.INVOKESTATIC) {
        method.initializes.add(CodeNames.binary(call.owner));
      }
    }
  }

  private void readDynamic(InvokeDynamicInsnNode dynamic) {
    addClass(Type.getReturnType(dynamic.desc));
    for (Object argument : dynamic.bsmArgs) {
      if (argument instanceof Handle handle && CodeNames.isNotebookInternal(handle.getOwner())) {
        boolean dispatched =
            handle.getTag() == Opcodes.H_INVOKEVIRTUAL
                || handle.getTag() == Opcodes.H_INVOKEINTERFACE;
        if (handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
          addCall(handle.getOwner(), handle.getName(), handle.getDesc(), dispatched);
        }
        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
          addClass(Type.getObjectType(handle.getOwner()));
        } else if (handle.getTag() == Opcodes.H_INVOKESTATIC) {
          method.initializes.add(CodeNames.binary(handle.getOwner()));
        }
      } else if (argument instanceof Type type && type.getSort() != Type.METHOD) {
        addClass(type);
      }
    }
  }

  private void addCall(String owner, String name, String descriptor, boolean dispatched) {
    method.calls.add(
        new CodeMethod.Call(
            new CodeMethod.Id(CodeNames.binary(owner), name, descriptor), dispatched));
  }

  private void addClass(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT
        && CodeNames.isNotebookInternal(element.getInternalName())) {
      method.classes.add(CodeNames.binary(element.getInternalName()));
    }
  }
}
