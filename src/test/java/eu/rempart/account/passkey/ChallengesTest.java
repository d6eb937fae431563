package eu.rempart.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.passkey.Challenges.Purpose;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class ChallengesTest {

  private Instant now = Instant.parse("2026-12-01T08:00:00Z");
  private final Challenges challenges = new Challenges(() -> now);
  private final MockHttpSession session = new MockHttpSession();

  @Test
  void challengeIsGoodOnce() {
    String issued = Sent.text(challenges.issue(session, Purpose.SIGN_IN));
    assertThat(challenges.take(session, issued, Purpose.SIGN_IN)).isPresent();
    assertThat(challenges.take(session, issued, Purpose.SIGN_IN)).isEmpty();
  }

  @Test
  void challengeIsGoodForWhatItWasMadeForAlone() {
    String issued = Sent.text(challenges.issue(session, Purpose.TRY));
    assertThat(challenges.take(session, issued, Purpose.SIGN_IN)).isEmpty();
    assertThat(challenges.take(session, issued, Purpose.TRY)).as("it was shown").isEmpty();
  }

  @Test
  void challengeIsGoodInItsSessionAlone() {
    String issued = Sent.text(challenges.issue(session, Purpose.SIGN_IN));
    assertThat(challenges.take(new MockHttpSession(), issued, Purpose.SIGN_IN)).isEmpty();
  }

  @Test
  void challengeGrowsOld() {
    String issued = Sent.text(challenges.issue(session, Purpose.SIGN_IN));
    now = now.plus(Challenges.LIFE).minus(Duration.ofMillis(1));
    String late = Sent.text(challenges.issue(session, Purpose.SIGN_IN));
    now = now.plus(Duration.ofMillis(1));
    assertThat(challenges.take(session, issued, Purpose.SIGN_IN)).isEmpty();
    assertThat(challenges.take(session, late, Purpose.SIGN_IN)).isPresent();
  }

  @Test
  void sessionRemembersTheLastFour() {
    String first = Sent.text(challenges.issue(session, Purpose.SIGN_IN));
    for (int i = 0; i < 3; i++) {
      challenges.issue(session, Purpose.SIGN_IN);
    }
    String last = Sent.text(challenges.issue(session, Purpose.SIGN_IN));
    assertThat(challenges.take(session, first, Purpose.SIGN_IN)).isEmpty();
    assertThat(challenges.take(session, last, Purpose.SIGN_IN)).isPresent();
  }

  @Test
  void whatIsNoChallengeIsNone() {
    for (String wrong : new String[] {"", "?", "AAAA", "x".repeat(100_000)}) {
      assertThat(challenges.take(session, wrong, Purpose.SIGN_IN)).isEmpty();
    }
  }
}
