package eu.rempart.ops.backup.command;

import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.BackupServers;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.ops.backup.OperatorBackups;
import eu.rempart.ops.backup.OperatorQueries;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Technology;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Prints the destinations, and the last backup and proof of each kind at each. */
final class ListBackups {

  private final BackupCall call;

  ListBackups(BackupCall call) {
    this.call = call;
  }

  void run() throws IOException, SQLException {
    call.arguments().allow(call.texts(), 1, "--json");
    try (OperatorQueries database = call.connect()) {
      OperatorBackups backups = database.backups();
      List<Destination> destinations = backups.destinations();
      List<BackupRun> runs = backups.runs(call.clock().instant());
      Map<UUID, Instant> leftOut = backups.leftOut();
      if (call.arguments().has("--json")) {
        List<String> servers = new BackupServers(call.home()).all();
        call.out().println(BackupJson.list(destinations, servers, runs, leftOut));
        return;
      }
      if (destinations.isEmpty()) {
        call.say("list.none");
      }
      for (Destination each : destinations) {
        call.say("list.destination", each.place(), each.address(), each.country().value());
        Instant since = leftOut.get(each.id());
        if (since != null) {
          call.say("list.left-out", BackupCall.time(since));
        }
        for (String server : new BackupServers(call.home()).all()) {
          for (Technology technology : Technology.values()) {
            call.say(
                "list.cell",
                server,
                call.texts().t("backup.technology." + technology.key()),
                last(runs, new BackupCell(server, each.id(), technology), Act.MAKE),
                last(runs, new BackupCell(server, each.id(), technology), Act.DRILL));
            failed(runs, new BackupCell(server, each.id(), technology));
            call.say("list.check", check(runs, new BackupCell(server, each.id(), technology)));
          }
        }
      }
    }
  }

  private String last(List<BackupRun> runs, BackupCell cell, Act act) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() == act && run.isGood())
        .findFirst()
        .map(ListBackups::time)
        .orElse(call.texts().t("backup.list.never"));
  }

  /** That the last try failed, where it did. */
  private void failed(List<BackupRun> runs, BackupCell cell) {
    runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() == Act.MAKE)
        .filter(run -> run.state().isJudged())
        .findFirst()
        .filter(run -> run.state() == BackupRun.State.FAILED)
        .ifPresent(run -> call.say("list.failed", time(run), new RunDetails(call.texts()).of(run)));
  }

  /** What is wrong, before anything else. */
  private String check(List<BackupRun> runs, BackupCell cell) {
    RunDetails details = new RunDetails(call.texts());
    return BackupState.bad(runs, cell, Act.VERIFY)
        .or(() -> BackupState.bad(runs, cell, Act.DRILL))
        .map(run -> call.texts().t("backup.list.check.bad", time(run), details.of(run)))
        .or(() -> lastCheck(runs, cell).map(run -> check(run, details)))
        .orElse(call.texts().t("backup.list.never"));
  }

  private String check(BackupRun run, RunDetails details) {
    return run.isGood()
        ? call.texts().t("backup.list.check.good", time(run))
        : call.texts().t("backup.list.check.unchecked", time(run), details.of(run));
  }

  private static Optional<BackupRun> lastCheck(List<BackupRun> runs, BackupCell cell) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() != Act.MAKE)
        .filter(run -> run.isGood() || run.state() == BackupRun.State.UNCHECKED)
        .findFirst();
  }

  private static String time(BackupRun run) {
    return BackupCall.time(Objects.requireNonNullElse(run.begun(), run.asked()));
  }
}
