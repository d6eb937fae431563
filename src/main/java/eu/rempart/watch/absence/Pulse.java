package eu.rempart.watch.absence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says every few seconds that a node is there. Whichever comes back after a while writes down how
 * long none was: what only this server measures was not measured then. Thread safe, on several
 * nodes too.
 */
public class Pulse {

  private static final Logger log = LoggerFactory.getLogger(Pulse.class);

  /** Between two beats is less, whoever's turn it is, unless no node was there, or no database. */
  static final Duration ALIVE = Duration.ofSeconds(20);

  private final AbsenceRepository absences;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Pulse(AbsenceRepository absences, TransactionTemplate transactions, InstantSource clock) {
    this.absences = absences;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void tick() {
    try {
      beat();
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; what is missed is an absence then
      log.warn("nobody hears that a node is there: {}", e.getClass().getName());
    }
  }

  /** Times without any node that ended after a moment, the earliest first. */
  public List<Absence> endingAfter(Instant from) {
    return absences.endingAfter(from);
  }

  /** A node is there now. */
  void beat() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transactions.executeWithoutResult(
        _ -> {
          absences
              .lockPulse()
              .filter(last -> Duration.between(last, now).compareTo(ALIVE) > 0)
              .ifPresent(last -> absences.add(new Absence(last, now)));
          absences.beat(now);
        });
  }
}
