package firesteel.data;

/** One trip of a for-hire vehicle while it is made: amounts in cents, times in seconds. */
final class ForHireTrip {
  int month;
  int hour;
  Licence licence;
  String base;

  long pickup;
  int requestedBefore;
  int waited;
  int seconds;
  int dropoffAfter;

  int pickupZone;
  int dropoffZone;
  int milesHundredths;

  int fare;
  int tolls;
  int fund;
  int salesTax;
  int congestion;
  int airportFee;
  int tip;
  int driverPay;

  boolean sharedRequest;
  boolean sharedMatch;
  boolean wheelchairRequest;
  boolean wheelchairMatch;

  /** A company with a licence, and the bases that send its cars. */
  enum Licence {
    /** Uber. */
    HV0003(
        new String[] {
          "B02764", "B02872", "B02875", "B02682", "B02617", "B02864", "B02866", "B02765", "B02869",
          "B02878", "B02871", "B02883", "B02884", "B02887", "B02512", "B02889", "B02598", "B02395"
        },
        new AliasTable(22, 12, 10, 7, 7, 6, 6, 6, 5, 5, 5, 5, 5, 4, 4, 3, 3, 2)),
    /** Lyft. */
    HV0005(new String[] {"B02510", "B02844"}, new AliasTable(97, 3)),
    /** Via. */
    HV0004(new String[] {"B02800", "B03136"}, new AliasTable(90, 10));

    private final String[] bases;
    private final AliasTable shares;

    Licence(String[] bases, AliasTable shares) {
      this.bases = bases;
      this.shares = shares;
    }

    String pickBase(RowRandom random) {
      return bases[shares.pick(random)];
    }
  }
}
