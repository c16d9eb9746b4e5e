package firesteel.engine.assist;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A declared thing that may stand at the cursor.
 *
 * @param name how it is written there
 * @param element what it is
 * @param type its type, seen from the receiver: a {@code List<String>} has {@code add(String)}
 * @param rank where it stands among the others
 */
record Candidate(String name, Element element, TypeMirror type, Rank rank) {
  /** From what a user most likely means to what is seldom meant. */
  enum Rank {
    LOCAL,
    NOTEBOOK_VARIABLE,
    NOTEBOOK_METHOD,
    NOTEBOOK_TYPE,
    OWN_MEMBER,
    INHERITED_MEMBER,
    IMPORTED_MEMBER,
    IMPORTED_TYPE,
    KEYWORD,
    PACKAGE,
    OBJECT_MEMBER,
    NOT_IMPORTED
  }
}
