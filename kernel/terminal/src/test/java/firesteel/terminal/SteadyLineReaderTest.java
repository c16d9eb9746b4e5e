package firesteel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;
import org.junit.jupiter.api.Test;

class SteadyLineReaderTest {
  @Test
  void a_change_of_size_that_is_handled_late_draws_the_last_line_and_not_the_one_that_was_read()
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Terminal terminal =
        new ExternalTerminal(
            "test",
            "xterm-256color",
            new ByteArrayInputStream("1 + 2\r".getBytes(StandardCharsets.UTF_8)),
            out,
            StandardCharsets.UTF_8)) {
      terminal.setSize(Size.of(80, 24));
      Status.getStatus(terminal).update(List.of(new AttributedString("state")));
      SteadyLineReader reader = new SteadyLineReader(terminal);
      assertThat(reader.readLine("[1]> ")).isEqualTo("1 + 2");
      terminal.flush();
      out.reset();
      terminal.setSize(Size.of(100, 30));
      reader.handleSignal(Terminal.Signal.WINCH);
      terminal.flush();
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("state").doesNotContain("1 + 2");
    }
  }
}
