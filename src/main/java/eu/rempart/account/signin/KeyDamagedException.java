package eu.rempart.account.signin;

import org.springframework.security.core.AuthenticationException;

/** The member's key in the database is not what it was; the code is in the security event too. */
public final class KeyDamagedException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final String code;

  public KeyDamagedException(String code) {
    super("key refused, code " + code);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
