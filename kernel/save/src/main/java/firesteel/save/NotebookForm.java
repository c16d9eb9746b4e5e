package firesteel.save;

import firesteel.api.session.NotebookMetadata;
import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookCell;
import firesteel.notebook.NotebookException;
import firesteel.notebook.NotebookWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes cells as a notebook without outputs. */
public final class NotebookForm {
  private static final int WITH_CELL_IDS = 5;

  private NotebookForm() {}

  /** Returns the content of the notebook's file. */
  public static String text(List<SavedCell> cells) throws NotebookException {
    List<NotebookCell> written = new ArrayList<>();
    for (SavedCell cell : cells) {
      // The same ids each time: saving again shows no difference in version control.
      String id = "cell-" + (written.size() + 1);
      written.add(
          new NotebookCell(
              NotebookCell.CODE,
              cell.text(),
              Map.of(),
              List.of(),
              Optional.empty(),
              Map.of("id", id)));
    }
    return NotebookWriter.toJson(
        new Notebook(
            written,
            Map.of(
                "kernelspec", NotebookMetadata.kernelspec(),
                "language_info", NotebookMetadata.languageInfo()),
            WITH_CELL_IDS,
            Map.of()));
  }
}
