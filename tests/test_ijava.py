"""What was made for IJava runs unchanged: every construct of its documentation, a known recipe, a library."""

import json
import os

import nbformat
import pytest

from conftest import LAUNCHER, REPOSITORY
from support.lab import Lab, chromium
from support.maven import compile_jar

LIB = REPOSITORY / "kernel" / "app" / "target" / "dist" / "lib"

LIBRARY = {
    "acme/Badge.java": """
        package acme;
        import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
        import io.github.spencerpark.jupyter.kernel.display.RenderContext;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
        public class Badge implements DisplayDataRenderable {
          @Override public void render(RenderContext context) {
            context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>badge</b>");
          }
          @Override public String toString() { return "badge"; }
        }
        """,
    "acme/Money.java": """
        package acme;
        public class Money {
          public final int amount;
          public Money(int amount) { this.amount = amount; }
          @Override public String toString() { return amount + " CHF"; }
        }
        """,
    "acme/Acme.java": """
        package acme;
        import io.github.spencerpark.ijava.IJava;
        import io.github.spencerpark.ijava.JavaKernel;
        import io.github.spencerpark.ijava.runtime.Display;
        import io.github.spencerpark.jupyter.kernel.display.DisplayData;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
        import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
        import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
        import java.util.List;
        public class Acme {
          public static void install() {
            JavaKernel kernel = IJava.getKernelInstance();
            kernel.getMagics().registerMagics(Acme.class);
            kernel.getRenderer().createRegistration(Money.class)
                .preferring(MIMEType.TEXT_HTML)
                .register((money, context) ->
                    context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>" + money.amount + "</i>"));
          }
          @LineMagic(aliases = "acmeSum") public static Integer acmeAdd(List<String> args) {
            return args.stream().mapToInt(Integer::parseInt).sum();
          }
          @CellMagic public static String acmeUpper(List<String> args, String body) { return body.strip().toUpperCase(); }
          public static String show(String text) {
            DisplayData data = Display.render(text);
            data.putHTML("<u>" + text + "</u>");
            return Display.display(data);
          }
        }
        """,
}

FIGURE = """
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Page;
import tech.tablesaw.plotly.traces.ScatterTrace;

IJava.getKernelInstance().getRenderer().createRegistration(Figure.class)
    .preferring(MIMEType.TEXT_HTML)
    .register((figure, ctx) -> {
      ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> {
        String id = UUID.randomUUID().toString().replace("-", "");
        figure.asJavascript(id);
        return "<div id=\\"" + id + "\\">my own figure</div>";
      });
    });
"""

# Cells as IJava's documentation has them, with what they show: a form of the result or of a display, and a part of it.
CELLS = [
    ("display(\"alert('Hello from IJava!');\", \"application/javascript\");", "application/javascript", "alert('Hello"),
    ('display("<b>Bold</b>", "text/html", "text/markdown");', "text/markdown", "<b>Bold</b>"),
    ('String md = "Hello from **IJava**";\n\nrender(md, "text/markdown")', "text/markdown", "Hello from **IJava**"),
    (
        'String id = display("<b>Countdown:</b> 3", "text/html");\nfor (int i = 3; i >= 0; i--) {\n'
        '    updateDisplay(id, "<b>Countdown:</b> " + i, "text/html");\n}\nrender("<b>Liftoff!</b>", "text/html")',
        "text/html",
        "<b>Liftoff!</b>",
    ),
    ("(int) eval(\"1 + 2\") + 3", "text/plain", "6"),
    ('eval("%classpath libs/*.jar")', "text/plain", "acme.jar"),
    ("List<String> addedJars = %jars libs/*.jar\naddedJars.size()", "text/plain", "1"),
    ('List<String> again = lineMagic("jars", List.of("libs/"));\nagain', "text/plain", "acme.jar"),
    ("%load setup\nfromSetup", "text/plain", "41"),
    ("import acme.*;\nAcme.install();\n%acmeSum 1 2 3", "text/plain", "6"),
    ("int sum = %acmeAdd 20 1\nsum * 2", "text/plain", "42"),
    ("%%acmeUpper\nquiet", "text/plain", "QUIET"),
    ('String upper = cellMagic("acmeUpper", List.of(), "abc");\nupper', "text/plain", "ABC"),
    ("new Money(5)", "text/html", "<i>5</i>"),
    ("new Badge()", "text/html", "<b>badge</b>"),
    ('Acme.show("shown");', "text/html", "<u>shown</u>"),
    ('getKernelInstance().getMagics().registerLineMagic("twice", args -> args.get(0) + args.get(0));\n"registered"', "text/plain", "registered"),
    ("%twice ab", "text/plain", "abab"),
    (FIGURE + 'new Figure(ScatterTrace.builder(new double[] {1, 2}, new double[] {3, 4}).build())', "text/html", "my own figure"),
]


