package firesteel.engine.assist;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Writes documentation as Markdown, or as plain text with the same layout. */
final class JavadocMarkdown extends SimpleDocTreeVisitor<Void, Void> {
  private final boolean plain;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Integer> lists = new ArrayDeque<>();
  private boolean preformatted;
  private int preformattedStart;
  private boolean code;

  private JavadocMarkdown(boolean plain) {
    this.plain = plain;
  }

  /** Returns the Markdown of a part of a comment. */
  static String write(List<? extends DocTree> trees) {
    return write(trees, false);
  }

  /** Returns a part of a comment as plain text. */
  static String plain(List<? extends DocTree> trees) {
    return write(trees, true);
  }

  private static String write(List<? extends DocTree> trees, boolean plain) {
    JavadocMarkdown markdown = new JavadocMarkdown(plain);
    markdown.visit(trees, null);
    markdown.endPreformatted();
    return markdown
        .out
        .toString()
        .replaceAll("[ \t]+\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  @Override
  protected Void defaultAction(DocTree tree, Void unused) {
    String inline = JavadocInline.code(tree);
    if (inline != null) {
      code(inline);
    } else if (tree.toString().startsWith("{@snippet")) {
      startPreformatted();
      out.append(JavadocInline.snippet(tree));
      endPreformatted();
    } else {
      text(JavadocInline.unknown(tree));
    }
    return null;
  }

  @Override
  public Void visitText(TextTree tree, Void unused) {
    text(tree.getBody());
    return null;
  }

  @Override
  public Void visitEntity(EntityTree tree, Void unused) {
    text(JavadocInline.entity(tree.getName().toString()));
    return null;
  }

  @Override
  public Void visitInheritDoc(InheritDocTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree tree, Void unused) {
    if (tree.getKind() == DocTree.Kind.CODE) {
      code(tree.getBody().getBody());
    } else {
      text(tree.getBody().getBody());
    }
    return null;
  }

  @Override
  public Void visitLink(LinkTree tree, Void unused) {
    if (tree.getLabel().isEmpty()) {
      code(JavadocInline.target(tree.getReference()));
    } else {
      visit(tree.getLabel(), null);
    }
    return null;
  }

  @Override
  public Void visitStartElement(StartElementTree tree, Void unused) {
    String name = tree.getName().toString().toLowerCase(Locale.ROOT);
    switch (name) {
      case "p", "blockquote", "table", "caption", "dl" -> paragraph();
      case "br" -> out.append(plain ? "\n" : "  \n");
      case "hr" -> paragraph();
      case "ul" -> lists.push(-1);
      case "ol" -> lists.push(0);
      case "li" -> item();
      case "dt" -> line("");
      case "dd" -> line(plain ? "    " : "  ");
      case "tr" -> line("");
      case "td", "th" -> {
        if (!endsLine()) {
          out.append(" | ");
        }
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        paragraph();
        mark("#### ");
      }
      case "b", "strong" -> mark("**");
      case "i", "em", "var", "cite" -> mark("*");
      case "code", "tt", "kbd" -> {
        if (!preformatted && !code) {
          mark("`");
          code = true;
        }
      }
      case "sup" -> out.append('^');
      case "pre" -> startPreformatted();
      default -> {
        // Links, images, divisions and scripts leave only the text that they hold.
      }
    }
    return null;
  }

  @Override
  public Void visitEndElement(EndElementTree tree, Void unused) {
    switch (tree.getName().toString().toLowerCase(Locale.ROOT)) {
      case "ul", "ol" -> {
        lists.poll();
        paragraph();
      }
      case "p", "table", "dl", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6" -> paragraph();
      case "b", "strong" -> mark("**");
      case "i", "em", "var", "cite" -> mark("*");
      case "code", "tt", "kbd" -> {
        if (code) {
          code = false;
          mark("`");
        }
      }
      case "pre" -> endPreformatted();
      default -> {
        // See the start of elements.
      }
    }
    return null;
  }

  private void text(String text) {
    if (preformatted) {
      out.append(text);
      return;
    }
    String flowing = text.replaceAll("\\s+", " ");
    if (endsLine()) {
      flowing = flowing.stripLeading();
    }
    out.append(plain || code ? flowing : escape(flowing));
  }

  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>|#~$])", "\\\\$1").replace("&", "&amp;");
  }

  private void code(String text) {
    if (plain || preformatted || code) {
      out.append(text);
    } else {
      String ticks = text.contains("`") ? "``" : "`";
      out.append(ticks).append(text.replaceAll("\\s+", " ").strip()).append(ticks);
    }
  }

  private void item() {
    int number = lists.isEmpty() ? -1 : lists.pop();
    int depth = lists.size();
    String mark = number < 0 ? "- " : (number + 1) + ". ";
    lists.push(number < 0 ? -1 : number + 1);
    if (depth == 0 && (number <= 0) && !endsWith("\n\n") && !lastLineIsItem()) {
      paragraph();
    }
    line("  ".repeat(depth) + mark);
  }

  private boolean lastLineIsItem() {
    String last = out.substring(out.lastIndexOf("\n") + 1);
    return last.matches("\\s*(-|\\d+\\.) .*");
  }

  private void startPreformatted() {
    if (!preformatted) {
      paragraph();
      preformatted = true;
      preformattedStart = out.length();
    }
  }

  private void endPreformatted() {
    if (preformatted) {
      preformatted = false;
      String block = out.substring(preformattedStart).stripIndent();
      out.setLength(preformattedStart);
      mark("```java\n");
      out.append(block.replaceFirst("^(\\s*\n)+", "").stripTrailing());
      mark("\n```");
      out.append("\n\n");
    }
  }

  private void mark(String mark) {
    if (!plain && !preformatted) {
      out.append(mark);
    }
  }

  private void paragraph() {
    if (out.length() > 0 && !preformatted) {
      out.append("\n\n");
    }
  }

  private void line(String start) {
    if (!endsLine()) {
      out.append('\n');
    }
    out.append(start);
  }

  private boolean endsLine() {
    return out.length() == 0 || endsWith("\n");
  }

  private boolean endsWith(String end) {
    return out.length() >= end.length() && out.substring(out.length() - end.length()).equals(end);
  }
}
