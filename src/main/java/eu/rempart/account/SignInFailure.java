package eu.rempart.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in page, which says one and the same for every wrong pair. */
class SignInFailure implements AuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    var reason =
        switch (failure) {
          case TooManyTriesException tooMany -> "wait=" + tooMany.seconds();
          case KeyDamagedException damaged -> "code=" + damaged.code();
          default -> "error";
        };
    var back =
        ReturnPath.of(request.getParameter(ReturnPath.PARAMETER))
            .map(path -> "&" + ReturnPath.PARAMETER + "=" + path)
            .orElse("");
    response.sendRedirect("/login?" + reason + back);
  }
}
