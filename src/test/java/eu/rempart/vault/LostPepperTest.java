package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.answer.Unlocking.Refused;
import eu.rempart.vault.answer.Unlocking.Unlocked;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.VaultId;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.password.QuickPasswords;
import eu.rempart.vault.password.Stretching;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file {@code keys/pepper} is gone. */
class LostPepperTest {

  private static final String OLD = "the first password of all";
  private static final String NEW = "another password by now";

  private VaultLab lab;

  @BeforeEach
  void found() {
    lab = VaultLab.quick();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void losePepper() throws IOException {
    Files.delete(lab.keyFile("pepper"));
    lab.restart();
  }

  @Test
  void nobodySignsInAndNothingNewIsSetUpOverIt() throws IOException {
    losePepper();

    assertThat(lab.vault.state()).isEqualTo(VaultState.PEPPER_LOST);
    assertThat(lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).isEqualTo(new Refused(null));
    assertThatThrownBy(() -> lab.vault.setUp(UUID.randomUUID(), NEW.toCharArray()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(lab.keyFile("pepper")).doesNotExist();
  }

  @Test
  void theKitBringsItBackAndEverybodySignsInAsBefore() throws IOException {
    UUID member = lab.member(OLD);
    byte[] hash = lab.vault.memberEmailHash("zoe@firm.example");
    losePepper();

    assertThat(lab.vault.restorePepper(RecoveryKit.fresh())).isFalse();
    assertThat(lab.recordedKind("vault.recovery.refused")).isTrue();
    assertThat(lab.vault.restorePepper(lab.kit)).isTrue();

    assertThat(lab.vault.state()).isEqualTo(VaultState.READY);
    assertThat(lab.recordedKind("vault.pepper.restored")).isTrue();
    assertThat(lab.vault.memberEmailHash("zoe@firm.example")).isEqualTo(hash);
    assertThat(lab.signIn(member, OLD)).isInstanceOf(Unlocked.class);
    lab.restart();
    assertThat(lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).isInstanceOf(Unlocked.class);
  }

  @Test
  void whatTheServerHasSeenIsRememberedThroughTheLoss() throws IOException {
    UUID member = lab.member(OLD);
    lab.sql("CREATE TABLE stolen AS SELECT * FROM member_key WHERE member_id = ?", member);
    lab.vault.changePassword(member, OLD.toCharArray(), NEW.toCharArray());
    losePepper();
    lab.vault.restorePepper(lab.kit);

    lab.sql("DELETE FROM member_key WHERE member_id = ?", member);
    lab.sql("INSERT INTO member_key SELECT * FROM stolen");
    assertThat(lab.signIn(member, OLD))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isNotNull());
  }

  @Test
  void aPepperThatTheDatabaseMadeUpIsRefused() throws IOException {
    lab.sql(
        "UPDATE vault SET pepper_wrap = set_byte(pepper_wrap, 15, get_byte(pepper_wrap, 15) # 1)");
    losePepper();

    assertThat(lab.vault.restorePepper(lab.kit)).isFalse();
    assertThat(lab.vault.state()).isEqualTo(VaultState.PEPPER_LOST);
  }

  @Test
  void aFolderThatLostEverythingIsBroughtBackToo() throws IOException {
    Files.delete(lab.keyFile("witness"));
    losePepper();

    assertThat(lab.vault.restorePepper(lab.kit)).isTrue();
    assertThat(lab.signIn(lab.admin, VaultLab.ADMIN_PASSWORD)).isInstanceOf(Unlocked.class);
  }

  @Test
  void keysWithoutTheirDatabaseAreNotAnInvitationToSetUpAnew() throws IOException {
    lab.sql("DELETE FROM vault");
    losePepper();
    assertThat(lab.vault.state()).isEqualTo(VaultState.MISMATCH);
  }

  @Test
  void aDumpDoesNotTellARightGuessOfAPasswordFromAWrongOne() {
    UUID member = lab.member(OLD);
    MemberKey row = new VaultRepository(lab.app()).memberKey(member).orElseThrow();
    VaultId vault = new VaultRepository(lab.app()).vault().orElseThrow().id();
    Stretching stretching = QuickPasswords.stretching();
    try (var guessed = stretching.stretch(OLD.toCharArray(), row.salt(), row.cost())) {
      assertThatThrownBy(
              () ->
                  MemberKeys.open(
                      vault,
                      row.memberId(),
                      row.version(),
                      java.util.Objects.requireNonNull(row.wrap()),
                      guessed.kek()))
          .isInstanceOf(CryptoException.class);
    }
  }
}
