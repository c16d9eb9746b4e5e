package firesteel.ijava;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import firesteel.api.session.Session;
import firesteel.engine.JavaSession;
import firesteel.engine.TestClassPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IJavaTest {
  private static Session session;

  private RecordingOutputs outputs;

  @BeforeAll
  static void open() {
    session =
        JavaSession.builder()
            .classPath(TestClassPath.entries())
            .extension(new IJavaExtension())
            .build();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @BeforeEach
  void record() {
    outputs = new RecordingOutputs();
  }

  private Map<String, Object> value(String code) {
    CellResult result = session.execute(Cell.of(code), outputs);
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::data).orElse(Map.of());
  }

  private String failure(String code) {
    return String.join(
        "\n", session.execute(Cell.of(code), outputs).error().orElseThrow().traceback());
  }

  @Test
  void rendered_values_are_the_values_of_cells() {
    assertThat(value("render(\"**x**\", \"text/markdown\")"))
        .containsEntry("text/markdown", "**x**");
    assertThat(value("render(List.of(1, 2))")).containsEntry("text/plain", "[1, 2]");
    assertThat(
            value(
                "io.github.spencerpark.jupyter.kernel.display.DisplayData d = render(\"x\");\n"
                    + "d.putHTML(\"<b>x</b>\"); d.putJSON(\"{\\\"a\\\": [1, 2.5]}\");\nd"))
        .containsEntry("text/html", "<b>x</b>")
        .containsEntry("application/json", Map.of("a", List.of(1L, 2.5)));
  }

  @Test
  void the_functions_by_their_own_classes_do_the_same() {
    assertThat(
            value(
                "String id = io.github.spencerpark.ijava.runtime.Display.display(\"<i>x</i>\", \"text/html\");\n"
                    + "io.github.spencerpark.ijava.runtime.Display.updateDisplay(id, \"y\");\n"
                    + "io.github.spencerpark.ijava.runtime.Kernel.eval(\"20 + 1\")"))
        .containsEntry("text/plain", "21");
    assertThat(outputs.events().get(1))
        .isEqualTo(outputs.events().get(0).replace("display", "update"));
  }

  @Test
  void data_with_an_id_of_its_own_is_shown_and_updated_under_it() {
    value(
        "var named = render(\"first\");\nnamed.setDisplayId(\"mine\");\n"
            + "io.github.spencerpark.ijava.runtime.Display.display(named);\n"
            + "getKernelInstance().getIO().display.updateDisplay(\"mine\", render(\"second\"));\n"
            + "getKernelInstance().getIO().out.print(\"printed\");"
            + "getKernelInstance().getIO().out.flush();");
    assertThat(outputs.events()).containsExactly("display mine", "update mine");
    assertThat(outputs.updates().get(0).text()).isEqualTo("second");
    assertThat(outputs.out()).isEqualTo("printed");
  }

  @Test
  void registered_renderers_show_values_of_their_type_and_its_subtypes() {
    value(
        "import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;\n"
            + "interface Shape {}\nrecord Circle(int r) implements Shape {}\n"
            + "getKernelInstance().getRenderer().createRegistration(Shape.class)"
            + ".preferring(MIMEType.TEXT_HTML).supporting(\"text/latex\")"
            + ".register((shape, ctx) -> {\n"
            + "  ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> \"<b>shape</b>\");\n"
            + "  ctx.renderIfRequested(MIMEType.TEXT_LATEX, () -> \"$O$\");\n});");
    assertThat(value("new Circle(1)"))
        .containsEntry("text/html", "<b>shape</b>")
        .containsEntry("text/plain", "Circle[r=1]")
        .doesNotContainKey("text/latex");
    value("display(new Circle(1), \"text/latex\");");
    assertThat(outputs.shown().get(0).data())
        .containsEntry("text/latex", "$O$")
        .doesNotContainKey("text/html");
  }

  @Test
  void objects_that_render_themselves_are_shown() {
    assertThat(
            value(
                "import io.github.spencerpark.jupyter.kernel.display.*;\n"
                    + "import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;\n"
                    + "class Own implements DisplayDataRenderable {\n"
                    + "  public void render(RenderContext ctx) {"
                    + " ctx.renderIfRequested(MIMEType.TEXT_MARKDOWN, () -> \"*own*\"); }\n"
                    + "  public String toString() { return \"own\"; }\n}\nnew Own()"))
        .containsEntry("text/markdown", "*own*")
        .containsEntry("text/plain", "own");
  }

  @Test
  void annotated_methods_are_magics() {
    value(
        "import io.github.spencerpark.jupyter.kernel.magic.registry.*;\n"
            + "class Magic {\n"
            + "  @LineMagic(aliases = \"w2\") public List<String> w1(List<String> args) { return args; }\n"
            + "  @LineMagic public static String none() { return \"none\"; }\n"
            + "  @CellMagic(\"up\") public String upper(List<String> args, String body) {"
            + " return args + body.toUpperCase(); }\n"
            + "  @LineMagic @CellMagic public String both(List<String> args, String body) {"
            + " return args + \"/\" + body; }\n"
            + "  @LineMagic public void fails(List<String> args) { throw new IllegalStateException(\"why\"); }\n}\n"
            + "getKernelInstance().getMagics().registerMagics(new Magic());");
    assertThat(value("%w2 \"a b\" --flag")).containsEntry("text/plain", "[a b, --flag]");
    assertThat(value("List<String> got = %w1 x y\ngot.size()")).containsEntry("text/plain", "2");
    assertThat(value("%none")).containsEntry("text/plain", "none");
    assertThat(value("%%up x\nabc")).containsEntry("text/plain", "[x]ABC");
    assertThat(value("%%both x\nabc")).containsEntry("text/plain", "[x]/abc");
    assertThat(value("%both x")).containsEntry("text/plain", "[x]/null");
    assertThat(failure("%fails")).contains("IllegalStateException: why");
    assertThat(session.magics().lineNames()).contains("w1", "w2", "both");
  }

  @Test
  void magics_are_called_through_the_kernel() {
    assertThat(
            value(
                "getKernelInstance().getMagics().registerLineMagic(\"count\", args -> args.size());\n"
                    + "(int) getKernelInstance().getMagics().applyLineMagic(\"count\", List.of(\"a\", \"b\")) + 1"))
        .containsEntry("text/plain", "3");
    assertThat(failure("getKernelInstance().getMagics().applyLineMagic(\"nosuch\", List.of())"))
        .contains("UndefinedMagicException");
  }

  @Test
  void the_kernel_completes_and_tells_what_is_complete() {
    assertThat(
            value(
                "getKernelInstance().complete(\"\\\"\\\".isEmp\", 8).getReplacements().get(0)"
                    + " + getKernelInstance().isComplete(\"1 + 1\")"))
        .containsEntry("text/plain", "isEmpty()complete");
  }
}
