package firesteel.spark.connect;

import firesteel.spark.executor.EncodedValue;
import firesteel.spark.executor.FunctionEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.io.input.ClassLoaderObjectInputStream;
import org.apache.spark.connect.proto.ScalarScalaUDF;
import org.apache.spark.sql.connect.common.ForeachWriterPacket;
import org.apache.spark.sql.connect.common.UdfPacket;
import org.sparkproject.com.google.protobuf.ByteString;
import org.sparkproject.com.google.protobuf.Descriptors.FieldDescriptor;
import org.sparkproject.com.google.protobuf.Message;

/** Finds and replaces the notebook's functions inside the messages that hold plans. */
final class PlanFunctions {
  private final ClassLoader loader;

  /**
   * Creates it without a plan.
   *
   * @param loader loads the classes of cells
   */
  PlanFunctions(ClassLoader loader) {
    this.loader = loader;
  }

  /** Returns the functions that a message holds, in the order of its parts. */
  List<Object> in(Message message) throws IOException {
    List<ScalarScalaUDF> found = new ArrayList<>();
    map(
        message,
        part -> {
          found.add(part);
          return part;
        });
    List<Object> functions = new ArrayList<>();
    for (ScalarScalaUDF part : found) {
      functions.add(functionOf(read(part)));
    }
    return functions;
  }

  /**
   * Returns a message whose functions carry values.
   *
   * @param values of all variables that its functions read
   * @throws IOException a function can't be written, or is of a kind that can't take values
   */
  <T extends Message> T with(T message, Map<String, EncodedValue> values) throws IOException {
    List<IOException> failures = new ArrayList<>();
    T made =
        map(
            message,
            part -> {
              try {
                return with(part, values);
              } catch (IOException e) {
                failures.add(e);
                return part;
              }
            });
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return made;
  }

  private ScalarScalaUDF with(ScalarScalaUDF part, Map<String, EncodedValue> values)
      throws IOException {
    Object packet = read(part);
    Object function = functionOf(packet);
    if (!FunctionEnvelope.fits(function)) {
      String variable = values.keySet().iterator().next();
      throw new NotSerializableException(
          "on Spark Connect an object of "
              + function.getClass().getSimpleName()
              + " can't read a variable of the notebook, as `"
              + variable.substring(variable.lastIndexOf('.') + 1)
              + "`; give it the value as an argument of its constructor");
    }
    Object envelope = new FunctionEnvelope(values, function, bytes(function));
    Object sent =
        packet instanceof UdfPacket udf
            ? new UdfPacket(envelope, udf.inputEncoders(), udf.outputEncoder())
            : new ForeachWriterPacket(envelope, ((ForeachWriterPacket) packet).datasetEncoder());
    return part.toBuilder().setPayload(ByteString.copyFrom(bytes(sent))).build();
  }

  /** Returns the message itself when no part of it changes. */
  @SuppressWarnings("unchecked")
  private static <T extends Message> T map(T message, UnaryOperator<ScalarScalaUDF> change) {
    if (message instanceof ScalarScalaUDF function) {
      return (T) change.apply(function);
    }
    Message.Builder changed = null;
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      FieldDescriptor name = field.getKey();
      if (name.getJavaType() != FieldDescriptor.JavaType.MESSAGE || name.isMapField()) {
        continue;
      }
      List<?> parts = name.isRepeated() ? (List<?>) field.getValue() : List.of(field.getValue());
      for (int i = 0; i < parts.size(); i++) {
        Message part = (Message) parts.get(i);
        Message made = map(part, change);
        if (made == part) {
          continue;
        }
        changed = changed == null ? message.toBuilder() : changed;
        if (name.isRepeated()) {
          changed.setRepeatedField(name, i, made);
        } else {
          changed.setField(name, made);
        }
      }
    }
    return changed == null ? message : (T) changed.build();
  }

  /**
   * Unwraps the function of a stream's foreach or foreachBatch, which come in a packet of their
   * own.
   */
  private static Object functionOf(Object packet) {
    return packet instanceof UdfPacket udf
        ? udf.function()
        : ((ForeachWriterPacket) packet).foreachWriter();
  }

  private Object read(ScalarScalaUDF part) throws IOException {
    try (ObjectInputStream in =
        new ClassLoaderObjectInputStream(loader, part.getPayload().newInput())) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  private static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }
}
