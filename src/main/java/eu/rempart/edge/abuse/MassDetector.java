package eu.rempart.edge.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Members who take out, or archive, more records within a window than anybody needs to: in one
 * piece or in many. In the memory of this node, of a bounded size. Thread safe.
 */
final class MassDetector {

  private static final int REMEMBERED = 20_000;

  private record Doer(UUID memberId, Way way) {}

  private record Done(long minute, long count) {}

  /** What somebody did within the window; guarded by the detector. */
  private static final class Deeds {
    private final Deque<Done> minutes = new ArrayDeque<>();
    private boolean told;
  }

  private final Cache<Doer, Deeds> doers;
  private final Ticker ticker;
  private final long begun;
  private Duration window = EdgeSettings.USUAL.minutes(Limit.WINDOW_MASS);

  MassDetector(Ticker ticker) {
    this.ticker = ticker;
    this.begun = ticker.read();
    this.doers =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(window)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * How many it were within the window, if that is more than may be and was not told yet: who goes
   * on is told of again after a window in which it was less.
   */
  synchronized OptionalLong did(RecordsMoved moved, int most, Duration within) {
    if (!within.equals(window)) {
      window = within;
      doers.policy().expireAfterWrite().orElseThrow().setExpiresAfter(within);
    }
    Doer doer = new Doer(moved.memberId(), moved.way());
    Deeds deeds = doers.asMap().computeIfAbsent(doer, _ -> new Deeds());
    // written again, so that the window begins anew
    doers.put(doer, deeds);
    // the difference, since the stop watch may run over
    long minute = (ticker.read() - begun) / Duration.ofMinutes(1).toNanos();
    Done last = deeds.minutes.peekLast();
    if (last != null && last.minute() == minute) {
      deeds.minutes.removeLast();
      deeds.minutes.addLast(new Done(minute, last.count() + moved.count()));
    } else {
      deeds.minutes.addLast(new Done(minute, moved.count()));
    }
    while (deeds.minutes.getFirst().minute() <= minute - within.toMinutes()) {
      deeds.minutes.removeFirst();
    }
    long sum = deeds.minutes.stream().mapToLong(Done::count).sum();
    boolean tell = sum > most && !deeds.told;
    deeds.told = sum > most;
    return tell ? OptionalLong.of(sum) : OptionalLong.empty();
  }
}
