package eu.rempart.account.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was refused at the sign-in page, or had to wait. Published as an event.
 *
 * @param account a digest of the e-mail address that was typed
 * @param source the client's address; may be empty
 * @param memberId whose address it is; null where it is nobody's, or was not looked for
 */
public record SignInFailed(String account, String source, @Nullable UUID memberId) {

  /** Of nobody who is known. */
  public SignInFailed(String account, String source) {
    this(account, source, null);
  }
}
