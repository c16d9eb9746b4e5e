package com.example.matrix;

import firesteel.api.plugin.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code firesteel greet}. */
@Command(name = "greet", description = "Greets somebody.")
public final class GreetCommand implements Subcommand {
  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "The language of the greeting, such as fr; English by default.")
  private String language = "en";

  @Parameters(paramLabel = "NAME", description = "Whom to greet.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    spec.commandLine().getOut().println(Greetings.of(name, language));
    return 0;
  }
}
