package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.Cell;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SessionStreamTest extends SessionCase {
  @Test
  void brings_both_streams_to_the_cell() {
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "System.out.print(\"a\"); System.out.printf(\"%d%n\", 1); System.err.println('e');",
        outputs);
    assertThat(outputs.out()).isEqualTo("a1\n");
    assertThat(outputs.err()).isEqualTo("e\n");
  }

  @Test
  void keeps_the_output_of_a_thread_that_outlives_its_cell() {
    RecordingOutputs first = new RecordingOutputs();
    RecordingOutputs second = new RecordingOutputs();
    run("var gate = new java.util.concurrent.CountDownLatch(1);");
    run(
        "new Thread(() -> { try { gate.await(); } catch (InterruptedException e) { }\n"
            + "System.out.println(\"LATE\"); }).start();",
        first);
    run("System.out.println(\"second\"); gate.countDown();", second);
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> first.out().contains("LATE"));
    assertThat(second.out()).isEqualTo("second\n");
  }

  @Test
  void decodes_characters_whose_bytes_come_apart() {
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "byte[] fire = \"\\uD83D\\uDD25\".getBytes(java.nio.charset.StandardCharsets.UTF_8);\n"
            + "for (byte b : fire) { System.out.write(b); System.out.flush(); }",
        outputs);
    assertThat(outputs.out()).isEqualTo("\uD83D\uDD25");
  }

  @Test
  void loses_no_line_of_many_threads() {
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "IntStream.range(0, 10000).parallel().forEach(i -> System.out.println(\"line \" + i));",
        outputs);
    assertThat(outputs.out().lines().distinct().count()).isEqualTo(10000);
  }

  @Test
  void brings_the_output_of_parallel_streams_to_the_cell_that_runs() {
    String code =
        "IntStream.range(0, 1000).parallel().forEach(i -> System.out.println(\"line \" + i));";
    run(code);
    RecordingOutputs outputs = new RecordingOutputs();
    run(code, outputs);
    assertThat(outputs.out().lines().distinct().count()).isEqualTo(1000);
  }

  @Test
  void reads_a_line_from_the_user() {
    RecordingOutputs outputs = new RecordingOutputs();
    outputs.answer("h\u00e9llo");
    run("System.out.println(\"GOT:\" + new Scanner(System.in).nextLine());", outputs);
    assertThat(outputs.out()).isEqualTo("GOT:h\u00e9llo\n");
  }

  @Test
  void says_why_it_cannot_ask() {
    CellResult result =
        session()
            .execute(
                new Cell("new Scanner(System.in).nextLine()", true, false), new RecordingOutputs());
    assertThat(result.error().orElseThrow().message()).contains("does not take input");
  }
}
