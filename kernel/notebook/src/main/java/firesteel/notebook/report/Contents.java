package firesteel.notebook.report;

import firesteel.api.display.Html;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of contents of a report: the headings in the order of the page. */
final class Contents {
  private static final int MAX_LEVEL = 3;

  /** With fewer headings a table of contents has no use. */
  private static final int MIN_HEADINGS = 3;

  private record Heading(int level, String text, String id) {}

  private final List<Heading> headings = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * Adds a heading.
   *
   * @return its id on the page, by which links in Jupyter call it too if it is the first with its
   *     text
   */
  String add(int level, String text) {
    String name = text.strip().replaceAll("\\s+", "-");
    String id = name;
    for (int i = 2; id.isEmpty() || !ids.add(id); i++) {
      id = name + "-" + i;
    }
    headings.add(new Heading(level, text, id));
    return id;
  }

  /** The first heading of the first level, or else the first one. */
  Optional<String> title() {
    return headings.stream()
        .filter(heading -> heading.level == 1)
        .findFirst()
        .or(() -> headings.stream().findFirst())
        .map(Heading::text)
        .filter(text -> !text.isBlank());
  }

  /** Returns the table as HTML, without the title; empty when the page is short. */
  String html() {
    List<Heading> listed =
        headings.stream().skip(1).filter(heading -> heading.level <= MAX_LEVEL).toList();
    if (listed.size() < MIN_HEADINGS) {
      return "";
    }
    int top = listed.stream().mapToInt(Heading::level).min().orElse(1);
    StringBuilder html = new StringBuilder("<nav aria-label=\"Contents\">\n<ul>\n");
    for (Heading heading : listed) {
      html.append("<li class=\"level-")
          .append(heading.level - top)
          .append("\"><a href=\"#")
          .append(Html.escape(heading.id))
          .append("\">")
          .append(Html.escape(heading.text))
          .append("</a></li>\n");
    }
    return html.append("</ul>\n</nav>\n").toString();
  }
}
