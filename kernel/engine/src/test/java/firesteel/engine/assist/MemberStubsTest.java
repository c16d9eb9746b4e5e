package firesteel.engine.assist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MemberStubsTest {
  @Test
  void takes_the_bodies_of_methods_and_keeps_the_rest() {
    assertThat(MemberStubs.withoutBodies("int f(int a) { if (a > 1) { return 2; } return 1; }"))
        .isEqualTo("int f(int a) {throw null;}");
    assertThat(
            MemberStubs.withoutBodies(
                """
                class A extends B {
                  int[] x = {1, 2};
                  Runnable r = () -> { go(); };
                  static { init(); }
                  A(int y) { super(y); }
                  static class C { void g() throws E { h("}"); } }
                  record D(int z) { D { check(z); } }
                  abstract void i();
                }"""))
        .isEqualTo(
            """
            class A extends B {
              int[] x = {1, 2};
              Runnable r = () -> { go(); };
              static {}
              A(int y) {throw null;}
              static class C { void g() throws E {throw null;} }
              record D(int z) { D {throw null;} }
              abstract void i();
            }""");
  }

  @Test
  void leaves_alone_what_it_might_break() {
    String constants = "enum E { A { int f() { return 1; } }, B; int f() { return 2; } }";
    assertThat(MemberStubs.withoutBodies(constants)).isEqualTo(constants);
    assertThat(MemberStubs.withoutBodies("void f() { unfinished("))
        .isEqualTo("void f() { unfinished(");
    assertThat(MemberStubs.withoutBodies("Row record(int i) { return r; }"))
        .isEqualTo("Row record(int i) {throw null;}");
  }
}
