package firesteel.maven;

import firesteel.dependencies.Repository;
import firesteel.dependencies.ResolutionException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/**
 * Explains why Maven's resolver failed: which artifact, which repositories were asked and what each
 * answered, and which versions there are instead. Leaves out credentials in addresses.
 */
final class ResolutionFailure {
  private static final Pattern STATUS = Pattern.compile("\\b(401|403|407|4\\d\\d|5\\d\\d)\\b");
  private static final int MAX_NAMES = 5;

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  ResolutionFailure(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
  }

  /** Explains dependencies that could not be resolved. */
  ResolutionException of(DependencyResolutionException e) {
    List<ArtifactResult> missing =
        e.getResult() == null
            ? List.of()
            : e.getResult().getArtifactResults().stream()
                .filter(result -> !result.isResolved())
                .toList();
    if (missing.isEmpty()) {
      Optional<ArtifactDescriptorException> descriptor =
          cause(e, ArtifactDescriptorException.class);
      return descriptor.isPresent()
          ? of(descriptor.get().getResult().getArtifact(), descriptor.get())
          : new ResolutionException("the dependencies don't fit together: " + plain(root(e)), e);
    }
    Artifact first = missing.get(0).getRequest().getArtifact();
    StringBuilder message = new StringBuilder();
    message.append("these could not be had: ");
    message.append(
        String.join(
            ", ",
            missing.stream()
                .limit(MAX_NAMES)
                .map(result -> shown(result.getRequest().getArtifact()))
                .toList()));
    if (missing.size() > MAX_NAMES) {
      message.append(" and ").append(missing.size() - MAX_NAMES).append(" more");
    }
    return whole(message.toString(), first, missing.get(0).getExceptions(), e);
  }

  /** Explains a POM that could not be read. */
  ResolutionException of(Artifact pom, ArtifactDescriptorException e) {
    Optional<ArtifactResolutionException> missing = cause(e, ArtifactResolutionException.class);
    if (missing.isEmpty()) {
      return new ResolutionException(
          "the POM " + shown(pom) + " is not valid: " + plain(root(e)), e);
    }
    ArtifactResult result = missing.get().getResults().get(0);
    Artifact artifact = result.getRequest().getArtifact();
    return whole("this could not be had: " + shown(artifact), artifact, result.getExceptions(), e);
  }

  private ResolutionException whole(
      String start, Artifact artifact, List<Exception> exceptions, Exception cause) {
    StringBuilder message = new StringBuilder(start);
    Map<String, String> answers = answers(exceptions);
    answers.forEach(
        (where, answer) -> message.append("\n  ").append(where).append(": ").append(answer));
    boolean offline = session.isOffline();
    boolean reached = answers.values().stream().anyMatch(a -> a.equals("doesn't have it"));
    if (offline) {
      message.append("\nOffline, only what this machine has can be taken.");
    } else if (!reached && answers.values().stream().anyMatch(a -> a.contains("reached"))) {
      message.append(
          "\nWithout a network, %maven --offline takes what this machine has."
              + " A mirror or a proxy belongs in settings.xml.");
    }
    message.append(instead(artifact));
    return new ResolutionException(message.toString(), cause);
  }

  private String instead(Artifact artifact) {
    List<String> near =
        new Versions(system, session, repositories)
            .near(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion());
    String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
    if (near.isEmpty()) {
      return session.isOffline()
          ? ""
          : "\nNo version of "
              + name
              + " is known there: is the name right, does it need %mavenRepo?";
    }
    return near.contains(artifact.getVersion())
        ? ""
        : "\nThere is " + name + " in version " + String.join(", ", near) + ".";
  }

  /** Returns each repository's answer, in the order in which they were asked. */
  private Map<String, String> answers(List<Exception> exceptions) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Exception exception : exceptions) {
      if (exception instanceof ArtifactTransferException transfer
          && transfer.getRepository() != null) {
        RemoteRepository repository = transfer.getRepository();
        answers.putIfAbsent(shown(repository), answer(transfer, repository));
      }
    }
    if (answers.isEmpty() && !session.isOffline()) {
      repositories.forEach(r -> answers.put(shown(r), "doesn't have it"));
    }
    return answers;
  }

  private static String answer(ArtifactTransferException e, RemoteRepository repository) {
    if (cause(e, RepositoryOfflineException.class).isPresent()) {
      return "not asked, offline";
    }
    if (e instanceof ArtifactNotFoundException) {
      return "doesn't have it";
    }
    Throwable root = root(e);
    if (root instanceof UnknownHostException) {
      return "can't be reached, its host is unknown";
    }
    if (root instanceof ConnectException || root instanceof NoRouteToHostException) {
      return "can't be reached (" + plain(root) + ")";
    }
    if (root instanceof SocketTimeoutException) {
      return "can't be reached in time";
    }
    Matcher status = STATUS.matcher(String.valueOf(root.getMessage()));
    if (status.find() && List.of("401", "403").contains(status.group())) {
      return "refuses access (HTTP "
          + status.group()
          + "); credentials belong in settings.xml, under <server> with <id>"
          + repository.getId()
          + "</id>";
    }
    if (e.isFromCache()) {
      return "failed a while ago (" + plain(root) + "); --update asks again";
    }
    return "failed (" + plain(root) + ")";
  }

  private static String shown(RemoteRepository repository) {
    return new Shown(repository.getId(), Repository.withoutCredentials(repository.getUrl())).text();
  }

  private record Shown(String id, String url) {
    String text() {
      int query = url.indexOf('?');
      return id + " (" + (query < 0 ? url : url.substring(0, query)) + ")";
    }
  }

  private static String shown(Artifact artifact) {
    String text = artifact.toString();
    return text.replaceFirst("^([^:]+:[^:]+):jar:", "$1:");
  }

  private static String plain(Throwable thrown) {
    String message = thrown.getMessage();
    return Repository.withoutCredentials(
        message == null ? thrown.getClass().getSimpleName() : message.strip());
  }

  private static Throwable root(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .reduce((a, b) -> b)
        .orElse(thrown);
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
