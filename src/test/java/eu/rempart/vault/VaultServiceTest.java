package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.PasswordChange;
import eu.rempart.vault.answer.SetUpResult;
import eu.rempart.vault.answer.Unlocking.Refused;
import eu.rempart.vault.answer.Unlocking.Unlocked;
import eu.rempart.vault.answer.VaultFacts;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultSessionEnded;
import eu.rempart.vault.password.PasswordFault;
import eu.rempart.vault.password.WeakPasswordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class VaultServiceTest {

  private static final String OLD = "the first password of all";
  private static final String NEW = "another password by now";

  private static VaultLab lab;

  @BeforeAll
  static void found() {
    lab = new VaultLab();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @BeforeEach
  void forget() {
    lab.recorded.clear();
    lab.published.clear();
  }

  @Test
  void aVaultIsSetUpOnce() {
    assertThat(lab.vault.state()).isEqualTo(VaultState.READY);
    assertThatThrownBy(() -> lab.vault.setUp(lab.admin, OLD.toCharArray()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theKeyFilesAreForThisUserAlone() throws IOException {
    for (String name : new String[] {"pepper", "witness"}) {
      assertThat(Files.getPosixFilePermissions(lab.keyFile(name)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(lab.keyFile("pepper")).hasSize(32);
  }

  @Test
  void aWrongPasswordAndAnUnknownMemberAreRefusedAlike() {
    assertThat(lab.signIn(lab.admin, "not this one, surely")).isEqualTo(new Refused(null));
    assertThat(lab.vault.verifyAndUnlock(null, OLD.toCharArray())).isEqualTo(new Refused(null));
    assertThat(lab.signIn(UUID.randomUUID(), OLD)).isEqualTo(new Refused(null));
  }

  @Test
  void aPasswordIsTheSameHoweverItsAccentsAreTyped() {
    UUID member = lab.member("un café très serré");
    assertThat(lab.signIn(member, "un cafe\u0301 tre\u0300s serre\u0301"))
        .isInstanceOf(Unlocked.class);
  }

  @Test
  void aNewPasswordReplacesTheOldOneAndLocksTheMembersOtherHandles() {
    UUID member = lab.member(OLD);
    VaultHandle here = ((Unlocked) lab.signIn(member, OLD)).handle();
    VaultHandle elsewhere = ((Unlocked) lab.signIn(member, OLD)).handle();

    PasswordChange change =
        VaultScope.call(
            here, () -> lab.vault.changePassword(member, OLD.toCharArray(), NEW.toCharArray()));

    assertThat(change).isEqualTo(new PasswordChange.Changed());
    assertThat(lab.vault.isOpen(here)).isTrue();
    assertThat(lab.vault.isOpen(elsewhere)).isFalse();
    assertThat(lab.published)
        .contains(new VaultSessionEnded(elsewhere, member, LockReason.PASSWORD_CHANGED));
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Refused(null));
    assertThat(lab.signIn(member, NEW)).isInstanceOf(Unlocked.class);
    assertThat(lab.vault.prove(here, NEW.toCharArray())).isTrue();
    assertThat(lab.vault.prove(here, OLD.toCharArray())).isFalse();
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndKeepsThePolicy() {
    UUID member = lab.member(OLD);
    assertThat(lab.vault.changePassword(member, NEW.toCharArray(), NEW.toCharArray()))
        .isEqualTo(new PasswordChange.Refused(null));
    assertThatThrownBy(
            () -> lab.vault.changePassword(member, OLD.toCharArray(), "short".toCharArray()))
        .isInstanceOfSatisfying(
            WeakPasswordException.class,
            e -> assertThat(e.fault()).isEqualTo(PasswordFault.TOO_SHORT_WITH_SECOND_FACTOR));
  }

  @Test
  void aPasswordChangeThatIsRolledBackIsForgottenEverywhere() {
    UUID member = lab.member(OLD);
    lab.transactions()
        .executeWithoutResult(
            tx -> {
              lab.vault.changePassword(member, OLD.toCharArray(), NEW.toCharArray());
              tx.setRollbackOnly();
            });
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocked.class);
  }

  @Test
  void twoChangesOfOneKeyDoNotOverwriteEachOther() {
    UUID member = lab.member(OLD);
    VaultRepository repository = new VaultRepository(lab.app());
    MemberKey key = repository.memberKey(member).orElseThrow();
    assertThatThrownBy(() -> repository.save(key, key.version() - 1))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void aSuspendedMemberHoldsNothingUntilInvitedAgain() {
    UUID member = lab.member(OLD);
    VaultHandle handle = ((Unlocked) lab.signIn(member, OLD)).handle();
    VaultLease job = lab.vault.lease(handle);
    Invitation open = lab.invite(member);

    lab.vault.suspend(member);

    assertThat(lab.vault.isOpen(handle)).isFalse();
    assertThat(lab.vault.isOpen(job.handle())).isFalse();
    assertThat(lab.signIn(member, OLD)).isEqualTo(new Refused(null));
    assertThat(
            lab.app()
                .fetchSingle("SELECT org_key_wrap FROM member_key WHERE member_id = ?", member)
                .get(0))
        .isNull();
    assertThat(lab.accept(open, NEW)).isEqualTo(new Acceptance.Refused(Acceptance.Reason.USED));

    lab.accept(lab.invite(member), NEW);
    lab.admit(member);
    assertThat(lab.signIn(member, NEW)).isInstanceOf(Unlocked.class);
  }

  @Test
  void theRecoveryKitOpensTheVaultWhenEveryAdministratorIsLost() {
    UUID successor = lab.newMember("ADMINISTRATOR");
    assertThat(lab.vault.recover(RecoveryKit.fresh(), successor, NEW.toCharArray())).isEmpty();
    assertThat(lab.recordedKind("vault.recovery.refused")).isTrue();

    RecoveryKit typed = RecoveryKit.parse(lab.kit.reveal().toLowerCase(Locale.ROOT)).orElseThrow();
    assertThat(lab.vault.recover(typed, successor, NEW.toCharArray())).isPresent();
    assertThat(lab.recordedKind("vault.recovered")).isTrue();
    assertThat(lab.signIn(successor, NEW)).isInstanceOf(Unlocked.class);

    RecoveryKit renewed = VaultScope.call(lab.handle, lab.vault::renewRecoveryKit);
    assertThat(lab.vault.recover(typed, successor, OLD.toCharArray())).isEmpty();
    assertThat(lab.vault.recover(renewed, successor, OLD.toCharArray())).isPresent();
    lab.kit = renewed;
  }

  @Test
  void anAddressFindsItsAccountHoweverItIsTyped() {
    byte[] hash = lab.vault.memberEmailHash("Zoe@Example.com");
    assertThat(lab.vault.memberEmailHash("  zoe@example.COM ")).isEqualTo(hash).hasSize(32);
    assertThat(lab.vault.memberEmailHash("zoe@example.org")).isNotEqualTo(hash);
  }

  @Test
  void nothingSecretPrints() {
    assertThat(lab.handle.toString()).isEmpty();
    assertThat(lab.kit.toString()).isEmpty();
    assertThat(lab.invite(lab.admin).toString()).startsWith("Invitation[").hasSizeLessThan(60);
    assertThat(new SetUpResult(lab.handle, lab.kit).toString())
        .isEqualTo("SetUpResult[handle=, kit=]");
  }

  @Test
  void factsCountWhoCanOpenTheVault() {
    int before = lab.vault.facts().holders();
    lab.engineer(OLD);
    lab.member(OLD);
    VaultFacts facts = lab.vault.facts();
    assertThat(facts.holders()).isEqualTo(before + 1);
    assertThat(facts.engineers()).isEqualTo(1);
    assertThat(facts.unlocked()).isTrue();
    assertThat(facts.signedIn()).isPositive();
    assertThat(facts.idle()).hasMinutes(15);
  }
}
