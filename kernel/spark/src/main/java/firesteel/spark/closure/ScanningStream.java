package firesteel.spark.closure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.broadcast.Broadcast;

/**
 * Serializes objects as Spark does for tasks, and notes which code of the notebook they hold: the
 * classes of objects, the methods of lambdas, the classes that generated source code names, and
 * those of broadcast values.
 */
final class ScanningStream extends ObjectOutputStream {
  private static final Pattern CLASS_IN_SOURCE = Pattern.compile("REPL\\.\\$JShell\\$[\\w$.]+");

  private final SerializedCode found;
  private final SnippetCode code;
  private final Function<Broadcast<?>, SerializedCode> inBroadcast;

  private ScanningStream(
      OutputStream out,
      SerializedCode found,
      SnippetCode code,
      Function<Broadcast<?>, SerializedCode> inBroadcast)
      throws IOException {
    super(out);
    this.found = found;
    this.code = code;
    this.inBroadcast = inBroadcast;
    enableReplaceObject(true);
  }

  /**
   * Serializes an object and adds the code it holds to {@code found}.
   *
   * @param found what is found is added to it
   * @param inBroadcast what a broadcast value holds
   * @throws NotSerializableException when a part of it can't be
   */
  static byte[] write(
      Object object,
      SerializedCode found,
      SnippetCode code,
      Function<Broadcast<?>, SerializedCode> inBroadcast)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ScanningStream stream = new ScanningStream(bytes, found, code, inBroadcast)) {
      stream.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** Scans an object without keeping the bytes. */
  static void scan(
      Object object,
      SerializedCode found,
      SnippetCode code,
      Function<Broadcast<?>, SerializedCode> inBroadcast)
      throws IOException {
    OutputStream nowhere = OutputStream.nullOutputStream();
    try (ScanningStream stream = new ScanningStream(nowhere, found, code, inBroadcast)) {
      stream.writeObject(object);
    }
  }

  @Override
  protected void annotateClass(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    addClass(element.getName());
  }

  @Override
  protected void annotateProxyClass(Class<?> type) {
    for (Class<?> implemented : type.getInterfaces()) {
      addClass(implemented.getName());
    }
  }

  private void addClass(String name) {
    if (CodeNames.isNotebook(name)) {
      found.classes.add(name);
    }
  }

  @Override
  protected Object replaceObject(Object object) throws IOException {
    if (object instanceof SerializedLambda lambda) {
      addLambda(lambda);
    } else if (object instanceof String text) {
      addClassesIn(text);
    } else if (object instanceof Broadcast<?> broadcast) {
      found.addAll(inBroadcast.apply(broadcast));
    } else {
      DriverOnlyTypes.refuse(object);
    }
    return JvmLocalObjects.of(object);
  }

  private void addLambda(SerializedLambda lambda) throws NotSerializableException {
    addClass(CodeNames.binary(lambda.getFunctionalInterfaceClass()));
    if (CodeNames.isNotebookInternal(lambda.getImplClass())) {
      int kind = lambda.getImplMethodKind();
      boolean dispatched =
          kind == MethodHandleInfo.REF_invokeVirtual
              || kind == MethodHandleInfo.REF_invokeInterface;
      String owner = CodeNames.binary(lambda.getImplClass());
      if (kind == MethodHandleInfo.REF_newInvokeSpecial) {
        found.classes.add(owner);
      }
      found.entries.add(
          new CodeMethod.Call(
              new CodeMethod.Id(owner, lambda.getImplMethodName(), lambda.getImplMethodSignature()),
              dispatched));
    }
    if (CodeNames.isNotebookInternal(lambda.getCapturingClass())) {
      for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
        DriverOnlyTypes.refuseCaptured(lambda.getCapturedArg(i), lambda);
      }
    }
  }

  private void addClassesIn(String text) {
    if (!text.contains("REPL.$JShell$")) {
      return;
    }
    Matcher name = CLASS_IN_SOURCE.matcher(text);
    while (name.find()) {
      // In generated code the name is followed by a dot and a method or a constant.
      String rest = name.group();
      while (rest.length() > "REPL.$JShell$".length()) {
        code.findInSource(rest).ifPresent(known -> found.classes.add(known.name()));
        rest = rest.substring(0, Math.max(0, rest.lastIndexOf('.')));
      }
    }
  }
}
