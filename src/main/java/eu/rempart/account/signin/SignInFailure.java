package eu.rempart.account.signin;

import eu.rempart.account.passkey.PasskeyRefusedException;
import eu.rempart.account.second.SecondStepException;
import eu.rempart.account.second.SecondStepFilter;
import eu.rempart.account.second.SecondStepRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Back to the sign-in page, which says one and the same for every wrong pair; to the waiting page
 * with a right one.
 */
class SignInFailure implements AuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof StillWaitingException waiting) {
      request.getSession().setAttribute(LetInFilter.WAITING, waiting.handle());
      response.sendRedirect("/invitation");
      return;
    }
    if (failure instanceof SecondStepException second && !second.ticket().isEmpty()) {
      SecondStepFilter.remember(request, second.ticket());
      response.sendRedirect(SecondStepFilter.PATH + back(request, "?"));
      return;
    }
    if (failure instanceof SecondStepRefusedException refused && !refused.isOver()) {
      response.sendRedirect(SecondStepFilter.PATH + "?error" + back(request, "&"));
      return;
    }
    if (failure instanceof TooManyTriesException slow
        && SecondStepFilter.PATH.equals(request.getRequestURI())) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(slow.seconds()));
      response.sendRedirect(SecondStepFilter.PATH + "?wait=" + slow.seconds() + back(request, "&"));
      return;
    }
    var reason =
        switch (failure) {
          case TooManyTriesException tooMany ->
              "wait=%d&why=%s"
                  .formatted(tooMany.seconds(), tooMany.reason().name().toLowerCase(Locale.ROOT));
          case PasskeyRefusedException refused -> "passkey=" + refused.reason().key();
          case SecondStepException _ -> "second=missing";
          case SecondStepRefusedException _ -> "second=late";
          case KeyDamagedException damaged -> "code=" + damaged.code();
          default -> "error";
        };
    if (failure instanceof TooManyTriesException tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
    }
    TypedAddress.keep(request);
    response.sendRedirect("/login?" + reason + back(request, "&"));
  }

  private static String back(HttpServletRequest request, String before) {
    return ReturnPath.of(request.getParameter(ReturnPath.PARAMETER))
        .map(path -> before + ReturnPath.PARAMETER + "=" + path)
        .orElse("");
  }
}
