package firesteel.magics.data.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The files of known formats in a folder and in those below it, by name.
 *
 * @param folder the folder
 * @param files what can be tried
 * @param skipped what can't be opened, with the reason
 */
record FoundFiles(Path folder, List<DataFile> files, List<SkippedFile> skipped) {
  /** A search ends somewhere: links and network folders may be deep. */
  private static final int MAX_DEPTH = 12;

  /**
   * Searches a folder; a file stands for itself.
   *
   * @param root absolute
   */
  static FoundFiles in(Path root) throws IOException {
    Path folder = Files.isDirectory(root) ? root : root.getParent();
    Search search = new Search(folder);
    Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, search);
    search.files.sort(Comparator.comparing(DataFile::name));
    return new FoundFiles(folder, search.files, search.skipped);
  }

  /** Collects what a walk meets. */
  private static final class Search extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final List<DataFile> files = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();

    Search(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
      return !entered.equals(folder) && isHidden(entered)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String fileName = file.getFileName().toString();
      if (attributes.isRegularFile() && !isHidden(file)) {
        FileReaders.format(fileName)
            .ifPresent(
                format -> {
                  if (attributes.size() == 0) {
                    skipped.add(new SkippedFile(name(file), "it is empty"));
                  } else if (!Files.isReadable(file)) {
                    skipped.add(new SkippedFile(name(file), "you may not read it"));
                  } else {
                    files.add(new DataFile(file, name(file), format));
                  }
                });
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      skipped.add(new SkippedFile(name(file), "it can't be opened (" + e + ")"));
      return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
      return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Whether Spark passes a name over: unfinished output, checksums, marks. */
    private static boolean isHidden(Path path) {
      String name = path.getFileName().toString();
      return name.startsWith(".") || name.startsWith("_") && !name.contains("=");
    }
  }
}
