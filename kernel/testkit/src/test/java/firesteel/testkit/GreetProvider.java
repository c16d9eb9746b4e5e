package firesteel.testkit;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;
import java.util.List;

/** An extension that is found, for the tests of the testkit itself. */
public final class GreetProvider implements ExtensionProvider {
  /** Gives cells an import that a variable names. */
  record GreetExtension(String imported) implements SessionExtension {
    @Override
    public List<String> imports() {
      return List.of(imported);
    }
  }

  @Override
  public String name() {
    return "greet";
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    return new GreetExtension(
        settings.environment().getOrDefault("GREET_IMPORT", "java.math.BigInteger"));
  }
}
