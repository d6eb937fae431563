package eu.rempart.ops.backup;

import static eu.rempart.db.generated.Tables.BACKUP_DESTINATION;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.HomeTemplate;
import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.ImageScope;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A migrated server that comes along, whose backups are asked for in its own database. */
final class BackupsAtWork implements AutoCloseable {

  static final String SERVER = "server";

  final HomeFolder home;
  final EmbeddedServer server;
  final DSLContext dsl;
  final BackupRepository repository;
  final RunRepository runs;
  private final HikariDataSource pool;
  volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  BackupWork work;

  BackupsAtWork(Path folder) throws IOException {
    home = HomeFolder.open(HomeTemplate.MIGRATED.copyTo(folder));
    server = EmbeddedServer.start(home);
    var owner = server.owner();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(owner.jdbcUrl());
    config.setUsername(owner.user());
    config.setPassword(owner.password());
    config.setMaximumPoolSize(4);
    pool = new HikariDataSource(config);
    dsl = DSL.using(pool, SQLDialect.POSTGRES);
    repository = new BackupRepository(dsl);
    runs = new RunRepository(dsl);
    work = newWork();
  }

  private BackupWork newWork() throws IOException {
    BackupWork made =
        new BackupWork(
            SERVER,
            new BackupEngine(
                home,
                server,
                BackupSecret.in(home),
                // the programs would take longer than all else
                new ImageScope(List.of(home.path()), List.of("postgres-programs"))),
            repository,
            runs,
            new DueBackups(runs, new BackupSchedule(ZoneId.of("Europe/Paris"), 0), () -> now),
            TestPlaces.anywhere(),
            new BackupBoard(),
            () -> now);
    made.begin();
    return made;
  }

  /** The application ended and is there again. */
  void restart() throws IOException {
    work = newWork();
  }

  Destination add(String address, String country, String hostKeys) {
    return TestDestinations.add(dsl, address, country, hostKeys, now);
  }

  void remove(Destination destination) {
    dsl.update(BACKUP_DESTINATION)
        .set(BACKUP_DESTINATION.REMOVED_AT, now.atOffset(ZoneOffset.UTC))
        .where(BACKUP_DESTINATION.ID.eq(destination.id()))
        .execute();
  }

  void ask(Destination destination, Technology technology, Act act) {
    runs.ask(cell(destination, technology), act, false, now, null);
  }

  static BackupCell cell(Destination destination, Technology technology) {
    return new BackupCell(SERVER, destination.id(), technology);
  }

  /** Does all that is asked for. */
  void workOff() throws IOException {
    while (work.look()) {
      now = now.plusSeconds(1);
    }
  }

  /** Does one thing, which was asked for. */
  BackupRun workOff(Destination destination, Technology technology, Act act) throws IOException {
    ask(destination, technology, act);
    workOff();
    return last(destination, technology, act);
  }

  BackupRun last(Destination destination, Technology technology, Act act) {
    return runs.latest(now).stream()
        .filter(run -> run.cell().equals(cell(destination, technology)) && run.act() == act)
        .findFirst()
        .orElseThrow();
  }

  void later(Duration by) {
    now = now.plus(by);
  }

  void run(String... statements) throws SQLException {
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  /** The name of the part of the log that is written now; the next begins. */
  String switchLog() throws SQLException {
    run("SELECT pg_logical_emit_message(false, 'test', 'something')");
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal())")) {
      row.next();
      return row.getString(1);
    }
  }

  /** The name of the part of the log that went out last. */
  String lastArchived() throws SQLException {
    try (Connection connection = server.open("rempart");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver")) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    work.end();
    pool.close();
    server.close();
    home.close();
  }
}
