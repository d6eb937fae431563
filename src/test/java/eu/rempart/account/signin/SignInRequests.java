package eu.rempart.account.signin;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What browsers send when somebody signs in, for tests of other packages. */
public final class SignInRequests {

  private SignInRequests() {}

  /** The cookie of a device that knows an account. */
  public static String device(KnownDevices devices, String account) {
    var response = new MockHttpServletResponse();
    devices.remember(account, new MockHttpServletRequest(), response);
    return Objects.requireNonNull(response.getHeader(HttpHeaders.SET_COOKIE))
        .replaceFirst("^[^=]+=([^;]*);.*$", "$1");
  }

  /** What a try says of itself, from an address, on a device or on one that nobody knows. */
  public static SignInDetails details(String source, @Nullable String device) {
    var request = new MockHttpServletRequest("POST", "/login");
    request.setRemoteAddr(source);
    if (device != null) {
      request.setCookies(new Cookie(KnownDevices.COOKIE, device));
    }
    return new SignInDetails(request);
  }
}
