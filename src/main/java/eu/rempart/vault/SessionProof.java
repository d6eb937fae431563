package eu.rempart.vault;

import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.proof.ProofCondition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A proof is fresh for five minutes after the password was typed in the same session, at the
 * sign-in or when an act asked for it. A session in the background keeps the age that the one had
 * which started it. Thread safe.
 */
final class SessionProof implements FreshProof {

  static final Duration LIFE = Duration.ofMinutes(5);

  private final VaultSessions sessions;
  private final CurrentVault current;
  private final InstantSource clock;
  private final List<ProofCondition> conditions;

  /**
   * @param conditions what has to hold besides
   */
  SessionProof(
      VaultSessions sessions,
      CurrentVault current,
      InstantSource clock,
      List<ProofCondition> conditions) {
    this.sessions = sessions;
    this.current = current;
    this.clock = clock;
    this.conditions = List.copyOf(conditions);
  }

  @Override
  public void require(ProofPurpose purpose) {
    VaultHandle handle =
        current.handle().orElseThrow(() -> new FreshProofRequiredException(purpose));
    if (!isFresh(sessions.session(handle))
        || !conditions.stream().allMatch(condition -> condition.isMet(handle, purpose))) {
      throw new FreshProofRequiredException(purpose);
    }
  }

  private boolean isFresh(VaultSession session) {
    return session.proven().plus(LIFE).isAfter(clock.instant());
  }
}
