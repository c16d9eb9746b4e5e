package firesteel.notebook.report;

import firesteel.api.display.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts text with the colours of terminals (ANSI escape sequences) to HTML. */
final class AnsiHtml {
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "\u001b(?:\\[([0-9;:?]*)[ -/]*([@-~])|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|.)?");

  /** What precedes the last carriage return of a line was overwritten. */
  private static final Pattern OVERWRITTEN = Pattern.compile("(?m)^.*\r(?!$)");

  private static final String[] COLOURS = {
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"
  };

  private final StringBuilder html = new StringBuilder();
  private String colour = "";
  private boolean bold;

  private AnsiHtml() {}

  static String of(String text) {
    AnsiHtml converter = new AnsiHtml();
    converter.convert(OVERWRITTEN.matcher(text.replace("\r\n", "\n")).replaceAll(""));
    return converter.html.toString();
  }

  private void convert(String text) {
    Matcher sequence = SEQUENCE.matcher(text);
    int done = 0;
    while (sequence.find()) {
      add(text.substring(done, sequence.start()));
      if ("m".equals(sequence.group(2))) {
        style(sequence.group(1).split("[;:]", -1));
      }
      done = sequence.end();
    }
    add(text.substring(done));
  }

  private void add(String text) {
    if (text.isEmpty()) {
      return;
    }
    String classes = (colour + (bold ? " bold" : "")).strip();
    html.append(
        classes.isEmpty()
            ? Html.escape(text)
            : "<span class=\"" + classes + "\">" + Html.escape(text) + "</span>");
  }

  private void style(String[] codes) {
    for (String text : codes) {
      int code = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
      if (code == 0) {
        colour = "";
        bold = false;
      } else if (code == 1) {
        bold = true;
      } else if (code == 22) {
        bold = false;
      } else if (code >= 30 && code <= 37) {
        colour = "ansi-" + COLOURS[code - 30];
      } else if (code >= 90 && code <= 97) {
        colour = "ansi-" + COLOURS[code - 90];
      } else if (code == 39) {
        colour = "";
      } else if (code == 38 || code == 48) {
        // The parameters of one of more colours, which aren't shown, follow.
        return;
      }
    }
  }
}
