package eu.rempart.journey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Original;
import eu.rempart.journey.account.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody guesses the administrator's password from addresses all over the world. */
class AttackedAccountIT {

  private static final int LONG_SECONDS = 4;

  private static Installation installation;
  private int sources;

  @BeforeAll
  static void start() {
    installation =
        Installation.of(
            Original.FOUNDED,
            "attacked",
            new Installation.Settings(Map.of("REMPART_EDGE_BALANCERS", "127.0.0.1/32"), List.of()));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  private Answer guess() throws Exception {
    sources++;
    return Caller.at(installation, "203.0.%d.7".formatted(sources % 256))
        .signIn(Installation.EMAIL, "not the password " + sources);
  }

  @Test
  void theOwnerGetsInOnTheirDeviceAndAStrangerIsToldToWait() throws Exception {
    Caller owner = Caller.at(installation, "192.0.2.10");
    assertThat(owner.signIn(Installation.EMAIL, Installation.PASSWORD).location())
        .doesNotContain("/login");
    await()
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(250))
        .atMost(Patience.LONG)
        .until(() -> guess().secondsToWait() >= LONG_SECONDS);

    Answer stranger =
        Caller.at(installation, "198.51.100.20").signIn(Installation.EMAIL, Installation.PASSWORD);
    assertThat(stranger.location()).matches(".*/login\\?wait=[0-9]+&why=account");
    assertThat(stranger.header("Retry-After")).isEqualTo(Long.toString(stranger.secondsToWait()));

    Answer onTheRoad =
        owner.movedTo("198.51.100.21").signIn(Installation.EMAIL, Installation.PASSWORD);
    assertThat(onTheRoad.status()).isEqualTo(302);
    assertThat(onTheRoad.location()).doesNotContain("/login");
    assertThat(installation.errors()).isEmpty();
  }
}
