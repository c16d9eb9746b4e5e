package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the names of cells' classes in messages of the JVM. */
class SourceNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class REPL.$JShell$31$Tag | class Tag",
        "class REPL.$JShell$31B$Tag$Inner | class Tag$Inner",
        "REPL.$JShell$5_6$Größe@1f2e3d4c, more | Größe, more",
        "{a=REPL.$JShell$5$Öl} | {a=Öl}",
        "class [[LREPL.$JShell$5$Tag; | class Tag[][]",
        "[LREPL.$JShell$5$Tag;@77 | Tag[]",
        "REPL.$JShell$12$$Lambda$811/0x00007fa6f030c410@42bf692 | a lambda",
        "class REPL.$JShell$12$$Lambda/0x00007fa6f030c410 cannot | a lambda cannot",
        "REPL.$JShell$12$Tag$$Lambda$3/0x01@1 | a lambda",
        "class REPL.$JShell$12$1 and REPL.$JShell$12$$JShell$anonymous$$0@1f | an anonymous class and an anonymous class",
        "REPL.$JShell$12$1Local@1f, REPL.$JShell$12$Tag$1@1f | Local, Tag$1",
        "because \"REPL.$JShell$30.pn\" is null | because \"pn\" is null",
        "class REPL.$JShell$V85 cannot access a member | a cell cannot access a member",
        "X is X (X is in unnamed module of loader 'firesteel-snippets' @298a5e20) | X is X (X is in unnamed module of loader 'firesteel-snippets' @298a5e20)",
        "REPL.$JShell$1$X is odd (REPL.$JShell$1$X is in unnamed module of loader 'firesteel-snippets' @298a5e20) | X is odd",
        "firesteel-snippets//REPL.$JShell$2$Tag.f(Cell [1]:2) | Tag.f(Cell [1]:2)",
        "java.util.ArrayList<REPL.$JShell$29$Tag> | java.util.ArrayList<Tag>",
        "a@b.c is no class, $JShell$ neither | a@b.c is no class, $JShell$ neither",
      })
  void are_those_of_the_source(String text, String named) {
    assertThat(SourceNames.in(text)).isEqualTo(named);
  }
}
