package io.github.spencerpark.ijava;

import firesteel.api.completion.Completeness;
import firesteel.api.completion.Completion;
import firesteel.api.notebook.NotebookFunctions;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.ijava.CellIO;
import firesteel.ijava.DisplayDataForms;
import firesteel.ijava.SessionMagics;
import firesteel.ijava.SessionRenderer;
import io.github.spencerpark.ijava.magics.MavenResolver;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import java.util.Optional;

/**
 * The kernel object for notebooks and libraries of IJava: renderers and magics can be registered,
 * jars added, text evaluated. It is not a kernel itself and handles no messages.
 */
public class JavaKernel extends BaseKernel {
  private final Session session;
  private final Magics magics;
  private final JupyterIO io = new CellIO(this);

  /** Creates the kernel object of a session. */
  public JavaKernel(Session session) {
    this.session = session;
    this.magics = new SessionMagics(session);
    this.renderer = new SessionRenderer(session.displays());
  }

  @Override
  public SessionRenderer getRenderer() {
    return (SessionRenderer) renderer;
  }

  /** Returns the magics, for {@code registerMagics} and the like. */
  public Magics getMagics() {
    return magics;
  }

  /** Returns the resolver of dependencies. */
  public MavenResolver getMavenResolver() {
    return new MavenResolver(this);
  }

  /** Adds a jar or a folder of classes to the class path. */
  public void addToClasspath(String path) {
    session.addToClassPath(List.of(session.workingDirectory().resolve(path)));
  }

  /** Runs text as a part of the running cell; returns its value without rendering it. */
  public Object evalRaw(String text) throws Exception {
    return NotebookFunctions.eval(text);
  }

  @Override
  public DisplayData eval(String text) throws Exception {
    Object value = evalRaw(text);
    return value == null ? null : renderer.render(value);
  }

  @Override
  public void display(DisplayData data) {
    outputs().display(DisplayDataForms.bundle(data), Optional.ofNullable(data.getDisplayId()));
  }

  /** Replaces what is shown under the id of the data. */
  public void update(DisplayData data) {
    outputs().update(data.getDisplayId(), DisplayDataForms.bundle(data));
  }

  private static CellOutputs outputs() {
    return RunningCell.current()
        .orElseThrow(() -> new IllegalStateException("this thread belongs to no cell"))
        .outputs();
  }

  @Override
  public JupyterIO getIO() {
    return io;
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return session.inspect(code, at, extraDetail).map(DisplayDataForms::displayData).orElse(null);
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    Completion completion = session.complete(code, at);
    return new ReplacementOptions(
        completion.matches().stream().map(Completion.Match::text).toList(),
        completion.start(),
        completion.end());
  }

  @Override
  public String isComplete(String code) {
    Completeness completeness = session.completeness(code);
    return switch (completeness.status()) {
      case COMPLETE -> IS_COMPLETE_YES;
      case INVALID -> IS_COMPLETE_BAD;
      case INCOMPLETE -> completeness.indent();
      default -> IS_COMPLETE_MAYBE;
    };
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("Java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("java")
        .build();
  }

  @Override
  public void interrupt() {
    session.interrupt();
  }
}
