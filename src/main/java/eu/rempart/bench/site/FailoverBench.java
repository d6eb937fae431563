package eu.rempart.bench.site;

import java.io.PrintStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * {@code ./rempart bench failover [--faults N]}: machines die, are cut off, freeze and hand over,
 * under writers at both sites that use the data source of the application. Tells for each fault how
 * long nobody was told that anything is safe, and at the end what is missing; then loses both
 * copies one after the other. Run as root with nothing beside it.
 */
public final class FailoverBench {

  /** A fault lasts that long at least, so that copies fall behind and leases run out. */
  private static final long LEAST_MILLIS = 12_000;

  private static final long MEDIAN_MILLIS = 8_000;
  private static final long READY_MILLIS = 15_000;
  private static final long LISTENS_MILLIS = 2_000;
  private static final long PAUSE_MILLIS = 3_000;

  private final SiteMachines machines;
  private final PrintStream out;
  private final List<Outcome> outcomes = new ArrayList<>();

  /**
   * What one fault led to.
   *
   * @param gap for how long nobody was told that anything is safe
   * @param late acknowledged by the former primary after the new one began to
   * @param ready so long after the move the node beside the new primary was ready
   * @param listens so long after the move it heard the database's notices
   */
  private record Outcome(Fault fault, long gap, long late, long ready, long listens) {

    boolean isWithinBounds() {
      return gap <= fault.longestGap() && ready <= READY_MILLIS && listens <= LISTENS_MILLIS;
    }
  }

  private FailoverBench(SiteMachines machines, PrintStream out) {
    this.machines = machines;
    this.out = out;
  }

  /**
   * Runs the faults one after the other, and prints the table.
   *
   * @throws IllegalStateException at the end, if a bound was not kept
   */
  public static void run(int faults) throws Exception {
    if (!System.getProperty("user.name").equals("root")) {
      throw new IllegalStateException(
          "two sites on one machine need networks of their own, so this is for root");
    }
    try (BenchSites sites = BenchSites.start()) {
      if (!new FailoverBench(sites.machines(), System.out).measure(faults)) {
        sites.keepFolder();
        throw new IllegalStateException("not every bound was kept; logs are in " + sites.folder());
      }
    }
  }

  private boolean measure(int faults) throws Exception {
    try (Connection owner = machines.connect()) {
      Written.prepare(owner);
      WriteCost.measure(owner, out);
    }
    machines.startWriter("site-a");
    machines.startWriter("site-b");
    machines.awaitWriting(System.currentTimeMillis());
    out.printf(
        "%4s %-32s %-8s %9s %13s %6s %9s %9s%n",
        "", "fault", "primary", "no write", "acknowledged", "late", "ready", "listens");
    for (int i = 0; i < faults; i++) {
      measure(i, Fault.TURN.get(i % Fault.TURN.size()));
    }
    Notes notes = machines.notes();
    Written written;
    try (Connection owner = machines.connect()) {
      written = Written.read(owner);
    }
    boolean promotedByHand = LastCopy.lose(machines, out);
    return judge(notes, written) && promotedByHand;
  }

  private void measure(int index, Fault fault) throws Exception {
    if (fault.needsCopyAtB() && machines.awaitSafe().equals("site-b")) {
      machines.command("site-b", "site", "switch");
    }
    String primary = machines.awaitSafe();
    String copy = SiteMachines.other(primary);
    Thread.sleep(PAUSE_MILLIS);
    long begun = System.currentTimeMillis();
    fault.begin(machines, primary, copy);
    machines.awaitOneWriter(begun + LEAST_MILLIS / 2);
    sleepUntil(begun + LEAST_MILLIS);
    fault.end(machines, primary, copy);
    machines.awaitSafe();
    long safe = System.currentTimeMillis();
    machines.awaitWriting(safe);
    Notes notes = machines.notes();
    String former = machines.address(primary);
    OptionalLong move = notes.firstByOther(former, begun, safe);
    Outcome outcome =
        new Outcome(
            fault,
            notes.longestGap(begun, safe),
            notes.late(former, begun, safe, fault.stopsWriterOfPrimary() ? primary : null),
            move.isPresent() ? notes.readyAfter(move.getAsLong(), copy, begun) : 0,
            move.isPresent() ? notes.listensAfter(move.getAsLong(), copy, begun) : 0);
    outcomes.add(outcome);
    out.printf(
        Locale.ROOT,
        "%4d %-32s %-8s %7.1f s %13d %6d %7.1f s %7.1f s%s%n",
        index + 1,
        fault,
        primary,
        outcome.gap() / 1e3,
        notes.count(begun, safe),
        outcome.late(),
        outcome.ready() / 1e3,
        outcome.listens() / 1e3,
        outcome.isWithinBounds() ? "" : "  beyond its bound");
  }

  private static void sleepUntil(long millis) throws InterruptedException {
    Thread.sleep(Math.max(0, millis - System.currentTimeMillis()));
  }

  private boolean judge(Notes notes, Written written) {
    long lost = written.lost(notes);
    long late = outcomes.stream().mapToLong(Outcome::late).sum();
    long[] gaps =
        outcomes.stream()
            .filter(it -> it.fault() != Fault.SWITCHED)
            .mapToLong(Outcome::gap)
            .sorted()
            .toArray();
    long median = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    boolean kept =
        lost == 0
            && late == 0
            && written.doubled() == 0
            && median <= MEDIAN_MILLIS
            && outcomes.stream().allMatch(Outcome::isWithinBounds);
    out.printf(
        Locale.ROOT,
        "%nno write for %.1f s at the median (bound 8), %.1f s at most (15); planned switch %.1f s"
            + " at most (5)%n",
        median / 1e3,
        (gaps.length == 0 ? 0 : gaps[gaps.length - 1]) / 1e3,
        longestSwitch() / 1e3);
    out.printf(
        Locale.ROOT,
        "after a move the node beside the new primary ready within %.1f s (15), listening within"
            + " %.1f s (2)%n",
        outcomes.stream().mapToLong(Outcome::ready).max().orElse(0) / 1e3,
        outcomes.stream().mapToLong(Outcome::listens).max().orElse(0) / 1e3);
    out.printf(
        Locale.ROOT, "faults %d, acknowledged by a former primary %d%n", outcomes.size(), late);
    out.println(
        lastLine(
            notes.acknowledged().size(),
            lost,
            written.doubled(),
            outcomes.stream().mapToLong(Outcome::gap).max().orElse(0)));
    return kept;
  }

  private long longestSwitch() {
    return outcomes.stream()
        .filter(it -> it.fault() == Fault.SWITCHED)
        .mapToLong(Outcome::gap)
        .max()
        .orElse(0);
  }

  /** What programs read of a run; its words are a contract. */
  static String lastLine(long acknowledged, long lost, long doubled, long worstGapMillis) {
    return String.format(
        Locale.ROOT,
        "acknowledged %d lost %d doubled %d worst_gap_s %.1f",
        acknowledged,
        lost,
        doubled,
        worstGapMillis / 1e3);
  }
}
