package firesteel.save;

import firesteel.save.JavaProgram.Code;
import firesteel.save.JavaProgram.Declaration;
import firesteel.save.JavaProgram.Place;
import firesteel.save.JavaProgram.Step;
import firesteel.save.JavaProgram.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the text of a class and remembers which cell each line comes from. */
final class ClassText {
  private final List<String> lines = new ArrayList<>();
  private final List<Optional<Place>> places = new ArrayList<>();
  private final List<String> onlyOnDriver = new ArrayList<>();

  /** Writes a program; to be called once. */
  void write(String className, List<String> imports, JavaProgram program, boolean usesSpark) {
    imports.stream().filter(line -> !line.startsWith("import static ")).forEach(this::add);
    imports.stream().filter(line -> line.startsWith("import static ")).forEach(this::add);
    add("");
    add("/** The cells of a session, written by %save. */");
    add("public class " + className + " {");
    program.types.values().forEach(this::addMember);
    addFields(program, usesSpark);
    program.methods.values().forEach(this::addMember);
    // A variable of the session may have the usual name.
    String arguments = program.variables.containsKey("args") ? "arguments" : "args";
    add("  public static void main(String[] " + arguments + ") throws Exception {");
    String cell = "";
    for (Step step : program.main) {
      Place place = step.code() == null ? step.declaration().place() : step.code().place();
      if (!place.cell().equals(cell)) {
        if (!cell.isEmpty()) {
          add("");
        }
        cell = place.cell();
        add("    // " + cell);
      }
      String text = step.code() == null ? text(step, program) : step.code().text();
      String behind = step.comment().isEmpty() ? "" : " " + step.comment();
      addIndented("    ", place, text + behind);
    }
    add("  }");
    add("}");
  }

  private void addMember(Code member) {
    addIndented("  ", member.place(), member.text());
    add("");
  }

  private void addFields(JavaProgram program, boolean usesSpark) {
    List<Variable> fields =
        program.variables.values().stream().filter(v -> !program.isLocal(v.name())).toList();
    for (Variable field : fields) {
      boolean isSpark = field.name().equals("spark") || field.name().equals("sc");
      if (usesSpark && !isSpark && program.isReadElsewhere(field.name())) {
        onlyOnDriver.add(field.name());
        add("  // Set on the driver: executors of a cluster see no value in it.");
      }
      addIndented("  ", field.place(), "static " + field.fieldType() + " " + field.name() + ";");
    }
    if (!fields.isEmpty()) {
      add("");
    }
  }

  private static String text(Step step, JavaProgram program) {
    Declaration declaration = step.declaration();
    Variable variable = program.variables.get(declaration.name());
    String type = "";
    if (declaration.isFirst() && program.isLocal(declaration.name())) {
      type = variable.type() + " ";
    } else if (declaration.isFirst() && declaration.value() == null) {
      return "// " + variable.fieldType() + " " + variable.name() + ";";
    }
    String value =
        declaration.value() == null ? defaultOf(variable.fieldType()) : declaration.value();
    return type + declaration.name() + " = " + value + ";";
  }

  private static String defaultOf(String type) {
    return switch (type) {
      case "boolean" -> "false";
      case "byte", "short", "int", "long", "float", "double", "char" -> "0";
      default -> "null";
    };
  }

  /** Indents all lines alike, which keeps the content of text blocks. */
  private void addIndented(String indentation, Place place, String text) {
    int comments = 0;
    for (String line : text.split("\n", -1)) {
      lines.add(line.isBlank() ? "" : indentation + line);
      places.add(Optional.of(place.down(comments++)));
    }
  }

  private void add(String line) {
    lines.add(line);
    places.add(Optional.empty());
  }

  /** Returns the fields that code may read where they have no value. */
  List<String> onlyOnDriver() {
    return onlyOnDriver;
  }

  /** Returns the line of a position, counted from 1. */
  int lineOf(int position) {
    return 1 + (int) toString().substring(0, position).chars().filter(c -> c == '\n').count();
  }

  /** Returns the place in a cell that a position comes from. */
  Optional<Place> placeOf(int position) {
    return places.get(Math.min(lineOf(position), places.size()) - 1);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
