package firesteel.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.source.SourceText;
import java.util.List;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class CompilerTasksTest {
  private final JavaFileManager files =
      ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
  private final CompilerTasks tasks = new CompilerTasks(List.of("-proc:none"));

  @Test
  void keeps_what_it_read_where_java_was_started_for_that() {
    assertThat(tasks.isPooled()).isTrue();
    assertThat(objectClass()).isSameAs(objectClass());
    Object before = objectClass();
    tasks.renew();
    assertThat(objectClass()).isNotSameAs(before);
  }

  @Test
  void passes_on_what_the_work_throws() {
    assertThatThrownBy(
            () ->
                tasks.run(
                    files,
                    problem -> {},
                    new SourceText("A", "class A {}"),
                    task -> {
                      throw new IllegalArgumentException("thrown by the work");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("thrown by the work");
  }

  private Object objectClass() {
    return tasks.run(
        files,
        problem -> {},
        new SourceText("A", "class A {}"),
        task -> task.getElements().getTypeElement("java.lang.Object"));
  }
}
