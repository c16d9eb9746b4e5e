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
import firesteel.api.display.Html;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes documentation as HTML that is safe in any page: a few elements without attributes, each
 * closed, and everything else escaped or left out.
 */
final class JavadocHtml extends SimpleDocTreeVisitor<Void, Void> {
  private static final Set<String> ALLOWED =
      Set.of(
          "p",
          "pre",
          "code",
          "b",
          "strong",
          "i",
          "em",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "blockquote",
          "h3",
          "h4",
          "h5",
          "h6",
          "sub",
          "sup");
  private static final Map<String, String> RENAMED =
      Map.of("tt", "code", "kbd", "code", "var", "i", "cite", "i", "h1", "h3", "h2", "h3");
  private static final Set<String> EMPTY = Set.of("br", "hr");
  private static final Set<String> INLINE = Set.of("code", "b", "strong", "i", "em", "sub", "sup");

  /** The elements whose end tag is optional, with the elements whose start ends them. */
  private static final Map<String, Set<String>> ENDED_BY =
      Map.of(
          "li", Set.of("li"),
          "dt", Set.of("dt", "dd"),
          "dd", Set.of("dt", "dd"),
          "tr", Set.of("tr"),
          "td", Set.of("td", "th", "tr"),
          "th", Set.of("td", "th", "tr"));

  private static final Set<String> CONTAINERS = Set.of("ul", "ol", "dl", "table");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private JavadocHtml() {}

  /** Returns the HTML of a part of a comment. */
  static String write(List<? extends DocTree> trees) {
    JavadocHtml html = new JavadocHtml();
    html.visit(trees, null);
    while (!html.open.isEmpty()) {
      html.close();
    }
    return html.out.toString().strip();
  }

  @Override
  protected Void defaultAction(DocTree tree, Void unused) {
    String code = JavadocInline.code(tree);
    if (code != null) {
      element("code", code);
    } else if (tree.toString().startsWith("{@snippet")) {
      element("pre", JavadocInline.snippet(tree));
    } else {
      out.append(Html.escape(JavadocInline.unknown(tree)));
    }
    return null;
  }

  @Override
  public Void visitText(TextTree tree, Void unused) {
    out.append(Html.escape(tree.getBody()));
    return null;
  }

  @Override
  public Void visitEntity(EntityTree tree, Void unused) {
    out.append(Html.escape(JavadocInline.entity(tree.getName().toString())));
    return null;
  }

  @Override
  public Void visitInheritDoc(InheritDocTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree tree, Void unused) {
    if (tree.getKind() == DocTree.Kind.CODE) {
      element("code", tree.getBody().getBody());
    } else {
      out.append(Html.escape(tree.getBody().getBody()));
    }
    return null;
  }

  @Override
  public Void visitLink(LinkTree tree, Void unused) {
    if (tree.getLabel().isEmpty()) {
      element("code", JavadocInline.target(tree.getReference()));
    } else {
      visit(tree.getLabel(), null);
    }
    return null;
  }

  @Override
  public Void visitStartElement(StartElementTree tree, Void unused) {
    String name = name(tree.getName().toString());
    if (EMPTY.contains(name)) {
      out.append('<').append(name).append('>');
    } else if (ALLOWED.contains(name)) {
      if (!INLINE.contains(name)) {
        closeIfOnTop("p");
      }
      closeEnded(name);
      if (!tree.isSelfClosing()) {
        out.append('<').append(name).append('>');
        open.push(name);
      }
    }
    return null;
  }

  @Override
  public Void visitEndElement(EndElementTree tree, Void unused) {
    String name = name(tree.getName().toString());
    if (open.contains(name)) {
      while (!open.peek().equals(name)) {
        close();
      }
      close();
    }
    return null;
  }

  private static String name(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    return RENAMED.getOrDefault(lower, lower);
  }

  private void closeEnded(String starting) {
    for (String element : List.copyOf(open)) {
      if (CONTAINERS.contains(element)) {
        return;
      }
      if (ENDED_BY.getOrDefault(element, Set.of()).contains(starting)) {
        while (!open.peek().equals(element)) {
          close();
        }
        close();
        if (!starting.equals("tr")) {
          return;
        }
      }
    }
  }

  private void closeIfOnTop(String element) {
    if (element.equals(open.peek())) {
      close();
    }
  }

  private void close() {
    out.append("</").append(open.pop()).append('>');
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(Html.escape(text));
    out.append("</").append(name).append('>');
  }
}
