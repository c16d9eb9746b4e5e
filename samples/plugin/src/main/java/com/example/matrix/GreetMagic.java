package com.example.matrix;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The magic {@code %greet}. */
@Command(name = "greet", description = "Greets somebody.")
public final class GreetMagic implements LineMagic {
  @Option(
      names = "--language",
      paramLabel = "CODE",
      completionCandidates = Greetings.Languages.class,
      description = "The language of the greeting, such as fr; English by default.")
  private String language = "en";

  @Parameters(paramLabel = "NAME", description = "Whom to greet.")
  private String name;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    context.println(Greetings.of(name, language));
    return null;
  }
}
