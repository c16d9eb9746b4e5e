package firesteel.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.history.HistoryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoredHistoryTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("new folder/history.jsonl");
  }

  private StoredHistory open() {
    return new StoredHistory(Optional.of(file()));
  }

  private static List<String> inputs(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::input).toList();
  }

  @Test
  void a_later_session_sees_the_cells_of_an_earlier_one() {
    open().add(1, "int a = 1;\nSystem.out.println(\"\u00e9\ud83d\udd25\");", Optional.of("42"));

    List<HistoryEntry> entries = open().tail(10);

    assertThat(entries)
        .containsExactly(
            new HistoryEntry(
                1, 1, "int a = 1;\nSystem.out.println(\"\u00e9\ud83d\udd25\");", "42", false));
  }

  @Test
  void a_later_session_knows_which_cells_failed() {
    StoredHistory history = open();
    history.add(1, "1 + 1", Optional.of("2"));
    history.addFailed(2, "1 / 0");

    assertThat(open().tail(2)).extracting(HistoryEntry::failed).containsExactly(false, true);
  }

  @Test
  void the_tail_is_the_newest_cells_oldest_first() {
    StoredHistory history = open();
    for (int i = 1; i <= 5; i++) {
      history.add(i, "cell " + i, Optional.empty());
    }

    assertThat(inputs(history.tail(2))).containsExactly("cell 4", "cell 5");
    assertThat(history.tail(0)).isEmpty();
  }

  @Test
  void sessions_are_numbered_from_one_and_a_range_counts_back_from_this_one() {
    StoredHistory first = open();
    first.add(1, "a1", Optional.empty());
    first.add(2, "a2", Optional.empty());
    StoredHistory second = open();
    second.add(1, "b1", Optional.empty());
    StoredHistory third = open();

    assertThat(inputs(third.range(-1, 0, 10))).containsExactly("b1");
    assertThat(inputs(third.range(1, 2, 3))).containsExactly("a2");
    assertThat(third.range(0, 0, 10)).isEmpty();
    third.add(1, "c1", Optional.empty());
    assertThat(third.range(0, 0, 10)).containsExactly(new HistoryEntry(3, 1, "c1", null, false));
  }

  @Test
  void a_search_takes_globs_and_keeps_the_newest_of_equal_texts() {
    StoredHistory history = open();
    history.add(1, "df.count()", Optional.empty());
    history.add(2, "df.show()\n// [x] *", Optional.empty());
    history.add(3, "df.count()", Optional.empty());

    assertThat(inputs(history.search("*count*", 10, false))).hasSize(2);
    assertThat(history.search("*count*", 10, true))
        .containsExactly(new HistoryEntry(1, 3, "df.count()", null, false));
    assertThat(inputs(history.search("df.????()*[x]*", 10, false))).hasSize(1);
    assertThat(inputs(history.search("*", 1, false))).containsExactly("df.count()");
    assertThat(history.search("count", 10, false)).isEmpty();
  }

  @Test
  void torn_and_foreign_lines_are_skipped_and_spoil_nothing_after_them() throws IOException {
    open().add(1, "good", Optional.empty());
    for (String junk :
        List.of("\n{\"session\":\"x\",\"inp", "\nnot json", "\n[1]", "\n{}", "\n\u0000")) {
      Files.writeString(file(), junk, StandardOpenOption.APPEND);
    }
    StoredHistory history = open();
    history.add(1, "after", Optional.empty());

    assertThat(inputs(history.tail(10))).containsExactly("good", "after");
    assertThat(inputs(open().tail(10))).containsExactly("good", "after");
  }

  @Test
  void a_record_that_another_kernel_is_still_writing_is_read_when_it_is_whole() throws IOException {
    StoredHistory history = open();
    open().add(1, "first", Optional.empty());
    String line =
        new HistoryRecord("other", System.currentTimeMillis(), 7, "slow", null, false).toJson();
    Files.writeString(file(), "\n" + line.substring(0, 20), StandardOpenOption.APPEND);
    assertThat(inputs(history.tail(10))).containsExactly("first");

    Files.writeString(file(), line.substring(20), StandardOpenOption.APPEND);

    assertThat(inputs(history.tail(10))).containsExactly("first", "slow");
  }

  @Test
  void kernels_that_append_at_once_lose_no_cell() throws Exception {
    int kernels = 4;
    int cells = 200;
    ExecutorService pool = Executors.newFixedThreadPool(kernels);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int k = 0; k < kernels; k++) {
        Callable<Void> kernel =
            () -> {
              StoredHistory history = open();
              for (int i = 1; i <= cells; i++) {
                history.add(i, "x".repeat(i * 10), Optional.empty());
              }
              return null;
            };
        all.add(pool.submit(kernel));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }

    assertThat(open().tail(Integer.MAX_VALUE)).hasSize(kernels * cells);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_file_is_its_owners_alone() throws IOException {
    open().add(1, "secret", Optional.empty());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_file_that_cannot_be_written_keeps_the_session_in_memory() throws IOException {
    Path blocker = Files.writeString(folder.resolve("blocker"), "a file where a folder should be");
    StoredHistory history = new StoredHistory(Optional.of(blocker.resolve("history.jsonl")));

    history.add(1, "still here", Optional.empty());

    assertThat(history.tail(5)).containsExactly(new HistoryEntry(1, 1, "still here", null, false));
  }

  @Test
  void a_deleted_file_loses_no_cell_of_this_session() throws IOException {
    open().add(1, "earlier", Optional.empty());
    StoredHistory history = open();
    history.add(1, "mine", Optional.empty());
    assertThat(inputs(history.tail(5))).containsExactly("earlier", "mine");

    Files.delete(file());
    history.add(2, "later", Optional.empty());

    assertThat(inputs(history.tail(5))).containsExactly("mine", "later");
    assertThat(inputs(open().tail(5))).containsExactly("later");
  }

  @Test
  void without_a_file_the_history_is_this_session() {
    StoredHistory history = new StoredHistory(Optional.empty());
    history.add(1, "a", Optional.of("x".repeat(20_000)));

    assertThat(history.tail(5)).singleElement().extracting(HistoryEntry::session).isEqualTo(1);
    assertThat(history.tail(5).get(0).output()).hasSize(10_001);
  }
}
