package eu.rempart.vault.second;

/** What stands in the database of a member's second factor is not what Rempart wrote. */
public final class DamagedFactorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  public DamagedFactorException(String code) {
    super("second factor damaged: " + code);
    this.code = code;
  }

  /** What the security event has too. */
  public String code() {
    return code;
  }
}
