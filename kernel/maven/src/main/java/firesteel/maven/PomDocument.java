package firesteel.maven;

import firesteel.dependencies.Pom;
import firesteel.dependencies.ResolutionException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Builds a whole POM from one or from fragments, as IJava's {@code %%loadFromPOM} does: collects
 * the children of {@code dependencies} and {@code repositories}, and such elements at the top
 * level; adds group, artifact and version when they are missing.
 */
final class PomDocument {
  /**
   * Maps a collecting element to the elements that may be at the top level; in the order of a POM.
   */
  private static final Map<String, String> COLLECTIONS = collections();

  private static final Set<String> FROM_EARLIER =
      Set.of("properties", "dependencyManagement", "repositories");

  private static final Set<String> AS_THEY_ARE =
      Set.of("parent", "groupId", "artifactId", "version", "profiles", "packaging");

  private final Document document;
  private final Element project;

  private PomDocument(Document document) {
    this.document = document;
    project = document.createElement("project");
    document.appendChild(project);
    add("modelVersion", "4.0.0");
  }

  private static Map<String, String> collections() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("properties", "");
    names.put("dependencyManagement", "");
    names.put("dependencies", "dependency");
    names.put("repositories", "repository");
    return names;
  }

  /** Returns the whole POM. */
  static PomDocument of(Pom pom) throws ResolutionException {
    PomDocument whole = new PomDocument(builder().newDocument());
    for (String fragment : pom.earlier()) {
      whole.collect(parse(fragment), FROM_EARLIER);
    }
    Element root = parse(pom.text());
    whole.collect(root, COLLECTIONS.keySet());
    boolean hasParent = false;
    for (Element child : children(root)) {
      if (AS_THEY_ARE.contains(child.getTagName())) {
        whole.project.appendChild(whole.document.importNode(child, true));
        hasParent |= child.getTagName().equals("parent");
      }
    }
    whole.addDefaults(hasParent);
    return whole;
  }

  private void addDefaults(boolean hasParent) {
    if (text("artifactId").isEmpty()) {
      add("artifactId", "notebook");
    }
    if (!hasParent && text("groupId").isEmpty()) {
      add("groupId", "firesteel.notebook");
    }
    if (!hasParent && text("version").isEmpty()) {
      add("version", "1");
    }
  }

  private void add(String name, String value) {
    Element element = document.createElement(name);
    element.setTextContent(value);
    project.appendChild(element);
  }

  private void collect(Element from, Set<String> wanted) {
    for (Element child : children(from)) {
      for (Map.Entry<String, String> names : COLLECTIONS.entrySet()) {
        if (!wanted.contains(names.getKey())) {
          continue;
        }
        if (child.getTagName().equals(names.getKey())) {
          children(child).forEach(part -> append(names.getKey(), part));
        } else if (child.getTagName().equals(names.getValue())) {
          append(names.getKey(), child);
        }
      }
    }
  }

  /**
   * Adds an element to a collection. Managed dependencies are one level deeper; a repeated property
   * takes its new value.
   */
  private void append(String collection, Element part) {
    if (collection.equals("dependencyManagement")) {
      Element managed = within(within(project, collection), "dependencies");
      children(part).forEach(d -> managed.appendChild(document.importNode(d, true)));
      return;
    }
    Element parent = within(project, collection);
    if (collection.equals("properties")) {
      child(parent, part.getTagName()).ifPresent(parent::removeChild);
    }
    parent.appendChild(document.importNode(part, true));
  }

  private Element within(Element parent, String name) {
    return child(parent, name)
        .orElseGet(() -> (Element) parent.appendChild(document.createElement(name)));
  }

  /** Returns the text of a direct child of the project; empty when it has none. */
  String text(String name) {
    return text(project, name);
  }

  /** Returns the text of an element's direct child; empty when it has none. */
  static String text(Element parent, String name) {
    return child(parent, name).map(e -> e.getTextContent().strip()).orElse("");
  }

  /** Returns the project's direct child of a name. */
  Optional<Element> child(String name) {
    return child(project, name);
  }

  /** Returns the repositories that it names. */
  List<Element> repositories() {
    return child("repositories").map(PomDocument::children).orElse(List.of());
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).findFirst();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** Parses a fragment as the content of a project; its lines keep their numbers. */
  private static Element parse(String text) throws ResolutionException {
    String whole = text.strip();
    boolean isProject =
        whole.startsWith("<?xml") || whole.matches("(?s)(<!--.*?-->\\s*)*<project\\b.*");
    String xml = isProject ? text.stripLeading() : "<project>" + text + "\n</project>";
    int skipped =
        isProject
            ? (int)
                text.substring(0, text.length() - xml.length())
                    .chars()
                    .filter(c -> c == '\n')
                    .count()
            : 0;
    try {
      return builder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (SAXParseException e) {
      throw new ResolutionException(
          "the POM is no XML: " + e.getMessage(), e.getLineNumber() + skipped, e);
    } catch (SAXException | IOException e) {
      throw new ResolutionException("the POM is no XML: " + e.getMessage(), e);
    }
  }

  /** Returns a parser that reads nothing outside the text. */
  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Thrower());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e); // The JDK's own parser has this feature.
    }
  }

  /** Throws errors; the default handler prints to the cell's standard error. */
  private static final class Thrower implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // The POM can be read, so warnings are ignored.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /** Returns the POM as XML. */
  String xml() {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e); // A document in memory can be written to memory.
    }
  }
}
