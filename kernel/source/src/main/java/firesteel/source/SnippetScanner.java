package firesteel.source;

import firesteel.source.JavaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the snippets of a cell by their tokens alone. Unlike a parser it handles text that is being
 * written: an error affects only the snippet that it is in.
 */
public final class SnippetScanner {
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "final",
          "abstract",
          "default",
          "strictfp",
          "synchronized",
          "transient",
          "volatile",
          "native",
          "sealed");
  private static final Set<String> COMPOUND =
      Set.of("if", "for", "while", "do", "try", "switch", "synchronized");
  private static final Set<String> CONTINUATIONS = Set.of("else", "catch", "finally");
  private static final Set<String> NO_TYPES =
      Set.of(
          "return",
          "throw",
          "assert",
          "break",
          "continue",
          "new",
          "if",
          "for",
          "while",
          "do",
          "try",
          "switch",
          "else",
          "case",
          "this",
          "super",
          "yield",
          "instanceof",
          "import",
          "package");

  private final CharSequence text;
  private final List<JavaToken> tokens;
  private int next;

  private SnippetScanner(CharSequence text) {
    this.text = text;
    tokens = JavaLexer.tokens(text).stream().filter(t -> !t.isComment()).toList();
  }

  /** Returns the snippets of a text in order; the last one may be unfinished. */
  public static List<SourceSnippet> snippets(CharSequence text) {
    SnippetScanner scanner = new SnippetScanner(text);
    List<SourceSnippet> snippets = new ArrayList<>();
    while (scanner.next < scanner.tokens.size()) {
      if (scanner.at(scanner.next, ";")) {
        scanner.next++;
      } else {
        snippets.add(scanner.snippet());
      }
    }
    return snippets;
  }

  private SourceSnippet snippet() {
    int first = next;
    int head = skipModifiers(first);
    SourceSnippet.Kind kind = SourceSnippet.Kind.STATEMENT;
    int name = -1;
    if (at(head, "import")) {
      kind = SourceSnippet.Kind.IMPORT;
    } else if (isTypeKeyword(head)) {
      kind = SourceSnippet.Kind.TYPE;
      name = at(head, "@") ? head + 2 : head + 1;
    } else {
      int type = head;
      if (at(type, "<")) {
        type = afterTypeArguments(type);
      }
      int afterType = afterType(type);
      if (afterType > type && kindAt(afterType) == Kind.WORD && !at(afterType, "instanceof")) {
        if (at(afterType + 1, "(")) {
          kind = SourceSnippet.Kind.METHOD;
          name = afterType;
        } else if (endsName(afterType + 1)) {
          kind = SourceSnippet.Kind.VARIABLE;
          name = afterType;
        }
      }
    }
    boolean closed = readToEnd(kind, head);
    int end = tokens.get(next - 1).end();
    boolean named = name >= 0 && name < next && kindAt(name) == Kind.WORD;
    return new SourceSnippet(
        kind,
        tokens.get(first).start(),
        end,
        named ? word(name) : "",
        named ? tokens.get(name).end() : end,
        closed);
  }

  /** Moves behind the snippet's last token; returns true when the snippet is complete. */
  private boolean readToEnd(SourceSnippet.Kind kind, int head) {
    boolean compound = COMPOUND.contains(word(head)) || at(head, "{");
    boolean bodied = kind == SourceSnippet.Kind.TYPE || kind == SourceSnippet.Kind.METHOD;
    int depth = 0;
    while (next < tokens.size()) {
      JavaToken token = tokens.get(next++);
      if (token.kind() == Kind.OPEN) {
        depth++;
      } else if (token.kind() == Kind.CLOSE) {
        depth = Math.max(0, depth - 1);
        if (depth == 0
            && token.is(text, "}")
            && (bodied || compound)
            && !continues()
            && !(at(head, "do") && at(next, "while"))) {
          return true;
        }
      } else if (depth == 0 && token.is(text, ";") && !continues()) {
        return true;
      }
    }
    return false;
  }

  private boolean continues() {
    return CONTINUATIONS.contains(word(next));
  }

  private int skipModifiers(int from) {
    int at = from;
    while (at < tokens.size()) {
      if (at(at, "@") && kindAt(at + 1) == Kind.WORD && !at(at + 1, "interface")) {
        at += 2;
        while (at(at, ".") && kindAt(at + 1) == Kind.WORD) {
          at += 2;
        }
        if (at(at, "(")) {
          at = afterBrackets(at);
        }
      } else if (at(at, "synchronized") && at(at + 1, "(")) {
        return at;
      } else if (MODIFIERS.contains(word(at))) {
        at++;
      } else if (at(at, "non") && at(at + 1, "-") && at(at + 2, "sealed")) {
        at += 3;
      } else {
        break;
      }
    }
    return at;
  }

  private boolean isTypeKeyword(int at) {
    return switch (word(at)) {
      case "class", "interface", "enum" -> true;
      case "record" -> kindAt(at + 1) == Kind.WORD && (at(at + 2, "(") || at(at + 2, "<"));
      default -> at(at, "@") && at(at + 1, "interface");
    };
  }

  private boolean endsName(int at) {
    return at >= tokens.size() || at(at, "=") || at(at, ";") || at(at, ",") || at(at, "[");
  }

  /** Returns the position behind the type that starts here; the same position when none does. */
  private int afterType(int from) {
    int at = from;
    if (kindAt(at) != Kind.WORD || NO_TYPES.contains(word(at))) {
      return from;
    }
    at++;
    if (at(at, "<")) {
      at = afterTypeArguments(at);
    }
    while (at(at, ".") && kindAt(at + 1) == Kind.WORD) {
      at += 2;
      if (at(at, "<")) {
        at = afterTypeArguments(at);
      }
    }
    while (at(at, "[") && at(at + 1, "]")) {
      at += 2;
    }
    return at;
  }

  private int afterTypeArguments(int from) {
    int depth = 0;
    for (int at = from; at < tokens.size(); at++) {
      if (at(at, "<")) {
        depth++;
      } else if (at(at, ">") && --depth == 0) {
        return at + 1;
      } else if (at(at, ";") || at(at, "(") || at(at, "{") || at(at, "=")) {
        return from;
      }
    }
    return from;
  }

  private int afterBrackets(int from) {
    int depth = 0;
    int at = from;
    while (at < tokens.size()) {
      Kind kind = kindAt(at++);
      if (kind == Kind.OPEN) {
        depth++;
      } else if (kind == Kind.CLOSE && --depth == 0) {
        break;
      }
    }
    return at;
  }

  private boolean at(int index, String characters) {
    return index < tokens.size() && tokens.get(index).is(text, characters);
  }

  private Kind kindAt(int index) {
    return index < tokens.size() ? tokens.get(index).kind() : null;
  }

  private String word(int index) {
    return kindAt(index) == Kind.WORD ? tokens.get(index).text(text) : "";
  }
}
