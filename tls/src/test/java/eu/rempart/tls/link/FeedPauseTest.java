package eu.rempart.tls.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An edge that is refused asks less and less often. */
class FeedPauseTest {

  private final FeedPause pause = new FeedPause();

  private Duration refused() {
    pause.answered();
    return pause.next();
  }

  @Test
  void whoIsRefusedWaitsUpToMinutes() {
    assertThat(refused()).isEqualTo(Duration.ofSeconds(1));
    assertThat(refused()).isEqualTo(Duration.ofSeconds(2));
    for (int i = 0; i < 20; i++) {
      refused();
    }
    assertThat(refused()).isEqualTo(FeedPause.LONGEST);
  }

  @Test
  void aNodeThatIsDownIsTriedAtOnceHoweverLongItIs() {
    for (int i = 0; i < 20; i++) {
      assertThat(pause.next()).isEqualTo(FeedPause.SHORTEST);
    }
  }

  @Test
  void whoIsWantedAgainIsForgiven() {
    refused();
    refused();
    pause.answered();
    pause.heard();
    assertThat(pause.next()).isEqualTo(FeedPause.SHORTEST);
    assertThat(refused()).isEqualTo(Duration.ofSeconds(1));
  }
}
