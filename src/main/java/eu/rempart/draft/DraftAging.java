package eu.rempart.draft;

import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what nobody came back to. */
@Component
class DraftAging {

  /** After this long nobody goes on with a form. */
  static final Duration KEPT = Duration.ofDays(14);

  private final DraftRepository drafts;

  DraftAging(DraftRepository drafts) {
    this.drafts = drafts;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT2M")
  void forget() {
    forgetBefore(Instant.now().minus(KEPT));
  }

  int forgetBefore(Instant limit) {
    return drafts.deleteBefore(limit);
  }
}
