package firesteel.notebook.report;

import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.notebook.Output;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Converts the outputs of cells to HTML. */
final class OutputHtml {
  private static final List<String> PICTURES =
      List.of(MimeBundle.PNG, MimeBundle.JPEG, MimeBundle.GIF, "image/webp");

  private final MarkdownHtml markdown;

  OutputHtml(MarkdownHtml markdown) {
    this.markdown = markdown;
  }

  /** Returns an output; empty for what isn't a result, such as progress. */
  String html(Output output) {
    if (output instanceof Output.Stream stream) {
      return text(stream.name().equals(Output.Stream.STDERR) ? "stderr" : "stdout", stream.text());
    }
    if (output instanceof Output.Failure failure) {
      String lines =
          failure.traceback().isEmpty()
              ? failure.name() + ": " + failure.value()
              : String.join("\n", failure.traceback());
      return text("error", lines);
    }
    if (output instanceof Output.Display display) {
      return bundle(display.data(), display.metadata());
    }
    if (output instanceof Output.Result result) {
      return bundle(result.data(), result.metadata());
    }
    return "";
  }

  private static String text(String kind, String text) {
    return text.isEmpty()
        ? ""
        : "<pre class=\"output %s\">%s</pre>\n".formatted(kind, AnsiHtml.of(text.stripTrailing()));
  }

  /** Takes the richest form that a page without a network can show. */
  private String bundle(Map<String, Object> data, Map<String, Object> metadata) {
    if (metadata.get("firesteel") instanceof Map<?, ?> own && "progress".equals(own.get("kind"))) {
      return "";
    }
    String text = Objects.toString(data.get(MimeBundle.TEXT), "");
    if (data.get(MimeBundle.HTML) instanceof String html) {
      return "<div class=\"output html\">\n" + html + "\n</div>\n";
    }
    if (data.get(MimeBundle.MARKDOWN) instanceof String source) {
      return "<div class=\"output text\">\n" + markdown.html(source, null) + "</div>\n";
    }
    if (data.get(MimeBundle.SVG) instanceof String svg) {
      // As a picture it can't run scripts.
      byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
      return picture(MimeBundle.SVG, Base64.getEncoder().encodeToString(bytes), text, metadata);
    }
    for (String type : PICTURES) {
      if (data.get(type) instanceof String base64) {
        return picture(type, base64, text, metadata);
      }
    }
    return data.get(MimeBundle.LATEX) instanceof String formula
        ? text("stdout", formula)
        : text("stdout", text);
  }

  private static String picture(
      String type, String base64, String text, Map<String, Object> metadata) {
    StringBuilder size = new StringBuilder();
    if (metadata.get(type) instanceof Map<?, ?> own) {
      for (String name : List.of("width", "height")) {
        if (own.get(name) instanceof Number number) {
          size.append(" %s=\"%d\"".formatted(name, number.intValue()));
        }
      }
    }
    return "<div class=\"output picture\"><img alt=\"%s\"%s src=\"data:%s;base64,%s\"></div>\n"
        .formatted(Html.escape(text), size, type, Html.escape(base64.replaceAll("\\s", "")));
  }
}
