package firesteel.api.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A value to display, in one or several MIME types; a frontend shows the best that it supports.
 * Follows {@code display_data} of the Jupyter messaging protocol.
 *
 * <pre>{@code
 * MimeBundle.text("4 km").withHtml("<b>4 km</b>")
 * }</pre>
 *
 * @param data from MIME type to content: text as a String, binary as a base64 String, JSON types as
 *     what Jackson writes (maps, lists, strings, numbers). Always holds {@code text/plain}.
 * @param metadata by MIME type or for the whole bundle; usually empty
 * @param layout lays out the plain text for a terminal, when it has lines that may not fit; not
 *     part of what is sent or saved
 */
public record MimeBundle(
    Map<String, Object> data, Map<String, Object> metadata, Optional<TextLayout> layout) {
  public static final String TEXT = "text/plain";
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String LATEX = "text/latex";
  public static final String JSON = "application/json";
  public static final String JAVASCRIPT = "application/javascript";
  public static final String PNG = "image/png";
  public static final String JPEG = "image/jpeg";
  public static final String GIF = "image/gif";
  public static final String SVG = "image/svg+xml";

  public MimeBundle {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    if (!data.containsKey(TEXT)) {
      throw new IllegalArgumentException("a bundle needs " + TEXT + ", has " + data.keySet());
    }
    Objects.requireNonNull(layout, "layout");
  }

  /** A bundle whose plain text is shown as it is. */
  public MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    this(data, metadata, Optional.empty());
  }

  /** Returns a bundle of plain text alone. */
  public static MimeBundle text(String text) {
    return new MimeBundle(Map.of(TEXT, Objects.requireNonNull(text, "text")), Map.of());
  }

  /** Returns this bundle with one more MIME type. */
  public MimeBundle with(String mimeType, Object content) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(mimeType, content);
    // another text has another layout
    return new MimeBundle(more, metadata, mimeType.equals(TEXT) ? Optional.empty() : layout);
  }

  /**
   * Returns this bundle with HTML that shows data. Frontends render text between dollar signs in
   * HTML as a formula; in this HTML it stays as it is.
   */
  public MimeBundle withHtml(String html) {
    return with(HTML, Html.START_OF_DATA + html + "</div>");
  }

  /** Returns this bundle with metadata for one MIME type. */
  public MimeBundle withMetadata(String mimeType, Object content) {
    Map<String, Object> more = new LinkedHashMap<>(metadata);
    more.put(mimeType, content);
    return new MimeBundle(data, more, layout);
  }

  /** This bundle with a layout of its plain text for terminals. */
  public MimeBundle withLayout(TextLayout layout) {
    return new MimeBundle(data, metadata, Optional.of(layout));
  }

  /** The plain text. */
  public String text() {
    return (String) data.get(TEXT);
  }

  /**
   * Returns the plain text, laid out for a terminal where there is a layout.
   *
   * @param columns the width of the terminal, from 1 on
   */
  public String text(int columns) {
    return layout.map(own -> own.fit(columns)).orElseGet(this::text);
  }
}
