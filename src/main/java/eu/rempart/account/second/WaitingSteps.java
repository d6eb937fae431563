package eu.rempart.account.second;

import eu.rempart.vault.VaultService;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.handle.VaultHandle;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sign-ins that wait for a second factor, each under a random ticket. What their passwords opened
 * is locked once they wait too long, or are ended. Thread safe.
 */
@Component
class WaitingSteps {

  private static final int CAPACITY = 2_000;
  private static final int TICKET_BYTES = 16;

  private final VaultService vault;
  private final FactorNews news;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  WaitingSteps(VaultService vault, FactorNews news) {
    this.vault = vault;
    this.news = news;
  }

  /** Answers the ticket. The one that waits the longest goes where there are too many. */
  synchronized String keep(Waiting one) {
    sweep();
    if (waiting.size() >= CAPACITY) {
      end(waiting.keySet().iterator().next());
    }
    String ticket = HexFormat.of().formatHex(Randomness.bytes(TICKET_BYTES));
    waiting.put(ticket, one);
    return ticket;
  }

  synchronized Optional<Waiting> find(String ticket) {
    sweep();
    return Optional.ofNullable(waiting.get(ticket));
  }

  /**
   * One more answer was wrong.
   *
   * @return how many were; empty if it waits no more
   */
  synchronized Optional<Integer> wrong(String ticket) {
    return Optional.ofNullable(waiting.computeIfPresent(ticket, (_, known) -> known.wrongAgain()))
        .map(Waiting::wrong);
  }

  /** It waits no more, and goes on to be signed in; false where somebody else was quicker. */
  synchronized boolean take(String ticket) {
    Waiting one = waiting.remove(ticket);
    if (one != null) {
      destroy(one.seed());
    }
    return one != null;
  }

  /** It waits no more, and its vault is locked. */
  synchronized void end(String ticket) {
    Waiting one = waiting.remove(ticket);
    if (one == null) {
      return;
    }
    lock(one.handle());
    destroy(one.seed());
    if (one.wrong() > 0) {
      news.warn(one.memberId());
    }
  }

  void endAllOf(UUID memberId) {
    end(one -> one.memberId().equals(memberId));
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void sweep() {
    Instant now = Instant.now();
    end(one -> !one.until().isAfter(now));
  }

  private synchronized void end(Predicate<Waiting> which) {
    List<String> over =
        waiting.entrySet().stream()
            .filter(each -> which.test(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    over.forEach(this::end);
  }

  /** Locks what a password opened; nothing for an engineer. */
  void lock(@Nullable VaultHandle handle) {
    if (handle != null) {
      vault.lock(handle);
    }
  }

  private static void destroy(@Nullable Secret seed) {
    if (seed != null) {
      seed.destroy();
    }
  }
}
