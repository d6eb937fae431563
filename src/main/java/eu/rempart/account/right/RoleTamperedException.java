package eu.rempart.account.right;

/** A member's role in the database is not one that an administrator gave. */
public class RoleTamperedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  public RoleTamperedException(String code) {
    super("role refused, code " + code);
    this.code = code;
  }

  /** Stands in the security event too. */
  public String code() {
    return code;
  }
}
