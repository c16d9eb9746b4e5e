package firesteel.magics.spark;

import firesteel.api.error.MagicException;
import firesteel.api.magic.CandidatesInSession;
import firesteel.api.magic.CompletionPlace;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.spark.ConnectTarget;
import firesteel.spark.SparkExtension;
import firesteel.spark.master.Connection;
import firesteel.spark.master.ConnectionBuilder;
import firesteel.spark.master.Profiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %spark connect}, which starts Spark on another target. */
@Command(
    name = "connect",
    description = {
      "Stops Spark and connects it elsewhere, or with other settings.",
      "",
      "Variables, classes and imports of the notebook stay; Datasets, RDDs and views of the old"
          + " Spark have to be made again. TARGET is local[*], local[N],"
          + " local-cluster[workers,cores,megabytes], spark://host:port[,host2:port2], yarn,"
          + " k8s://https://host:port, sc://host:port/;token=...;use_ssl=true, @profile: a name in"
          + " firesteel.yaml, or cluster: the one that %%cluster start started, or its name; or"
          + " NAME://PLACE with the name of a target that a plug-in brings."
    })
final class SparkConnectCommand implements LineMagic {
  /** Completes targets and profiles. */
  static final class Targets implements CandidatesInSession {
    @Override
    public List<String> in(CompletionPlace place) {
      List<String> targets =
          new ArrayList<>(
              List.of(
                  "local[*]",
                  "local-cluster[2,1,1024]",
                  "cluster",
                  "spark://",
                  "yarn",
                  "k8s://",
                  "sc://"));
      ofPlugins(place).forEach(target -> targets.add(target.name() + "://"));
      try {
        Profiles.of(place.session().workingDirectory(), System.getenv())
            .names()
            .forEach(name -> targets.add("@" + name));
      } catch (IllegalArgumentException e) {
        // Connecting reports what is wrong with the file.
      }
      return targets;
    }
  }

  /** Completes the options of the plug-in's target that the line names. */
  static final class TargetOptions implements CandidatesInSession {
    @Override
    public List<String> in(CompletionPlace place) {
      return ofPlugins(place).stream()
          .filter(
              target ->
                  place.words().stream()
                      .anyMatch(
                          word ->
                              word.equals(target.name()) || word.startsWith(target.name() + "://")))
          .flatMap(target -> target.options().stream())
          .map(option -> option.name() + "=")
          .toList();
    }
  }

  private static List<ConnectTarget> ofPlugins(CompletionPlace place) {
    return place.session().plugins().services(ConnectTarget.class);
  }

  @Parameters(
      paramLabel = "TARGET",
      completionCandidates = Targets.class,
      description = "Where Spark runs, such as local[*] or spark://host:7077.")
  private String target;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A Spark setting; may be given several times.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      completionCandidates = TargetOptions.class,
      description = "An option of a plug-in's target; may be given several times.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--executor-memory",
      paramLabel = "SIZE",
      description = "The memory of each executor, such as 2g.")
  private String executorMemory;

  @Option(
      names = "--executor-cores",
      paramLabel = "N",
      description = "The number of cores of each executor.")
  private Integer executorCores;

  @Option(names = "--num-executors", paramLabel = "N", description = "The number of executors.")
  private Integer executors;

  @Option(
      names = "--jars",
      paramLabel = "FILE",
      split = ",",
      description = "Jars to add for cells and executors.")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = "--packages",
      paramLabel = "G:A:V",
      split = ",",
      description = "Maven packages to add for cells and executors.")
  private List<String> packages = new ArrayList<>();

  @Option(names = "--name", description = "The name of this application on the cluster.")
  private String name;

  @Option(
      names = "--hadoop-conf",
      paramLabel = "FOLDER",
      description = "The folder with core-site.xml, yarn-site.xml and other Hadoop settings.")
  private Path hadoopConf;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for the cluster; by default 15.")
  private Integer timeout;

  @Override
  public Object runLine(MagicContext context) throws Exception {
    SparkExtension extension = SparkMagic.extension(context);
    extension.prepare(); // Packages are resolved by Spark's own classes.
    Connection connection;
    try {
      connection = connection(context);
    } catch (IllegalArgumentException e) {
      throw new MagicException(e.getMessage(), e);
    }
    context.println(SparkMagic.connect(extension, connection));
    return null;
  }

  private Connection connection(MagicContext context) {
    ConnectionBuilder builder =
        ConnectionBuilder.of(
            target,
            context.session().workingDirectory(),
            System.getenv(),
            context.session().plugins());
    if (hadoopConf != null) {
      builder.hadoopConf(context.resolve(hadoopConf));
    }
    options.forEach(builder::option);
    conf.forEach(builder::set);
    if (executorMemory != null) {
      builder.set("spark.executor.memory", executorMemory);
    }
    if (name != null) {
      builder.set("spark.app.name", name);
    }
    builder.executors(Optional.ofNullable(executors), Optional.ofNullable(executorCores));
    builder.jars(jars.stream().map(jar -> context.resolve(jar).toString()).toList());
    builder.packages(packages);
    if (timeout != null) {
      if (timeout < 1) {
        throw new IllegalArgumentException("--timeout needs a number of seconds from 1 on");
      }
      builder.timeout(Duration.ofSeconds(timeout));
    }
    return builder.build();
  }
}
