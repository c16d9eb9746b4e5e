package firesteel.api.magic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the {@code @Parameters} String field of a magic that takes the rest of the line as typed,
 * quotes included, from the first word that is not an option on: Java code or a shell command. A
 * magic has at most one.
 *
 * <pre>{@code
 * @RawText(java = true)
 * @Parameters(arity = "0..1", paramLabel = "EXPRESSION", description = "The data to show.")
 * private String expression;
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface RawText {
  /** Whether the text is Java, and is completed as Java. */
  boolean java() default false;

  /**
   * Whether options may follow the text too: {@code %table cities --limit 5}. They start at the
   * first word like {@code --name} outside brackets and quotes.
   */
  boolean optionsBehind() default false;
}
