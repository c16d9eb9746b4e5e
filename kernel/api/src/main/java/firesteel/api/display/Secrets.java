package firesteel.api.display;

import java.util.regex.Pattern;

/** Masks values that must not be shown. */
public final class Secrets {
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(KEY|TOKEN|PASSW|PWD|SECRET|CREDENTIAL|AUTH|COOKIE|SIGNATURE|CONNECTION_?STR).*");

  /** A password in a URL, as in https://user:password@host. */
  private static final Pattern PASSWORD_IN_URL = Pattern.compile("(://[^/@:\\s]*:)[^/@\\s]+@");

  private Secrets() {}

  /** Returns the value as it may be shown. */
  public static String masked(String name, String value) {
    boolean folder = name.equals("PWD") || name.equals("OLDPWD");
    if (SECRET_NAME.matcher(name).matches() && !folder && !value.isEmpty()) {
      return "********";
    }
    return PASSWORD_IN_URL.matcher(value).replaceAll("$1********@");
  }
}
