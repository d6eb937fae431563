package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.backup.BackupKit;
import eu.rempart.ops.backup.OperatorBackups;
import eu.rempart.ops.backup.OperatorQueries;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** Writes the backup kit, for paper. */
final class WriteKit {

  private final BackupCall call;

  WriteKit(BackupCall call) {
    this.call = call;
  }

  void run() throws IOException, SQLException {
    call.arguments().allow(call.texts(), 1, "--out");
    BackupSecret secret =
        BackupSecret.read(call.home()).orElseThrow(() -> new CommandRefusedException("none"));
    try (OperatorQueries database = call.connect()) {
      OperatorBackups backups = database.backups();
      backups.kitIsTaken();
      BackupKit kit =
          new BackupKit(secret.groups(), backups.destinations(), call.clock().instant());
      String where = call.arguments().value("--out").orElse("-");
      if (where.equals("-")) {
        call.out().print(kit.text());
        return;
      }
      Path file = Path.of(where).toAbsolutePath();
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, kit.text());
      call.say("kit.written", file);
    }
  }
}
