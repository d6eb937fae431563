package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.engine.UpgradeCopy;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the data of a home folder to this version, whole or not at all. */
final class UpgradeHome {

  private static final Logger log = LoggerFactory.getLogger(UpgradeHome.class);

  private final BackupCall call;

  UpgradeHome(BackupCall call) {
    this.call = call;
  }

  void run() throws BackupFailedException {
    call.arguments().allow(call.texts(), 0);
    if (Files.exists(call.home().resolve("site/cluster.json"))) {
      throw new CommandRefusedException("upgrade-sites");
    }
    if (!Files.exists(call.home().resolve("postgres/PG_VERSION"))) {
      throw new CommandRefusedException("upgrade-elsewhere", call.home());
    }
    try (HomeFolder home = HomeFolder.open(call.home())) {
      UpgradeCopy copy = new UpgradeCopy(home, BackupSecret.in(home));
      if (copy.isMigrating()) {
        call.say("upgrade.broken-off");
        bringBack(copy);
      }
      UpgradeCopy.forget(call.home()); // a note from before something ran here
      int lacking;
      try (DatabaseServer.Started server = DatabaseServer.start(home)) {
        server.holdLog();
        lacking = server.lacking();
      }
      if (lacking == 0) {
        call.say("upgrade.nothing");
        return;
      }
      call.say("upgrade.copies", lacking);
      copy.make(new RunControl(_ -> {}));
      RuntimeException failed = migrate(home);
      if (failed == null) {
        UpgradeCopy.forget(call.home());
        call.say("upgrade.done", copy.path());
        return;
      }
      call.say("upgrade.back");
      bringBack(copy);
      throw new CommandRefusedException("upgrade-failed", reason(failed));
    }
  }

  /** Where that fails, the note stays, and the caller starts nothing here. */
  private static void bringBack(UpgradeCopy copy) {
    try {
      copy.restore(new RunControl(_ -> {}));
    } catch (BackupFailedException | RuntimeException e) {
      log.error("the copy could not be brought back", e);
      throw new CommandRefusedException(
          "upgrade-not-back", copy.path(), String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable RuntimeException migrate(HomeFolder home) {
    try (DatabaseServer.Started server = DatabaseServer.start(home)) {
      server.holdLog();
      server.migrate();
      return null;
    } catch (RuntimeException e) {
      log.debug("the migration failed", e); // its reason is said at the end
      return e;
    }
  }

  /** Which script it was, and what the database said; Flyway says more than operators can use. */
  private static String reason(RuntimeException failed) {
    Throwable deepest = failed;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String script = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    return failed.getCause() == null ? script : script + ": " + deepest.getMessage();
  }
}
