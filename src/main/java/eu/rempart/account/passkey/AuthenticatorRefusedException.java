package eu.rempart.account.passkey;

/** What an authenticator or a browser sent is not what was asked for. */
public final class AuthenticatorRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuthenticatorRefusedException(String why) {
    super(why);
  }

  AuthenticatorRefusedException(Exception cause) {
    super(cause.getClass().getSimpleName(), cause);
  }
}
