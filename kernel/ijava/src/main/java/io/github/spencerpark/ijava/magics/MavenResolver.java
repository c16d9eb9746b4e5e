package io.github.spencerpark.ijava.magics;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.runtime.Magics;
import java.util.List;
import java.util.Objects;

/** The result of {@code getKernelInstance().getMavenResolver()}: each method calls the magic. */
public class MavenResolver {
  private final JavaKernel kernel;

  /** Creates the resolver of a kernel. */
  public MavenResolver(JavaKernel kernel) {
    this.kernel = Objects.requireNonNull(kernel, "kernel");
  }

  /** Adds a repository. */
  public void addRemoteRepo(String name, String url) {
    addMavenRepo(List.of(name, url));
  }

  /** Runs {@code %mavenRepo} with an id and an address. */
  public void addMavenRepo(List<String> arguments) {
    Magics.lineMagic("mavenRepo", arguments);
  }

  /** Runs {@code %maven} with artifacts. */
  public void addMavenDependencies(List<String> artifacts) {
    Magics.lineMagic("maven", artifacts);
  }

  /** Runs {@code %loadFromPOM} with a file and scopes. */
  public void loadFromPOM(List<String> arguments) {
    Magics.lineMagic("loadFromPOM", arguments);
  }

  /** Runs {@code %%loadFromPOM} with scopes and a POM or fragments of one. */
  public void loadFromPOM(List<String> arguments, String body) {
    Magics.cellMagic("loadFromPOM", arguments, body);
  }

  /** Adds jars to the class path. */
  public void addJarsToClasspath(Iterable<String> jars) {
    jars.forEach(kernel::addToClasspath);
  }
}
