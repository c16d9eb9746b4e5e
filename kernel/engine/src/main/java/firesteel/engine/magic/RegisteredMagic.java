package firesteel.engine.magic;

import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.session.MagicFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a {@link MagicFunction} as a magic; its words aren't parsed. */
@Command(name = "registered")
final class RegisteredMagic implements LineMagic, CellMagic {
  private final String summary;
  private final MagicFunction function;

  @Parameters(arity = "0..*", paramLabel = "ARGS", description = "What the magic takes.")
  private List<String> arguments = new ArrayList<>();

  RegisteredMagic(String summary, MagicFunction function) {
    this.summary = summary;
    this.function = function;
  }

  /** Passes words that look like options to the function. */
  @Spec
  void takeAllWords(CommandSpec spec) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
    spec.usageMessage().description(summary.replace("%", "%%"));
  }

  @Override
  public Object runLine(MagicContext context) throws Exception {
    return function.run(context.cell(), List.copyOf(arguments), Optional.empty());
  }

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    return function.run(context.cell(), List.copyOf(arguments), Optional.of(body));
  }
}
