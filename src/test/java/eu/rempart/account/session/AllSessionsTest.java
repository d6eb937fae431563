package eu.rempart.account.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.db.NoticeListener;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The application, and a second server on the same database that listens as a real one does. */
class AllSessionsTest extends WithApplication {

  @Autowired VaultService vault;
  @Autowired SessionRepository repository;
  @Autowired DataSource database;

  private final UUID otherServer = UUID.randomUUID();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private Sessions there;
  private SessionPulse pulse;
  private SessionLog log;
  private NoticeListener notices;

  @BeforeEach
  void startAnotherServer() {
    log = new SessionLog(repository, otherServer);
    there = new Sessions(vault, now::get, log);
    pulse = new SessionPulse(there, repository, vault, otherServer);
    notices = SessionConfiguration.listening(database, pulse);
    notices.start();
  }

  @AfterEach
  void stopIt() {
    notices.stop();
    log.close();
  }

  /** The same member, signed in on the other server. */
  private SignedInMember alsoThere(SignedInMember member) {
    var signedIn =
        new SignedInMember(member.memberId(), member.role(), UUID.randomUUID(), handle(member));
    there.begin(signedIn, "Edge, Windows", "BE");
    return signedIn;
  }

  /** A key of its own: both servers share the vault of this process. */
  private VaultHandle handle(SignedInMember member) {
    return vault.lease(Objects.requireNonNull(member.vault())).handle();
  }

  private void awaitEnd(SignedInMember signedIn, SessionEnd why) {
    await().until(() -> !there.alive(signedIn, false));
    assertThat(there.whyEnded(signedIn.signIn())).isEqualTo(why);
    assertThat(vault.isOpen(Objects.requireNonNull(signedIn.vault()))).isFalse();
  }

  @Test
  void sessionsOfAllServersAreListed() {
    var here = join(Role.MEMBER);
    var elsewhere = alsoThere(here);
    act(here);

    assertThat(profile.sessions())
        .extracting(LiveSession::signIn)
        .containsExactlyInAnyOrder(here.signIn(), elsewhere.signIn());
    assertThat(profile.sessions())
        .extracting(LiveSession::place, LiveSession::device)
        .contains(org.assertj.core.groups.Tuple.tuple("BE", "Edge, Windows"));
  }

  @Test
  void aSessionOfAnotherServerIsEndedFromHere() {
    var here = join(Role.MEMBER);
    var elsewhere = alsoThere(here);
    act(here);
    profile.endSession(elsewhere.signIn());

    assertThat(profile.sessions()).extracting(LiveSession::signIn).containsExactly(here.signIn());
    awaitEnd(elsewhere, SessionEnd.ENDED);
    assertThat(sessions.alive(here, true)).isTrue();
  }

  @Test
  void nobodyEndsTheSessionOfAnotherMember() {
    var victim = alsoThere(join(Role.MEMBER));
    act(join(Role.MEMBER));
    profile.endSession(victim.signIn());

    pulse.catchUp();
    assertThat(there.alive(victim, true)).isTrue();
    assertThat(repository.alive(victim.memberId())).hasSize(2);
  }

  @Test
  void suspensionReachesAllServers() {
    var elsewhere = alsoThere(join(Role.MEMBER));
    members.suspend(elsewhere.memberId());

    awaitEnd(elsewhere, SessionEnd.ACCOUNT_CHANGED);
  }

  @Test
  void aNewPasswordReachesAllServers() {
    var here = join(Role.MEMBER);
    var elsewhere = alsoThere(here);
    act(here);
    profile.changePassword(PASSWORD.toCharArray(), "another long word".toCharArray());

    awaitEnd(elsewhere, SessionEnd.PASSWORD_CHANGED);
    assertThat(sessions.alive(here, true)).isTrue();
  }

  @Test
  void lockingEverybodyReachesAllServers() {
    var elsewhere = alsoThere(join(Role.MEMBER));
    members.lockEverybody();

    await().until(() -> !there.alive(elsewhere, false));
  }

  @Test
  void anEndThatNobodyHeardIsCaughtUpWith() {
    notices.stop();
    var elsewhere = alsoThere(join(Role.MEMBER));
    members.lockNow(elsewhere.memberId());
    assertThat(there.alive(elsewhere, false)).isTrue();
    pulse.beat();

    awaitEnd(elsewhere, SessionEnd.LOCKED);
  }

  @Test
  void lastUseIsWrittenOnceAMinuteAndNotByWhoeverUsesIt() {
    var elsewhere = alsoThere(join(Role.MEMBER));
    var begun = lastUsed(elsewhere);
    now.updateAndGet(at -> at.plus(Duration.ofMinutes(3)));
    there.alive(elsewhere, true);
    assertThat(lastUsed(elsewhere)).isEqualTo(begun);
    pulse.beat();

    assertThat(lastUsed(elsewhere)).isEqualTo(begun.plus(Duration.ofMinutes(3)));
  }

  private Instant lastUsed(SignedInMember signedIn) {
    return repository.alive(signedIn.memberId()).stream()
        .map(SessionRepository.Row::session)
        .filter(session -> session.signIn().equals(signedIn.signIn()))
        .findFirst()
        .orElseThrow()
        .lastUsed();
  }

  @Test
  void sessionsOfAServerThatDiedAreNotListed() {
    var elsewhere = alsoThere(join(Role.MEMBER));
    sql(
        "UPDATE member_session SET seen_at = now() - interval '3 minutes' WHERE id = ?",
        elsewhere.signIn());

    assertThat(isAlive(elsewhere)).isFalse();
  }

  @Test
  void howLongNobodyMayDoAnythingIsTheSameOnAllServers() {
    admin();
    security.setIdle(3);
    try {
      pulse.beat();
      assertThat(there.idleLimit()).isEqualTo(Duration.ofMinutes(3));
    } finally {
      security.setIdle(15);
    }
  }

  @Test
  void aNoticeThatNobodyUnderstandsEndsNothing() {
    var elsewhere = alsoThere(join(Role.MEMBER));
    pulse.heard("");
    pulse.heard("end everything please");
    pulse.heard("something else entirely different");

    assertThat(there.alive(elsewhere, true)).isTrue();
  }
}
