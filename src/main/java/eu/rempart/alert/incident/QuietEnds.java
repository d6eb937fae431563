package eu.rempart.alert.incident;

import eu.rempart.alert.queue.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends what ends by itself: what was not raised again for a while. */
final class QuietEnds implements Round {

  private static final int AT_ONCE = 100;

  private final AlertIncidentRepository incidents;
  private final AlertService alerts;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  QuietEnds(
      AlertIncidentRepository incidents,
      AlertService alerts,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.incidents = incidents;
    this.alerts = alerts;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "quiet";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    Instant before = clock.instant().minus(AlertService.QUIET);
    for (UUID id : incidents.quietSince(before, AT_ONCE)) {
      transactions.executeWithoutResult(
          _ ->
              incidents
                  .find(id)
                  .ifPresent(
                      incident -> {
                        incidents.lockSource(incident.source());
                        incidents
                            .lock(id)
                            .filter(held -> held.lastAt().isBefore(before))
                            .ifPresent(held -> alerts.resolve(held, null));
                      }));
    }
  }
}
