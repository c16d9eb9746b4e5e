package firesteel.notebook.report;

import firesteel.api.display.Html;
import firesteel.api.file.AtomicFileWriter;
import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookCell;
import firesteel.notebook.NotebookException;
import firesteel.notebook.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes a notebook with its outputs as one HTML page that contains everything it needs: text, code
 * that unfolds, tables, errors, pictures, and charts that react to the mouse.
 *
 * <p>The Markdown of the notebook is cleaned of all HTML that could do harm. The HTML of outputs is
 * taken as it is, since the notebook's own code made it, but the page has a policy that keeps every
 * part of it from loading anything. Charts draw themselves: the HTML of one of them has the library
 * for all.
 *
 * <p>Tags of cells say what is left out, as nbconvert's usual configuration has them: {@code
 * remove-cell}, {@code remove-input}, {@code remove-output}.
 */
public final class NotebookReport {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final Path file;
  private final CodeDisplay code;
  private final ZonedDateTime date;
  private final Contents contents = new Contents();
  private final MarkdownHtml markdown;
  private final OutputHtml outputs;
  private final StringBuilder body = new StringBuilder();
  private int failedCell;

  /**
   * Prepares the report of a notebook.
   *
   * @param file the notebook's file: the page names it, and pictures in its folder become part of
   *     the page
   * @param date when the notebook was run
   */
  public NotebookReport(Path file, CodeDisplay code, ZonedDateTime date) {
    this.file = file.toAbsolutePath();
    this.code = Objects.requireNonNull(code, "code");
    this.date = Objects.requireNonNull(date, "date");
    markdown = new MarkdownHtml(contents, this.file.getParent());
    outputs = new OutputHtml(markdown);
  }

  /**
   * Writes the page; an existing file is replaced completely or not at all.
   *
   * @throws NotebookException when the file can't be written
   */
  public void write(Notebook notebook, Path to) throws NotebookException {
    try {
      AtomicFileWriter.write(to, page(notebook));
    } catch (IOException e) {
      throw new NotebookException(
          "can't write the report " + to + ": " + e.getMessage() + "; name another place", e);
    }
  }

  /** Returns the page. May be called once. */
  public String page(Notebook notebook) {
    int number = 0;
    for (NotebookCell cell : notebook.cells()) {
      number++;
      if (!cell.hasTag("remove-cell")) {
        add(cell, number);
      }
    }
    String title = contents.title().orElse(name());
    String source =
        "%s, run on %s".formatted(Html.escape(file.getFileName().toString()), date.format(DATE));
    return ReportPage.of(title, source, notice(), contents, body, code);
  }

  private void add(NotebookCell cell, int number) {
    if (cell.type().equals("markdown")) {
      body.append("<section class=\"cell text\">\n")
          .append(markdown.html(cell.source(), cell.other().get("attachments")))
          .append("</section>\n");
    } else if (cell.isCode()) {
      boolean showsCode =
          code != CodeDisplay.NONE && !cell.hasTag("remove-input") && !cell.source().isBlank();
      String shown = cell.hasTag("remove-output") ? "" : shown(cell, number);
      if (showsCode || !shown.isEmpty()) {
        body.append("<section class=\"cell\" id=\"cell-").append(number).append("\">\n");
        if (showsCode) {
          body.append(CodeHtml.folded(cell.source(), code == CodeDisplay.SHOWN));
        }
        body.append(shown).append("</section>\n");
      }
    }
  }

  private String shown(NotebookCell cell, int number) {
    StringBuilder html = new StringBuilder();
    for (Output output : cell.outputs()) {
      if (output instanceof Output.Failure && !cell.hasTag("raises-exception")) {
        failedCell = number;
      }
      html.append(outputs.html(output));
    }
    return html.toString();
  }

  private String notice() {
    return failedCell == 0
        ? ""
        : "<p class=\"notice\" role=\"alert\">The run failed in <a href=\"#cell-%d\">cell %d</a>: this report may be incomplete.</p>\n"
            .formatted(failedCell, failedCell);
  }

  private String name() {
    return file.getFileName().toString().replaceFirst("\\.ipynb$", "");
  }
}
