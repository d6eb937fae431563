package eu.rempart.ops.backup;

import eu.rempart.ops.backup.BackupRepository.Added;
import eu.rempart.ops.backup.BackupSchedule.Past;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Asks for what is due at a server: each backup twice a day, a drill of one of them each day. */
final class DueBackups {

  private final RunRepository runs;
  private final BackupSchedule schedule;
  private final InstantSource clock;

  DueBackups(RunRepository runs, BackupSchedule schedule, InstantSource clock) {
    this.runs = runs;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** When a server makes the next backups; the first server that does. */
  Instant next(int servers) {
    Instant now = clock.instant();
    return IntStream.range(0, Math.max(1, servers))
        .mapToObj(place -> BackupSchedule.of(schedule.zone(), place).nextBackup(now))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether the first backups at a destination wait for a time that is not there yet. */
  boolean waits(Added destination) {
    return destination.later() && schedule.lastBackup(clock.instant()).isBefore(destination.at());
  }

  /**
   * Asks for what is due.
   *
   * @param broken since when the log went on without those that it goes to again: until they have a
   *     whole backup from after that, no good one counts
   */
  void ask(String server, List<Destination> destinations, Map<UUID, Instant> broken) {
    Instant now = clock.instant();
    Instant since = schedule.lastBackup(now);
    List<BackupCell> cells = new ArrayList<>();
    for (Technology technology : Technology.values()) {
      for (Destination each : destinations) {
        BackupCell cell = new BackupCell(server, each.id(), technology);
        cells.add(cell);
        Instant leftOut = technology == Technology.CLASSIC ? broken.get(each.id()) : null;
        Past past = runs.past(cell, Act.MAKE, since, now).without(leftOut);
        if (BackupSchedule.isDue(now, since, past)) {
          Instant good = past.lastGood();
          boolean whole =
              technology == Technology.CLASSIC
                  && (good == null || good.isBefore(schedule.lastWhole(now)));
          runs.ask(cell, Act.MAKE, whole, now, null);
        }
      }
    }
    drill(cells, now);
  }

  /** The one whose last drill is the longest ago, of those that have something to restore. */
  private void drill(List<BackupCell> cells, Instant now) {
    Instant since = schedule.lastDrill(now);
    List<BackupRun> latest = runs.latest(now);
    List<BackupRun> drills =
        latest.stream()
            .filter(run -> run.act() == Act.DRILL)
            .filter(run -> !run.asked().isAfter(now)) // by a clock that was ahead
            .toList();
    if (drills.stream().anyMatch(run -> isOfNow(run, cells, since))) {
      return;
    }
    Optional<BackupCell> next =
        cells.stream()
            .filter(
                cell ->
                    latest.stream()
                        .anyMatch(
                            run ->
                                run.cell().equals(cell)
                                    && run.act() == Act.MAKE
                                    && run.isGood()
                                    && run.asked().isBefore(since)))
            .min(Comparator.comparing(cell -> lastAsked(drills, cell)));
    next.ifPresent(cell -> runs.ask(cell, Act.DRILL, false, now, null));
  }

  private static boolean isOfNow(BackupRun run, List<BackupCell> cells, Instant since) {
    return cells.contains(run.cell())
        && (run.state().isOpen() || !run.asked().isBefore(since))
        && run.state() != BackupRun.State.BROKEN_OFF;
  }

  private static Instant lastAsked(List<BackupRun> drills, BackupCell cell) {
    return drills.stream()
        .filter(run -> run.cell().equals(cell))
        .map(BackupRun::asked)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}
