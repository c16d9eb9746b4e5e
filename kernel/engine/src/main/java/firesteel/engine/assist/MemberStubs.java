package firesteel.engine.assist;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Removes the bodies of methods: the visible part of a declaration stays, and the compiler has less
 * to do.
 */
final class MemberStubs {
  private static final String NO_BODY = "{throw null;}";

  private MemberStubs() {}

  /**
   * Returns a declaration without the bodies of its methods.
   *
   * @param declaration the text of one method or type; an enum stays unchanged, as the bodies of
   *     its constants look like those of methods
   */
  static String withoutBodies(String declaration) {
    List<JavaToken> tokens =
        JavaLexer.tokens(declaration).stream().filter(t -> !t.isComment()).toList();
    StringBuilder out = new StringBuilder(declaration.length());
    Deque<JavaToken> typeBodies = new ArrayDeque<>();
    List<String> head = new ArrayList<>();
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      JavaToken token = tokens.get(i);
      if (token.is(declaration, "{")) {
        if (head.contains("enum")) {
          return declaration;
        }
        if (declaresType(head)) {
          typeBodies.push(token);
        } else {
          int close = closing(tokens, i);
          if (!head.contains("=") && close < tokens.size()) {
            out.append(declaration, copied, token.start());
            out.append(head.isEmpty() || head.equals(List.of("static")) ? "{}" : NO_BODY);
            copied = tokens.get(close).end();
          }
          i = close;
          if (head.contains("=")) {
            continue;
          }
        }
        head.clear();
      } else if (token.is(declaration, "}")) {
        typeBodies.poll();
        head.clear();
      } else if (token.is(declaration, ";")) {
        head.clear();
      } else if (token.is(declaration, "(")) {
        head.add("(");
        i = closing(tokens, i);
      } else {
        head.add(token.kind() == Kind.STRING ? "" : token.text(declaration));
      }
    }
    return out.append(declaration, copied, declaration.length()).toString();
  }

  private static boolean declaresType(List<String> head) {
    int record = head.indexOf("record");
    return head.contains("class")
        || head.contains("interface")
        || (record >= 0
            && record + 2 < head.size()
            && head.contains("(")
            && startsWord(head, record));
  }

  private static boolean startsWord(List<String> head, int record) {
    // "record" is a keyword only in front of a name: "Row record(" declares a method.
    String after = head.get(record + 1);
    return !after.isEmpty() && Character.isJavaIdentifierStart(after.charAt(0));
  }

  private static int closing(List<JavaToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.OPEN) {
        depth++;
      } else if (kind == Kind.CLOSE && --depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }
}
