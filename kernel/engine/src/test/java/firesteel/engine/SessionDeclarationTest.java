package firesteel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.RecordingOutputs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a source file may declare, a cell may. */
class SessionDeclarationTest extends SessionCase {
  /** Stays until the session ends, since later cells keep the imports of its classes. */
  @TempDir static Path imported;

  @Test
  void a_sealed_type_and_its_records_stand_in_one_cell() {
    String cell =
        """
        sealed interface Shape {}
        record Circle(double r) implements Shape {}
        record Square(double side) implements Shape { Square { if (side < 0) throw new IllegalArgumentException(); } }
        Shape shape = new Circle(2);
        shape
        """;
    assertThat(value(cell)).isEqualTo("Circle[r=2.0]");
    assertThat(value(cell)).isEqualTo("Circle[r=2.0]");
    assertThat(failure("record Triangle() implements Shape {}"))
        .contains("declare it in the cell that declares Shape");
  }

  @Test
  void sealed_types_of_every_kind() {
    assertThat(
            value(
                """
                sealed abstract class Expr { abstract int eval(); }
                final class Num extends Expr { int v; Num(int v) { this.v = v; } int eval() { return v; } }
                public non-sealed class Sum extends Expr { Expr a, b; Sum(Expr a, Expr b) { this.a = a; this.b = b; } int eval() { return a.eval() + b.eval(); } }
                int afterwards = 1;
                new Sum(new Num(1), new Num(2)).eval() + afterwards
                """))
        .isEqualTo("4");
    assertThat(
            value(
                """
                sealed interface Tree { record Leaf(int v) implements Tree {} }
                record Fork(Tree l, Tree r) implements Tree {}
                int sum(Tree t) { return t instanceof Tree.Leaf leaf ? leaf.v() : t instanceof Fork f ? sum(f.l()) + sum(f.r()) : 0; }
                sum(new Fork(new Tree.Leaf(2), new Tree.Leaf(3)))
                """))
        .isEqualTo("5");
    assertThat(
            value(
                """
                sealed interface Result<T> permits Ok, Err {}
                record Ok<T>(T value) implements Result<T> {}
                record Err<T>(String why) implements Result<T> {}
                Result<Integer> result = new Ok<>(3);
                result
                """))
        .isEqualTo("Ok[value=3]");
    assertThat(failure("sealed interface Lonely {}")).contains("declare the types that extend it");
  }

