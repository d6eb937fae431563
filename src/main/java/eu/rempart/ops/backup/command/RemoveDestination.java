package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.ops.backup.OperatorQueries;
import java.io.IOException;
import java.sql.SQLException;

/** Sends nothing more to a destination. */
final class RemoveDestination {

  private final BackupCall call;

  RemoveDestination(BackupCall call) {
    this.call = call;
  }

  void run() throws IOException, SQLException {
    call.arguments().allow(call.texts(), 2);
    String wished = call.word(1, "number");
    int place;
    try {
      place = Integer.parseInt(wished);
    } catch (NumberFormatException e) {
      throw new WrongCallException(call.texts().t("backup.call.number"));
    }
    try (OperatorQueries database = call.connect()) {
      if (!database.backups().remove(place, call.clock().instant())) {
        throw new CommandRefusedException("unknown-destination", wished);
      }
      call.say("removed", wished);
    }
  }
}
