package eu.rempart.alert.incident;

import eu.rempart.alert.channel.ChannelKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody takes care of an incident, whichever way they say so. */
final class Acknowledgements {

  private final AlertIncidentRepository incidents;
  private final StepRepository steps;
  private final Escalation escalation;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Acknowledgements(
      AlertIncidentRepository incidents,
      StepRepository steps,
      Escalation escalation,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.incidents = incidents;
    this.steps = steps;
    this.escalation = escalation;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Nobody is told any more; those who were hear of it.
   *
   * @param channel by which they said so; null: at a screen
   * @return false if somebody did already, or it is over
   */
  boolean acknowledge(UUID id, UUID by, @Nullable ChannelKind channel) {
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              Incident incident = incidents.lock(id).orElse(null);
              if (incident == null || incident.state() != IncidentState.OPEN) {
                return false;
              }
              Instant now = clock.instant();
              steps.tell(id, Step.by(now, StepKind.ACKNOWLEDGED, by, channel));
              incidents.acknowledge(id, by, now);
              escalation.acknowledged(incident, by);
              return true;
            }));
  }
}
