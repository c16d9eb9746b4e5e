package firesteel.api.display;

/** Escapes text for HTML, and converts HTML to text. */
public final class Html {
  /**
   * The CSS classes of an element in which dollar signs and backslashes are data and not formulas:
   * MathJax 3 and later, which JupyterLab and Notebook have, looks for the first, MathJax 2, which
   * nbconvert's pages have, for the second.
   */
  public static final String DATA_CLASSES = "mathjax_ignore tex2jax_ignore";

  public static final String START_OF_DATA = "<div class=\"" + DATA_CLASSES + "\">";

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

  /**
   * Converts HTML to plain text, for frontends that show nothing else: tags are dropped, blocks and
   * rows become lines. The result is approximate; don't use it to make HTML safe.
   */
  public static String toText(String html) {
    String text =
        html.replaceAll("(?is)<(script|style)\\b.*?</\\1\\s*>", "")
            .replaceAll("(?s)<!--.*?-->", "")
            .replaceAll("\\s+", " ")
            .replaceAll("(?i)<br\\b[^>]*>|</(p|div|tr|li|h[1-6]|pre|table)\\s*>", "\n")
            .replaceAll("(?i)</t[dh]\\s*>", "\t")
            .replaceAll("</?[a-zA-Z][^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
    return text.replaceAll("[ \\t]*\n\\s*", "\n").strip();
  }
}
