package firesteel.api.display;

import java.awt.image.RenderedImage;
import java.io.IOException;

/** Bundles of one kind of content, with the plain text that stands in for it in a terminal. */
public final class Bundles {
  private Bundles() {}

  /** HTML, which is shown as it is: whoever writes it escapes what is data. */
  public static MimeBundle html(String html) {
    return MimeBundle.text(Html.toText(html)).with(MimeBundle.HTML, html);
  }

  /** Markdown. */
  public static MimeBundle markdown(String markdown) {
    return MimeBundle.text(markdown).with(MimeBundle.MARKDOWN, markdown);
  }

  /** LaTeX: a formula between dollar signs, or an environment such as {@code align}. */
  public static MimeBundle latex(String latex) {
    return MimeBundle.text(latex).with(MimeBundle.LATEX, latex);
  }

  /** JavaScript, which a frontend runs only in a notebook that the user trusts. */
  public static MimeBundle javascript(String javascript) {
    return MimeBundle.text(javascript).with(MimeBundle.JAVASCRIPT, javascript);
  }

  /** An SVG drawing. */
  public static MimeBundle svg(String svg) {
    return MimeBundle.text("SVG image, %,d characters".formatted(svg.length()))
        .with(MimeBundle.SVG, svg);
  }

  /**
   * A value as JSON: text is parsed, anything else is taken apart by its properties.
   *
   * @throws IllegalArgumentException when that can't be done
   */
  public static MimeBundle json(Object value) {
    return MimeContent.json(value);
  }

  /**
   * The bytes of a PNG, JPEG or GIF image.
   *
   * @throws IllegalArgumentException when they are none of these
   */
  public static MimeBundle image(byte[] bytes) {
    return Images.bundle(bytes);
  }

  /** An image, as PNG. */
  public static MimeBundle image(RenderedImage image) throws IOException {
    return Images.bundle(image);
  }
}
