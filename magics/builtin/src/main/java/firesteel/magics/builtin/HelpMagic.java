package firesteel.magics.builtin;

import firesteel.api.display.Bundles;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %help}, which explains the kernel or one magic. */
@Command(name = "help", description = "Explains the kernel in one page, or one magic.")
public final class HelpMagic implements LineMagic {
  private static final String GUIDE = "guide.md";

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The name of a magic, such as timeit.")
  private String name;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    MimeBundle help =
        name == null
            ? Bundles.markdown(guide())
            : context
                .session()
                .magics()
                .help(name)
                .orElseThrow(
                    () ->
                        new MagicException(
                            "there is no magic " + name + "; %lsmagic lists all magics"));
    context.outputs().display(help, Optional.empty());
    return null;
  }

  private static String guide() throws IOException {
    try (InputStream text = HelpMagic.class.getResourceAsStream(GUIDE)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
