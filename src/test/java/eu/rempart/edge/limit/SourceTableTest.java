package eu.rempart.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.limit.SourceTable.Answer;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SourceTableTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Rate PLENTY = Rate.of(1e6, 1_000_000);

  private final SourceTable table = new SourceTable(2_048, 32, 64);

  @Test
  void aSourceHasSoManyConnectionsAtOnceAndMoreWhenOneEnds() {
    assertThat(admit(1, 2, PLENTY, 0)).isEqualTo(Answer.PASS);
    assertThat(admit(1, 2, PLENTY, 0)).isEqualTo(Answer.PASS);
    assertThat(admit(1, 2, PLENTY, 0)).isEqualTo(Answer.TOO_MANY_AT_ONCE);
    assertThat(admit(2, 2, PLENTY, 0)).isEqualTo(Answer.PASS);
    table.ended(0, ipv4(1));
    assertThat(admit(1, 2, PLENTY, 0)).isEqualTo(Answer.PASS);
  }

  @Test
  void aBurstIsServedAndThenSoManyASecond() {
    Rate rate = Rate.of(2, 5);
    for (int i = 0; i < 5; i++) {
      assertThat(admit(1, 100, rate, 0)).isEqualTo(Answer.PASS);
    }
    assertThat(admit(1, 100, rate, 0)).isEqualTo(Answer.TOO_FAST);
    assertThat(admit(1, 100, rate, SECOND / 2)).isEqualTo(Answer.PASS);
    assertThat(admit(1, 100, rate, SECOND / 2)).isEqualTo(Answer.TOO_FAST);
    assertThat(admit(1, 100, rate.slowed(10), SECOND)).isEqualTo(Answer.TOO_FAST);
  }

  @Test
  void theAddressesOfOneIpv6NetworkAreOneSource() {
    Rate rate = Rate.of(1, 1);
    assertThat(table.admit(0x2001_0db8_0000_0001L, 1, 9, rate, 0)).isEqualTo(Answer.PASS);
    assertThat(table.admit(0x2001_0db8_0000_0001L, 2, 9, rate, 0)).isEqualTo(Answer.TOO_FAST);
    assertThat(table.admit(0x2001_0db8_0000_0002L, 1, 9, rate, 0)).isEqualTo(Answer.PASS);
  }

  /** Else choosing it from a list bans {@code ::/64}, in which all of IPv4 lies. */
  @Test
  void whatComesFromThisMachineIsNamedAlone() {
    for (var cut : List.of(table, new SourceTable(2_048, 24, 48))) {
      cut.count(0, 1, Sign.MISSING, SECOND);
      cut.count(0, ipv4(1), Sign.MISSING, SECOND);
      cut.count(0x2001_0db8_0000_0001L, 7, Sign.MISSING, SECOND);
      assertThat(cut.busiest(Sign.MISSING, 9, SECOND))
          .extracting(SourceFacts::prefix)
          .hasSize(3)
          .contains(Prefix.of("::1"))
          .noneMatch(Prefix::spansIpv4);
    }
  }

  @Test
  void aFloodOfNewSourcesNeitherGrowsItNorForgetsThoseWithConnections() {
    admit(1, 1, PLENTY, 0);
    for (int i = 0; i < 1_000_000; i++) {
      table.count(0, ipv4(1_000 + i), Sign.REFUSED, SECOND);
    }
    assertThat(admit(1, 1, PLENTY, SECOND)).isEqualTo(Answer.TOO_MANY_AT_ONCE);
    assertThat(table.busiest(Sign.REFUSED, 10_000, SECOND)).hasSizeLessThanOrEqualTo(2_048);
  }

  /** Which sources share a place is chance, and another one in each process. */
  @Test
  void whoCameAgainIsRememberedLongerThanWhoCameOnce() {
    for (int regular = 0; regular < 50; regular++) {
      count(regular, Sign.MISSING, 2);
      count(500 + regular, Sign.MISSING, 1);
    }
    for (int i = 0; i < 2_000; i++) {
      count(1_000 + i, Sign.REFUSED, 1);
    }
    assertThat(remembered(0)).isGreaterThan(40).isGreaterThan(remembered(500) + 8);
  }

  private int remembered(int from) {
    int remembered = 0;
    for (int source = from; source < from + 50; source++) {
      remembered += table.score(0, ipv4(source), Sign.MISSING, SECOND) >= 1 ? 1 : 0;
    }
    return remembered;
  }

  @Test
  void scoresFadeByHalfInAMinuteAndTheClockOfTheWallHasNoSay() {
    for (int i = 0; i < 8; i++) {
      table.count(0, ipv4(1), Sign.MALFORMED, 0);
    }
    assertThat(table.score(0, ipv4(1), Sign.MALFORMED, 60 * SECOND)).isEqualTo(4);
    assertThat(table.score(0, ipv4(1), Sign.MALFORMED, 120 * SECOND)).isEqualTo(2);
    assertThat(table.score(0, ipv4(1), Sign.SLOW, 0)).isZero();
    // two threads may read the time in one order and come here in the other
    assertThat(table.count(0, ipv4(1), Sign.MALFORMED, -SECOND)).isEqualTo(9);
  }

  @Test
  void theBusiestComeFirstWithAllThatIsKnownOfThem() {
    for (int source = 1; source <= 30; source++) {
      for (int i = 0; i < source; i++) {
        table.count(0, ipv4(source), Sign.REQUEST, 0);
      }
    }
    admit(30, 5, PLENTY, 0);

    var busiest = table.busiest(Sign.REQUEST, 3, 0);
    assertThat(busiest)
        .extracting(facts -> facts.score(Sign.REQUEST))
        .containsExactly(30f, 29f, 28f);
    assertThat(busiest.getFirst().prefix()).hasToString("0.0.0.30/32");
    assertThat(busiest.getFirst().atOnce()).isEqualTo(1);
    assertThat(busiest.getFirst().score(Sign.CONNECTION)).isEqualTo(1);
  }

  /** The gate takes a negative answer for broken memory, and refuses to go on. */
  @Test
  void whatIsReadAheadIsNeverNegativeWhateverHappened() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 100_000; i++) {
      long source = ipv4(random.nextInt(5_000));
      long now = i * (SECOND / 50);
      switch (random.nextInt(3)) {
        case 0 -> table.admit(0, source, 3, PLENTY, now);
        case 1 -> table.ended(0, source);
        default ->
            table.count(0, source, random.nextBoolean() ? Sign.MISSING : Sign.CONNECTION, now);
      }
      assertThat(table.ahead(0, ipv4(random.nextInt(5_000)))).isNotNegative();
    }
  }

  @Test
  void whoStaysAboveHidesNobodyForEver() {
    for (int source = 1; source <= 600; source++) {
      count(source, Sign.MISSING, 50);
    }
    var threshold = Map.of(Sign.MISSING, 40f);
    var turn = new Turn();
    Set<Prefix> seen = new HashSet<>();
    for (int look = 0; look < 4; look++) {
      var some = table.above(threshold, _ -> true, 200, turn, SECOND);
      assertThat(some).hasSizeBetween(200, 207);
      some.forEach(facts -> seen.add(facts.prefix()));
    }
    assertThat(seen)
        .hasSizeGreaterThan(500)
        .hasSameSizeAs(table.above(threshold, _ -> true, 10_000, new Turn(), SECOND));
  }

  @Test
  void whoIsNotWantedTakesNoRoomAndEachSignHasItsThreshold() {
    for (int source = 1; source <= 300; source++) {
      count(source, Sign.MISSING, 50);
    }
    count(301, Sign.MALFORMED, 20);
    count(302, Sign.MALFORMED, 9);
    Predicate<Prefix> wanted = prefix -> (prefix.low() & 0x3ff) > 299;
    var thresholds = Map.of(Sign.MISSING, 40f, Sign.MALFORMED, 10f);
    assertThat(table.above(thresholds, wanted, 3, new Turn(), SECOND))
        .extracting(facts -> facts.prefix().toString())
        .containsExactlyInAnyOrder("0.0.1.44/32", "0.0.1.45/32");
  }

  private void count(int source, Sign sign, int times) {
    for (int i = 0; i < times; i++) {
      table.count(0, ipv4(source), sign, SECOND);
    }
  }

  @Test
  void threadsSideBySideNeverLetMoreInThanTheLimit() throws Exception {
    var passed = new AtomicInteger();
    var ready = new CountDownLatch(4);
    var threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    ready.countDown();
                    for (int i = 0; i < 10_000; i++) {
                      if (admit(1, 5_000, PLENTY, 0) == Answer.PASS) {
                        passed.incrementAndGet();
                      }
                    }
                  });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(passed).hasValue(5_000);
  }

  private Answer admit(int source, int most, Rate rate, long now) {
    return table.admit(0, ipv4(source), most, rate, now);
  }

  private static long ipv4(int n) {
    return Source.ofIpv4(n).low();
  }
}
