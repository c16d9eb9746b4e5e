package firesteel.api.display;

import java.awt.image.RenderedImage;
import java.io.IOException;

/** Creates MIME bundles of one kind of content, with plain text for terminals. */
public final class Bundles {
  private Bundles() {}

  /** Returns HTML, which is shown as it is: the caller escapes the data in it. */
  public static MimeBundle html(String html) {
    return MimeBundle.text(Html.toText(html)).with(MimeBundle.HTML, html);
  }

  /** Returns Markdown. */
  public static MimeBundle markdown(String markdown) {
    return MimeBundle.text(markdown).with(MimeBundle.MARKDOWN, markdown);
  }

  /** Returns LaTeX: a formula between dollar signs, or an environment such as {@code align}. */
  public static MimeBundle latex(String latex) {
    return MimeBundle.text(latex).with(MimeBundle.LATEX, latex);
  }

  /** Returns JavaScript, which a frontend runs only in a notebook that the user trusts. */
  public static MimeBundle javascript(String javascript) {
    return MimeBundle.text(javascript).with(MimeBundle.JAVASCRIPT, javascript);
  }

  /** Returns an SVG drawing. */
  public static MimeBundle svg(String svg) {
    return MimeBundle.text("SVG image, %,d characters".formatted(svg.length()))
        .with(MimeBundle.SVG, svg);
  }

  /**
   * Returns a value as JSON: text is parsed, any other value is converted property by property.
   *
   * @throws IllegalArgumentException when the value can't be converted
   */
  public static MimeBundle json(Object value) {
    return MimeContent.json(value);
  }

  /**
   * Returns an image from the bytes of a PNG, JPEG or GIF file.
   *
   * @throws IllegalArgumentException when they are in another format
   */
  public static MimeBundle image(byte[] bytes) {
    return Images.bundle(bytes);
  }

  /** Returns an image as PNG. */
  public static MimeBundle image(RenderedImage image) throws IOException {
    return Images.bundle(image);
  }
}
