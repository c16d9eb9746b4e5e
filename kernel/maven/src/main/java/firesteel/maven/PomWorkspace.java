package firesteel.maven;

import firesteel.dependencies.Pom;
import firesteel.dependencies.Repository;
import firesteel.dependencies.ResolutionException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.w3c.dom.Element;

/**
 * Lets Maven's resolver read a POM, and the parents beside it, that are in no repository: with
 * properties, parents and BOMs, as if they were. Not thread-safe.
 */
final class PomWorkspace implements WorkspaceReader, AutoCloseable {
  private static final int MAX_PARENTS = 20;

  private final WorkspaceRepository repository = new WorkspaceRepository("notebook");
  private final Map<String, Path> poms = new HashMap<>();
  private final List<Repository> repositories = new ArrayList<>();
  private final Path file;
  private Artifact artifact;

  private PomWorkspace(Path file) {
    this.file = file;
  }

  /** Creates a workspace for a POM. */
  static PomWorkspace of(Pom pom) throws ResolutionException, IOException {
    PomDocument document = PomDocument.of(pom);
    PomWorkspace workspace = new PomWorkspace(Files.createTempFile("firesteel-", ".pom"));
    try {
      Files.writeString(workspace.file, document.xml());
      workspace.artifact = workspace.add(document, workspace.file);
      workspace.addParents(document, pom.file());
      for (Element element : document.repositories()) {
        workspace.repositories.add(repository(element));
      }
      return workspace;
    } catch (ResolutionException | IOException | RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  private static Repository repository(Element element) throws ResolutionException {
    String id = PomDocument.text(element, "id");
    String url = PomDocument.text(element, "url");
    try {
      return id.isEmpty() ? Repository.of(url) : new Repository(id, url);
    } catch (IllegalArgumentException e) {
      throw new ResolutionException("a repository of the POM: " + e.getMessage(), e);
    }
  }

  private Artifact add(PomDocument document, Path pom) {
    Element parent = document.child("parent").orElse(null);
    Artifact own =
        new DefaultArtifact(
            own(document, parent, "groupId"),
            document.text("artifactId"),
            "pom",
            own(document, parent, "version"));
    poms.put(own.toString(), pom);
    return own;
  }

  private static String own(PomDocument document, Element parent, String name) {
    String value = document.text(name);
    return value.isEmpty() && parent != null ? PomDocument.text(parent, name) : value;
  }

  /**
   * Adds parents from where Maven looks: beside the POM, one folder up, or at the relative path.
   */
  private void addParents(PomDocument first, Optional<Path> firstFile)
      throws ResolutionException, IOException {
    PomDocument document = first;
    Path at = firstFile.orElse(null);
    for (int i = 0; i < MAX_PARENTS && at != null; i++) {
      Element parent = document.child("parent").orElse(null);
      if (parent == null) {
        return;
      }
      String typed = PomDocument.text(parent, "relativePath");
      Path candidate = at.resolveSibling(typed.isEmpty() ? "../pom.xml" : typed).normalize();
      if (Files.isDirectory(candidate)) {
        candidate = candidate.resolve("pom.xml");
      }
      if (!Files.isRegularFile(candidate)) {
        return;
      }
      document = PomDocument.of(new Pom(Files.readString(candidate), Optional.empty(), List.of()));
      add(document, candidate);
      at = candidate;
    }
  }

  /** Returns the POM's artifact. */
  Artifact artifact() {
    return artifact;
  }

  /** Returns the repositories that the POM names. */
  List<Repository> repositories() {
    return repositories;
  }

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public File findArtifact(Artifact wanted) {
    Path pom = poms.get(wanted.toString());
    return pom == null ? null : pom.toFile();
  }

  @Override
  public List<String> findVersions(Artifact wanted) {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
