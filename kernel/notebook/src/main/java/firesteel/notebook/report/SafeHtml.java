package firesteel.notebook.report;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Cleans HTML of everything but text, its structure, links, and pictures that are part of it. */
final class SafeHtml {
  private static final String[] HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"};
  private static final String[] TEXT = {
    "p",
    "br",
    "hr",
    "div",
    "blockquote",
    "pre",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "figure",
    "figcaption",
    "center"
  };
  private static final String[] IN_TEXT = {
    "b", "strong", "i", "em", "u", "s", "del", "ins", "mark", "small", "big", "sub", "sup", "kbd",
    "samp", "var", "code", "q", "cite", "abbr", "span"
  };
  private static final String[] TABLE = {
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"
  };
  private static final Pattern LINK =
      Pattern.compile("(?is)(?:https?|mailto):.*|[^:/?#]*(?:[/?#].*)?");
  private static final Pattern ALIGNMENT = Pattern.compile("(?i)left|right|center");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}%?");

  private SafeHtml() {}

  /**
   * Returns HTML without scripts, styles, forms and anything that a browser would load.
   *
   * @param images puts pictures into the page
   */
  static String of(String html, EmbeddedImages images) {
    PolicyFactory policy =
        new HtmlPolicyBuilder()
            .allowElements(HEADINGS)
            .allowElements(TEXT)
            .allowElements(IN_TEXT)
            .allowElements(TABLE)
            .allowElements("a")
            .allowElements(images::embed, "img")
            .allowWithoutAttributes("span", "a")
            .allowUrlProtocols("http", "https", "mailto", "data", "attachment")
            .allowAttributes("id")
            .onElements(HEADINGS)
            .allowAttributes("id", "title")
            .onElements("a", "abbr")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("open")
            .onElements("details")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("p", "div", "th", "td", "img", "h1", "h2", "h3")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("class")
            .matching(CodeHtml.CLASSES)
            .onElements("span")
            .allowAttributes("src", "alt", "title")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .toFactory();
    return policy.sanitize(html);
  }
}
