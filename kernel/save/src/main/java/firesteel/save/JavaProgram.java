package firesteel.save;

import firesteel.api.error.MagicException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of cells as one class; filled by {@link JavaProgramReader}, written by {@link
 * JavaForm}.
 */
final class JavaProgram {
  /**
   * A position in a cell's code.
   *
   * @param cell the cell's name
   * @param line the line in it, counted from 1
   */
  record Place(String cell, int line) {
    @Override
    public String toString() {
      return cell + ", line " + line;
    }

    Place down(int lines) {
      return new Place(cell, line + lines);
    }
  }

  /** Code that stays as it is: a member, or statements. */
  record Code(Place place, String text) {
    /** Returns code with the comments above it. */
    static Code of(Place place, String comments, String text) {
      return new Code(place.down(-comments.split("\n", -1).length + 1), comments + text);
    }
  }

  /**
   * A variable.
   *
   * @param place the place of its first declaration
   * @param type the type as written; may be {@code var}
   * @param fieldType the type that a field needs: never {@code var}
   */
  record Variable(Place place, String name, String type, String fieldType) {}

  /**
   * A declaration of a variable, or a later one, in the main method.
   *
   * @param value the initializer; null when it has none
   * @param isFirst whether it is the first declaration
   */
  record Declaration(Place place, String name, String value, boolean isFirst) {}

  /**
   * A part of the main method: code or a declaration.
   *
   * @param comment the comment after it; may be empty
   */
  record Step(Code code, Declaration declaration, String comment) {}

  final Set<String> imports = new LinkedHashSet<>();
  final Map<String, Code> types = new LinkedHashMap<>();
  final Map<String, Code> methods = new LinkedHashMap<>();
  final Map<String, Variable> variables = new LinkedHashMap<>();
  final List<Step> main = new ArrayList<>();

  /** Names used in methods and types. */
  final NameUse inMembers = new NameUse();

  /** Names used in the main method. */
  final NameUse inMain = new NameUse();

  /** Members that replaced an older version of themselves. */
  final Set<String> replaced = new LinkedHashSet<>();

  private final Set<String> declaredAgain = new LinkedHashSet<>();
  private int magics;

  void add(Code code) {
    main.add(new Step(code, null, ""));
  }

  /** Writes a comment after the last part of the main method. */
  void addBehind(String comment) {
    Step last = main.remove(main.size() - 1);
    main.add(new Step(last.code(), last.declaration(), comment));
  }

  /** Adds a magic or a shell line, which a class can't run, as a comment. */
  void addMagic(Place place, String text) {
    magics++;
    addComment(place, text);
  }

  void addComment(Place place, String text) {
    // Java interprets Unicode escapes in comments, too.
    String safe = text.replace("\\u", "\\ u");
    add(new Code(place, "// " + safe.replace("\n", "\n// ")));
  }

  int magics() {
    return magics;
  }

  void addMember(Map<String, Code> members, String key, Code code) {
    if (members.remove(key) != null) {
      replaced.add(key);
    }
    members.put(key, code);
  }

  /**
   * Adds a variable.
   *
   * @param value its initializer; null without one
   * @throws MagicException when it had another type before
   */
  void declare(Variable variable, String value) throws MagicException {
    Variable before = variables.putIfAbsent(variable.name(), variable);
    if (before != null) {
      if (!before.fieldType().equals(variable.fieldType())) {
        throw new MagicException(
            "%s is %s at %s, and %s at %s; in a class it can have one type: rename one of them"
                .formatted(
                    variable.name(),
                    before.fieldType(),
                    before.place(),
                    variable.fieldType(),
                    variable.place()));
      }
      declaredAgain.add(variable.name());
    }
    main.add(
        new Step(
            null, new Declaration(variable.place(), variable.name(), value, before == null), ""));
  }

  /**
   * Whether a variable can be a local one of the main method. Lambdas carry local variables to
   * executors; a static field has no value there.
   */
  boolean isLocal(String name) {
    boolean changes = declaredAgain.contains(name) || inMain.assigned.contains(name);
    return !inMembers.used.contains(name)
        && !inMain.declared.contains(name)
        && !(changes && inMain.captured.contains(name));
  }

  /** Whether code that may run on executors reads a field. */
  boolean isReadElsewhere(String name) {
    return inMembers.used.contains(name) || inMain.captured.contains(name);
  }

  boolean uses(String name) {
    return inMembers.used.contains(name) || inMain.used.contains(name);
  }

  boolean calls(String method) {
    return (inMembers.called.contains(method) || inMain.called.contains(method))
        && methods.keySet().stream().noneMatch(key -> key.startsWith(method + "("));
  }
}
