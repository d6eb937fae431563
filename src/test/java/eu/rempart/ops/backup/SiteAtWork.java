package eu.rempart.ops.backup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.rempart.db.OwnerAccess;
import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.ImageScope;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.site.SiteDatabase;
import eu.rempart.ops.backup.site.SiteLeader;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What the application of one site does at backups, by a clock of the test. */
final class SiteAtWork implements AutoCloseable {

  final HomeFolder home;
  final String name;
  final RunRepository runs;
  private final HikariDataSource pool;
  private final BackupWork work;

  /**
   * @param hoursLater of its schedule
   */
  SiteAtWork(Path folder, BackupSecret secret, InstantSource clock, int hoursLater)
      throws IOException {
    home = HomeFolder.open(folder);
    name = new BackupServers(folder).self();
    OwnerAccess owner = SiteFolder.of(folder).owner();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(owner.jdbcUrl());
    config.setUsername(owner.user());
    config.setPassword(owner.password());
    config.setMaximumPoolSize(3);
    pool = new HikariDataSource(config);
    DSLContext dsl = DSL.using(pool, SQLDialect.POSTGRES);
    BackupRepository repository = new BackupRepository(dsl);
    runs = new RunRepository(dsl);
    repository.tellServer(name, folder, "patroni");
    SiteDatabase database = SiteDatabase.in(folder).orElseThrow();
    work =
        new BackupWork(
            name,
            new BackupEngine(
                home,
                database,
                secret,
                // the programs would take longer than all else
                new ImageScope(List.of(folder), List.of("postgres-programs")),
                new SiteLeader(database, repository::homeOf)),
            repository,
            runs,
            new DueBackups(runs, new BackupSchedule(ZoneId.of("Europe/Paris"), hoursLater), clock),
            TestPlaces.anywhere(),
            new BackupBoard(),
            clock);
    work.begin();
  }

  Destination add(String address, String country, String hostKeys, Instant at) {
    return TestDestinations.add(
        DSL.using(pool, SQLDialect.POSTGRES), address, country, hostKeys, at);
  }

  BackupCell cell(Destination destination, Technology technology) {
    return new BackupCell(name, destination.id(), technology);
  }

  /** Does all that is asked for, and what is due. */
  void workOff() throws IOException {
    while (work.look()) {
      // until nothing is left
    }
  }

  @Override
  public void close() {
    work.end();
    pool.close();
    home.close();
  }
}
