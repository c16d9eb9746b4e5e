package firesteel.notebook.report;

import firesteel.api.display.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Puts the parts of a report together: one page with its styles and scripts. */
final class ReportPage {
  /**
   * Keeps the page from loading anything, whatever the outputs ask for. Charts inflate their
   * library and load their map from data addresses.
   */
  private static final String POLICY =
      "default-src 'none'; img-src data: blob:; media-src data: blob:; font-src data:;"
          + " style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval';"
          + " connect-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'";

  private ReportPage() {}

  /**
   * Returns the page.
   *
   * @param source the line on where the page comes from, as HTML
   * @param notice what the reader has to know first, as HTML
   */
  static String of(
      String title,
      String source,
      String notice,
      Contents contents,
      CharSequence body,
      CodeDisplay code) {
    String table = contents.html();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<meta name=\"generator\" content=\"Firesteel\">\n<title>"
        + Html.escape(title)
        + "</title>\n<style>\n"
        + resource("report.css")
        + "</style>\n</head>\n<body"
        + (table.isEmpty() ? "" : " class=\"with-contents\"")
        + ">\n"
        + table
        + "<main>\n<header><span>"
        + source
        + "</span>"
        + (code == CodeDisplay.NONE ? "" : "<button type=\"button\" id=\"toggle-code\"></button>")
        + "</header>\n"
        + notice
        + body
        + "</main>\n<script>\n"
        + resource("report.js")
        + "</script>\n</body>\n</html>\n";
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
