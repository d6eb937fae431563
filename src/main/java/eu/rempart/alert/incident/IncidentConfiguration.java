package eu.rempart.alert.incident;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Operators;
import eu.rempart.account.Operators.Operator;
import eu.rempart.account.Rights;
import eu.rempart.alert.duty.DutyRoster;
import eu.rempart.alert.queue.AddressBook;
import eu.rempart.alert.queue.AddressService;
import eu.rempart.alert.queue.MessageQueue;
import eu.rempart.db.NoticeListener;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.mail.Recipients;
import eu.rempart.vault.event.SecurityEvents;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents, as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EscalationSettings.class)
class IncidentConfiguration {

  private static final int MOST_ANSWERED = 1_000;
  private static final InstantSource CLOCK = InstantSource.system();

  @Bean
  Crew crew(Operators operators) {
    return new Crew() {
      @Override
      public List<UUID> everybody() {
        return operators.all().stream().filter(Operator::active).map(Operator::id).toList();
      }

      @Override
      public List<UUID> administrators() {
        return operators.all().stream()
            .filter(Operator::active)
            .filter(Operator::administrator)
            .map(Operator::id)
            .toList();
      }

      @Override
      public Locale language(UUID member) {
        return operators.find(member).map(Operator::language).orElse(Locale.ENGLISH);
      }

      @Override
      public Optional<String> name(UUID member) {
        return Optional.ofNullable(operators.engineers().get(member));
      }
    };
  }

  @Bean
  Escalation escalation(
      AlertIncidentRepository incidents,
      StepRepository steps,
      SilenceRepository silences,
      MessageQueue queue,
      DutyRoster duty,
      Crew crew,
      EscalationSettings settings,
      PlatformTransactionManager manager) {
    return new Escalation(
        incidents,
        steps,
        silences,
        queue,
        duty,
        crew,
        settings,
        new TransactionTemplate(manager),
        CLOCK);
  }

  @Bean
  DeliverySteps deliverySteps(
      AlertIncidentRepository incidents, StepRepository steps, Escalation escalation, Crew crew) {
    return new DeliverySteps(incidents, steps, escalation, crew, CLOCK);
  }

  @Bean
  AlertService alertService(
      AlertIncidentRepository incidents,
      KeyRepository keys,
      StepRepository steps,
      Escalation escalation,
      PlatformTransactionManager manager) {
    return new AlertService(
        incidents, keys, steps, escalation, new TransactionTemplate(manager), CLOCK);
  }

  @Bean
  AlertReachService alertReachService(
      Crew crew,
      AddressBook book,
      AddressService addresses,
      Recipients recipients,
      Rights rights,
      CurrentMember current) {
    return new AlertReachService(crew, book, addresses, recipients, rights, current);
  }

  @Bean
  QuietEnds quietEnds(
      AlertIncidentRepository incidents, AlertService alerts, PlatformTransactionManager manager) {
    return new QuietEnds(incidents, alerts, new TransactionTemplate(manager), CLOCK);
  }

  @Bean
  Acknowledgements acknowledgements(
      AlertIncidentRepository incidents,
      StepRepository steps,
      Escalation escalation,
      PlatformTransactionManager manager) {
    return new Acknowledgements(
        incidents, steps, escalation, new TransactionTemplate(manager), CLOCK);
  }

  @Bean
  Answers answers(
      AddressBook book,
      Crew crew,
      AlertIncidentRepository incidents,
      MessageQueue queue,
      Acknowledgements acknowledgements,
      SecurityEvents events) {
    return new Answers(book, crew, openFor(incidents, queue), acknowledgements, events);
  }

  static Function<UUID, List<UUID>> openFor(AlertIncidentRepository incidents, MessageQueue queue) {
    return member ->
        incidents.open(MOST_ANSWERED).stream()
            .flatMap(id -> incidents.find(id).stream())
            .filter(incident -> queue.alarmed(incident.id(), incident.openings(), member))
            .map(Incident::id)
            .toList();
  }

  @Bean
  IncidentNews incidentNews() {
    return new IncidentNews();
  }

  @Bean
  NoticeListener alertListener(DataSource database, IncidentNews news) {
    return new NoticeListener(database, IncidentNews.CHANNEL, news::heard, _ -> news.heard());
  }

  @Bean
  IncidentService incidentService(
      AlertIncidentRepository incidents,
      StepRepository steps,
      SilenceRepository silences,
      AlertService alerts,
      Acknowledgements acknowledgements,
      IncidentNews news,
      Operators operators,
      LedgerQueries ledger,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    return new IncidentService(
        incidents,
        steps,
        silences,
        alerts,
        acknowledgements,
        news,
        operators,
        ledger,
        writes,
        rights,
        current,
        CLOCK);
  }
}
