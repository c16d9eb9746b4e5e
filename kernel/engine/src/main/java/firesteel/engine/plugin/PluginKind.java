package firesteel.engine.plugin;

import firesteel.api.display.RendererProvider;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.LineMagic;
import firesteel.api.plugin.Subcommand;
import firesteel.api.session.ExtensionProvider;
import firesteel.api.spark.ConnectTarget;
import firesteel.api.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** What plug-ins may bring, and the names that users know it by. */
public enum PluginKind {
  /** A magic of one line. */
  LINE_MAGIC(LineMagic.class, "%"),
  /** Returns a magic of a whole cell. */
  CELL_MAGIC(CellMagic.class, "%%"),
  /** Shows the values of a type. */
  RENDERER(RendererProvider.class, "renderer of "),
  /** Reads values as tables. */
  TABLE_READER(TableReader.class, "table reader "),
  /** Watches sessions. */
  EXTENSION(ExtensionProvider.class, "extension "),
  /** Returns a place where Spark runs. */
  TARGET(ConnectTarget.class, "%spark connect "),
  /** Returns a command of the program. */
  COMMAND(Subcommand.class, "firesteel ");

  private final Class<?> type;
  private final String prefix;

  PluginKind(Class<?> type, String prefix) {
    this.type = type;
    this.prefix = prefix;
  }

  static PluginKind of(Class<?> type) {
    for (PluginKind kind : values()) {
      if (kind.type == type) {
        return kind;
      }
    }
    throw new IllegalArgumentException("plug-ins bring no " + type.getName());
  }

  /** The interface that a plug-in implements. */
  public Class<?> type() {
    return type;
  }

  /** Returns what there is, as a user would say it: {@code %hello}, {@code firesteel greet}. */
  public String shown(String name) {
    return prefix + name;
  }

  /** Returns whether the class tells its names, so that nothing is made to know them. */
  boolean isNamedByClass() {
    return this == LINE_MAGIC || this == CELL_MAGIC || this == COMMAND || this == TABLE_READER;
  }

  /**
   * Returns the names of a class: those that {@code @Command} gives it, where it needs them.
   *
   * @throws IllegalArgumentException when it has none
   */
  List<String> namesOf(Class<?> type) {
    if (this == TABLE_READER) {
      return List.of(type.getName());
    }
    Command command = type.getAnnotation(Command.class);
    if (command == null || command.name().isBlank() || command.name().startsWith("<")) {
      throw new IllegalArgumentException("it has no @Command(name = ...)");
    }
    List<String> names = new ArrayList<>(List.of(command.name()));
    names.addAll(List.of(command.aliases()));
    return names;
  }

  /**
   * Returns the name of an instance.
   *
   * @throws IllegalArgumentException when it has none
   */
  String nameOf(Object instance) {
    String name =
        switch (this) {
          case RENDERER -> ((RendererProvider) instance).typeName();
          case EXTENSION -> ((ExtensionProvider) instance).name();
          case TARGET -> ((ConnectTarget) instance).name();
          default -> instance.getClass().getName();
        };
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("it has no name");
    }
    return name;
  }
}
