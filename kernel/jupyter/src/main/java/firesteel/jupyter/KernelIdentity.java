package firesteel.jupyter;

import java.util.List;
import java.util.Objects;

/**
 * The kernel's description of itself in {@code kernel_info_reply}.
 *
 * @param implementation the kernel's name, such as {@code firesteel}
 * @param version the kernel's version
 * @param banner the text that consoles show when they start; a few lines
 * @param helpLinks entries of the frontend's help menu
 */
public record KernelIdentity(
    String implementation, String version, String banner, List<HelpLink> helpLinks) {
  /** An entry of the help menu. */
  public record HelpLink(String text, String url) {
    public HelpLink {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(url, "url");
    }
  }

  public KernelIdentity {
    Objects.requireNonNull(implementation, "implementation");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(banner, "banner");
    helpLinks = List.copyOf(helpLinks);
  }
}
