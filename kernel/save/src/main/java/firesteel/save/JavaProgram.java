package firesteel.save;

import firesteel.api.error.MagicException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the cells come to as one class; filled by {@link JavaProgramReader}, written by {@link
 * JavaForm}.
 */
final class JavaProgram {
  /**
   * Where code stands.
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
    /** Code with the comments above it. */
    static Code of(Place place, String comments, String text) {
      return new Code(place.down(-comments.split("\n", -1).length + 1), comments + text);
    }
  }

  /**
   * A variable.
   *
   * @param place where it is declared first
   * @param type as it is written; {@code var} when it isn't
   * @param fieldType what a field needs: never {@code var}
   */
  record Variable(Place place, String name, String type, String fieldType) {}

  /**
   * The place in the main method where a variable is declared, or declared again.
   *
   * @param value null when it has none
   * @param isFirst whether it is not declared again
   */
  record Declaration(Place place, String name, String value, boolean isFirst) {}

  /**
   * A part of the main method: code or a declaration.
   *
   * @param comment what is written behind it; may be empty
   */
  record Step(Code code, Declaration declaration, String comment) {}

  final Set<String> imports = new LinkedHashSet<>();
  final Map<String, Code> types = new LinkedHashMap<>();
  final Map<String, Code> methods = new LinkedHashMap<>();
  final Map<String, Variable> variables = new LinkedHashMap<>();
  final List<Step> main = new ArrayList<>();

  /** Names in methods and types. */
  final NameUse inMembers = new NameUse();

  /** Names in the main method. */
  final NameUse inMain = new NameUse();

  /** What replaced an older version of itself. */
  final Set<String> replaced = new LinkedHashSet<>();

  private final Set<String> declaredAgain = new LinkedHashSet<>();
  private int magics;

  void add(Code code) {
    main.add(new Step(code, null, ""));
  }

  /** Writes a comment behind the last part of the main method. */
  void addBehind(String comment) {
    Step last = main.remove(main.size() - 1);
    main.add(new Step(last.code(), last.declaration(), comment));
  }

  /** Adds a magic or a shell line, which a class can't run. */
  void addMagic(Place place, String text) {
    magics++;
    addComment(place, text);
  }

  void addComment(Place place, String text) {
    // Java looks for Unicode escapes in comments, too.
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
   * @throws MagicException when it was of another type before
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
   * Whether a variable can be one of the main method. That is what a lambda carries to executors; a
   * static field has no value there.
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
