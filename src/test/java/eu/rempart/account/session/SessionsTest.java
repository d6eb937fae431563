package eu.rempart.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.vault.VaultService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sign-ins and time, with a clock moved by hand and the vault of the application. */
class SessionsTest extends WithApplication {

  @Autowired VaultService vault;

  private static final SessionObserver UNHEARD =
      new SessionObserver() {
        @Override
        public void begun(LiveSession session) {}

        @Override
        public void ended(UUID signIn, SessionEnd why) {}
      };

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
  private final List<String> heard = new ArrayList<>();
  private Sessions timed;
  private SignedInMember member;

  @BeforeEach
  void begin() {
    timed = new Sessions(vault, now::get, UNHEARD);
    member = join(Role.MEMBER);
    timed.begin(member, "Firefox, Linux", "FR");
    timed.onEnd(member.signIn(), why -> heard.add(why.name()));
    timed.onIdle(
        member.signIn(),
        new IdleListener() {
          @Override
          public void soonLocked() {
            heard.add("soon");
          }

          @Override
          public void awake() {
            heard.add("awake");
          }
        });
  }

  private void forward(Duration time) {
    now.updateAndGet(at -> at.plus(time));
    timed.sweep();
  }

  @Test
  void idlenessIsWarnedOfOnceAndThenLocksTheKey() {
    forward(Duration.ofMinutes(13));
    assertThat(heard).isEmpty();
    forward(Duration.ofSeconds(61));
    forward(Duration.ofSeconds(10));
    assertThat(heard).containsExactly("soon");
    assertThat(vault.isOpen(Objects.requireNonNull(member.vault()))).isTrue();

    forward(Duration.ofSeconds(60));
    assertThat(heard).containsExactly("soon", "IDLE");
    assertThat(vault.isOpen(Objects.requireNonNull(member.vault()))).isFalse();
    assertThat(timed.alive(member, true)).isFalse();
    assertThat(timed.whyEnded(member.signIn())).isEqualTo(SessionEnd.IDLE);
  }

  @Test
  void whoeverComesBackInTimeStays() {
    forward(Duration.ofMinutes(14).plusSeconds(5));
    assertThat(timed.alive(member, true)).isTrue();
    assertThat(heard).containsExactly("soon", "awake");

    forward(Duration.ofMinutes(13));
    assertThat(timed.alive(member, true)).isTrue();
    assertThat(heard).containsExactly("soon", "awake");
  }

  @Test
  void theHeartbeatOfAnOpenTabKeepsNobodyAwake() {
    forward(Duration.ofMinutes(10));
    assertThat(timed.alive(member, false)).isTrue();
    forward(Duration.ofMinutes(5));
    assertThat(timed.alive(member, false)).isFalse();
  }

  @Test
  void aShortLimitWarnsEarlyEnough() {
    timed.idleLimit(Duration.ofMinutes(1));
    forward(Duration.ofSeconds(41));
    assertThat(heard).containsExactly("soon");
  }

  @Test
  void howeverBusyAMemberIsThePasswordIsAskedForTwiceADay() {
    for (int i = 0; i < 71; i++) {
      forward(Duration.ofMinutes(10));
      assertThat(timed.alive(member, true)).isTrue();
    }
    forward(Duration.ofMinutes(10));
    assertThat(timed.alive(member, true)).isFalse();
    assertThat(heard).contains("EXPIRED");
  }
}
