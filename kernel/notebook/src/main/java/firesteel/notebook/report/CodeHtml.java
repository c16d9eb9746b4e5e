package firesteel.notebook.report;

import firesteel.api.display.Html;
import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Writes code as HTML: keywords, literals and comments of Java have a class of their own. */
final class CodeHtml {
  /** The classes of the spans. */
  static final Pattern CLASSES = Pattern.compile("keyword|literal|comment");

  private static final Set<String> CONTEXTUAL =
      Set.of("var", "record", "sealed", "permits", "yield", "when");

  private CodeHtml() {}

  /** Returns the code of a cell that unfolds at a click. */
  static String folded(String source, boolean open) {
    String code = isJava(source) ? block(source) : plainBlock(source);
    return "<details class=\"code\"%s><summary>Code</summary>%s</details>\n"
        .formatted(open ? " open" : "", code);
  }

  /** Lines that aren't Java, such as SQL, would be coloured at random. */
  private static boolean isJava(String source) {
    return !source.stripLeading().startsWith("%%");
  }

  /** Returns Java as a block. */
  static String block(String java) {
    StringBuilder html = new StringBuilder("<pre><code>");
    int done = 0;
    for (JavaToken token : JavaLexer.tokens(java)) {
      String kind = kind(token, java);
      if (!kind.isEmpty()) {
        html.append(Html.escape(java.substring(done, token.start())))
            .append("<span class=\"")
            .append(kind)
            .append("\">")
            .append(Html.escape(token.text(java)))
            .append("</span>");
        done = token.end();
      }
    }
    return html.append(Html.escape(java.substring(done))).append("</code></pre>").toString();
  }

  static String plainBlock(String code) {
    return "<pre><code>" + Html.escape(code) + "</code></pre>";
  }

  private static String kind(JavaToken token, String java) {
    if (token.isComment()) {
      return "comment";
    }
    if (token.isQuoted() || token.kind() == JavaToken.Kind.NUMBER) {
      return "literal";
    }
    String word = token.text(java);
    return token.kind() == JavaToken.Kind.WORD
            && (SourceVersion.isKeyword(word) || CONTEXTUAL.contains(word))
        ? "keyword"
        : "";
  }
}
