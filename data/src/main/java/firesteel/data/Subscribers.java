package firesteel.data;

import java.time.LocalDate;
import java.util.List;

/** Makes the persons whose sessions are recorded: each a function of the seed and their rank. */
final class Subscribers {
  private static final int STREAM = 30;
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1936, 1, 1);
  private static final int BIRTH_DAYS = 26_000;

  /** Blocks of addresses that are reserved for documentation (RFC 5737). */
  private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

  private static final String HEX = "0123456789abcdef";

  /** One person with their address and equipment; everything is clean. */
  record Subscriber(
      String name,
      String user,
      String email,
      String phone,
      String street,
      String city,
      String zip,
      LocalDate birth,
      String ip,
      String mac,
      String userAgent,
      int downloadSpeed) {}

  private record Name(String text, String ascii) {
    static Name parse(String pair) {
      int slash = pair.indexOf('/');
      return new Name(pair.substring(0, slash), pair.substring(slash + 1));
    }
  }

  private record Names(List<Name> given, List<Name> family) {}

  private final UsageWords words;
  private final List<Names> cultures;
  private final List<Name> cities;

  Subscribers(UsageWords words) {
    this.words = words;
    this.cultures =
        words.cultures().stream()
            .map(
                culture ->
                    new Names(
                        culture.given().stream().map(Name::parse).toList(),
                        culture.family().stream().map(Name::parse).toList()))
            .toList();
    this.cities = words.cities().stream().map(Name::parse).toList();
  }

  /** Returns the person of a rank. */
  Subscriber subscriber(long seed, long rank) {
    RowRandom random = new RowRandom(seed, rank, STREAM);
    Names names = pick(cultures, random);
    Name given = pick(names.given(), random);
    Name family = pick(names.family(), random);
    String name = given.text() + " " + family.text();
    String user = given.ascii() + family.ascii().charAt(0) + random.nextInt(10_000);
    String mailbox = mailbox(given.ascii(), family.ascii(), random);
    if (rank < words.regulars().size()) {
      UsageWords.Regular regular = words.regulars().get((int) rank);
      name = regular.name();
      user = regular.user();
      mailbox = regular.mailbox();
    }
    Name city = pick(cities, random);
    return new Subscriber(
        name,
        user,
        mailbox + "@" + pick(words.domains(), random),
        phone(random),
        (1 + random.nextInt(240)) + " " + pick(words.streets(), random) + addition(random),
        city.text(),
        city.ascii(),
        FIRST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS)),
        ip(random),
        mac(random.nextLong()),
        pick(words.userAgents(), random),
        downloadSpeed(random));
  }

  /** Returns what stands before the at sign, in one of the shapes that people use. */
  private static String mailbox(String given, String family, RowRandom random) {
    int number = random.nextInt(1_000);
    return switch (random.nextInt(10)) {
      case 0 -> given;
      case 1 -> given + "." + family.charAt(0);
      case 2 -> given.charAt(0) + "." + family;
      case 3 -> given + "+news" + number;
      case 4 -> capitalized(given) + "." + capitalized(family);
      case 5 -> given + "_" + family + number;
      case 6 -> given.substring(0, 1) + family.charAt(0);
      case 7 -> family + "-" + given + number;
      default -> given + "." + family;
    };
  }

  private String addition(RowRandom random) {
    return pick(words.additions(), random);
  }

  /** Returns a number of the range 555-0100 to 555-0199, which no telephone has. */
  private String phone(RowRandom random) {
    return pick(words.areaCodes(), random) + "-555-0" + (100 + random.nextInt(100));
  }

  /** Returns a network address of the ranges that are reserved for documentation. */
  static String ip(RowRandom random) {
    if (random.happens(0.1)) {
      // 2001:db8::/32 is reserved for documentation (RFC 3849).
      return "2001:db8:0:" + Integer.toHexString(1 + random.nextInt(0xfffe)) + "::1";
    }
    return pick(NETWORKS, random) + (1 + random.nextInt(254));
  }

  /** Returns a locally administered address: it begins with 02. */
  private static String mac(long bits) {
    StringBuilder mac = new StringBuilder(17).append("02");
    for (int i = 0; i < 5; i++) {
      int octet = (int) (bits >>> (8 * i)) & 0xff;
      mac.append(':').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
    }
    return mac.toString();
  }

  /** Returns the speed that was paid for, in megabits a second. */
  private static int downloadSpeed(RowRandom random) {
    double draw = random.nextDouble();
    if (draw < 0.35) {
      return 50;
    }
    if (draw < 0.75) {
      return 100;
    }
    return draw < 0.93 ? 250 : 1_000;
  }

  private static <T> T pick(List<T> list, RowRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
