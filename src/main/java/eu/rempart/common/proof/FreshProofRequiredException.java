package eu.rempart.common.proof;

/** Nothing was done: whoever asked for it has to prove first who they are, and to ask again. */
public final class FreshProofRequiredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProofPurpose purpose;

  /** For an act of this kind. */
  public FreshProofRequiredException(ProofPurpose purpose) {
    super("%s needs a password typed at most five minutes ago".formatted(purpose));
    this.purpose = purpose;
  }

  public ProofPurpose purpose() {
    return purpose;
  }
}
