package firesteel.spark.closure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about a class that a cell compiled to.
 *
 * @param name its binary name
 * @param supertypes the binary names of its superclass and interfaces
 * @param source the cell that declares it, as stack traces name it; null when unknown
 * @param isRecord whether it is a record
 * @param fields its static fields whose values may be sent to tasks, from names to descriptors
 * @param accessors the names of its instance fields, which encoders read through methods of the
 *     same name
 * @param methods by name and descriptor
 */
record CodeClass(
    String name,
    List<String> supertypes,
    String source,
    boolean isRecord,
    Map<String, String> fields,
    Set<String> accessors,
    Map<String, CodeMethod> methods) {
  static Map<String, CodeMethod> noMethods() {
    return new LinkedHashMap<>();
  }
}
