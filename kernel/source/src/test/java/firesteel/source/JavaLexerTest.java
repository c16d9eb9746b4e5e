package firesteel.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.source.JavaToken.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JavaLexerTest {
  private static List<String> cut(String text) {
    return JavaLexer.tokens(text).stream().map(t -> t.kind() + " " + t.text(text)).toList();
  }

  private static JavaToken only(String text) {
    List<JavaToken> tokens = JavaLexer.tokens(text);
    assertThat(tokens).hasSize(1);
    return tokens.get(0);
  }

  @Test
  void cuts_a_statement_into_words_numbers_strings_and_symbols() {
    assertThat(cut("int n = f(1.5e-3, \"a;b\", 'c')[0];"))
        .containsExactly(
            "WORD int",
            "WORD n",
            "SYMBOL =",
            "WORD f",
            "OPEN (",
            "NUMBER 1.5e-3",
            "SYMBOL ,",
            "STRING \"a;b\"",
            "SYMBOL ,",
            "CHARACTER 'c'",
            "CLOSE )",
            "OPEN [",
            "NUMBER 0",
            "CLOSE ]",
            "SYMBOL ;");
  }

  @Test
  void keeps_the_end_of_nested_type_arguments_apart() {
    assertThat(cut("Map<String, List<Row>>m"))
        .containsExactly(
            "WORD Map",
            "SYMBOL <",
            "WORD String",
            "SYMBOL ,",
            "WORD List",
            "SYMBOL <",
            "WORD Row",
            "SYMBOL >",
            "SYMBOL >",
            "WORD m");
  }

  @Test
  void takes_the_longest_symbol() {
    assertThat(cut("x->y::z ... a<=b && !c != d --e"))
        .contains("SYMBOL ->", "SYMBOL ::", "SYMBOL ...", "SYMBOL <=", "SYMBOL &&", "SYMBOL !")
        .contains("SYMBOL !=", "SYMBOL --");
  }

  @Test
  void reads_numbers_of_every_form() {
    for (String number :
        List.of(
            "0", "1_000L", "0xCAFE_BABEL", "0b1010", "0x1.8p-3", "1.", ".5f", "1e+9", "6.02E23d")) {
      assertThat(only(number).kind()).as(number).isEqualTo(Kind.NUMBER);
    }
    assertThat(cut("0xe+1")).containsExactly("NUMBER 0xe", "SYMBOL +", "NUMBER 1");
    assertThat(cut("1-1")).containsExactly("NUMBER 1", "SYMBOL -", "NUMBER 1");
  }

  @Test
  void quotes_and_comment_signs_inside_a_string_are_its_text() {
    assertThat(cut("\"it's // no /* comment */ \\\" \" + 1"))
        .containsExactly("STRING \"it's // no /* comment */ \\\" \"", "SYMBOL +", "NUMBER 1");
  }

  @Test
  void an_escaped_backslash_does_not_escape_the_quote() {
    assertThat(cut("\"C:\\\\\" x")).containsExactly("STRING \"C:\\\\\"", "WORD x");
    assertThat(cut("'\\\\' x")).containsExactly("CHARACTER '\\\\'", "WORD x");
    assertThat(cut("'\\'' '\"'")).containsExactly("CHARACTER '\\''", "CHARACTER '\"'");
  }

  @Test
  void an_unfinished_string_ends_with_its_line() {
    String text = "s = \"abc\nnext";
    List<JavaToken> tokens = JavaLexer.tokens(text);
    assertThat(tokens.get(2)).isEqualTo(new JavaToken(Kind.STRING, 4, 8, false));
    assertThat(tokens.get(3).text(text)).isEqualTo("next");
    assertThat(only("\"abc\\").closed()).isFalse();
    assertThat(only("'").closed()).isFalse();
  }

  @Test
  void a_text_block_reaches_to_its_three_quotes() {
    String block = "\"\"\"\n  a \"quoted\" \"\" \\\"\"\" \\\\ 'x' // y\n  \"\"\"";
    assertThat(cut(block + ".length()"))
        .containsExactly("TEXT_BLOCK " + block, "SYMBOL .", "WORD length", "OPEN (", "CLOSE )");
    assertThat(only("\"\"\"  \t\r\nx\"\"\"").kind()).isEqualTo(Kind.TEXT_BLOCK);
  }

  @Test
  void an_unfinished_text_block_reaches_to_the_end_of_the_text() {
    for (String text :
        List.of("\"\"\"", "\"\"\"\n{ \"a\": 1 }\n", "\"\"\"\nx\\\"\"\"", "\"\"\"\n\\")) {
      assertThat(only(text)).isEqualTo(new JavaToken(Kind.TEXT_BLOCK, 0, text.length(), false));
    }
  }

  @Test
  void three_quotes_with_text_behind_them_are_no_text_block() {
    assertThat(JavaLexer.tokens("\"\"\"abc\"\"\"\nx"))
        .containsExactly(
            new JavaToken(Kind.STRING, 0, 9, false), new JavaToken(Kind.WORD, 10, 11, true));
    assertThat(cut("\"\" + x")).containsExactly("STRING \"\"", "SYMBOL +", "WORD x");
  }

  @Test
  void tells_comments_from_division() {
    assertThat(cut("a / b // c \" d\n/* e ' \n */ f /= 2 /**/"))
        .containsExactly(
            "WORD a",
            "SYMBOL /",
            "WORD b",
            "LINE_COMMENT // c \" d",
            "BLOCK_COMMENT /* e ' \n */",
            "WORD f",
            "SYMBOL /=",
            "NUMBER 2",
            "BLOCK_COMMENT /**/");
    assertThat(only("/* never").closed()).isFalse();
    assertThat(only("/*/").closed()).isFalse();
  }

  @Test
  void reads_words_of_any_alphabet() {
    assertThat(cut("größe_1 = \uD835\uDC65 + $x; 数据.算()"))
        .contains("WORD größe_1", "WORD \uD835\uDC65", "WORD $x", "WORD 数据", "WORD 算");
  }

  @Test
  void translates_unicode_escapes_as_java_does() {
    // A quote written as an escape opens and closes a string; a doubled backslash makes no escape.
    assertThat(cut("\\u0022a\\u0022 b")).containsExactly("STRING \\u0022a\\u0022", "WORD b");
    assertThat(cut("\"\\\\u0022\" b")).containsExactly("STRING \"\\\\u0022\"", "WORD b");
    assertThat(cut("\"\\\\\\u0022 b")).containsExactly("STRING \"\\\\\\u0022", "WORD b");
    assertThat(cut("\"\\u005c\"\" b")).containsExactly("STRING \"\\u005c\"\"", "WORD b");
    assertThat(cut("x\\uu0041y\\u0020z")).containsExactly("WORD x\\uu0041y", "WORD z");
    assertThat(cut("\\u00")).containsExactly("UNKNOWN \\", "WORD u00");
  }

  @Test
  void signs_that_java_does_not_know_are_one_token_each() {
    assertThat(cut("a # `\uD83D\uDE00 b"))
        .containsExactly("WORD a", "UNKNOWN #", "UNKNOWN `", "UNKNOWN \uD83D\uDE00", "WORD b");
  }

  @Test
  void goes_on_from_where_it_is_moved_to() {
    String text = "int a;\n!echo don't\nint b;";
    JavaLexer lexer = new JavaLexer(text);
    lexer.next();
    lexer.next();
    lexer.next();
    assertThat(lexer.position()).isEqualTo(6);
    lexer.moveTo(text.indexOf("int b"));
    assertThat(lexer.next().orElseThrow().text(text)).isEqualTo("int");
    assertThat(lexer.next().orElseThrow().is(text, "b")).isTrue();
    lexer.moveTo(text.length());
    assertThat(lexer.next()).isEmpty();
    assertThatThrownBy(() -> lexer.moveTo(text.length() + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void tokens_never_overlap_and_leave_only_white_space_between_them() {
    Random random = new Random(42);
    String letters = "ab\"'\\u0/*\n\r {}();.<>=-#\uD83D\uDE00é1_";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      int at = 0;
      for (JavaToken token : JavaLexer.tokens(text)) {
        assertThat(token.start()).isBetween(at, text.length());
        assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
        assertThat(text.substring(at, token.start())).isBlank();
        at = token.end();
      }
      assertThat(text.substring(at)).isBlank();
    }
  }
}
