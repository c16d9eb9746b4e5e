package firesteel.engine;

import firesteel.engine.assist.Completeness;
import firesteel.engine.assist.Completion;
import firesteel.engine.display.MimeBundle;
import firesteel.engine.magic.Magics;
import firesteel.engine.source.CellParser;
import java.util.Optional;

/** Answers questions about the text of a cell: to Java what is Java's, to the magics the rest. */
final class CellAssist {
  private final Session session;
  private final JavaSetup java;
  private final CellParser parser;
  private final Magics magics;

  CellAssist(Session session, JavaSetup java, CellParser parser, Magics magics) {
    this.session = session;
    this.java = java;
    this.parser = parser;
    this.magics = magics;
  }

  Completeness completeness(String code) {
    return new Completeness(Completeness.Status.UNKNOWN, "");
  }

  Completion complete(String code, int cursor) {
    return Completion.none(cursor);
  }

  Optional<MimeBundle> inspect(String code, int cursor, boolean detailed) {
    return Optional.empty();
  }
}
