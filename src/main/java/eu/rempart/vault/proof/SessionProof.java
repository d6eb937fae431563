package eu.rempart.vault.proof;

import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * A proof is fresh for five minutes after the password was typed, or a passkey used, in the same
 * session, at the sign-in or when an act asked for it. A session in the background keeps the age
 * that the one had which started it. Thread safe.
 */
public final class SessionProof implements FreshProof {

  /** How long a typed password proves. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  private final Function<VaultHandle, Instant> proven;
  private final CurrentVault current;
  private final KeylessProof keyless;
  private final InstantSource clock;
  private final List<ProofCondition> conditions;

  /**
   * Asks those who are signed in.
   *
   * @param proven when the password of a handle's session was typed; throws for one that is locked
   * @param keyless of those who hold no key
   * @param conditions what has to hold besides
   */
  public SessionProof(
      Function<VaultHandle, Instant> proven,
      CurrentVault current,
      InstantSource clock,
      KeylessProof keyless,
      List<ProofCondition> conditions) {
    this.keyless = keyless;
    this.proven = proven;
    this.current = current;
    this.clock = clock;
    this.conditions = List.copyOf(conditions);
  }

  @Override
  public void require(ProofPurpose purpose) {
    VaultHandle handle = current.handle().orElse(null);
    if (handle == null) {
      if (!keyless.isFresh()) {
        throw new FreshProofRequiredException(purpose);
      }
      return;
    }
    if (!proven.apply(handle).plus(LIFE).isAfter(clock.instant())
        || !conditions.stream().allMatch(condition -> condition.isMet(handle, purpose))) {
      throw new FreshProofRequiredException(purpose);
    }
  }
}
