package firesteel.notebook.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Converts Markdown to HTML that can do no harm, whatever HTML is in it, and collects its headings.
 */
final class MarkdownHtml {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), StrikethroughExtension.create());

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer;
  private final Path folder;

  /**
   * Creates a converter.
   *
   * @param folder where the pictures are that the Markdown names by relative paths
   */
  MarkdownHtml(Contents contents, Path folder) {
    this.folder = folder;
    renderer =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      if (node instanceof Heading heading) {
                        attributes.put("id", contents.add(heading.getLevel(), text(heading)));
                      }
                    })
            .nodeRendererFactory(HighlightedBlocks::new)
            .build();
  }

  /**
   * Returns a text as HTML.
   *
   * @param attachments the pictures of a cell as the notebook's file holds them; null for none
   */
  String html(String markdown, Object attachments) {
    String html = renderer.render(parser.parse(markdown));
    return SafeHtml.of(html, new EmbeddedImages(folder, attachments));
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }
        });
    return text.toString().strip();
  }

  /** Colours fenced blocks of Java. */
  private record HighlightedBlocks(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
      context.getWriter().line();
      context.getWriter().raw(block((FencedCodeBlock) node));
      context.getWriter().line();
    }

    private static String block(FencedCodeBlock block) {
      String info = block.getInfo() == null ? "" : block.getInfo();
      return info.matches("(?i)java\\b.*")
          ? CodeHtml.block(block.getLiteral())
          : CodeHtml.plainBlock(block.getLiteral());
    }
  }
}
