package eu.rempart.account.second;

import eu.rempart.mail.Outbox;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Records that a second factor has changed, and writes to whose it is. */
@Component
class FactorNews {

  private final SecurityEvents events;
  private final Outbox outbox;
  private final Map<UUID, LocalDate> warned = new ConcurrentHashMap<>();

  FactorNews(SecurityEvents events, Outbox outbox) {
    this.events = events;
    this.outbox = outbox;
  }

  void tell(UUID member, SecondFactorLetter.Change change) {
    events.record(
        SecurityEvent.of("vault.second.changed", Severity.NOTICE)
            .member(member)
            .with("what", change.key()));
    write(member, change);
  }

  /** Somebody has the password, and not the second factor: told once a day. */
  void warn(UUID member) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    if (!today.equals(warned.put(member, today))) {
      write(member, SecondFactorLetter.Change.GUESSED);
    }
  }

  private void write(UUID member, SecondFactorLetter.Change change) {
    if (outbox.enabled()) {
      outbox.put(member, SecondFactorLetter.KIND, Map.of(SecondFactorLetter.CHANGE, change.key()));
    }
  }
}
