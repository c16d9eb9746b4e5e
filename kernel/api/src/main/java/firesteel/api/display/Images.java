package firesteel.api.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Creates MIME bundles of images. */
public final class Images {
  private Images() {}

  /**
   * Returns the MIME type of a PNG, JPEG or GIF image by its first bytes; empty for other content.
   */
  public static Optional<String> mimeType(byte[] bytes) {
    if (begins(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(MimeBundle.PNG);
    }
    if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(MimeBundle.JPEG);
    }
    if (begins(bytes, 'G', 'I', 'F', '8')) {
      return Optional.of(MimeBundle.GIF);
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns a bundle of the bytes of a PNG, JPEG or GIF image. */
  public static MimeBundle bundle(byte[] bytes) {
    String type =
        mimeType(bytes)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "these bytes don't begin like a PNG, JPEG or GIF image"));
    String kind = type.substring("image/".length()).toUpperCase(Locale.ROOT);
    return MimeBundle.text("%s image, %,d bytes".formatted(kind, bytes.length))
        .with(type, Base64.getEncoder().encodeToString(bytes));
  }

  /** Returns a bundle of an image as PNG. */
  public static MimeBundle bundle(RenderedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // a stream of our own: ImageIO's default one writes a temporary file
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new IOException("this kind of image can't be written as PNG: " + image);
      }
    }
    return MimeBundle.text("image, %d × %d pixels".formatted(image.getWidth(), image.getHeight()))
        .with(MimeBundle.PNG, Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }
}