  @Test
  void code_below_is_found_by_what_stands_above() {
    assertThat(
            value(
                "int four = dbl(2);\nint dbl(int n) { return n * factor(); }\nint factor() { return 2; }\nfour"))
        .isEqualTo("4");
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        """
        var below = new Below(3);
        System.out.println(below.n + " " + Stream.of(1).map(this_::of).toList());
        class Below { int n; Below(int n) { this.n = n; } }
        class this_ { static int of(int x) { return -x; } }
        """,
        outputs);
    assertThat(outputs.out()).isEqualTo("3 [-1]\n");
  }

  @Test
  void a_method_declared_twice_in_a_cell_counts_from_its_place_on() {
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        """
        int turn() { return 1; }
        System.out.println(turn());
        int turn() { return 2; }
        System.out.println(turn());
        """,
        outputs);
    assertThat(outputs.out()).isEqualTo("1\n2\n");
  }

  @Test
  void classes_and_methods_use_each_other() {
    assertThat(
            value(
                """
                class Even { static final int A = Odd.B + 1; boolean is(int n) { return n == 0 || new Odd().is(n - 1); } }
                class Odd { static final int B = 41; boolean is(int n) { return n != 0 && new Even().is(n - 1); } }
                enum Op { ADD { int of(int a) { return ping(a); } }, NONE { int of(int a) { return a; } }; abstract int of(int a); }
                int ping(int n) { return n == 0 ? 0 : pong(n - 1); }
                int pong(int n) { return n == 0 ? 1 : ping(n - 1); }
                new Even().is(10) + " " + Even.A + " " + Op.ADD.of(3)
                """))
        .isEqualTo("true 42 1");
  }

  @Test
  void overloads_call_each_other() {
    run("int area(int w, int h) { return w * h; }");
    run("int area(int side) { return area(side, side); }");
    assertThat(value("area(3) + area(2, 5)")).isEqualTo("19");
    run("int area(int w, int h) { return -w * h; }");
    assertThat(value("area(3)")).isEqualTo("-9");
    assertThat(
            value(
                """
                long pow(long b, int e) { return pow(b, e, 1000); }
                long pow(long b, int e, long m) { return e == 0 ? 1 : b * pow(b, e - 1, m) % m; }
                pow(2, 12)
                """))
        .isEqualTo("96");
    run(
        "<T> List<T> times(T t) { return times(t, 2); }\n<T> List<T> times(T t, int n) { return Collections.nCopies(n, t); }");
    assertThat(value("times(\"a\")")).isEqualTo("[a, a]");
  }

  @Test
  void an_overloads_error_names_its_cell_or_both() {
    int first = run("int deep(int x) {\n  return x / 0;\n}").executionCount();
    run("int deep(int x, int y) { return deep(x); }");
    assertThat(failure("deep(1)")).contains("Cell [" + first + "]").contains("line 2)");
  }

  @Test
  void records_have_constructors_of_their_own() {
    assertThat(
            value(
                """
                record Point(int x, int y) implements Comparable<Point> {
                  static final Point ORIGIN = new Point(0, 0);
                  Point { if (x < 0) throw new IllegalArgumentException("negative"); }
                  Point(int both) { this(both, both); }
                  public int compareTo(Point o) { return Integer.compare(x, o.x); }
                }
                new TreeSet<>(List.of(new Point(2, 1), new Point(1), Point.ORIGIN)).last()
                """))
        .isEqualTo("Point[x=2, y=1]");
    assertThat(failure("new Point(-1, 2)")).contains("negative").contains("line 3");
  }

  @Test
  void a_static_block_runs() {
    RecordingOutputs outputs = new RecordingOutputs();
    run("static { System.out.println(\"block\"); }", outputs);
    assertThat(outputs.out()).isEqualTo("block\n");
  }

  @Test
  void says_how_to_run_a_program_that_was_only_declared() {
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "public class Main {\n  public static void main(String[] args) { System.out.println(\"ran\"); }\n}",
        outputs);
    assertThat(outputs.err()).contains("Main.main(new String[0])");
    run("Main.main(new String[0])", outputs);
    assertThat(outputs.out()).isEqualTo("ran\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          package com.example; class P {}      | leave the line out
          this.toString()                      | there is no this outside a class
          return 5;                            | the cell's last line
          if (1 < 2) { return; }               | return outside a method
          for (;;) { if (1 < 2) return 4; }    | return outside a method
          synchronized void s() {}             | synchronized (lock)
          String toString() { return "x"; }    | give it another name
          int hashCode() { return 1; }         | give it another name
          """)
  void says_what_to_write_instead(String code, String said) {
    assertThat(failure(code)).contains(said).doesNotContain("JShell");
  }

  @Test
  void a_return_of_a_lambda_or_a_method_is_none() {
    assertThat(value("Supplier<Integer> three = () -> { return 3; };\nthree.get()")).isEqualTo("3");
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "for (int i = 0; i < 2; i++) { Runnable r = () -> { return; }; r.run(); System.out.print(new Object() { int z() { return 4; } }.z()); }",
        outputs);
    assertThat(outputs.out()).isEqualTo("44");
  }

  @Test
  void names_what_a_declaration_lacks_when_it_is_used() {
    run("@Retention(RetentionPolicy.RUNTIME) @interface Mark {}");
    assertThat(failure("Mark.class"))
        .contains("Mark can't be used until class Retention")
        .contains("import java.lang.annotation.Retention;");
    run("import java.lang.annotation.*;");
    assertThat(value("@Mark class Marked {}\nMarked.class.isAnnotationPresent(Mark.class)"))
        .isEqualTo("true");
  }

  @Test
  void assertions_hold() {
    assertThat(failure("assert 1 > 2 : \"no\";")).contains("AssertionError: no");
    run(
        """
        class Account { int held; void take(int n) { assert n <= held : "too much"; } }
        interface Checks { default int of(int x) { assert x > 0; return x; } }
        int positive(int x) { assert x > 0 : x; return x; }
        enum Sign { PLUS; int of(int x) { assert x > 0; return x; } }
        """);
    assertThat(failure("new Account().take(3)")).contains("AssertionError: too much");
    assertThat(failure("new Checks() {}.of(-1)")).contains("AssertionError");
    assertThat(failure("positive(-1)")).contains("AssertionError: -1").contains("line 3");
    assertThat(failure("Sign.PLUS.of(-1)")).contains("AssertionError");
    assertThat(failure("Runnable r = () -> { assert false : \"lambda\"; };\nr.run();"))
        .contains("AssertionError: lambda");
    assertThat(value("positive(2)")).isEqualTo("2");
  }

  @Test
  void says_that_annotation_processors_do_not_run(@TempDir Path folder) throws Exception {
    Path jar = processorJar(folder.resolve("makes-getters-1.0.jar"), Sample.class);
    session().addToClassPath(List.of(jar));
    RecordingOutputs outputs = new RecordingOutputs();
    run("import firesteel.engine.*;\n@Sample class Person { private String name; }", outputs);
    assertThat(outputs.err())
        .contains("@Sample is for the annotation processor of makes-getters-1.0.jar")
        .contains("or a record");
  }

  @Test
  void says_so_of_a_processor_that_sits_beside_its_annotations(@TempDir Path folder)
      throws Exception {
    Path jar = processorJar(folder.resolve("processor-1.0.jar"), SampleProcessor.class);
    session().addToClassPath(List.of(jar));
    RecordingOutputs outputs = new RecordingOutputs();
    run(
        "import java.lang.annotation.Documented;\n@Documented @interface Mine {}\n"
            + "class Item { @java.beans.BeanProperty int n() { return 1; } }",
        outputs);
    assertThat(outputs.err())
        .contains("@Documented is for the annotation processor of processor-1.0.jar")
        .contains("@java.beans.BeanProperty is for the annotation processor of processor-1.0.jar");
  }

  @Test
  void knows_the_processors_that_most_use() throws Exception {
    Path source = imported.resolve("Value.java");
    Files.writeString(
        source,
        "package org.immutables.value; public @interface Value { @interface Immutable {} }");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", imported.toString(), source.toString()))
        .isZero();
    session().addToClassPath(List.of(imported));
    RecordingOutputs outputs = new RecordingOutputs();
    run("import org.immutables.value.*;\n@Value.Immutable interface Named {}", outputs);
    assertThat(outputs.err())
        .contains("@Value.Immutable is for the annotation processor of Immutables");
    run("@Deprecated class Old { @Override public String toString() { return \"\"; } }", outputs);
    assertThat(outputs.err()).doesNotContain("Deprecated", "Override");
  }

  /** Returns a jar with one class that declares a processor. */
  private static Path processorJar(Path jar, Class<?> type) throws Exception {
    Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    String file = type.getName().replace('.', '/') + ".class";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("META-INF/services/javax.annotation.processing.Processor"));
      zip.write((type.getName() + "\n").getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(file));
      zip.write(Files.readAllBytes(classes.resolve(file)));
    }
    return jar;
  }
}
