package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.vault.answer.Unlocking.Unlocked;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.proof.ProofCondition;
import eu.rempart.vault.proof.SessionProof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionProofTest {

  private static final String PASSWORD = "a password that is mine";

  private static VaultLab lab;
  private static SessionProof proof;

  @BeforeAll
  static void found() {
    lab = VaultLab.quick();
    proof = proof(List.of());
  }

  private static SessionProof proof(List<ProofCondition> conditions) {
    return new SessionProof(
        handle -> lab.sessions().session(handle).proven(),
        new CurrentVault(Optional::empty),
        lab.clock,
        () -> false,
        conditions);
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static VaultHandle signedIn() {
    UUID member = lab.member(PASSWORD);
    return ((Unlocked) lab.signIn(member, PASSWORD)).handle();
  }

  private static void require(VaultHandle handle) {
    VaultScope.run(handle, () -> proof.require(ProofPurpose.PURGE));
  }

  @Test
  void signInProvesForFiveMinutes() {
    VaultHandle handle = signedIn();
    lab.clock.forward(Duration.ofMinutes(5).minusSeconds(1));
    require(handle);

    lab.clock.forward(Duration.ofSeconds(1));
    lab.vault.touch(handle);
    assertThatThrownBy(() -> require(handle))
        .isInstanceOfSatisfying(
            FreshProofRequiredException.class,
            e -> assertThat(e.purpose()).isEqualTo(ProofPurpose.PURGE));
  }

  @Test
  void passwordTypedAgainProvesForItsSessionAlone() {
    VaultHandle handle = signedIn();
    VaultHandle other = signedIn();
    lab.clock.forward(Duration.ofMinutes(6));

    assertThat(lab.vault.prove(handle, "another password".toCharArray())).isFalse();
    assertThatThrownBy(() -> require(handle)).isInstanceOf(FreshProofRequiredException.class);
    assertThat(lab.vault.prove(handle, PASSWORD.toCharArray())).isTrue();
    require(handle);
    assertThatThrownBy(() -> require(other)).isInstanceOf(FreshProofRequiredException.class);
  }

  @Test
  void jobIsNoFresherThanTheSessionThatStartedIt() {
    VaultHandle handle = signedIn();
    lab.clock.forward(Duration.ofMinutes(4));
    try (VaultLease job = lab.vault.lease(handle)) {
      require(job.handle());
      lab.clock.forward(Duration.ofMinutes(1));
      assertThatThrownBy(() -> require(job.handle()))
          .isInstanceOf(FreshProofRequiredException.class);
    }
  }

  @Test
  void nobodyAndLockedSessionsProveNothing() {
    assertThatThrownBy(() -> proof.require(ProofPurpose.EXPORT))
        .isInstanceOf(FreshProofRequiredException.class);
    VaultHandle handle = signedIn();
    lab.vault.lock(handle);
    assertThatThrownBy(() -> require(handle)).isInstanceOf(VaultLockedException.class);
  }

  @Test
  void everyFurtherConditionHasToBeMet() {
    VaultHandle handle = signedIn();
    SessionProof stricter =
        proof(List.of((_, _) -> true, (_, purpose) -> purpose != ProofPurpose.PURGE));

    assertThatCode(() -> VaultScope.run(handle, () -> stricter.require(ProofPurpose.EXPORT)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> VaultScope.run(handle, () -> stricter.require(ProofPurpose.PURGE)))
        .isInstanceOf(FreshProofRequiredException.class);
  }
}
