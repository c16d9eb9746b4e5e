package firesteel.data;

import java.util.List;

/**
 * The words of which persons and their devices are made, as {@code usage.json} has them.
 *
 * @param regulars the persons of the first ranks, whose addresses are hard to mask
 * @param cultures names that go together
 * @param domains the domains of addresses, all of them reserved for examples
 * @param streets names of streets
 * @param additions what follows the number of a house
 * @param cities cities with a postal code, as {@code city/code}
 * @param areaCodes codes before fictional telephone numbers
 * @param userAgents what browsers call themselves
 */
record UsageWords(
    List<Regular> regulars,
    List<Culture> cultures,
    List<String> domains,
    List<String> streets,
    List<String> additions,
    List<String> cities,
    List<String> areaCodes,
    List<String> userAgents) {

  /** A person of fixed name; the mailbox stands before the at sign. */
  record Regular(String name, String user, String mailbox) {}

  /** Given and family names, each as {@code name/in ASCII}. */
  record Culture(List<String> given, List<String> family) {}

  static UsageWords load() {
    return JsonResource.read("usage.json", UsageWords.class);
  }
}
