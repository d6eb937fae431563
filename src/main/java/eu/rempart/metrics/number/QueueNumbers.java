package eu.rempart.metrics.number;

import eu.rempart.alert.queue.RoundsWatch;
import eu.rempart.mail.MailStatus;
import eu.rempart.mail.Outbox;
import eu.rempart.vault.VaultService;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What waits. Jobs in the background are those that hold the key. */
@Component
class QueueNumbers implements Numbers {

  private final Outbox outbox;
  private final VaultService vault;
  private final QueueQueries queries;
  private final RoundsWatch rounds;
  private final InstantSource clock;

  @Autowired
  QueueNumbers(Outbox outbox, VaultService vault, QueueQueries queries, RoundsWatch rounds) {
    this.outbox = outbox;
    this.vault = vault;
    this.queries = queries;
    this.rounds = rounds;
    this.clock = InstantSource.system();
  }

  @Override
  public String source() {
    return "queues";
  }

  @Override
  public void write(Sheet sheet) {
    MailStatus mail = outbox.status();
    depth(sheet, "mail", mail.waiting());
    depth(sheet, "jobs", vault.facts().jobs());
    depth(sheet, "imports", queries.imports());
    depth(sheet, "alerts", queries.alerts());
    depth(sheet, "checks", queries.checksLate(clock.instant()));
    sheet.gauge(
        "alert_rounds_late_seconds",
        "How long ago it was due to look for what is wrong, where nobody did yet.",
        rounds.late().toSeconds());
    sheet.gauge("mail_given_up", "Letters that were given up within 30 days.", mail.givenUp());
  }

  private static void depth(Sheet sheet, String queue, int depth) {
    sheet.gauge("queue_depth", "What waits or is under way, by queue.", depth, "queue", queue);
  }
}
