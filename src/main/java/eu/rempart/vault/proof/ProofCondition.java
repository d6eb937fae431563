package eu.rempart.vault.proof;

import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.vault.handle.VaultHandle;

/**
 * One thing that has to hold before a dangerous act, beside the password that was typed a moment
 * ago: the place for an assertion of a passkey and for the word of a second administrator. All
 * conditions that there are as beans have to be met.
 */
@FunctionalInterface
public interface ProofCondition {

  /** Whether it holds for the session of this handle. */
  boolean isMet(VaultHandle handle, ProofPurpose purpose);
}
