package eu.rempart.ops.backup.command;

import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.BackupServers;
import eu.rempart.ops.backup.OperatorBackups;
import eu.rempart.ops.backup.OperatorQueries;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Technology;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

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
      if (call.arguments().has("--json")) {
        List<String> servers = new BackupServers(call.home()).all();
        call.out().println(BackupJson.list(destinations, servers, runs));
        return;
      }
      if (destinations.isEmpty()) {
        call.say("list.none");
      }
      for (Destination each : destinations) {
        call.say("list.destination", each.place(), each.address(), each.country().value());
        for (String server : new BackupServers(call.home()).all()) {
          for (Technology technology : Technology.values()) {
            call.say(
                "list.cell",
                server,
                call.texts().t("backup.technology." + technology.key()),
                last(runs, new BackupCell(server, each.id(), technology), Act.MAKE),
                last(runs, new BackupCell(server, each.id(), technology), Act.DRILL));
          }
        }
      }
    }
  }

  private String last(List<BackupRun> runs, BackupCell cell, Act act) {
    return runs.stream()
        .filter(run -> run.cell().equals(cell) && run.act() == act && run.isGood())
        .findFirst()
        .map(BackupRun::begun)
        .map(BackupCall::time)
        .orElse(call.texts().t("backup.list.never"));
  }
}
