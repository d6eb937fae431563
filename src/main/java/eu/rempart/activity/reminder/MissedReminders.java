package eu.rempart.activity.reminder;

import eu.rempart.activity.ActivityId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets members hear of reminders that no page of theirs showed. Times and ids are in clear, so it
 * works while nobody is signed in.
 */
@Component
class MissedReminders {

  /** Whoever has a page open sees it there meanwhile; see {@code ReminderWatch}. */
  static final Duration GRACE = Duration.ofMinutes(5);

  /** As long as a weekend of a server that is switched off. */
  static final Duration BACK = Duration.ofDays(3);

  private final ReminderQueries queries;
  private final ComingReminders coming;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  @Autowired
  MissedReminders(
      ReminderQueries queries,
      ComingReminders coming,
      TransactionOperations transactions,
      ApplicationEventPublisher events) {
    this(queries, coming, transactions, events, Clock.systemUTC());
  }

  MissedReminders(
      ReminderQueries queries,
      ComingReminders coming,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.queries = queries;
    this.coming = coming;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  private static Set<UUID> both(Set<UUID> one, Set<UUID> other) {
    Set<UUID> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT2M")
  void tell() {
    transactions.executeWithoutResult(
        _ -> {
          Instant now = clock.instant();
          Instant until = now.minus(GRACE);
          Map<ActivityId, Set<UUID>> missed = new HashMap<>(queries.tell(now.minus(BACK), until));
          queries
              .tell(coming.between(null, now.minus(BACK), until))
              .forEach((meeting, who) -> missed.merge(meeting, who, MissedReminders::both));
          if (!missed.isEmpty()) {
            events.publishEvent(new RemindersMissed(missed));
          }
        });
  }
}
