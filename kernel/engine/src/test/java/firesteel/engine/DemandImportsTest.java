package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.completion.Completion;
import firesteel.api.session.CellResult;
import firesteel.api.session.RecordingOutputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IJava's and JShell's imports that cells get when they need them. */
class DemandImportsTest extends SessionCase {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pattern.matches(\"a+\", \"aa\")",
        "Matcher m1 = Pattern.compile(\"a\").matcher(\"a\"); m1.find()",
        "URI.create(\"http://x/\").getHost().equals(\"x\")",
        "class LongAdderX {}\nnew ConcurrentHashMap<String, LongAdderX>().isEmpty()",
        "TimeUnit.SECONDS.toMillis(1) == 1000",
        "Preferences.MAX_KEY_LENGTH > 0",
        "CompletableFuture.supplyAsync(() -> 1).get() == 1",
        "Callable<Integer> c1 = () -> 1; c1.call() == 1",
        "try { new URL(\"x\"); } catch (MalformedURLException e) { System.out.print(e); }\ntrue",
        "boolean f1() throws InterruptedException { return new CountDownLatch(0).await(1, TimeUnit.SECONDS); }\nf1()",
        "record Site(URL address, Pattern names) {}\nnew Site(null, null).names() == null",
      })
  void a_type_of_these_packages_needs_no_import(String cell) {
    assertThat(value(cell)).isEqualTo("true");
  }

  @Test
  void what_cells_declare_goes_before_also_when_the_name_was_used_before() {
    assertThat(value("Semaphore s2 = new Semaphore(3); s2.availablePermits()")).isEqualTo("3");
    assertThat(value("record Phaser(int parties) {}\nnew Phaser(7).parties()")).isEqualTo("7");
    assertThat(value("new Exchanger<String>() != null")).isEqualTo("true");
    assertThat(value("record Exchanger(String value) {}\nnew Exchanger(\"mine\").value()"))
        .isEqualTo("mine");
    assertThat(value("s2.availablePermits()")).isEqualTo("3");
  }

  @Test
  void what_cells_import_goes_before_also_when_the_name_was_used_before() {
    assertThat(value("Flow.defaultBufferSize()")).isEqualTo("256");
    assertThat(value("import java.awt.image.*;\nFlow.defaultBufferSize()")).isEqualTo("256");
    assertThat(value("import jdk.jshell.*;\nimport javax.swing.text.html.*;\n1")).isEqualTo("1");
    // java.net.Proxy was meant before, java.lang.reflect.Proxy from now on.
    assertThat(value("Proxy.NO_PROXY.type()")).isEqualTo("DIRECT");
    assertThat(value("import java.lang.reflect.Proxy;\nProxy.isProxyClass(String.class)"))
        .isEqualTo("false");
  }

  @Test
  void a_whole_package_that_cells_import_goes_before() {
    assertThat(value("import java.lang.management.*;\nimport java.rmi.server.*;\n2"))
        .isEqualTo("2");
    assertThat(value("import java.lang.reflect.*;\nProxy.isProxyClass(int.class)"))
        .isEqualTo("false");
  }

  @Test
  void names_within_qualified_names_strings_and_comments_import_nothing() {
    long before = session().imports().stream().filter(i -> i.contains("java.util.regex")).count();
    value("// MatchResult\nString t3 = \"MatchResult\"; java.util.regex.MatchResult r3 = null;");
    assertThat(session().imports().stream().filter(i -> i.contains("java.util.regex")).count())
        .isEqualTo(before);
  }

  @Test
  void completion_and_inspection_know_them_before_they_are_used() {
    assertThat(texts("BrokenBarrierEx")).contains("BrokenBarrierException");
    assertThat(texts("PatternSyntaxException.class.getN")).contains("getName()");
    assertThat(session().inspect("InetAddress", 3, false).orElseThrow().text())
        .contains("In java.net");
  }

  private static Stream<String> texts(String code) {
    Completion completion = session().complete(code, code.length());
    return completion.matches().stream().map(Completion.Match::text);
  }

  @Test
  void printing_has_short_names() {
    RecordingOutputs outputs = new RecordingOutputs();
    CellResult result =
        run(
            "print(1); println('c'); println(); println(new char[] {'x'}); printf(\"%d-%s%n\", 2, \"b\")",
            outputs);
    assertThat(result.error()).isEmpty();
    assertThat(result.value()).isEmpty();
    assertThat(outputs.out()).isEqualTo("1c\n\nx\n2-b\n");
  }
}
