package eu.rempart.common.proof;

/**
 * The question before a dangerous act, beside that for the right to it: has whoever acts on this
 * thread proved a moment ago who they are? A browser that somebody left open proves nothing.
 */
public interface FreshProof {

  /**
   * Goes on only if the password was typed in this session at most five minutes ago.
   *
   * @throws FreshProofRequiredException if not; nothing has been done then
   */
  void require(ProofPurpose purpose);
}
