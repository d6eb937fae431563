package eu.rempart.bench.site;

import java.util.List;

/** What happens to a cluster, and how it ends. The site that leads is called the primary. */
enum Fault {
  /** Patroni starts it again. */
  DATABASE_KILLED(
      "primary's PostgreSQL killed",
      (machines, primary, copy) -> machines.killDatabase(primary),
      Step.NOTHING),
  MACHINE_KILLED(
      "primary's machine dead",
      (machines, primary, copy) -> machines.kill(primary),
      (machines, primary, copy) -> machines.start(primary)),
  CUT(
      "primary's network a black hole",
      (machines, primary, copy) -> machines.network().cut(primary),
      (machines, primary, copy) -> machines.network().restore(primary)),
  FROZEN(
      "primary's machine frozen",
      (machines, primary, copy) -> machines.freeze(primary),
      (machines, primary, copy) -> machines.thaw(primary)),
  /** The supervisor starts it again. */
  PATRONI_KILLED(
      "primary's Patroni killed",
      (machines, primary, copy) -> machines.killPatroni(primary),
      Step.NOTHING),
  COPY_KILLED(
      "copy's machine dead",
      (machines, primary, copy) -> machines.kill(copy),
      (machines, primary, copy) -> machines.start(copy)),
  COPY_CUT(
      "copy's network a black hole",
      (machines, primary, copy) -> machines.network().cut(copy),
      (machines, primary, copy) -> machines.network().restore(copy)),
  COPY_DISK_FULL(
      "copy's disk full",
      (machines, primary, copy) -> machines.fillDiskOfCopy(copy),
      (machines, primary, copy) -> machines.emptyDiskOfCopy()),
  WITNESS_KILLED(
      "witness dead",
      (machines, primary, copy) -> machines.kill("witness"),
      (machines, primary, copy) -> machines.start("witness")),
  LINK_CUT(
      "link between the sites cut",
      (machines, primary, copy) -> machines.network().separateSites(),
      (machines, primary, copy) -> machines.network().joinSites()),
  /** It is over when the command returns. */
  SWITCHED(
      "planned switch",
      (machines, primary, copy) -> machines.command(primary, "site", "switch"),
      Step.NOTHING);

  /** Of twelve; a longer run begins again. */
  static final List<Fault> TURN =
      List.of(
          MACHINE_KILLED,
          CUT,
          SWITCHED,
          DATABASE_KILLED,
          FROZEN,
          COPY_KILLED,
          LINK_CUT,
          COPY_DISK_FULL,
          COPY_CUT,
          WITNESS_KILLED,
          PATRONI_KILLED,
          CUT);

  private final String words;
  private final Step begin;
  private final Step end;

  Fault(String words, Step begin, Step end) {
    this.words = words;
    this.begin = begin;
    this.end = end;
  }

  /** What is done to the machines, of which these two are the primary and the copy. */
  private interface Step {
    Step NOTHING = (_, _, _) -> {};

    void run(SiteMachines machines, String primary, String copy) throws Exception;
  }

  void begin(SiteMachines machines, String primary, String copy) throws Exception {
    begin.run(machines, primary, copy);
  }

  void end(SiteMachines machines, String primary, String copy) throws Exception {
    end.run(machines, primary, copy);
  }

  /** Whether it is for site B as the copy, whose disk is small. */
  boolean needsCopyAtB() {
    return this == COPY_DISK_FULL;
  }

  /** Whether the one who writes beside the primary stands still with it. */
  boolean stopsWriterOfPrimary() {
    return this == FROZEN;
  }

  /** The bound of the issue that asked for it, in milliseconds. */
  long longestGap() {
    return this == SWITCHED ? 5_000 : 15_000;
  }

  @Override
  public String toString() {
    return words;
  }
}
