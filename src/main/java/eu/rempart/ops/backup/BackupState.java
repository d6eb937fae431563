package eu.rempart.ops.backup;

import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all backups.
 *
 * @param obstacle why this server makes none; null where it does
 * @param servers that have backups, or should
 * @param destinations in the order in which they were added
 * @param runs the latest of each kind and outcome, the latest first
 * @param next when the next are due; null where none are
 * @param kitKept when an administrator said that the kit is put away; null if nobody did
 * @param archiving how the log of the database goes out
 */
public record BackupState(
    @Nullable Obstacle obstacle,
    List<String> servers,
    List<Known> destinations,
    List<BackupRun> runs,
    @Nullable Instant next,
    @Nullable Instant kitKept,
    Archiving archiving) {

  /** Older than this is told, though nothing is lost yet. */
  public static final Duration OLD = Duration.ofHours(13);

  /** Older than this is critical. */
  public static final Duration VERY_OLD = Duration.ofHours(25);

  /** Without a restore that proved a backup of a server for longer than this, that is told. */
  public static final Duration UNPROVEN = Duration.ofDays(3);

  /** A log that did not go out for longer than this is told. */
  public static final Duration LOG_LATE = Duration.ofMinutes(5);

  /** Why backups can't be made here. */
  public enum Obstacle {
    /** The database runs somewhere that this server does not look after. */
    DATABASE_ELSEWHERE,
    /** A program is missing. */
    PROGRAMS_MISSING
  }

  /**
   * A destination.
   *
   * @param added since when
   * @param refused why nothing is sent there, as {@code PlaceRefusal} names it; null where
   *     something may be
   * @param leftOut since when the log of the database goes on without it; null where it does not
   */
  public record Known(
      Destination destination, Instant added, @Nullable String refused, @Nullable Instant leftOut) {

    /** Lost together with others of the same: a machine, or this one. */
    public String machine() {
      return destination.address().machine().filter(host -> !isHere(host)).orElse("");
    }

    private boolean isAtMachineOf(Known other) {
      Set<String> keys = new HashSet<>(destination.hostKeys().lines().toList());
      return machine().equals(other.machine())
          || other.destination.hostKeys().lines().anyMatch(keys::contains);
    }

    private static boolean isHere(String host) {
      return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
  }

  /**
   * How the log goes out.
   *
   * @param last when the last part did; null if none did
   * @param failed when the last try failed; null if none did
   * @param waits since when the part that waits longest has waited; null where none does
   */
  public record Archiving(
      @Nullable Instant last, @Nullable Instant failed, @Nullable Instant waits) {

    /** Whether the last try failed. */
    public boolean isFailing() {
      return failed != null && (last == null || failed.isAfter(last));
    }
  }

  /** Whether somebody put a kit away on which all destinations are. */
  public boolean isKitKept() {
    Instant kept = kitKept;
    return kept != null && destinations.stream().noneMatch(each -> each.added().isAfter(kept));
  }

  /**
   * How many machines have some of the destinations, this one apart. One that has several names is
   * known by its host key.
   *
   * @param counts which destinations
   */
  public long machines(Predicate<Known> counts) {
    List<Known> machines = new ArrayList<>();
    for (Known each : destinations) {
      if (!each.machine().isEmpty()
          && counts.test(each)
          && machines.stream().noneMatch(each::isAtMachineOf)) {
        machines.add(each);
      }
    }
    return machines.size();
  }

  /** All that there should be. */
  public List<BackupCell> cells() {
    return servers.stream()
        .flatMap(
            server ->
                destinations.stream()
                    .flatMap(
                        each ->
                            List.of(Technology.values()).stream()
                                .map(
                                    technology ->
                                        new BackupCell(
                                            server, each.destination().id(), technology))))
        .toList();
  }

  public Optional<Known> destination(UUID id) {
    return destinations.stream().filter(each -> each.destination().id().equals(id)).findFirst();
  }

  /** The last backup of a cell that was made. */
  public Optional<BackupRun> lastMade(BackupCell cell) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() == Act.MAKE && run.isGood())
        .findFirst();
  }

  /** The last of a kind that came to an end. */
  public Optional<BackupRun> last(BackupCell cell, Act act) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() == act && !run.state().isOpen())
        .findFirst();
  }

  /** As {@link #lastJudged(List, BackupCell, Act)}. */
  public Optional<BackupRun> lastJudged(BackupCell cell, Act act) {
    return lastJudged(runs, cell, act);
  }

  /**
   * The last of a kind that says whether backups are good: one that somebody cancelled, that was
   * broken off or that reached nobody says nothing.
   *
   * @param runs the latest first
   */
  public static Optional<BackupRun> lastJudged(List<BackupRun> runs, BackupCell cell, Act act) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() == act && run.state().isJudged())
        .findFirst();
  }

  /** The last check or drill that was tried, also where it reached nobody. */
  public Optional<BackupRun> lastChecked(BackupCell cell, Act act) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() == act)
        .filter(run -> run.state().isJudged() || run.state() == BackupRun.State.UNCHECKED)
        .findFirst();
  }

  /** As {@link #bad(List, BackupCell, Act)}. */
  public boolean isBad(BackupCell cell, Act act) {
    return bad(runs, cell, act).isPresent();
  }

  /**
   * The check or drill by which backups of a cell proved bad, unless they are good since; a good
   * drill has read all, as a look alone does.
   *
   * @param runs the latest first
   */
  public static Optional<BackupRun> bad(List<BackupRun> runs, BackupCell cell, Act act) {
    long goodDrill =
        lastJudged(runs, cell, Act.DRILL).filter(BackupRun::isGood).map(BackupRun::id).orElse(0L);
    return lastJudged(runs, cell, act)
        .filter(run -> !run.isGood())
        .filter(run -> act != Act.VERIFY || run.id() > goodDrill);
  }

  /** What goes on, or waits, in a cell. */
  public Optional<BackupRun> open(BackupCell cell) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.state().isOpen())
        .reduce((_, first) -> first);
  }

  /** How old the last backup of a cell is; empty where there is none. */
  public Optional<Duration> age(BackupCell cell, Instant now) {
    return lastMade(cell)
        .map(BackupRun::begun)
        .map(begun -> Duration.between(begun, now))
        .map(age -> age.isNegative() ? Duration.ZERO : age);
  }

  /** For how long a cell has had no good backup: from the last, or since it should have one. */
  public Duration without(BackupCell cell, Instant now) {
    return age(cell, now)
        .orElseGet(
            () -> Duration.between(destination(cell.destination()).orElseThrow().added(), now));
  }

  /**
   * When the last good drill of a server began; since the first destination where there is none.
   */
  public Instant lastProven(String server) {
    Instant first = destinations.getFirst().added();
    return runs.stream()
        .filter(run -> run.cell().server().equals(server) && run.act() == Act.DRILL)
        .filter(BackupRun::isGood)
        .map(BackupRun::asked)
        .filter(first::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(first);
  }

  /**
   * How late the log of the database is.
   *
   * @return empty while it goes out, or is late by less than {@link #LOG_LATE}
   */
  public Optional<Duration> logLate(Instant now) {
    if (destinations.isEmpty()) {
      return Optional.empty();
    }
    Instant first = destinations.getFirst().added();
    Instant last = archiving.last();
    Instant tried = !archiving.isFailing() ? now : last == null ? first : last;
    Instant waits = archiving.waits();
    Instant since = waits == null || tried.isBefore(waits) ? tried : waits;
    return Optional.of(Duration.between(since.isBefore(first) ? first : since, now))
        .filter(late -> late.compareTo(LOG_LATE) > 0);
  }
}
