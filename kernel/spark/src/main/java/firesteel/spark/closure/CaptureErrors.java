package firesteel.spark.closure;

import firesteel.api.session.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.objectweb.asm.Type;

/**
 * Builds the errors for values that can't be sent to tasks: which variable, of which type, declared
 * and read where.
 */
final class CaptureErrors {
  private static final String DRIVER_ONLY =
      "Tasks can't use Spark themselves: collect what the lambda needs into a variable first"
          + " (collectAsList()), or join the Datasets.";

  private final SnippetCode code;
  private final Supplier<List<Variable>> variables;

  CaptureErrors(SnippetCode code, Supplier<List<Variable>> variables) {
    this.code = code;
    this.variables = variables;
  }

  VariableRefusedException ofDriver(NotebookField field, CodeMethod reader, String what) {
    return new VariableRefusedException(
        describe(field)
            + " can't be used inside a Spark task: it is "
            + what
            + readBy(reader, field),
        DRIVER_ONLY);
  }

  VariableRefusedException ofService(String name, CodeMethod reader) {
    String type = name.equals("sc") ? "JavaSparkContext" : "SparkSession";
    return new VariableRefusedException(
        "`"
            + name
            + "` ("
            + type
            + ") can't be used inside a Spark task. It is used in "
            + place(reader, reader.services.get(name)),
        DRIVER_ONLY);
  }

  VariableRefusedException notSerializable(
      NotebookField field, CodeMethod reader, Object value, String className) {
    boolean itself = value.getClass().getName().equals(className);
    String reason =
        DriverOnlyTypes.nameOf(value).isPresent()
            ? "it is " + DriverOnlyTypes.nameOf(value).get()
            : (itself ? "its class " : "it holds an object of ")
                + shortName(className)
                + (itself ? " is not Serializable" : ", which is not Serializable");
    return new VariableRefusedException(
        describe(field) + " can't travel to Spark's tasks: " + reason + readBy(reader, field),
        advice(value, className));
  }

  VariableRefusedException failed(NotebookField field, CodeMethod reader, Throwable thrown) {
    return new VariableRefusedException(
        describe(field)
            + " can't travel to Spark's tasks: its serialization failed with "
            + thrown
            + readBy(reader, field),
        "Fix the writeObject or writeReplace of its class, or copy what the lambda needs to a"
            + " local variable.");
  }

  VariableRefusedException initializedBefore(String className, NotebookField field) {
    return new VariableRefusedException(
        describe(field)
            + " has changed since the class "
            + shortName(className)
            + " was initialized with it; the executors would make other constants of it",
        "Run the cell that declares " + shortName(className) + " again.");
  }

  VariableRefusedException captured(DriverOnlyTypes.CapturedByLambda captured) {
    String where =
        code.resolve(captured.owner, captured.method).map(m -> " in " + place(m, null)).orElse("");
    return new VariableRefusedException(
        "a lambda" + where + " uses " + captured.what + ", which can't be used inside a Spark task",
        DRIVER_ONLY);
  }

  private String advice(Object value, String className) {
    if (className.contains("$$Lambda")) {
      return "Make it a method of the notebook, or declare it with a cast that makes it"
          + " serializable: (Function<A, B> & Serializable) x -> ...";
    }
    if (value instanceof AutoCloseable) {
      return "Open it inside the task, once for each partition: foreachPartition or mapPartitions.";
    }
    Optional<String> form =
        code.find(className).flatMap(c -> SerializableForm.of(className, c.isRecord()));
    if (form.isPresent()) {
      return "Declare it so: " + form.get() + " {...}";
    }
    return "Make the object inside the lambda, or copy what is needed of it to a local variable.";
  }

  /** Describes a field for users: {@code `x` (List<String>, declared in Cell [3])}. */
  String describe(NotebookField field) {
    if (!field.isVariable()) {
      return "the static field `" + shortName(field.owner()) + "." + field.name() + "`" + in(field);
    }
    String cell = code.find(field.owner()).map(CodeClass::source).orElse(null);
    String type =
        declared(field, cell)
            .map(Variable::typeName)
            .orElseGet(() -> code.find(field.owner()).map(c -> typeOf(c, field)).orElse("?"));
    return "the notebook variable `"
        + field.name()
        + "` ("
        + type
        + (cell == null ? "" : ", declared in " + cell)
        + ")";
  }

  private Optional<Variable> declared(NotebookField field, String cell) {
    return variables.get().stream()
        .filter(v -> v.name().equals(field.name()) && ("Cell [" + v.cell() + "]").equals(cell))
        .findFirst();
  }

  private static String typeOf(CodeClass owner, NotebookField field) {
    return shortName(Type.getType(owner.fields().get(field.name())).getClassName());
  }

  private String in(NotebookField field) {
    return code.find(field.owner())
        .map(CodeClass::source)
        .map(cell -> " (declared in " + cell + ")")
        .orElse("");
  }

  private String readBy(CodeMethod reader, NotebookField field) {
    return ". It is read in " + place(reader, reader.reads.get(field));
  }

  private String place(CodeMethod method, Integer line) {
    String cell = code.find(method.id.owner()).map(CodeClass::source).orElse("the notebook");
    String name = method.id.name();
    boolean named = !name.startsWith("lambda$") && !name.startsWith("<");
    return cell
        + (line == null || line == 0 ? "" : ", line " + line)
        + (named ? " (" + name + ")" : "");
  }

  /** Returns where a method changes a value in place, for warnings. */
  String place(CodeMethod method, int line) {
    return place(method, Integer.valueOf(line));
  }

  static String shortName(String className) {
    if (className.contains("$$Lambda")) {
      return "a lambda";
    }
    if (!CodeNames.isNotebook(className)) {
      return className;
    }
    int wrapperEnd = className.indexOf('$', "REPL.$JShell$".length());
    String name = wrapperEnd < 0 ? className : className.substring(wrapperEnd + 1);
    return name.replace('$', '.');
  }
}
