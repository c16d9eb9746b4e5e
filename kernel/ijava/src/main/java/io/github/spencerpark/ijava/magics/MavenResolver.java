package io.github.spencerpark.ijava.magics;

import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.runtime.Magics;
import java.util.List;
import java.util.Objects;

/** What {@code getKernelInstance().getMavenResolver()} gives: each method is the magic's. */
public class MavenResolver {
  private final JavaKernel kernel;

  /** Makes the resolver of a kernel. */
  public MavenResolver(JavaKernel kernel) {
    this.kernel = Objects.requireNonNull(kernel, "kernel");
  }

  /** Adds a repository. */
  public void addRemoteRepo(String name, String url) {
    addMavenRepo(List.of(name, url));
  }

  /** {@code %mavenRepo}: an id and an address. */
  public void addMavenRepo(List<String> arguments) {
    Magics.lineMagic("mavenRepo", arguments);
  }

  /** {@code %maven}: artifacts. */
  public void addMavenDependencies(List<String> artifacts) {
    Magics.lineMagic("maven", artifacts);
  }

  /** {@code %loadFromPOM}: a file and scopes. */
  public void loadFromPOM(List<String> arguments) {
    Magics.lineMagic("loadFromPOM", arguments);
  }

  /** {@code %%loadFromPOM}: scopes and a POM or fragments of one. */
  public void loadFromPOM(List<String> arguments, String body) {
    Magics.cellMagic("loadFromPOM", arguments, body);
  }

  /** Adds jars to the class path. */
  public void addJarsToClasspath(Iterable<String> jars) {
    jars.forEach(kernel::addToClasspath);
  }
}
