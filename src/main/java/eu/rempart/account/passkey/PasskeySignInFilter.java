package eu.rempart.account.passkey;

import eu.rempart.account.signin.MemberAuthentication;
import eu.rempart.account.signin.ProofFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** The door for passkeys, at {@value #PATH}. */
public final class PasskeySignInFilter extends ProofFilter {

  /** Beside the door for passwords. */
  public static final String PATH = "/login/passkey";

  private final PasskeySignIn signIn;

  public PasskeySignInFilter(
      PasskeySignIn signIn,
      AuthenticationSuccessHandler success,
      AuthenticationFailureHandler failure) {
    super(PATH, PATH, success, failure);
    this.signIn = signIn;
  }

  @Override
  protected Optional<?> question(HttpServletRequest request) {
    return signIn.ask(request);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    return MemberAuthentication.of(signIn.signIn(request));
  }
}
