package eu.rempart.ops.backup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.common.CountryCode;
import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.HomeTemplate;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.ImageScope;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upgrade whole or not at all, on the server that comes along. The migration of backups is taken
 * out of its history: with its tables there it fails, without them it goes well.
 */
class UpgradeHomeTest {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String FORGET =
      "DELETE FROM flyway_schema_history WHERE version IN ('0246', '0247')";
  private static final String DROP =
      "DROP TABLE backup_run, backup_destination, backup_secret, backup_server CASCADE";

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path disk;
  private HomeFolder home;
  private EmbeddedServer server;

  @BeforeEach
  void begin() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    HomeTemplate.MIGRATED.copyTo(folder.resolve("home"));
    start();
    run(
        "SELECT rempart.append_ledger('test', 'before', '{}')",
        "CREATE UNLOGGED TABLE passing (n int)",
        "INSERT INTO passing VALUES (1)");
    new BackupEngine(home, server, BackupSecret.in(home), new ImageScope(List.of(), List.of()))
        .use(
            List.of(
                new Destination(
                    UUID.randomUUID(),
                    1,
                    DestinationAddress.parse(disk.toString()),
                    CountryCode.of("FR"),
                    "")),
            new RunControl(_ -> {}));
  }

  @AfterEach
  void stop() {
    server.close();
    home.close();
  }

  private void start() {
    home = HomeFolder.open(folder.resolve("home"));
    server = EmbeddedServer.start(home);
  }

  private int upgrade() {
    server.close();
    home.close();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    said.reset();
    int exit =
        new BackupCommand(
                Map.of(), new ByteArrayInputStream(new byte[0]), out, out, InstantSource.system())
            .run("upgrade", "--home", folder.resolve("home").toString());
    start();
    return exit;
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private String ask(String query) throws SQLException {
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** What is written now goes out, too. */
  private void assertLogGoesOut() throws SQLException {
    run("SELECT pg_logical_emit_message(true, 'test', 'something')");
    String part = ask("SELECT pg_walfile_name(pg_switch_wal() - 1)");
    await()
        .atMost(LONG)
        .until(
            () ->
                ask("SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver").compareTo(part)
                    >= 0);
  }

  @Test
  void failedMigrationLeavesAllAsItWas() throws Exception {
    run(FORGET);
    assertThat(upgrade()).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("(backup-upgrade-failed)", "Failed to execute script", "ERROR: ")
        .doesNotContain("-X option");
    assertThat(ask("SELECT reason FROM ledger ORDER BY seq DESC LIMIT 1")).isEqualTo("before");
    assertThat(ask("SELECT count(*) FROM passing")).as("a table without a log").isEqualTo("0");
    assertThat(ask("SELECT count(*) FROM backup_destination")).isEqualTo("0");
    assertLogGoesOut();
  }

  @Test
  void soundMigrationIsKept() throws Exception {
    run(FORGET, DROP);
    assertThat(upgrade()).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(ask("SELECT count(*) FROM backup_destination")).isEqualTo("0");
    assertThat(ask("SELECT reason FROM ledger ORDER BY seq DESC LIMIT 1")).isEqualTo("before");
    assertLogGoesOut();
    assertThat(upgrade()).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing to migrate");
  }

  /** The note that a process leaves which was killed while it migrated. */
  @Test
  void brokenOffMigrationIsTakenBackFirst() throws Exception {
    run(FORGET);
    assertThat(upgrade()).isEqualTo(1);
    run("CREATE TABLE by_halves (n int)");
    Files.writeString(folder.resolve("home/backup/upgrade-begun"), "");
    assertThat(upgrade()).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("was broken off");
    assertThat(ask("SELECT to_regclass('by_halves')")).isNull();
    assertLogGoesOut();
  }

  /** The note tells the caller that nothing may be started. */
  @Test
  void copyThatDoesNotComeBackLeavesItsNote() throws Exception {
    run(FORGET);
    assertThat(upgrade()).isEqualTo(1);
    Path note = folder.resolve("home/backup/upgrade-begun");
    assertThat(note).as("taken back").doesNotExist();
    Path copy = folder.resolve("home/backup/before-upgrade");
    Files.move(copy, folder.resolve("aside"));
    Files.writeString(note, "");
    for (int i = 0; i < 2; i++) {
      assertThat(upgrade()).isEqualTo(1);
      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("may be between two versions", "(backup-upgrade-not-back)");
      assertThat(note).exists();
    }
    Files.move(folder.resolve("aside"), copy);
    assertThat(upgrade()).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("(backup-upgrade-failed)");
    assertThat(note).doesNotExist();
  }
}
