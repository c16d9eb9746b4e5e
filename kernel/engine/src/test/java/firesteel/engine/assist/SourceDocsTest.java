package firesteel.engine.assist;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documentation of a jar whose sources lie beside it. */
final class SourceDocsTest {
  private static final String SOURCE =
      """
      package shop;

      import java.util.List;

      /** What things cost; <i>net</i>. */
      public class Prices {
        /**
         * Looks a price up in a {@link java.util.Map#get(Object) table} &amp; rounds it.
         *
         * <p>Never <script>alert("x")</script> negative, see {@link Math#max(int, int)}:
         * <ul>
         *   <li>first {@code a < b}
         *   <li>second <a href="javascript:alert(1)" onclick="x()">link</a>
         * </ul>
         * <pre>{@code
         * prices.of("tea", List.of());
         * }</pre>
         *
         * @param <T> anything
         * @param article its name
         * @param tags what <b onmouseover="evil()">it</b> is
         * @return cents
         * @throws IllegalStateException when {@code closed}
         * @deprecated ask <table><tr><td>somebody else
         */
        @Deprecated
        public <T> int of(String article, List<? extends T>... tags) { return 1; }

        public static class Door {
          /** Opens a door. */
          public void open(int door) {}
        }

        public static class Glass extends Door {
          /** {@inheritDoc} */
          @Override
          public void open(int door) {}
        }
      }
      """;

  @TempDir private static Path folder;
  private static JShell shell;
  private static JavaAssist assist;

  @BeforeAll
  static void buildAJarWithSources() throws Exception {
    Path source = Files.createDirectories(folder.resolve("src/shop")).resolve("Prices.java");
    Files.writeString(source, SOURCE);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(status).isZero();
    Path jar = folder.resolve("shop-1.0.jar");
    zip(jar, "shop/Prices.class", Files.readAllBytes(classes.resolve("shop/Prices.class")));
    zip(
        folder.resolve("shop-1.0-sources.jar"),
        "shop/Prices.java",
        SOURCE.getBytes(StandardCharsets.UTF_8));
    shell = JShell.builder().executionEngine("local").build();
    JavaFileManager files = TestFiles.of(jar, classes);
    assist =
        new JavaAssist(
            () -> shell,
            () -> files,
            () -> List.of(jar, classes),
            n -> Optional.empty(),
            () -> folder);
  }

  private static void zip(Path file, String entry, byte[] content) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  private static MimeBundle inspect(String text) {
    return assist.inspect(text.replaceFirst("\\|", ""), text.indexOf('|'), false).orElseThrow();
  }

  @Test
  void takes_parameter_names_and_documentation_from_the_sources() {
    String text = inspect("shop.Prices p = null; p.o|f(\"tea\")").text();
    assertThat(text)
        .startsWith("<T> int of(String article, List<? extends T>... tags)\nIn shop.Prices")
        .contains("Looks a price up in a table & rounds it.")
        .contains("- first a < b\n- second link")
        .contains("prices.of(\"tea\", List.of());")
        .contains("Type parameters:\n  T - anything")
        .contains("Parameters:\n  article - its name")
        .contains("Throws:\n  IllegalStateException - when closed")
        .contains("Deprecated:\n  ask");
  }

  @Test
  void writes_readable_markdown() {
    String markdown =
        (String) inspect("shop.Prices p = null; p.of(|").data().get(MimeBundle.MARKDOWN);
    assertThat(markdown)
        .contains("rounds it.\n\nNever")
        .contains("see `Math.max(int, int)`:\n\n- first `a < b`\n- second link")
        .contains("```java\nprices.of(\"tea\", List.of());\n```")
        .contains("- `article`: its name")
        .doesNotContain("<script>");
  }

  @Test
  void writes_html_that_cannot_harm_its_page() {
    String html = (String) inspect("shop.Prices p = null; p.of(|").data().get(MimeBundle.HTML);
    assertThat(html)
        .contains("<code>Math.max(int, int)</code>")
        .contains("<code>a &lt; b</code>")
        .contains("<li><code>article</code>: its name</li>")
        .contains("<table><tr><td>somebody else</td></tr></table></li></ul>")
        .doesNotContain("script>")
        .doesNotContain("href")
        .doesNotContain("onclick")
        .doesNotContain("onmouseover");
  }

  @Test
  void takes_the_documentation_of_an_overridden_method() {
    assertThat(inspect("new shop.Prices.Glass().ope|n(1)").text()).contains("Opens a door.");
  }

  @Test
  void documents_classes() {
    assertThat(inspect("shop.Pric|es p").text())
        .isEqualTo("public class Prices\nIn shop\n\nWhat things cost; net.");
  }
}
