package firesteel.engine.magic;

import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the help of magics, for {@code --help} and for inspection. */
final class MagicHelp {
  private final MagicRegistry registry;

  MagicHelp(MagicRegistry registry) {
    this.registry = registry;
  }

  /**
   * Returns the help for a name with or without percent signs; for both kinds of magics where both
   * exist.
   */
  Optional<MimeBundle> of(String name) {
    String bare = name.replaceFirst("^%{1,2}", "");
    List<String> usages = new ArrayList<>();
    for (MagicKind kind : MagicKind.values()) {
      Optional<MagicRegistry.Entry> entry = registry.find(kind, bare);
      boolean asked = !name.startsWith("%%") || kind == MagicKind.CELL;
      if (entry.isPresent() && asked) {
        usages.add(usage(entry.get(), kind));
      }
    }
    return usages.isEmpty() ? Optional.empty() : Optional.of(bundle(usages));
  }

  private static String usage(MagicRegistry.Entry entry, MagicKind kind) {
    try {
      return new MagicCommand(entry, kind).usage();
    } catch (MagicException e) {
      return e.getMessage();
    }
  }

  static MimeBundle bundle(List<String> usages) {
    String text = String.join("\n\n", usages);
    return MimeBundle.text(text)
        .with(MimeBundle.MARKDOWN, "```text\n" + text + "\n```")
        .withHtml("<pre style=\"white-space:pre-wrap;margin:0\">" + Html.escape(text) + "</pre>");
  }
}
