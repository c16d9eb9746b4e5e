package firesteel.notebook.report;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the pictures that a Markdown cell names into the page: its attachments, and files beside the
 * notebook. Pictures on the network are named by their text alone, as the page loads nothing.
 */
final class EmbeddedImages {
  private static final long MAX_BYTES = 10_000_000;
  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp",
          "svg", "image/svg+xml");
  private static final String ATTACHMENT = "attachment:";

  private final Path folder;
  private final Map<?, ?> attachments;

  EmbeddedImages(Path folder, Object attachments) {
    this.folder = folder;
    this.attachments = attachments instanceof Map<?, ?> map ? map : Map.of();
  }

  /**
   * Changes the attributes of an image, names and values in turn.
   *
   * @return the name of the element
   */
  String embed(String element, List<String> attributes) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals("src")) {
        Optional<String> data = data(attributes.get(i + 1));
        if (data.isPresent()) {
          attributes.set(i + 1, data.get());
        } else {
          attributes.subList(i, i + 2).clear();
        }
        return element;
      }
    }
    return element;
  }

  private Optional<String> data(String source) {
    String decoded = decoded(source);
    if (decoded.startsWith(ATTACHMENT)) {
      return attachment(decoded.substring(ATTACHMENT.length()));
    }
    if (source.matches("(?i)data:image/[\\w.+-]+[;,][\\s\\S]*")) {
      return Optional.of(source);
    }
    return source.matches("[^:?#]*") && !source.startsWith("//") ? file(decoded) : Optional.empty();
  }

  private static String decoded(String source) {
    try {
      return URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return source;
    }
  }

  private Optional<String> attachment(String name) {
    return attachments.get(name) instanceof Map<?, ?> bundle
        ? bundle.entrySet().stream()
            .filter(entry -> entry.getKey().toString().startsWith("image/"))
            .findFirst()
            .map(entry -> "data:" + entry.getKey() + ";base64," + entry.getValue())
        : Optional.empty();
  }

  private Optional<String> file(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    try {
      Path file = folder.resolve(name);
      return type != null && Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
          ? Optional.of(
              "data:"
                  + type
                  + ";base64,"
                  + Base64.getEncoder().encodeToString(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      // The page has the picture's text instead.
      return Optional.empty();
    }
  }
}
