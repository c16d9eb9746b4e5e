package firesteel.engine.assist;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The description of a name, with its layout.
 *
 * @param signatures one line of Java for each overload
 * @param chosen the index of the overload that fits; -1 when there is no choice
 * @param facts short sentences: where it is declared, a variable's value
 * @param comment the documentation
 * @param source the source text; may be empty
 */
record Description(
    List<String> signatures,
    int chosen,
    List<String> facts,
    Optional<DocCommentTree> comment,
    String source) {

  /** A documented parameter, exception or the like. */
  private record Entry(String name, List<? extends DocTree> text) {}

  /** Returns the description as plain text, Markdown and HTML. */
  MimeBundle toBundle() {
    Map<String, List<Entry>> sections = sections();
    StringBuilder plain = new StringBuilder();
    StringBuilder markdown = new StringBuilder();
    StringBuilder html = new StringBuilder();
    head(plain, markdown, html);
    comment.ifPresent(
        c -> {
          if (!c.getFullBody().isEmpty()) {
            plain.append('\n').append(JavadocMarkdown.plain(c.getFullBody())).append('\n');
            markdown.append('\n').append(JavadocMarkdown.write(c.getFullBody())).append('\n');
            html.append("<div>").append(JavadocHtml.write(c.getFullBody())).append("</div>");
          }
        });
    sections.forEach(
        (title, entries) -> {
          plain.append('\n').append(title).append(":\n");
          markdown.append("\n**").append(title).append("**\n\n");
          html.append("<p><b>").append(title).append("</b></p><ul>");
          for (Entry entry : entries) {
            String name = entry.name();
            plain.append("  ").append(name.isEmpty() ? "" : name + " - ");
            plain.append(JavadocMarkdown.plain(entry.text()).replace("\n", "\n  ")).append('\n');
            markdown.append("- ").append(name.isEmpty() ? "" : "`" + name + "`: ");
            markdown.append(JavadocMarkdown.write(entry.text()).replace("\n", "\n  ")).append('\n');
            html.append("<li>");
            html.append(name.isEmpty() ? "" : "<code>" + Html.escape(name) + "</code>: ");
            html.append(JavadocHtml.write(entry.text())).append("</li>");
          }
          html.append("</ul>");
        });
    if (!source.isEmpty()) {
      plain.append("\nSource:\n").append(source).append('\n');
      markdown.append("\n**Source**\n\n```java\n").append(source).append("\n```\n");
      html.append("<p><b>Source</b></p><pre>").append(Html.escape(source)).append("</pre>");
    }
    return MimeBundle.text(plain.toString().stripTrailing())
        .with(MimeBundle.MARKDOWN, markdown.toString().strip())
        .withHtml(html.toString());
  }

  private void head(StringBuilder plain, StringBuilder markdown, StringBuilder html) {
    if (signatures.size() == 1) {
      plain.append(signatures.get(0)).append('\n');
      markdown.append("```java\n").append(signatures.get(0)).append("\n```\n");
      html.append("<pre><b>").append(Html.escape(signatures.get(0))).append("</b></pre>");
    } else {
      html.append("<ul>");
      for (int i = 0; i < signatures.size(); i++) {
        String signature = signatures.get(i);
        boolean fits = i == chosen;
        plain.append(fits ? "> " : "  ").append(signature).append('\n');
        markdown.append(fits ? "- **`" : "- `").append(signature).append(fits ? "`**\n" : "`\n");
        html.append(fits ? "<li><b><code>" : "<li><code>").append(Html.escape(signature));
        html.append(fits ? "</code></b></li>" : "</code></li>");
      }
      html.append("</ul>");
    }
    for (String fact : facts) {
      plain.append(fact).append('\n');
      markdown.append('\n').append(fact.replaceAll("([\\\\`*_\\[\\]<>#$])", "\\\\$1")).append('\n');
      html.append("<p>").append(Html.escape(fact)).append("</p>");
    }
  }

  private Map<String, List<Entry>> sections() {
    Map<String, List<Entry>> sections = new LinkedHashMap<>();
    for (DocTree tag : comment.map(DocCommentTree::getBlockTags).orElse(List.of())) {
      if (tag instanceof DeprecatedTree deprecated) {
        add(sections, "Deprecated", "", deprecated.getBody());
      } else if (tag instanceof ParamTree param) {
        String name = param.getName().toString();
        add(
            sections,
            param.isTypeParameter() ? "Type parameters" : "Parameters",
            name,
            param.getDescription());
      } else if (tag instanceof ReturnTree returned) {
        add(sections, "Returns", "", returned.getDescription());
      } else if (tag instanceof ThrowsTree thrown) {
        add(
            sections,
            "Throws",
            JavadocInline.target(thrown.getExceptionName()),
            thrown.getDescription());
      } else if (tag instanceof SinceTree since) {
        add(sections, "Since", "", since.getBody());
      } else if (tag instanceof UnknownBlockTagTree unknown
          && ((BlockTagTree) tag).getTagName().equals("apiNote")) {
        add(sections, "Note", "", unknown.getContent());
      }
    }
    return sections;
  }

  private static void add(
      Map<String, List<Entry>> sections, String title, String name, List<? extends DocTree> text) {
    sections.computeIfAbsent(title, k -> new ArrayList<>()).add(new Entry(name, text));
  }
}
