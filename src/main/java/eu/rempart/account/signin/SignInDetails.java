package eu.rempart.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What a try to sign in brings along beside name and password. */
public final class SignInDetails extends WebAuthenticationDetails {

  private static final long serialVersionUID = 1L;

  private final @Nullable String deviceCookie;

  SignInDetails(HttpServletRequest request) {
    super(request);
    this.deviceCookie = KnownDevices.cookie(request);
  }

  public @Nullable String deviceCookie() {
    return deviceCookie;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignInDetails && super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