@pytest.fixture(scope="module")
def library(firesteel, jdk, tmp_path_factory):
    firesteel("version")
    jars = [*LIB.glob("firesteel-ijava-*.jar"), *LIB.glob("firesteel-api-*.jar"), *LIB.glob("jupyter-jvm-basekernel-*.jar")]
    return compile_jar(jdk, tmp_path_factory.mktemp("library") / "acme.jar", LIBRARY, jars)


def fill(folder, library):
    (folder / "libs").mkdir()
    (folder / "libs" / "acme.jar").write_bytes(library.read_bytes())
    (folder / "setup.jshell").write_text("int fromSetup = 41;\n")


def test_every_construct_runs_in_a_kernel(library, fresh_kernel, tmp_path):
    fill(tmp_path, library)
    kernel = fresh_kernel()
    for code, mime, part in CELLS:
        cell = kernel.run(code)
        shown = [b[mime] for b in [*cell.displays, cell.result or {}] if mime in b]
        assert any(part in text for text in shown), f"{code}\n{cell.shown}"
    assert any("%acmeAdd" in d["text/plain"] for d in kernel.run("%lsmagic").displays)
    completed = kernel.complete("%acmeA")
    assert completed["matches"] == ["%acmeAdd"]


def write_notebook(path):
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code) for code, _, _ in CELLS],
        metadata={"kernelspec": {"name": "firesteel", "display_name": "Firesteel", "language": "java"}},
    )
    nbformat.write(notebook, path)


def check_outputs(notebook):
    for (code, mime, part), cell in zip(CELLS, notebook["cells"], strict=True):
        shown = ["".join(o["data"][mime]) for o in cell["outputs"] if mime in o.get("data", {})]
        assert any(part in text for text in shown), f"{code}\n{cell['outputs']}"


def test_every_construct_runs_headless(library, firesteel, tmp_path):
    fill(tmp_path, library)
    write_notebook(tmp_path / "book.ipynb")
    firesteel("run", "-o", tmp_path / "out.ipynb", tmp_path / "book.ipynb")
    check_outputs(json.loads((tmp_path / "out.ipynb").read_text()))


@pytest.mark.browser
def test_every_construct_runs_in_jupyterlab(library, jdk, require, tmp_path):
    require(chromium(), "Chromium")
    folder = tmp_path / "notebooks"
    folder.mkdir()
    fill(folder, library)
    write_notebook(folder / "book.ipynb")
    with Lab(LAUNCHER, {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, tmp_path / "lab.log", [str(folder)]) as lab:
        with lab.open("book.ipynb") as page:
            page.run_all()
            check_outputs(page.notebook())
            page.whole_screenshot(REPOSITORY / "target" / "screenshots" / f"ijava-{jdk}.png")


def test_settings_of_the_environment_and_the_users_own_script_hold_from_the_first_cell_on(jdk, fresh_kernel, tmp_path):
    own = tmp_path / "config" / "firesteel" / "startup.jsh"
    own.parent.mkdir(parents=True)
    own.write_text("int own = 40;\n%time own++;\n")
    (tmp_path / "later.jsh").write_text('println("later " + own);\nint wrong = "x";\n')
    compile_jar(jdk, tmp_path / "greeting.jar", {"acme/Hi.java": 'package acme; public class Hi { public static String text = "hi"; }'})
    kernel = fresh_kernel(
        env={
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "IJAVA_CLASSPATH": f"{tmp_path}/*.jar",
            "IJAVA_STARTUP_SCRIPTS_PATH": f"{tmp_path}/later.jsh",
            "JJAVA_STARTUP_SCRIPT": "String hi = acme.Hi.text;",
            "IJAVA_TIMEOUT": "5000",
            "FIRESTEEL_JAVA_OPTS": "-Dacme.name=value -Dacme.glob=*",
        }
    )
    first = kernel.run('hi + own + System.getProperty("acme.name") + System.getProperty("acme.glob")')
    assert first.text == "hi41value*"
    assert "later 41\n" in first.stdout
    assert "The start-up script later.jsh failed" in first.stderr
    assert "later.jsh, line 2" in first.stderr
    assert kernel.run("own").stderr == ""
    stopped = kernel.execute("while (true) { }")
    assert stopped.error.name == "Interrupted"
    assert "ran longer than 5000 ms" in stopped.stderr
    assert kernel.run("own").text == "41"
