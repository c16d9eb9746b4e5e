package firesteel.app;

import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookException;
import firesteel.notebook.report.CodeDisplay;
import firesteel.notebook.report.NotebookReport;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options of a command that writes a notebook as a page. */
final class ReportOptions {
  @Option(
      names = "--html",
      paramLabel = "REPORT",
      description =
          "Writes the notebook with its outputs as one HTML page, which needs no network; also"
              + " when a cell fails.")
  private Path html;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      converter = CodeConverter.class,
      description =
          "How the page has the code of cells: hidden (folded, the default), shown or none.")
  private CodeDisplay code;

  private final ZonedDateTime date = ZonedDateTime.now(ZoneId.systemDefault());

  /** Turns the words of the command line into values. */
  static final class CodeConverter implements ITypeConverter<CodeDisplay> {
    @Override
    public CodeDisplay convert(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "hidden" -> CodeDisplay.HIDDEN;
        case "shown" -> CodeDisplay.SHOWN;
        case "none" -> CodeDisplay.NONE;
        default -> throw new TypeConversionException("it is hidden, shown or none, not " + word);
      };
    }
  }

  /**
   * Returns the file for the page, checked; empty for no page.
   *
   * @param original the file that is to be run
   */
  Optional<Path> file(CommandSpec spec, CommandFolder folder, Path original) {
    if (html == null) {
      if (code != null) {
        throw new ParameterException(
            spec.commandLine(), "--code is about the page that --html writes; give --html too.");
      }
      return Optional.empty();
    }
    Path page = folder.resolve(html);
    if (page.equals(original)) {
      throw new ParameterException(
          spec.commandLine(), "--html names the notebook itself; name a file such as report.html.");
    }
    return Optional.of(OutputFile.checked(spec, "--html", page));
  }

  /**
   * Writes the page.
   *
   * @param original the file that was run
   */
  void write(Notebook notebook, Path original, Path page) throws NotebookException {
    new NotebookReport(original, code == null ? CodeDisplay.HIDDEN : code, date)
        .write(notebook, page);
  }
}
