package eu.rempart.ops.backup;

import eu.rempart.alert.incident.AlertService;
import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.home.InfoFile;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.Leader;
import eu.rempart.ops.backup.engine.log.WaitingLog;
import eu.rempart.ops.backup.site.SiteDatabase;
import eu.rempart.ops.backup.site.SiteLeader;
import eu.rempart.vault.operating.OperatingSeal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Backups as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {

  @Bean
  BackupBoard backupBoard() {
    return new BackupBoard();
  }

  @Bean
  BackupServers backupServers(HomeFolder home) {
    return new BackupServers(home.path());
  }

  @Bean
  BackupPlaces backupPlaces(
      BackupRepository repository,
      PlaceRules rules,
      InfoFile info,
      @Value("${rempart.edge.places:#{null}}") @Nullable Path registries)
      throws PlaceNotAllowedException {
    BackupPlaces places = new BackupPlaces(repository);
    places.require(rules);
    rules.told().forEach(info::put); // for ./rempart backup add
    if (registries != null) {
      info.put("places_file", registries.toAbsolutePath().toString());
    }
    return places;
  }

  @Bean
  BackupSecrets backupSecrets(HomeFolder home, OperatingSeal seal, BackupRepository repository) {
    return new BackupSecrets(home, seal, repository);
  }

  @Bean
  DueBackups dueBackups(RunRepository runs, BackupServers servers) {
    int place = Math.max(0, servers.all().indexOf(servers.self()));
    return new DueBackups(
        runs, BackupSchedule.of(ZoneId.systemDefault(), place), InstantSource.system());
  }

  @Bean
  WaitingLog waitingLog(HomeFolder home, ObjectProvider<DatabaseServer> databases) {
    return new WaitingLog(database(home, databases), InstantSource.system());
  }

  /** The one that this server looks after; null where there is none. */
  private static @Nullable DatabaseServer database(
      HomeFolder home, ObjectProvider<DatabaseServer> databases) {
    return SiteDatabase.in(home.path())
        .<DatabaseServer>map(Function.identity())
        .orElseGet(databases::getIfAvailable);
  }

  @Bean
  BackupStates backupStates(
      BackupRepository repository,
      RunRepository runs,
      BackupServers servers,
      WaitingLog log,
      BackupBoard board,
      DueBackups due,
      PlaceRules rules) {
    return new BackupStates(
        repository, runs, servers, log, board, due, rules, InstantSource.system());
  }

  @Bean
  BackupSource backupSource(BackupStates states, AlertService alerts) {
    return new BackupSource(states, alerts, InstantSource.system());
  }

  @Bean(destroyMethod = "close")
  BackupLoop backupLoop(
      HomeFolder home,
      ObjectProvider<DatabaseServer> databases,
      BackupSecrets secrets,
      BackupServers servers,
      BackupSettings settings,
      BackupRepository repository,
      RunRepository runs,
      DueBackups due,
      Outgoing outgoing,
      BackupBoard board) {
    Optional<SiteDatabase> site = SiteDatabase.in(home.path());
    DatabaseServer database = database(home, databases);
    Leader.Finding leaders =
        site.<Leader.Finding>map(each -> new SiteLeader(each, repository::homeOf))
            .orElse(Optional::empty);
    Supplier<BackupWork> making =
        () -> {
          repository.tellServer(
              servers.self(), home.path(), site.isPresent() ? "patroni" : "rempart");
          return new BackupWork(
              servers.self(),
              new BackupEngine(
                  home, Objects.requireNonNull(database), secrets.get(), settings.scope(), leaders),
              repository,
              runs,
              due,
              outgoing,
              board,
              InstantSource.system());
        };
    BackupLoop loop = new BackupLoop(database == null ? null : making, board);
    loop.start(home.path());
    return loop;
  }
}
