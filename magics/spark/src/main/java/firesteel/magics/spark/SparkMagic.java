package firesteel.magics.spark;

import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.spark.SparkExtension;
import firesteel.spark.master.Connection;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.settings.SparkStartException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Implements {@code %spark}, which shows the connected Spark. */
@Command(
    name = "spark",
    description = {
      "Shows what Spark is connected to; connects it elsewhere.",
      "",
      "%%spark alone shows master, application, web UI, executors, versions, and the settings that"
          + " differ from Spark's defaults."
    },
    subcommands = {
      SparkConnectCommand.class,
      SparkMagic.Stop.class,
      SparkMagic.Restart.class,
      SparkMagic.Ui.class,
      SparkMagic.Conf.class,
      SparkMagic.Jobs.class,
      SparkMagic.Cancel.class,
      SparkStreamsCommand.class,
      LogMagic.class
    })
public final class SparkMagic implements LineMagic {
  static SparkExtension extension(MagicContext context) throws MagicException {
    return context
        .session()
        .extension(SparkExtension.class)
        .orElseThrow(() -> new MagicException("this kernel runs without Spark"));
  }

  /** Returns the running Spark; doesn't start one just to show it. */
  static StartedSpark running(MagicContext context) throws MagicException {
    return extension(context)
        .running()
        .orElseThrow(
            () ->
                new MagicException(
                    "no Spark runs; `spark` starts it, %spark connect TARGET says where"));
  }

  static String connect(SparkExtension extension, Connection connection) throws Exception {
    try {
      return extension.connect(connection);
    } catch (SparkStartException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }

  @Override
  public Object runLine(MagicContext context) throws Exception {
    Optional<StartedSpark> running = extension(context).running();
    if (running.isEmpty()) {
      context.println(
          "No Spark runs. The first use of `spark` starts it; %spark connect TARGET says where.");
      return null;
    }
    context.outputs().display(SparkStatusView.of(running.get().status()), Optional.empty());
    return null;
  }

  /** Implements {@code %spark stop}. */
  @Command(name = "stop", description = "Stops Spark; the next use of `spark` starts it again.")
  static final class Stop implements LineMagic {
    @Override
    public Object runLine(MagicContext context) throws Exception {
      context.println(
          extension(context).stopSpark() ? "Spark has been stopped." : "No Spark runs.");
      return null;
    }
  }

  /** Implements {@code %spark restart}. */
  @Command(name = "restart", description = "Stops Spark and starts it anew with the same settings.")
  static final class Restart implements LineMagic {
    @Override
    public Object runLine(MagicContext context) throws Exception {
      SparkExtension extension = extension(context);
      context.println(connect(extension, extension.connection()));
      return null;
    }
  }

  /** Implements {@code %spark ui}. */
  @Command(name = "ui", description = "Shows where the web UI is.")
  static final class Ui implements LineMagic {
    @Override
    public Object runLine(MagicContext context) throws Exception {
      String url =
          running(context)
              .status()
              .webUi()
              .orElseThrow(() -> new MagicException("this Spark has no web UI"));
      context.outputs().display(SparkStatusView.link(url), Optional.empty());
      return null;
    }
  }

  /** Implements {@code %spark conf}. */
  @Command(
      name = "conf",
      description = {
        "Shows the settings that differ from Spark's defaults, or one.",
        "",
        "Secrets are not shown."
      })
  static final class Conf implements LineMagic {
    @Parameters(
        arity = "0..1",
        paramLabel = "NAME",
        description = "The name of a setting, or a part of it.")
    private String name;

    @Override
    public Object runLine(MagicContext context) throws Exception {
      StartedSpark spark = running(context);
      SparkStatusView.settings(spark, Optional.ofNullable(name), context);
      return null;
    }
  }

  /** Implements {@code %spark jobs}. */
  @Command(name = "jobs", description = "Lists the latest jobs, the newest first.")
  static final class Jobs implements LineMagic {
    @Override
    public Object runLine(MagicContext context) throws Exception {
      var jobs = running(context).jobs();
      if (jobs.isEmpty()) {
        context.println("There are no jobs.");
      } else {
        context.outputs().display(SparkStatusView.jobs(jobs), Optional.empty());
      }
      return null;
    }
  }

  /** Implements {@code %spark cancel}. */
  @Command(name = "cancel", description = "Cancels a job that runs.")
  static final class Cancel implements LineMagic {
    @Parameters(paramLabel = "ID", description = "The id of the job, as %%spark jobs shows it.")
    private String id;

    @Override
    public Object runLine(MagicContext context) throws Exception {
      if (!running(context).cancel(id)) {
        throw new MagicException("no job " + id + " runs; %spark jobs lists those that do");
      }
      context.println("Job " + id + " has been told to stop.");
      return null;
    }
  }
}
