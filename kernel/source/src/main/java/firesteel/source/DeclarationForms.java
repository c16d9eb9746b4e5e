package firesteel.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rewrites declarations of a source file into the form that they need when each is compiled on its
 * own: a sealed type names the types of its cell that extend it, the constructor of a record is
 * made public, as JShell's records are, and a static block becomes a block.
 */
public final class DeclarationForms {
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
  private static final Set<String> BEFORE_CONSTRUCTOR = Set.of("{", "}", ";");

  private final String java;
  private final List<JavaToken> tokens;
  private final List<Header> headers = new ArrayList<>();
  private final Map<Integer, String> insertions = new TreeMap<>();

  /**
   * The header of a type.
   *
   * @param path its name, after those of its enclosing types
   * @param keyword the index of the token {@code class}, {@code interface} or the like
   * @param body the index of its opening bracket
   */
  private record Header(String path, int keyword, int body) {
    boolean isTopLevel() {
      return path.indexOf('.') < 0;
    }
  }

  private DeclarationForms(String java) {
    this.java = java;
    tokens = JavaLexer.tokens(java).stream().filter(t -> !t.isComment()).toList();
  }

  /** Returns the rewritten text; line numbers stay the same. */
  public static EditedText in(String java) {
    if (!java.contains("sealed") && !java.contains("record") && !java.contains("static")) {
      return EditedText.unchanged(java);
    }
    return new DeclarationForms(java).edited();
  }

  private EditedText edited() {
    readHeaders();
    for (Header header : headers) {
      if (header.isTopLevel() && isSealed(header)) {
        permit(header);
      }
      if (header.isTopLevel() && word(header.keyword()).equals("record")) {
        openConstructors(header);
      }
    }
    EditedText.Builder text = new EditedText.Builder(java);
    insertions.forEach(
        (position, inserted) -> text.replace(position, position + replaced(inserted), inserted));
    return text.build();
  }

  /**
   * Returns how many characters of the original an insertion replaces: a replaced word has the same
   * length.
   */
  private static int replaced(String inserted) {
    return inserted.isBlank() ? inserted.length() : 0;
  }

  private void readHeaders() {
    List<String> path = new ArrayList<>();
    List<Integer> depths = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (word(i).equals("static") && depth == 0 && at(i + 1, "{")) {
        insertions.put(tokens.get(i).start(), " ".repeat("static".length()));
      } else if (isType(i)) {
        int body = bodyOf(i);
        if (body > 0) {
          path.add(word(i + 1));
          depths.add(depth);
          headers.add(new Header(String.join(".", path), i, body));
          depth++;
          i = body;
        }
      } else if (at(i, "{")) {
        depth++;
      } else if (at(i, "}")) {
        depth--;
        if (!depths.isEmpty() && depths.get(depths.size() - 1) == depth) {
          path.remove(path.size() - 1);
          depths.remove(depths.size() - 1);
        }
      }
    }
  }

  private boolean isType(int index) {
    String word = word(index);
    return TYPES.contains(word)
        && !word(index + 1).isEmpty()
        && (index == 0 || !at(index - 1, "."))
        && (!word.equals("record") || at(index + 2, "(") || at(index + 2, "<"));
  }

  private int bodyOf(int keyword) {
    int depth = 0;
    for (int i = keyword; i < tokens.size(); i++) {
      if (at(i, "(")) {
        depth++;
      } else if (at(i, ")")) {
        depth--;
      } else if (depth == 0 && at(i, "{")) {
        return i;
      } else if (depth == 0 && (at(i, ";") || at(i, "="))) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isSealed(Header header) {
    for (int i = header.keyword() - 1; i >= 0 && !word(i).isEmpty(); i--) {
      if (word(i).equals("sealed")) {
        return i == 0 || !at(i - 1, "-");
      }
    }
    return false;
  }

  private void permit(Header sealed) {
    for (int i = sealed.keyword(); i < sealed.body(); i++) {
      if (word(i).equals("permits")) {
        return;
      }
    }
    List<String> subtypes =
        headers.stream().filter(h -> extendsType(h, sealed.path())).map(Header::path).toList();
    if (subtypes.stream().anyMatch(path -> !path.startsWith(sealed.path() + "."))) {
      insertions.put(
          tokens.get(sealed.body()).start(), "permits " + String.join(", ", subtypes) + " ");
    }
  }

  private boolean extendsType(Header header, String name) {
    boolean supertypes = false;
    int arguments = 0;
    for (int i = header.keyword() + 2; i < header.body(); i++) {
      if (at(i, "<")) {
        arguments++;
      } else if (at(i, ">")) {
        arguments--;
      } else if (arguments == 0 && (word(i).equals("extends") || word(i).equals("implements"))) {
        supertypes = true;
      } else if (arguments == 0 && supertypes && word(i).equals(name) && !at(i + 1, ".")) {
        return true;
      }
    }
    return false;
  }

  private void openConstructors(Header header) {
    int depth = 0;
    for (int i = header.body() + 1; i < tokens.size() && depth >= 0; i++) {
      if (at(i, "{")) {
        depth++;
      } else if (at(i, "}")) {
        depth--;
      }
      boolean constructor =
          depth == 0 && word(i).equals(header.path()) && (at(i + 1, "(") || at(i + 1, "{"));
      if (constructor && (isAt(i - 1, BEFORE_CONSTRUCTOR) || at(i - 2, "@"))) {
        insertions.put(tokens.get(i).start(), "public ");
      }
    }
  }

  private boolean isAt(int index, Set<String> characters) {
    return characters.stream().anyMatch(c -> at(index, c));
  }

  private boolean at(int index, String characters) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(java, characters);
  }

  private String word(int index) {
    boolean isWord =
        index >= 0 && index < tokens.size() && tokens.get(index).kind() == JavaToken.Kind.WORD;
    return isWord ? tokens.get(index).text(java) : "";
  }
}
