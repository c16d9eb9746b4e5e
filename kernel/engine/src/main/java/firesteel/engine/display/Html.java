package firesteel.engine.display;

/** Text made safe to stand in HTML. */
public final class Html {
  private Html() {}

  /**
   * Escapes text for HTML element content and for quoted attributes; control characters that HTML
   * forbids become U+FFFD.
   *
   * @param text any text; null gives an empty string
   */
  public static String escape(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n', '\r' -> out.append(c);
        default -> out.append(c < 0x20 || c == 0x7f ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }
}
