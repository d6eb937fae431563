package eu.rempart.presence;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.db.RowsChanged;
import eu.rempart.history.RecordRef;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Knows who has which record open. Pages tell when they come and go. Thread safe. */
@Service
public class PresenceService {

  /** A page that did not say for so long that it is open is not: its server is gone. */
  static final Duration LOST = Duration.ofSeconds(100);

  /** Whoever typed last so long ago is looking, no more. */
  static final Duration TYPING = Duration.ofMinutes(10);

  private final PresenceRepository repository;
  private final Rights rights;
  private final CurrentMember current;
  private final Clock clock;
  private final Map<UUID, Page> pages = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private record Page(RecordRef record, Runnable news) {}

  @Autowired
  PresenceService(PresenceRepository repository, Rights rights, CurrentMember current) {
    this(repository, rights, current, Clock.systemUTC());
  }

  PresenceService(
      PresenceRepository repository, Rights rights, CurrentMember current, Clock clock) {
    this.repository = repository;
    this.rights = rights;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Says that the member opened a page of a record.
   *
   * @param news called on a thread of its own when others come, go, or begin to edit
   * @return the page, to be left by
   */
  public UUID enter(RecordRef record, Runnable news) {
    rights.require(Right.READ_RECORDS);
    UUID page = UUID.randomUUID();
    pages.put(page, new Page(record, news));
    repository.enter(page, current.id(), record);
    return page;
  }

  /** Says that a page was closed; by whomever, since a session may have ended. */
  @PermitAll
  public void leave(UUID page) {
    if (pages.remove(page) != null) {
      repository.leave(Set.of(page));
    }
  }

  /** Who else has the record open, those who came first at the front. */
  public List<Presence> others(RecordRef record) {
    rights.require(Right.READ_RECORDS);
    return repository.others(record, current.id(), clock.instant().minus(TYPING));
  }

  @EventListener
  void changed(RowsChanged rows) {
    if (rows.table().equals("presence")) {
      pages
          .values()
          .forEach(
              page -> {
                if (rows.ids().contains(page.record().id())) {
                  threads.execute(page.news());
                }
              });
    }
  }

  @Scheduled(fixedDelayString = "PT30S")
  void beat() {
    Instant now = clock.instant();
    if (!pages.isEmpty()) {
      repository.seen(Set.copyOf(pages.keySet()));
    }
    repository.forget(now.minus(LOST));
  }
}
