package firesteel.engine.assist;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ValueTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Converts inline tags and entities of documentation to text, for all output formats. */
final class JavadocInline {
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("mdash", "—"),
          Map.entry("ndash", "–"),
          Map.entry("hellip", "…"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("times", "×"),
          Map.entry("minus", "−"),
          Map.entry("infin", "∞"),
          Map.entry("pi", "π"),
          Map.entry("sum", "∑"),
          Map.entry("radic", "√"),
          Map.entry("lceil", "⌈"),
          Map.entry("rceil", "⌉"),
          Map.entry("lfloor", "⌊"),
          Map.entry("rfloor", "⌋"),
          Map.entry("middot", "·"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("eacute", "é"),
          Map.entry("micro", "µ"),
          Map.entry("theta", "θ"),
          Map.entry("sup2", "²"),
          Map.entry("plusmn", "±"),
          Map.entry("deg", "°"));

  private JavadocInline() {}

  /** Returns the characters of an entity; an unknown entity as it is written. */
  static String entity(String name) {
    if (name.startsWith("#")) {
      try {
        boolean hexadecimal = name.toLowerCase(Locale.ROOT).startsWith("#x");
        int code =
            hexadecimal
                ? Integer.parseInt(name.substring(2), 16)
                : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : "";
      } catch (NumberFormatException e) {
        return "&" + name + ";";
      }
    }
    return ENTITIES.getOrDefault(name, "&" + name + ";");
  }

  /**
   * Returns the text of a link without a label: {@code List.of(Object)} for {@code
   * List#of(Object)}.
   */
  static String target(ReferenceTree reference) {
    String signature = reference == null ? "" : reference.getSignature();
    int hash = signature.indexOf('#');
    if (hash < 0) {
      return signature.substring(signature.lastIndexOf('.') + 1);
    }
    String type = signature.substring(0, hash);
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return (simple.isEmpty() ? "" : simple + ".") + signature.substring(hash + 1);
  }

  /** Returns the text of an inline tag that is code; null for other tags. */
  static String code(DocTree tree) {
    if (tree instanceof LiteralTree literal && tree.getKind() == DocTree.Kind.CODE) {
      return literal.getBody().getBody();
    }
    if (tree instanceof LinkTree link && link.getLabel().isEmpty()) {
      return target(link.getReference());
    }
    return tree instanceof ValueTree value ? target(value.getReference()) : null;
  }

  /** Returns the text of an unknown inline tag: newer tags have a body or a description. */
  static String unknown(DocTree tree) {
    String text = tree.toString();
    return text.startsWith("{@") && text.endsWith("}")
        ? text.substring(1, text.length() - 1).replaceFirst("@\\w+\\s*", "")
        : text;
  }

  /** Returns the text of a snippet tag when it stands in the tag's body and not in a file. */
  static String snippet(DocTree tree) {
    String text = unknown(tree);
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(colon + 1).stripIndent().strip();
  }

  /** Returns whether a comment only inherits that of the overridden method. */
  static boolean isInherited(List<? extends DocTree> body) {
    return body.stream()
        .allMatch(
            t ->
                t.getKind() == DocTree.Kind.INHERIT_DOC
                    || (t.getKind() == DocTree.Kind.TEXT && t.toString().isBlank()));
  }
}
