package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationFormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sealed interface S {} record A() implements S {}          | sealed interface S permits A {} record A() implements S {}
          sealed interface S<T> {} class A<T> extends B<S<T>> {}     | sealed interface S<T> {} class A<T> extends B<S<T>> {}
          sealed interface S<T> {} record A<T>() implements Q, S<T> {} | sealed interface S<T> permits A {} record A<T>() implements Q, S<T> {}
          sealed interface S permits A {} record A() implements S {} | sealed interface S permits A {} record A() implements S {}
          sealed class S { static final class N extends S {} }       | sealed class S { static final class N extends S {} }
          sealed class S { static final class N extends S {} } final class M extends S {} | sealed class S permits S.N, M { static final class N extends S {} } final class M extends S {}
          non-sealed class S {} class A extends S {}                 | non-sealed class S {} class A extends S {}
          record R(int x) { R { check(x); } }                        | record R(int x) { public R { check(x); } }
          record R(int x) { static R of() { return new R(1); } }     | record R(int x) { static R of() { return new R(1); } }
          record R(int x) { private R { } }                          | record R(int x) { private R { } }
          record R(int x) { R(String s) { this(1); } }               | record R(int x) { public R(String s) { this(1); } }
          class C { record R(int x) { R { } } }                      | class C { record R(int x) { R { } } }
          static { run(); }                                          | '       { run(); }'
          class C { static { run(); } }                              | class C { static { run(); } }
          int sealed = 1; int record = 2; var s = String.class;      | int sealed = 1; int record = 2; var s = String.class;
          """)
  void puts_declarations_into_their_form(String java, String expected) {
    assertThat(DeclarationForms.in(java).text()).isEqualTo(expected);
  }
}
