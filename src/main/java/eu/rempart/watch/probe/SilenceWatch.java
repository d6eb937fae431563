package eu.rempart.watch.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices agents that fell silent, and tells of each once; of several nodes one does. It waits for
 * as long after a start, and after the database was away, since nobody can be heard meanwhile.
 */
public class SilenceWatch {

  /** Agents come every ten seconds. */
  static final Duration SILENT = Duration.ofSeconds(90);

  /** Between two looks that worked is less, unless the database was away. */
  private static final Duration GAP = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

  private final AgentRepository agents;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private Instant worked = Instant.MIN;
  private Instant from = Instant.MIN;

  SilenceWatch(
      AgentRepository agents,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.agents = agents;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Agents that somebody must look after, as it is now, by zone: they are silent or suspended. One
   * that was revoked is nobody's trouble any more. Asks for no right.
   */
  public List<Agent> troubled() {
    return agents.current().stream()
        .filter(each -> each.state() == AgentState.SUSPENDED || each.silentSince() != null)
        .toList();
  }

  @Scheduled(initialDelay = 30, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  synchronized void look() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      transactions.executeWithoutResult(_ -> look(now));
    } catch (RuntimeException e) {
      // whatever the database or a listener throws; it is tried again in ten seconds
      log.warn("nobody can say who is silent at the moment: {}", e.getClass().getName());
    }
  }

  private void look(Instant now) {
    // or the clock was set back meanwhile
    boolean away = worked.isBefore(now.minus(GAP)) || worked.isAfter(now.plus(GAP));
    if (away || now.isBefore(from)) {
      agents.current(); // throws while the database is away
      from = away ? now.plus(SILENT) : from;
      worked = now;
      return;
    }
    for (Agent agent : agents.silence(now.minus(SILENT), now)) {
      log.warn("The agent in {} is silent since {}", agent.zone(), agent.heardAt());
      events.publishEvent(
          new AgentSilent(agent.id(), agent.zone(), agent.name(), agent.heardAt(), now));
    }
    worked = now;
  }
}
