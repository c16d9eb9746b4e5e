package firesteel.engine.assist;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A declared element that may be written at the cursor.
 *
 * @param name its name as written there
 * @param element what it is
 * @param type its type, seen from the receiver: a {@code List<String>} has {@code add(String)}
 * @param rank its order among the others
 */
record Candidate(String name, Element element, TypeMirror type, Rank rank) {
  /** The order of candidates, from the most to the least likely. */
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
