package eu.rempart.watch.result;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceSource;
import eu.rempart.mail.Outbox;
import eu.rempart.tls.ServerTls;
import eu.rempart.watch.absence.Pulse;
import eu.rempart.watch.load.LoadQueries;
import eu.rempart.watch.load.ServerMeters;
import eu.rempart.watch.measure.LevelMeter;
import eu.rempart.watch.measure.Levels;
import eu.rempart.watch.measure.MachineMeters;
import eu.rempart.watch.measure.RemoteMeter;
import eu.rempart.watch.measure.Trust;
import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.Nodes;
import eu.rempart.watch.place.Places;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Measuring and keeping results, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Bean
  Recorder watchRecorder(
      CheckRepository checks,
      ResultRepository results,
      FigureRepository figures,
      StateRepository states,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      Nodes nodes,
      PlatformTransactionManager manager,
      ApplicationEventPublisher events) {
    return new Recorder(
        checks,
        results,
        figures,
        states,
        incidents,
        maintenance,
        nodes,
        new TransactionTemplate(manager),
        events,
        InstantSource.system());
  }

  @Bean
  PlaceSource watchedPlaces(CheckRepository checks) {
    return () ->
        checks.all().stream()
            .flatMap(check -> Stream.ofNullable(check.target().remote()))
            .filter(remote -> !remote.isOwnMachine())
            .map(remote -> DataPlace.ofScreen(PlaceKind.WATCHED, remote.host(), null))
            .distinct()
            .toList();
  }

  @Bean
  ZoneDesk zoneDesk(CheckRepository checks, StateRepository states, Recorder recorder) {
    return new ZoneDesk(checks, states, recorder);
  }

  @Bean
  StatusReports statusReports(
      CheckRepository checks,
      ResultRepository results,
      FigureRepository figures,
      StateRepository states,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      Pulse pulse,
      Nodes nodes,
      Places places,
      PlatformTransactionManager manager) {
    return new StatusReports(
        checks,
        results,
        figures,
        states,
        incidents,
        maintenance,
        pulse,
        nodes,
        places::names,
        reading(manager),
        InstantSource.system());
  }

  @Bean
  OpenOutages openOutages(
      CheckRepository checks,
      ResultRepository results,
      StateRepository states,
      MaintenanceRepository maintenance,
      Nodes nodes,
      PlatformTransactionManager manager) {
    return new OpenOutages(
        checks, results, states, maintenance, nodes, reading(manager), InstantSource.system());
  }

  private static TransactionTemplate reading(PlatformTransactionManager manager) {
    TransactionTemplate reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
    return reading;
  }

  @Bean(destroyMethod = "close")
  HomeZone homeZone(
      CheckRepository checks,
      StateRepository states,
      Recorder recorder,
      LoadQueries load,
      Outbox outbox,
      HomeFolder home,
      ObjectProvider<LevelMeter> others,
      Nodes nodes,
      NodeIdentity node,
      ServerTls tls) {
    List<LevelMeter> meters = new ArrayList<>(MachineMeters.of(home.path()));
    meters.addAll(ServerMeters.of(load, outbox));
    others.forEach(meters::add);
    InstantSource clock = InstantSource.system();
    RemoteMeter remote = new RemoteMeter(new Trust(tls.caCertificate()), clock, PATIENCE);
    return new HomeZone(checks, states, recorder, remote, new Levels(meters), nodes, node, clock);
  }

  @Bean
  ResultPartitions resultPartitions(ResultRepository results) {
    return new ResultPartitions(results, InstantSource.system());
  }

  @Bean
  WatchService watchService(
      CheckRepository checks,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      LedgerQueries ledger,
      Recorder recorder,
      StatusReports reports,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    return new WatchService(
        checks,
        incidents,
        maintenance,
        ledger,
        recorder,
        reports,
        writes,
        rights,
        current,
        InstantSource.system());
  }
}
