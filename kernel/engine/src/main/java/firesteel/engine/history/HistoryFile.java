package firesteel.engine.history;

import firesteel.api.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and appends to the history file that all kernels of a user share: JSON lines, each written
 * by one append, which the operating system doesn't mix with another kernel's. A record starts with
 * the line end instead of ending with it, so that an incomplete record (disk full, power cut)
 * doesn't spoil the next one.
 *
 * <p>Not thread-safe.
 */
final class HistoryFile {
  private static final int LINE_END = '\n';

  private final Path file;
  private long read;

  HistoryFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  /** Appends a record; creates the file and its folder when they are missing. */
  void append(HistoryRecord record) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode("\n" + record.toJson());
    try (SeekableByteChannel channel = openForAppend()) {
      // A second round happens only when the disk is full, and then fails.
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private SeekableByteChannel openForAppend() throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.APPEND, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return Files.newByteChannel(file, options, OwnerOnly.fileAttributes(file));
    } catch (NoSuchFileException noFolder) {
      OwnerOnly.createFolders(file.toAbsolutePath().getParent());
      return Files.newByteChannel(file, options, OwnerOnly.fileAttributes(file));
    }
  }

  /**
   * Returns whether the file is another one than at the last reading; reading then starts from its
   * beginning.
   */
  boolean startsAnew() throws IOException {
    if (read > 0 && (!Files.exists(file) || Files.size(file) < read)) {
      read = 0;
      return true;
    }
    return false;
  }

  /**
   * Returns the records that were appended since the last call; the first time all of them. An
   * incomplete last record is read again next time: another kernel may be writing it.
   */
  List<HistoryRecord> readNew() throws IOException {
    byte[] bytes;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer =
          ByteBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8, channel.size() - read));
      int n = 0;
      while (n >= 0 && buffer.hasRemaining()) {
        n = channel.read(buffer, read + buffer.position());
      }
      bytes = Arrays.copyOf(buffer.array(), buffer.position());
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    }
    List<HistoryRecord> records = new ArrayList<>();
    int start = 0;
    int whole = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != LINE_END) {
        end++;
      }
      Optional<HistoryRecord> record = HistoryRecord.fromJson(bytes, start, end - start);
      record.ifPresent(records::add);
      if (record.isPresent() || end < bytes.length) {
        whole = end;
      }
      start = end + 1;
    }
    read += whole;
    return records;
  }
}
