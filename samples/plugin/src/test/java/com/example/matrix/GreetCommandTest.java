package com.example.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GreetCommandTest {
  @Test
  void the_command_greets() {
    StringWriter printed = new StringWriter();
    CommandLine command = new CommandLine(new GreetCommand()).setOut(new PrintWriter(printed));
    assertThat(command.execute("--language", "it", "Ada")).isZero();
    assertThat(printed.toString()).isEqualToIgnoringNewLines("Ciao, Ada!\n");
  }
}
