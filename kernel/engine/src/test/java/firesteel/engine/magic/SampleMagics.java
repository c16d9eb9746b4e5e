package firesteel.engine.magic;

import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import firesteel.api.magic.BodyCompleter;
import firesteel.api.magic.CandidatesInFolder;
import firesteel.api.magic.CandidatesInSession;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.CompletionPlace;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.api.session.Session;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Magics that return their arguments. */
public final class SampleMagics {
  static final AtomicInteger MADE = new AtomicInteger();

  private SampleMagics() {}

  /** How to greet. */
  public enum Tone {
    FRIENDLY,
    FORMAL
  }

  /** A line magic with options of all kinds and a file. */
  @Command(name = "greet", aliases = "hail", description = "Greets somebody 100 %% of the time.")
  public static final class Greet implements LineMagic {
    @Option(names = "--tone", description = "How to say it.")
    Tone tone = Tone.FRIENDLY;

    @Option(
        names = {"-c", "--card"},
        description = "A file to send along.")
    Path card;

    @Option(names = "-q", description = "Quietly.")
    boolean quiet;

    @Parameters(index = "0", paramLabel = "NAME")
    String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE")
    Path file;

    public Greet() {
      MADE.incrementAndGet();
    }

    @Override
    public Object runLine(MagicContext context) {
      return List.of(name, tone, String.valueOf(card), quiet, String.valueOf(file));
    }
  }

  /** A line magic with subcommands. */
  @Command(
      name = "many",
      description = "Does several things.",
      subcommands = {Many.One.class})
  public static final class Many implements LineMagic {
    @Override
    public Object runLine(MagicContext context) {
      return "many";
    }

    /** One of them. */
    @Command(name = "one", description = "Does one thing.")
    public static final class One implements LineMagic {
      @Option(names = "--often", description = "How often.")
      int often;

      @Parameters(
          paramLabel = "WHAT",
          completionCandidates = Folders.class,
          description = "What to do.")
      String what;

      @Override
      public Object runLine(MagicContext context) {
        return what + often;
      }
    }

    /** Depends on the folder. */
    public static final class Folders implements CandidatesInFolder {
      @Override
      public List<String> in(Path folder) {
        return List.of("in-" + folder.getFileName());
      }
    }
  }

  /** A line magic about a variable's parts. */
  @Command(name = "parts", description = "Shows parts.")
  public static final class Parts implements LineMagic {
    @Parameters(paramLabel = "WHAT")
    String what;

    @Option(names = "--of", split = ",", completionCandidates = PartNames.class)
    List<String> of;

    @Override
    public Object runLine(MagicContext context) {
      return of;
    }

    /** Depends on the session and on the line. */
    public static final class PartNames implements CandidatesInSession {
      @Override
      public List<String> in(CompletionPlace place) {
        return List.of("first", "second half", place.words().get(0));
      }
    }
  }

  /** A magic of both kinds that takes code. */
  @Command(name = "code", description = "Takes code.")
  public static final class Code implements LineMagic, CellMagic {
    @Option(names = "-n")
    int n = -1;

    @Option(names = "-v")
    boolean verbose;

    @RawText(java = true)
    @Parameters(arity = "0..1", paramLabel = "CODE")
    String code;

    @Override
    public Object runLine(MagicContext context) {
      return n + "|" + verbose + "|" + code;
    }

    @Override
    public Object runCell(MagicContext context, String body) {
      return n + "|" + verbose + "|" + code + "|" + body;
    }
  }

  /** A cell magic only. */
  @Command(name = "wall", description = "Writes on a wall.")
  public static final class Wall implements CellMagic {
    @Override
    public Object runCell(MagicContext context, String body) {
      return body;
    }
  }

  /** A magic of both kinds that completes its own text. */
  @Command(name = "query", description = "Asks.")
  public static final class Query implements LineMagic, CellMagic, BodyCompleter {
    @Option(names = "--in")
    String language = "en";

    @RawText
    @Parameters(arity = "0..1", paramLabel = "TEXT")
    String text;

    @Override
    public Object runLine(MagicContext context) {
      return context.origin().line();
    }

    @Override
    public Object runCell(MagicContext context, String body) {
      return context.origin().line();
    }

    @Override
    public Completion completeBody(Session session, String body, int cursor) {
      String typed = body.substring(0, cursor);
      Match match = new Match(language + ":" + typed + "!", "keyword", "");
      return new Completion(cursor, cursor, List.of(match));
    }
  }

  /** A magic whose constructor fails. */
  @Command(name = "broken", description = "Fails to load.")
  public static final class Broken implements LineMagic {
    public Broken() {
      throw new IllegalStateException("no luck");
    }

    @Override
    public Object runLine(MagicContext context) {
      return null;
    }
  }

  /** A loader that finds the magics above, and entries of jars that are broken. */
  static ClassLoader loader(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("firesteel.nowhere.Missing");
    for (Class<?> magic :
        List.of(Greet.class, Code.class, Broken.class, Many.class, Parts.class, Query.class)) {
      lines.add(magic.getName());
    }
    lines.add(String.class.getName());
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(LineMagic.class.getName()), lines);
    Files.write(
        services.resolve(CellMagic.class.getName()),
        List.of(Code.class.getName(), Wall.class.getName(), Query.class.getName()));
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, SampleMagics.class.getClassLoader());
  }
}
