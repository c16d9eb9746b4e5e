package firesteel.engine.magic;

import firesteel.api.error.MagicException;
import firesteel.api.session.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports a cell magic that isn't the first line of its cell. */
final class MisplacedMagic {
  private static final Pattern CELL_MAGIC = Pattern.compile("(?m)^[ \t]*%%([A-Za-z_]\\w*)");

  private MisplacedMagic() {}

  /** Returns the error, which says where the magic belongs. */
  static MagicException of(String name, MagicRegistry registry, Origin at) {
    String line =
        registry.find(MagicKind.LINE, name).isPresent()
            ? " In the middle of a cell, %" + name + " takes one line."
            : "";
    return new MagicException(
        ("%s, line %d: %%%%%s has to be the first line of its cell, and takes all of the cell: put"
                + " it and the lines that belong to it into a cell of their own.%s")
            .formatted(at.source(), at.line(), name, line));
  }

  /** Throws the error when a text contains the first line of a cell magic. */
  static void refuseIn(String body, MagicRegistry registry, Origin origin) throws MagicException {
    Matcher magic = CELL_MAGIC.matcher(body);
    while (magic.find()) {
      if (registry.find(MagicKind.CELL, magic.group(1)).isPresent()) {
        int line = (int) body.substring(0, magic.start()).chars().filter(c -> c == '\n').count();
        throw of(magic.group(1), registry, origin.down(line));
      }
    }
  }
}
