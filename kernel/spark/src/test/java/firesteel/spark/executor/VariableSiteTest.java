package firesteel.spark.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VariableSiteTest {
  static Object variable = "value";

  private final VariableSite site = new VariableSite(VariableSiteTest.class, "variable");
  private final MutableCallSite reads =
      site.reads(MethodType.methodType(Object.class, Object.class));

  @BeforeAll
  static void driver() {
    NotebookVariables.inDriver();
  }

  @Test
  void code_stays_compiled_from_job_to_job() {
    MethodHandle bare = reads.getTarget();
    job(false);
    MethodHandle checked = reads.getTarget();
    job(false);
    assertThat(checked).isNotSameAs(bare);
    assertThat(reads.getTarget()).isSameAs(checked);
  }

  @Test
  void a_variable_that_no_job_can_see_changed_is_read_without_a_check() {
    MethodHandle bare = reads.getTarget();
    job(true);
    assertThat(reads.getTarget()).isSameAs(bare);
  }

  @Test
  void a_loop_of_the_notebook_gets_rid_of_the_checks_of_the_last_job() throws Throwable {
    job(false);
    MethodHandle checked = reads.getTarget();
    for (int i = 0; i < 20_000; i++) {
      assertThat((Object) reads.getTarget().invokeExact(variable)).isEqualTo("value");
    }
    assertThat(reads.getTarget()).isNotSameAs(checked);
  }

  @Test
  void checks_stay_as_long_as_a_job_runs() throws Throwable {
    site.use(() -> false);
    MethodHandle checked = reads.getTarget();
    for (int i = 0; i < 20_000; i++) {
      assertThat((Object) reads.getTarget().invokeExact(variable)).isEqualTo("value");
    }
    assertThat(reads.getTarget()).isSameAs(checked);
  }

  private void job(boolean unchanged) {
    site.use(() -> unchanged);
    site.release();
  }
}
