package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.BackupState.Obstacle;
import eu.rempart.shell.light.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How backups are, in one sentence: the worst of all that is wrong.
 *
 * @param look how it is drawn
 */
record BackupLight(Look look, String sentence) {

  static BackupLight of(BackupState state, Instant now) {
    Obstacle obstacle = state.obstacle();
    if (obstacle == Obstacle.DATABASE_ELSEWHERE) {
      return new BackupLight(
          state.destinations().isEmpty() ? Look.DOUBT : Look.BAD,
          t("backups.light.database-elsewhere"));
    }
    if (state.destinations().isEmpty()) {
      return bad(t("backups.light.none"));
    }
    if (obstacle == Obstacle.PROGRAMS_MISSING) {
      return bad(t("backups.light.programs-missing"));
    }
    List<BackupCell> cells = state.cells();
    return ofProofs(state, cells)
        .or(() -> ofAges(state, cells, now))
        .or(() -> ofDestinations(state, now))
        .orElseGet(() -> ofFirst(state, cells));
  }

  private static Optional<BackupLight> ofProofs(BackupState state, List<BackupCell> cells) {
    long failed = count(cells, cell -> isProvedBad(state, cell));
    return failed > 0 ? Optional.of(bad(t("backups.light.proof", failed))) : Optional.empty();
  }

  private static Optional<BackupLight> ofAges(
      BackupState state, List<BackupCell> cells, Instant now) {
    long missing = count(cells, cell -> isOlder(state, cell, now, BackupState.OLD));
    boolean very = cells.stream().anyMatch(cell -> isOlder(state, cell, now, BackupState.VERY_OLD));
    return missing > 0
        ? Optional.of(
            new BackupLight(
                very ? Look.BAD : Look.DOUBT,
                t("backups.light.missing", missing, BackupState.OLD.toHours())))
        : Optional.empty();
  }

  /** What makes backups old, if nobody does anything about it. */
  private static Optional<BackupLight> ofDestinations(BackupState state, Instant now) {
    Optional<Duration> late = state.logLate(now);
    if (late.isPresent()) {
      return Optional.of(bad(t("backups.light.log", late.get().toMinutes())));
    }
    long refused =
        state.destinations().stream().map(Known::refused).filter(Objects::nonNull).count();
    if (refused > 0) {
      return Optional.of(bad(t("backups.light.refused", refused)));
    }
    // a disk that was carried away is away on purpose
    long leftOut =
        state.destinations().stream()
            .filter(each -> each.leftOut() != null && !each.destination().address().isHere())
            .count();
    return leftOut > 0
        ? Optional.of(doubt(t("backups.light.left-out", leftOut)))
        : Optional.empty();
  }

  private static BackupLight ofFirst(BackupState state, List<BackupCell> cells) {
    long waiting = count(cells, cell -> state.lastMade(cell).isEmpty());
    if (waiting > 0) {
      return doubt(t("backups.light.first", waiting));
    }
    long failed = count(cells, cell -> isLastFailed(state, cell));
    if (failed > 0) {
      return doubt(t("backups.light.failed", failed));
    }
    if (!state.isKitKept()) {
      return doubt(t("backups.light.kit"));
    }
    if (state.machines(_ -> true) == 0) {
      return doubt(t("backups.light.here"));
    }
    return new BackupLight(Look.GOOD, t("backups.light.good", BackupState.OLD.toHours()));
  }

  /** Whether the last try to make one failed, and the one before may be young enough still. */
  static boolean isLastFailed(BackupState state, BackupCell cell) {
    return state.last(cell, Act.MAKE).filter(run -> run.state() == State.FAILED).isPresent();
  }

  private static BackupLight bad(String sentence) {
    return new BackupLight(Look.BAD, sentence);
  }

  private static BackupLight doubt(String sentence) {
    return new BackupLight(Look.DOUBT, sentence);
  }

  private static long count(List<BackupCell> cells, Predicate<BackupCell> wrong) {
    return cells.stream().filter(wrong).count();
  }

  /** Whether the last check, or the last drill, of what lies there failed. */
  static boolean isProvedBad(BackupState state, BackupCell cell) {
    return List.of(Act.VERIFY, Act.DRILL).stream().anyMatch(act -> state.isBad(cell, act));
  }

  static boolean isOlder(BackupState state, BackupCell cell, Instant now, Duration than) {
    return state.without(cell, now).compareTo(than) > 0;
  }
}
