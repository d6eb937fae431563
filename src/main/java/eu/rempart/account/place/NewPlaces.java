package eu.rempart.account.place;

import eu.rempart.mail.MailGivenUp;
import eu.rempart.mail.Outbox;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells members of a sign-in from a country that is new to their account: by mail, or on a page
 * where there is no mail server or the mail did not get through.
 */
@Component
public class NewPlaces {

  private static final Duration REMEMBERED = Duration.ofDays(730);

  private final PlaceRepository repository;
  private final Outbox outbox;
  private final SecurityEvents events;

  NewPlaces(PlaceRepository repository, Outbox outbox, SecurityEvents events) {
    this.repository = repository;
    this.outbox = outbox;
    this.events = events;
  }

  /** A member signs in; the letter is queued with the same commit that makes the place known. */
  @Transactional
  public void arrived(UUID memberId, String place, String device) {
    boolean first = !repository.hasAny(memberId);
    if (!repository.saw(memberId, place, device) || first) {
      return;
    }
    events.record(
        SecurityEvent.of("account.place.new", Severity.NOTICE)
            .member(memberId)
            .with("place", place));
    if (outbox.enabled()) {
      outbox.put(memberId, NewPlaceLetter.KIND, facts(place, device));
    } else {
      repository.setNotice(memberId, place, true);
    }
  }

  private static Map<String, String> facts(String place, String device) {
    return Map.of(
        NewPlaceLetter.PLACE, place,
        NewPlaceLetter.DEVICE, device,
        NewPlaceLetter.AT, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Where a member signed in last that is known and not this place. */
  public Optional<SeenPlace> lastElsewhere(UUID memberId, String place) {
    return repository.lastElsewhere(memberId, place);
  }

  /** Of what places a member is still to be told, the latest first. */
  public List<NewPlace> untold(UUID memberId) {
    return repository.notices(memberId);
  }

  /** The member knows of this place. */
  public void told(UUID memberId, String place) {
    repository.setNotice(memberId, place, false);
  }

  @EventListener
  @Transactional
  public void givenUp(MailGivenUp event) {
    if (event.kind().equals(NewPlaceLetter.KIND)) {
      repository.setNotice(
          event.memberId(), event.facts().getOrDefault(NewPlaceLetter.PLACE, ""), true);
    }
  }

  @Scheduled(initialDelay = 13, fixedDelay = 12 * 60, timeUnit = TimeUnit.MINUTES)
  public void forget() {
    repository.forget(REMEMBERED);
  }
}
