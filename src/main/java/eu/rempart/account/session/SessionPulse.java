package eu.rempart.account.session;

import eu.rempart.vault.VaultService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps this server and the table of sign-ins of one mind: says once a minute which live here and
 * when they were used, and ends what another server, or an operator with psql, marked as ended.
 */
class SessionPulse {

  private static final Logger log = LoggerFactory.getLogger(SessionPulse.class);
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern NOTICE =
      Pattern.compile(
          "end %1$s [A-Z_]+|%2$s %1$s %1$s|%3$s [A-Z_]+ %1$s"
              .formatted(ID, AllSessions.LOCKED_OUT, AllSessions.EVERYBODY));

  private final Sessions here;
  private final SessionRepository repository;
  private final VaultService vault;
  private final UUID server;

  SessionPulse(Sessions here, SessionRepository repository, VaultService vault, UUID server) {
    this.here = here;
    this.repository = repository;
    this.vault = vault;
    this.server = server;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void beat() {
    try {
      repository.seen(here.all());
      repository.forget(KEPT);
      catchUp();
      // another server may have been told another one
      here.idleLimit(vault.facts().idle());
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; the sign-ins of this server live on
      log.warn("sign-ins could not be written: {}", e.getClass().getName());
    }
  }

  /** Ends what was ended while nobody here listened. */
  void catchUp() {
    List<UUID> signIns = here.all().stream().map(LiveSession::signIn).toList();
    if (!signIns.isEmpty()) {
      repository.ended(signIns).forEach(here::end);
    }
  }

  /** Takes a notice of {@link SessionRepository#CHANNEL}; what it does not know it leaves alone. */
  void heard(String notice) {
    if (!NOTICE.matcher(notice).matches()) {
      log.warn("a notice of {} characters is none about sign-ins", notice.length());
      return;
    }
    String[] words = notice.split(" ", -1);
    switch (words[0]) {
      case "end" -> here.end(UUID.fromString(words[1]), SessionEnd.of(words[2]));
      case AllSessions.LOCKED_OUT -> fromOthers(words, () -> lockOut(words[1]));
      default -> fromOthers(words, () -> lockEverybody(words[1]));
    }
  }

  /** The last word names the server that said it, which has done its part. */
  private void fromOthers(String[] words, Runnable work) {
    if (!words[2].equals(server.toString())) {
      work.run();
    }
  }

  private void lockOut(String memberId) {
    UUID member = UUID.fromString(memberId);
    here.endAllOf(member, SessionEnd.ACCOUNT_CHANGED, null);
    vault.lockOut(member);
  }

  private void lockEverybody(String why) {
    here.endAll(SessionEnd.of(why));
    vault.lockAll();
  }
}
