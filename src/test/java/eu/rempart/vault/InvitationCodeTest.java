package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Acceptance.Accepted;
import eu.rempart.vault.answer.Acceptance.Reason;
import eu.rempart.vault.answer.Acceptance.Refused;
import eu.rempart.vault.answer.Acceptance.Waiting;
import eu.rempart.vault.answer.Admission;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvitationCodeTest {

  private static final String PASSWORD = "a password that is mine";

  private static VaultLab lab;

  @BeforeAll
  static void found() {
    lab = VaultLab.quick();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static Acceptance accept(Invitation invitation) {
    return lab.accept(invitation, PASSWORD);
  }

  @Test
  void aCodeProvesItsMemberOnce() {
    UUID member = lab.newMember("MEMBER");
    Invitation invitation = lab.invite(member);
    assertThat(lab.joining.invited(invitation.code().toLowerCase(Locale.ROOT).replace('-', ' ')))
        .contains(member);

    assertThat(accept(invitation))
        .isInstanceOfSatisfying(
            Waiting.class, waiting -> assertThat(waiting.memberId()).isEqualTo(member));
    assertThat(accept(invitation)).isEqualTo(new Refused(Reason.USED));
    assertThat(lab.joining.invited(invitation.code())).isEmpty();
  }

  @Test
  void whoeverHoldsNoKeyInvitesNobody() {
    UUID member = lab.newMember("MEMBER");
    assertThatThrownBy(() -> lab.joining.invite(member)).isInstanceOf(VaultLockedException.class);
    assertThatThrownBy(() -> VaultScope.call(new VaultHandle(), () -> lab.joining.invite(member)))
        .isInstanceOf(VaultLockedException.class);
  }

  @Test
  void aCodeExpiresAfterThreeDays() {
    Invitation early = lab.invite(lab.newMember("MEMBER"));
    Invitation late = lab.invite(lab.newMember("MEMBER"));
    lab.clock.forward(Duration.ofDays(3).minusSeconds(1));
    assertThat(accept(early)).isInstanceOf(Waiting.class);
    lab.clock.forward(Duration.ofSeconds(1));
    assertThat(accept(late)).isEqualTo(new Refused(Reason.EXPIRED));
  }

  @Test
  void sweepForgetsWhatExpiredInvitationsAdmitOnly() {
    UUID waits = lab.newMember("MEMBER");
    Invitation expired = lab.invite(waits);
    accept(expired);
    lab.clock.forward(Duration.ofDays(3));
    Invitation open = lab.invite(lab.newMember("MEMBER"));
    assertThat(admissionKeyOf(expired)).isNotNull();

    lab.joining.forgetExpired();

    assertThat(admissionKeyOf(expired)).isNull();
    assertThat(lab.joining.whoWaits()).doesNotContain(waits);
    assertThat(admissionKeyOf(open)).isNotNull();
    assertThat(accept(open)).isInstanceOf(Waiting.class);
  }

  private static byte[] admissionKeyOf(Invitation invitation) {
    return lab.app()
        .fetchSingle("SELECT admission_key FROM invitation WHERE id = ?", invitation.id())
        .get(0, byte[].class);
  }

  @Test
  void aSecondCodeRevokesTheFirst() {
    UUID member = lab.newMember("MEMBER");
    Invitation first = lab.invite(member);
    Invitation second = lab.invite(member);
    assertThat(accept(first)).isEqualTo(new Refused(Reason.USED));
    assertThat(accept(second)).isInstanceOf(Waiting.class);
  }

  @Test
  void aRevokedCodeThatTheDatabaseMakesFreshAgainIsRefused() {
    UUID member = lab.newMember("MEMBER");
    Invitation first = lab.invite(member);
    lab.invite(member);
    lab.sql("UPDATE invitation SET revoked_at = NULL WHERE id = ?", first.id());

    assertThat(accept(first)).isEqualTo(new Refused(Reason.USED));
  }

  @Test
  void ofManyWhoUseOneCodeAtOnceOneGetsIn() throws Exception {
    Invitation invitation = lab.invite(lab.newMember("MEMBER"));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Acceptance> task = () -> accept(invitation);
      List<Future<Acceptance>> all = threads.invokeAll(List.of(task, task, task, task));
      int in = 0;
      for (Future<Acceptance> one : all) {
        in += one.get() instanceof Waiting ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
  }

  @Test
  void aUsedCodeThatTheDatabaseMakesFreshAgainIsRefused() {
    UUID member = lab.newMember("MEMBER");
    Invitation invitation = lab.invite(member);
    lab.sql("CREATE TABLE codes AS SELECT * FROM invitation WHERE id = ?", invitation.id());
    accept(invitation);
    assertThat(lab.admit(member)).isEqualTo(Admission.ADMITTED);
    lab.sql("DELETE FROM invitation WHERE id = ?", invitation.id());
    lab.sql("DELETE FROM member_key WHERE member_id = ?", member);
    lab.sql("INSERT INTO invitation SELECT * FROM codes");
    assertThat(accept(invitation)).isEqualTo(new Refused(Reason.USED));
  }

  @Test
  void nothingOfAnInvitationCanBeChanged() {
    UUID other = lab.newMember("MEMBER");
    for (String change :
        List.of(
            "member_id = '" + other + "'",
            "expires_at = expires_at + interval '1 day'",
            "key_version = key_version + 1",
            "admission_key = NULL",
            "code_proof = '\\x00'",
            "created_by = '" + other + "'",
            "epoch = 0")) {
      lab.recorded.clear();
      Invitation invitation = lab.invite(lab.newMember("MEMBER"));
      lab.sql("UPDATE invitation SET " + change + " WHERE id = ?", invitation.id());
      assertThat(accept(invitation)).as(change).isEqualTo(new Refused(Reason.TAMPERED));
      assertThat(lab.recordedKind("vault.invitation.tampered")).as(change).isTrue();
    }
  }

  @Test
  void anEngineersCodeCarriesNoKey() {
    UUID engineer = lab.newMember("ENGINEER");
    Invitation invitation = VaultScope.call(lab.handle, () -> lab.joining.inviteEngineer(engineer));
    Acceptance acceptance = accept(invitation);
    assertThat(acceptance).isEqualTo(new Accepted(engineer));
    assertThat(lab.vault.verifyAndUnlock(engineer, PASSWORD.toCharArray()))
        .isEqualTo(new Unlocking.VerifiedWithoutKey());
    assertThat(
            lab.app()
                .fetchSingle(
                    "SELECT num_nonnulls(public_key, sealed_private_key, public_key_mac,"
                        + " wrap_epoch, org_key_wrap) FROM member_key WHERE member_id = ?",
                    engineer)
                .get(0))
        .isEqualTo(0);
  }

  @Test
  void nonsenseIsNoCode() {
    for (String nonsense : List.of("", "hello", "0000-0000-0000-0000-0000-0000-0000-0000")) {
      assertThat(lab.joining.accept(nonsense, PASSWORD.toCharArray()))
          .isEqualTo(new Refused(Reason.UNKNOWN));
    }
  }
}
