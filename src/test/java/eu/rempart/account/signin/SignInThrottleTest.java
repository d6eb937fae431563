package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final HandFailures shared = new HandFailures();
  private final SignInThrottle throttle = new SignInThrottle(() -> now, shared);

  @Test
  void threeTriesAreFreeAndThenEachWaitsTwiceAsLong() {
    for (var i = 0; i < 3; i++) {
      assertThat(throttle.tryNow("ada", "192.0.2.1")).isZero();
    }
    assertThat(throttle.tryNow("ada", "192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
    now = now.plusSeconds(1);
    assertThat(throttle.tryNow("ada", "192.0.2.1")).isZero();
    assertThat(throttle.tryNow("ada", "192.0.2.1")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whoWaitsCostsTheDatabaseNothing() {
    for (var i = 0; i < 3; i++) {
      throttle.tryNow("ada", "192.0.2.1");
    }
    int asked = shared.asked();
    assertThat(throttle.tryNow("ada", "192.0.2.1")).isPositive();
    assertThat(shared.asked()).isEqualTo(asked);
  }

  @Test
  void itSaysWhetherTheAccountOrTheSourceIsTheReason() {
    for (var i = 0; i < 3; i++) {
      throttle.tryNow("ada", "192.0.2.1");
    }
    assertThat(throttle.why("ada", "192.0.2.1")).isEqualTo(SignInThrottle.Why.ACCOUNT);
    for (var i = 0; i < 20; i++) {
      throttle.tryNow("account" + i, "198.51.100.1");
    }
    assertThat(throttle.why("another", "198.51.100.1")).isEqualTo(SignInThrottle.Why.SOURCE);
  }

  @Test
  void theRightPasswordStartsAnew() {
    for (var i = 0; i < 3; i++) {
      throttle.tryNow("ada", "192.0.2.1");
    }
    throttle.succeeded("ada", "192.0.2.1");

    assertThat(throttle.tryNow("ada", "192.0.2.1")).isZero();
  }

  @Test
  void aSourceThatTriesManyAccountsIsSlowedDown() {
    for (var i = 0; i < 20; i++) {
      assertThat(throttle.tryNow("account" + i, "192.0.2.1")).isZero();
    }
    assertThat(throttle.tryNow("another", "192.0.2.1")).isPositive();
    assertThat(throttle.tryNow("another", "192.0.2.2")).isZero();
  }

  @Test
  void nobodyCanLockTheOwnerOutForLong() {
    for (var i = 0; i < 500; i++) {
      throttle.tryNow("ada", "192.0.2." + i);
      now = now.plusSeconds(9);
    }
    assertThat(throttle.tryNow("ada", "198.51.100.1")).isLessThanOrEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void oldFailuresAreForgotten() {
    for (var i = 0; i < 10; i++) {
      throttle.tryNow("ada", "192.0.2.1");
      now = now.plus(Duration.ofMinutes(6));
    }
    now = now.plus(Duration.ofMinutes(31));
    assertThat(throttle.tryNow("ada", "192.0.2.1")).isZero();
    assertThat(throttle.tryNow("ada", "192.0.2.1")).isZero();
  }

  @Test
  void oneNetworkOfIpv6IsOneSource() {
    for (var i = 0; i < 3; i++) {
      assertThat(throttle.tryNow("ada", "2001:db8:1:2::" + i)).isZero();
    }
    assertThat(throttle.tryNow("ada", "2001:db8:1:2:ffff::9")).isPositive();
    assertThat(throttle.tryNow("ada", "2001:db8:1:3::1")).isZero();
  }

  @Test
  void aNetworkFullOfSourcesIsSlowedDown() {
    for (var i = 0; i < 100; i++) {
      assertThat(throttle.tryNow("account" + i, "192.0.2." + i)).isZero();
    }
    assertThat(throttle.tryNow("another", "192.0.2.200")).isPositive();
    assertThat(throttle.tryNow("another", "192.0.3.200")).isZero();
  }

  @Test
  void onADeviceOfTheirsSomebodyGetsInDuringAnAttackOnTheirAccount() {
    for (var i = 0; i < 500; i++) {
      throttle.tryNow("ada", "192.0.%d.%d".formatted(i / 256, i % 256));
    }
    assertThat(throttle.tryNow("ada", "198.51.100.1")).isPositive();
    assertThat(throttle.tryOnDevice("ada", "laptop")).isZero();
  }

  @Test
  void aDeviceInWrongHandsIsSlowedDownLikeAnybody() {
    for (var i = 0; i < 5; i++) {
      assertThat(throttle.tryOnDevice("ada", "laptop")).isZero();
    }
    assertThat(throttle.tryOnDevice("ada", "laptop")).isEqualTo(Duration.ofSeconds(1));
    assertThat(throttle.tryOnDevice("max", "laptop")).isZero();
    now = now.plusSeconds(1);
    throttle.succeededOnDevice("ada", "laptop");
    assertThat(throttle.tryOnDevice("ada", "laptop")).isZero();
  }
}
