package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.RelativeTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words for backups. */
final class BackupTexts {

  /** Failures that have a sentence of their own. */
  private static final Set<String> WHY =
      Set.of(
          "cancelled",
          "too-long",
          "host-key",
          "not-let-in",
          "folder",
          "log-late",
          "unreachable",
          "full",
          "passphrase",
          "damaged",
          "clock",
          "awaited",
          "program-missing",
          "removed",
          "place-not-allowed");

  private BackupTexts() {}

  /** The name of a server, which one that stands alone has not. */
  static String server(BackupState state, String name) {
    return state.servers().size() == 1 ? t("backups.server.this") : name;
  }

  static String technology(Technology technology) {
    return t("backups.technology." + technology.key());
  }

  /** Such as "Verify: Database (pgBackRest), site-a, sftp://…": what a button does, and where. */
  static String of(String action, BackupState state, BackupCell cell) {
    return t(
        "backups.of",
        action,
        technology(cell.technology()),
        server(state, cell.server()),
        state.destination(cell.destination()).map(BackupTexts::address).orElse(""));
  }

  static String address(Known known) {
    return known.destination().address().toString();
  }

  static String ask(Act act) {
    return t("backups.ask." + act.key());
  }

  /** How old the last good backup is. */
  static String age(BackupState state, BackupCell cell, Instant now) {
    return state
        .lastMade(cell)
        .map(run -> t("backups.age", ago(Objects.requireNonNullElse(run.begun(), now), now)))
        .orElseGet(() -> t("backups.age.none"));
  }

  private static String ago(Instant then, Instant now) {
    return RelativeTimes.describe(then, now);
  }

  /** How large the last good backup is, and what is not in it; empty where nothing is known. */
  static String size(BackupState state, BackupCell cell) {
    return state.lastMade(cell).map(BackupRun::made).map(BackupTexts::size).orElse("");
  }

  private static String size(BackupRun.Result made) {
    String size = t("backups.size", Formats.size(made.size()), Formats.size(made.stored()));
    return made.left() == 0 ? size : size + " " + t("backups.left", made.left());
  }

  /**
   * What came of the last of a kind: a proof that went well, or anything that did not.
   *
   * @param run that came to an end
   */
  static String outcome(BackupRun run, Instant now) {
    Instant when = Objects.requireNonNullElse(run.ended(), run.asked());
    return t("backups.last." + run.act().key(), ago(when, now), sentence(run));
  }

  private static String sentence(BackupRun run) {
    return switch (run.state()) {
      case CANCELLED -> t("backups.why.cancelled");
      case BROKEN_OFF -> t("backups.why.broken-off");
      case FAILED -> why(run);
      case UNCHECKED -> t("backups.unchecked", why(run));
      default -> run.act() == Act.DRILL ? proof(run) : t("backups.proof.read");
    };
  }

  private static String why(BackupRun run) {
    String why = Optional.ofNullable(run.fault()).map(BackupRun.Fault::why).orElse("");
    if (why.equals("incomplete")) {
      return t("backups.why.incomplete", run.made() == null ? 0 : run.made().left());
    }
    return WHY.contains(why) ? t("backups.why." + why) : t("backups.why.other");
  }

  private static String proof(BackupRun run) {
    Proof proof = run.proof();
    if (proof == null) {
      return t("backups.why.other");
    }
    if (!proof.isGood()) {
      return proof.faults().stream()
          .sorted()
          .map(fault -> t("backups.fault." + fault.key()))
          .collect(Collectors.joining(" "));
    }
    Instant written = proof.lastWritten();
    return written == null
        ? t("backups.proof.good.empty", proof.schema())
        : t("backups.proof.good", Formats.dateTime(written), proof.schema());
  }

  /** What a program said when it failed; empty where none said anything. */
  static String said(BackupRun run) {
    return run.fault() == null ? "" : run.fault().said();
  }

  /** How far something is that goes on. */
  static String progress(BackupRun open) {
    String act = t("backups.now." + open.act().key());
    if (open.state() == BackupRun.State.WAITING) {
      return t("backups.now.waiting", act);
    }
    if (open.part() <= 0) {
      return t("backups.now.running", act);
    }
    BigDecimal percent =
        BigDecimal.valueOf(open.part()).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    return t("backups.now.part", act, Formats.percent(percent));
  }

  /** At how many other machines there is a backup of every server. */
  static String machines(BackupState state) {
    return t("backups.machines", state.machines(known -> holdsAll(state, known)));
  }

  private static boolean holdsAll(BackupState state, Known known) {
    return state.servers().stream()
        .allMatch(
            server ->
                state.cells().stream()
                    .filter(cell -> cell.server().equals(server))
                    .filter(cell -> cell.destination().equals(known.destination().id()))
                    .anyMatch(cell -> state.lastMade(cell).isPresent()));
  }
}
