package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Acceptance.Accepted;
import eu.rempart.vault.answer.Acceptance.Reason;
import eu.rempart.vault.answer.Acceptance.Refused;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CodeText;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvitationTest {

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
    return lab.vault.acceptInvitation(invitation.code(), PASSWORD.toCharArray());
  }

  @Test
  void aCodeGivesItsMemberTheKeyOnce() {
    UUID member = lab.newMember("MEMBER");
    Invitation invitation = lab.invite(member);
    assertThat(lab.vault.invitedBy(invitation.code().toLowerCase(Locale.ROOT).replace('-', ' ')))
        .contains(member);

    assertThat(accept(invitation))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> {
              assertThat(accepted.memberId()).isEqualTo(member);
              assertThat(accepted.handle())
                  .hasValueSatisfying(h -> assertThat(lab.vault.isOpen(h)).isTrue());
            });
    assertThat(accept(invitation)).isEqualTo(new Refused(Reason.USED));
    assertThat(lab.vault.invitedBy(invitation.code())).isEmpty();
  }

  @Test
  void whoeverHoldsNoKeyInvitesNobody() {
    UUID member = lab.newMember("MEMBER");
    assertThatThrownBy(() -> lab.vault.invite(member)).isInstanceOf(VaultLockedException.class);
    assertThatThrownBy(() -> VaultScope.call(new VaultHandle(), () -> lab.vault.invite(member)))
        .isInstanceOf(VaultLockedException.class);
  }

  @Test
  void aCodeExpiresAfterThreeDays() {
    Invitation early = lab.invite(lab.newMember("MEMBER"));
    Invitation late = lab.invite(lab.newMember("MEMBER"));
    lab.clock.forward(Duration.ofDays(3).minusSeconds(1));
    assertThat(accept(early)).isInstanceOf(Accepted.class);
    lab.clock.forward(Duration.ofSeconds(1));
    assertThat(accept(late)).isEqualTo(new Refused(Reason.EXPIRED));

    lab.vault.forgetExpiredInvitations();
    assertThat(wrapOf(late)).isNull();
  }

  @Test
  void sweepTakesKeyOutOfExpiredInvitationsOnly() {
    Invitation expired = lab.invite(lab.newMember("MEMBER"));
    lab.clock.forward(Duration.ofDays(3));
    Invitation open = lab.invite(lab.newMember("MEMBER"));
    assertThat(wrapOf(expired)).isNotNull();

    lab.vault.forgetExpiredInvitations();

    assertThat(wrapOf(expired)).isNull();
    assertThat(wrapOf(open)).isNotNull();
    assertThat(accept(open)).isInstanceOf(Accepted.class);
  }

  /** A thief has a dump of the database and the link, and all that this program knows. */
  @Test
  void rowAndCodeOpenNothingWithoutPepper() throws IOException {
    Invitation invitation = lab.invite(lab.newMember("MEMBER"));
    byte[] wrap = wrapOf(invitation);
    byte[] bound = boundBy(invitation);
    byte[] pepper = Files.readAllBytes(lab.keyFile("pepper"));

    assertThat(openedWith(invitation, pepper, wrap, bound)).hasSize(32);
    assertThatThrownBy(() -> openedWith(invitation, new byte[32], wrap, bound))
        .isInstanceOf(CryptoException.class);
    // as it was before the pepper was mixed in
    assertThatThrownBy(() -> Aead.open(ofCode(invitation), wrap, bound))
        .isInstanceOf(CryptoException.class);
  }

  private static byte[] openedWith(
      Invitation invitation, byte[] pepper, byte[] wrap, byte[] bound) {
    Secret mixed =
        ofCode(invitation)
            .read(
                code ->
                    Secret.owning(
                        Hmac.of(
                            Secret.owning(pepper.clone()),
                            Binding.of("rempart 2 code wrap").and(code).bytes())));
    return Aead.open(mixed, wrap, bound);
  }

  private static Secret ofCode(Invitation invitation) {
    byte[] code = CodeText.read(invitation.code(), 16, 4).orElseThrow();
    return Hkdf.derive(Secret.owning(code), Binding.of("rempart 1 code wrap").bytes());
  }

  private static byte[] boundBy(Invitation invitation) {
    Record row =
        lab.app()
            .fetchSingle(
                """
                SELECT i.member_id, i.key_version, i.created_by, i.expires_at, v.id, v.epoch
                FROM invitation i, vault v WHERE i.id = ?
                """,
                invitation.id());
    return Binding.of("rempart 1 invitation")
        .and(row.get(4, UUID.class))
        .and(row.get(5, int.class))
        .and(invitation.id())
        .and(row.get(0, UUID.class))
        .and(row.get(1, int.class))
        .and(row.get(2, UUID.class))
        .and(row.get(3, OffsetDateTime.class).toEpochSecond())
        .and(1)
        .bytes();
  }

  private static byte[] wrapOf(Invitation invitation) {
    return lab.app()
        .fetchSingle("SELECT org_key_wrap FROM invitation WHERE id = ?", invitation.id())
        .get(0, byte[].class);
  }

  @Test
  void aSecondCodeRevokesTheFirst() {
    UUID member = lab.newMember("MEMBER");
    Invitation first = lab.invite(member);
    Invitation second = lab.invite(member);
    assertThat(accept(first)).isEqualTo(new Refused(Reason.USED));
    assertThat(accept(second)).isInstanceOf(Accepted.class);
  }

  @Test
  void ofManyWhoUseOneCodeAtOnceOneGetsIn() throws Exception {
    Invitation invitation = lab.invite(lab.newMember("MEMBER"));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Acceptance> task = () -> accept(invitation);
      List<Future<Acceptance>> all = threads.invokeAll(List.of(task, task, task, task));
      int in = 0;
      for (Future<Acceptance> one : all) {
        in += one.get() instanceof Accepted ? 1 : 0;
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
            "org_key_wrap = NULL",
            "org_key_wrap = set_byte(org_key_wrap, 20, get_byte(org_key_wrap, 20) # 1)",
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
    Invitation invitation = VaultScope.call(lab.handle, () -> lab.vault.inviteEngineer(engineer));
    Acceptance acceptance = accept(invitation);
    assertThat(acceptance)
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.handle()).isEmpty());
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
      assertThat(lab.vault.acceptInvitation(nonsense, PASSWORD.toCharArray()))
          .isEqualTo(new Refused(Reason.UNKNOWN));
    }
  }
}
